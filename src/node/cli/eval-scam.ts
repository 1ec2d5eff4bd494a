import { Command, InvalidArgumentError } from 'commander';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { BatchItem } from '../../contract/safety.ts';
import { explainMessage } from '../../testing/index.ts';
import { formatScamTable, ScamTally, type GroupField, type ScamLabel } from '../eval/scam-table.ts';
import { createSafety } from '../index.ts';
import { measuredEngine, printReport } from './eval-report.ts';
import { EXIT, type Done } from './failure.ts';
import { findLabelledFiles, readLabelled, type LabelledRow } from './labelled-file.ts';

interface EvalScamFlags {
  readonly in?: readonly string[];
  readonly data?: string;
  readonly out?: string;
  readonly by: readonly GroupField[];
}

const AFTER = `
A row is {"text", "label": "ham" | "spam" | "scam", "lang"?, "source"?}; where a row names no source, its file does.
Each text is judged by itself, as the first message of a stranger. Nothing is learned or kept.
Columns: recall of scams at the tip and the strong level; share of spam flagged; ordinary messages flagged, with
Wilson's 95 % interval. Two runs over the same files print the same.

Example:
  inward eval scam --in labelled.jsonl.gz --by lang --out report.json`;

export function evalScamCommand(done: Done): Command {
  return new Command('scam')
    .description('Scam notices: recall and false positives on labelled texts.')
    .option('--in <files...>', 'labelled JSON Lines, also .gz; - is stdin')
    .option('--data <dir>', 'folder of evaluation data; reads every file of DIR/scam/dev')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .option('--by <fields>', 'also count by these fields, of source and lang', parseFields, ['source', 'lang'] as const)
    .addHelpText('after', AFTER)
    .action(async (flags: EvalScamFlags) => { done(await evalScam(flags)); });
}

function parseFields(value: string): readonly GroupField[] {
  const fields = value.split(',').map((field) => field.trim()).filter((field) => field !== '');
  for (const field of fields) {
    if (field !== 'source' && field !== 'lang') throw new InvalidArgumentError('Fields are source and lang.');
  }
  return fields as readonly GroupField[];
}

async function evalScam(flags: EvalScamFlags): Promise<number> {
  const files = await findLabelledFiles(flags, 'scam/dev', /\.jsonl(\.gz)?$/u);
  const safety = await createSafety({ settings: { ...defaultSettings(), scam: { enabled: true } }, now: () => 0 });
  try {
    const tally = new ScamTally(flags.by);
    for (const file of files) {
      for await (const row of readLabelled(file)) {
        const text = row.value['text'];
        if (typeof text !== 'string') throw row.refuse('text');
        const { message, context } = firstMessage(`${row.file}:${row.line}`, text);
        const { scam } = await explainMessage(safety, message, context);
        tally.add({ ...labelsOf(row), level: scam.level });
      }
    }
    const groups = tally.groups();
    await printReport(formatScamTable(groups), { report: 'scam', engine: measuredEngine(safety.about()), groups }, flags.out);
    return EXIT.ok;
  } finally {
    await safety.dispose();
  }
}

function labelsOf(row: LabelledRow): { readonly label: ScamLabel; readonly lang: string; readonly source: string } {
  const { label, lang, source } = row.value;
  if (label !== 'ham' && label !== 'spam' && label !== 'scam') throw row.refuse('label');
  return {
    label,
    lang: typeof lang === 'string' && lang !== '' ? lang : 'unknown',
    source: typeof source === 'string' && source !== '' ? source : row.file,
  };
}

function firstMessage(id: string, text: string): Required<BatchItem> {
  return {
    message: { id: id.slice(-256), conversationId: id.slice(-256), kind: 'text', text, sentAt: 0, direction: 'incoming' },
    context: { relationship: 'stranger' },
  };
}
