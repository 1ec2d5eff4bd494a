import { Command, InvalidArgumentError } from 'commander';
import type { ScamFamily } from '../../contract/verdict.ts';
import { GROUP_FIELDS, type GroupField } from '../eval/scam-groups.ts';
import { openScamJudge } from '../eval/scam-judge.ts';
import { SCAM_FAMILIES } from '../eval/scam-names.ts';
import { reportScams } from '../eval/scam-report.ts';
import { judgedRow, type JudgedRow, type LabelledText } from '../eval/scam-rows.ts';
import { scamTables } from '../eval/scam-tables.ts';
import { formatTable } from '../eval/table.ts';
import { measuredEngine, printReport } from './eval-report.ts';
import { CommandFailure, EXIT, type Done } from './failure.ts';
import { findLabelledFiles, readLabelled, type LabelledRow } from './labelled-file.ts';

interface EvalScamFlags {
  readonly in?: readonly string[];
  readonly data?: string;
  readonly out?: string;
  readonly by: readonly GroupField[];
}

const AFTER = `
A row is {"text", "label": "ham" | "spam" | "scam", "lang"?, "source"?, "family"?, "kind"?}; where a row names no source,
its file does. "family" stands on scams and is one of ${SCAM_FAMILIES.slice(0, 8).join(', ')},
${SCAM_FAMILIES.slice(8).join(', ')}. "kind" is any name you like for ham or spam.
Each text is judged by itself. What is said in a conversation is decided there, and many a scam waits for the next
message: "shown as a first message" are those that get a notice at once from a stranger. Nothing is learned or kept.
Tables, worst first: recall and false positives with Wilson's 95 % interval, scams against honest texts by language
(AUC, recall at 1 % and 5 % false), families, kinds, the language found, calibration. Honest are ham and spam of the
kind "promotion". Two runs over the same files print the same.

Example:
  inward eval scam --in labelled.jsonl.gz --by lang --out report.json`;

export function evalScamCommand(done: Done): Command {
  return new Command('scam')
    .description('Scam notices: the tables of the model card, for labelled texts of your own.')
    .option('--in <files...>', 'labelled JSON Lines, also .gz; - is stdin')
    .option('--data <dir>', 'folder of evaluation data; reads every file of DIR/scam/dev')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .option('--by <fields>', 'also count by these fields, of source, lang, family and kind', parseFields, ['source', 'lang', 'family'] as const)
    .addHelpText('after', AFTER)
    .action(async (flags: EvalScamFlags) => { done(await evalScam(flags)); });
}

function parseFields(value: string): readonly GroupField[] {
  const fields = value.split(',').map((field) => field.trim()).filter((field) => field !== '');
  return [...new Set(fields)].map((field) => {
    const known = GROUP_FIELDS.find((one) => one === field);
    if (known === undefined) throw new InvalidArgumentError('Fields are source, lang, family and kind.');
    return known;
  });
}

async function evalScam(flags: EvalScamFlags): Promise<number> {
  const files = await findLabelledFiles(flags, 'scam/dev', /\.jsonl(\.gz)?$/u);
  const { about, judge, close } = await openScamJudge();
  try {
    const rows: JudgedRow[] = [];
    for (const file of files) {
      for await (const row of readLabelled(file)) {
        const text = row.value['text'];
        if (typeof text !== 'string') throw row.refuse('text');
        const labels = labelsOf(row);
        rows.push(judgedRow(labels, text, await judge(text, `${row.file}:${row.line}`)));
      }
    }
    const report = reportScams(rows, flags.by);
    const tables = scamTables(report).map(({ title, head, rows: cells }) => `${title}\n${formatTable(head, cells)}`).join('\n');
    await printReport(tables, { report: 'scam', engine: measuredEngine(about), ...report }, flags.out);
    return EXIT.ok;
  } finally {
    await close();
  }
}

function labelsOf(row: LabelledRow): LabelledText {
  const { label, lang, source } = row.value;
  if (label !== 'ham' && label !== 'spam' && label !== 'scam') throw row.refuse('label');
  return {
    label,
    name: nameOf(row, label === 'scam'),
    lang: typeof lang === 'string' && lang !== '' ? lang : 'unknown',
    source: typeof source === 'string' && source !== '' ? source : row.file,
  };
}

/** The family of a scam, the kind of another text. A family of another name would be counted as never found, so it is refused. */
function nameOf(row: LabelledRow, scam: boolean): string | null {
  const { family = null, kind = null } = row.value;
  const at = `${row.file}, line ${row.line}`;
  if (family !== null && !SCAM_FAMILIES.includes(family as ScamFamily)) {
    throw new CommandFailure(`${at}: the field "family" is none of ${SCAM_FAMILIES.join(', ')}.`);
  }
  if (family !== null && !scam) throw new CommandFailure(`${at}: the field "family" stands on a text that is no scam.`);
  if (kind !== null && (typeof kind !== 'string' || kind === '' || scam)) throw row.refuse('kind');
  return (scam ? family : kind) as string | null;
}
