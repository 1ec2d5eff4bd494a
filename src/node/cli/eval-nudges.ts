import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { OutgoingNudge } from '../../contract/outgoing.ts';
import type { Safety } from '../../contract/safety.ts';
import { readNudgeCorpus } from '../eval/nudges-corpus.ts';
import { formatNudgesTable, NudgeTally } from '../eval/nudges-table.ts';
import { createSafety } from '../index.ts';
import { measuredEngine, printReport } from './eval-report.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { readLabelled } from './labelled-file.ts';
import { findPackageRoot } from './package-root.ts';

interface EvalNudgesFlags {
  readonly in?: string;
  readonly data?: string;
  readonly out?: string;
  readonly half: 'test' | 'dev' | 'all';
}

const AFTER = `
Each line is reviewed as a teen's first message to a stranger. A folder holds a file a language, <tag>.txt, with lines under the
headings "## phone", "## address", "## school" and "## ordinary". Under each heading the first line, the third and so on are the
half that rules were written for (dev), the others are for measuring (test). Without --in the authored corpus of the repository is read.
With --data DIR the ordinary messages of DIR/scam/train.jsonl.gz are counted too, by language. No line is printed.

Example:
  inward eval nudges --in corpus --half test --out report.json`;

export function evalNudgesCommand(done: Done): Command {
  return new Command('nudges')
    .description('Nudges before a phone number, an address or a school is sent: recall and false ones, by language.')
    .option('--in <dir>', 'folder of corpus files')
    .option('--data <dir>', 'folder of evaluation data')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .addOption(new Option('--half <half>', 'which lines of a corpus').choices(['test', 'dev', 'all']).default('test'))
    .addHelpText('after', AFTER)
    .action(async (flags: EvalNudgesFlags) => { done(await evalNudges(flags)); });
}

async function evalNudges(flags: EvalNudgesFlags): Promise<number> {
  const folder = flags.in ?? join(findPackageRoot().folder, 'models', 'nudges', 'corpus');
  const names = await readdir(folder).catch((error: unknown) => { throw fileFailure('read', folder, error); });
  const files = names.filter((name) => /^[a-z-]+\.txt$/u.test(name)).sort();
  if (files.length === 0) throw new CommandFailure(`There is no <tag>.txt in ${folder}.`);
  const safety = await createSafety({ settings: { ...defaultSettings(), notices: 'off' }, now: () => 0 });
  try {
    const tally = new NudgeTally();
    for (const name of files) {
      const path = join(folder, name);
      const text = await readFile(path, 'utf8').catch((error: unknown) => { throw fileFailure('read', path, error); });
      const lang = name.slice(0, -4);
      for (const line of readNudgeCorpus(lang, text)) {
        if (flags.half === 'all' || line.half === flags.half) tally.add(`authored ${flags.half}`, lang, line.kind, await review(safety, line.text));
      }
    }
    if (flags.data !== undefined) await addOrdinary(safety, join(flags.data, 'scam', 'train.jsonl.gz'), tally);
    const groups = tally.groups();
    await printReport(formatNudgesTable(groups), { report: 'nudges', engine: measuredEngine(safety.about()), groups }, flags.out);
    return EXIT.ok;
  } finally {
    await safety.dispose();
  }
}

async function addOrdinary(safety: Safety, path: string, tally: NudgeTally): Promise<void> {
  if (!existsSync(path)) throw new CommandFailure(`There is no data in ${path}. Evaluation data is not part of this package.`);
  for await (const row of readLabelled(path)) {
    const { text, label, lang } = row.value;
    if (typeof text !== 'string') throw row.refuse('text');
    if (label === 'ham') tally.add('ordinary', typeof lang === 'string' ? lang : 'unknown', 'ordinary', await review(safety, text));
  }
}

async function review(safety: Safety, text: string): Promise<readonly OutgoingNudge[]> {
  const { nudges, degraded } = await safety.reviewOutgoing(
    { id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'outgoing' }, { relationship: 'stranger', me: { ageBand: 'teen' } });
  const code = degraded[0]?.code;
  // A table over lines that were not read would be a false one.
  if (code !== undefined && code !== 'limit-exceeded') throw new CommandFailure(`The texts were not read: ${code}.`);
  return nudges;
}
