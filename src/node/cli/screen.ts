import { Command, Option } from 'commander';
import { isSafetyError } from '../../contract/errors.ts';
import type { Relationship } from '../../contract/message.ts';
import type { BatchItem, Safety } from '../../contract/safety.ts';
import type { Settings } from '../../contract/settings.ts';
import { explainMessage, type Explanation } from '../../testing/index.ts';
import { createSafety } from '../index.ts';
import { EXIT, toLineError, type Done } from './failure.ts';
import { openInput, type ExportFormat, type ScreenInput } from './screen-input.ts';
import { LineWriter } from './line-writer.ts';
import { createProgress } from './progress.ts';
import { readSettings } from './settings-file.ts';

interface ScreenFlags {
  readonly in: string;
  readonly out: string;
  readonly settings?: string;
  readonly explain?: boolean;
  readonly mode: 'live' | 'history';
  readonly format: 'jsonl' | ExportFormat;
  readonly relationship: Relationship;
  readonly me?: string;
}

const RELATIONSHIPS: readonly Relationship[] = [
  'self', 'contact', 'accepted', 'connected', 'stranger', 'restricted', 'blocked',
];

const AFTER = `
A line in is {"message": …, "context": …}; a line out is the verdict with the message's "id", in the same order.
A line that cannot be judged becomes {"id"?, "line", "error": {"code", "message"}} and the run goes on.
The clock of the run is each message's own "sentAt", so the same file gives the same verdicts on any day.
Exit code: 0 all lines judged, 1 a line or a file failed, 2 wrong command line, 130 stopped by Ctrl-C (the lines
written so far are whole).

Examples:
  inward screen --in messages.jsonl --out verdicts.jsonl --settings settings.json
  cat messages.jsonl | inward screen --in - --out - > verdicts.jsonl
  inward screen --format whatsapp --me "My Name" --in _chat.txt --out verdicts.jsonl`;

export function screenCommand(done: Done): Command {
  return new Command('screen')
    .description('Screen messages from a file and write one verdict a line.')
    .requiredOption('--in <file>', 'messages to read; - is stdin')
    .requiredOption('--out <file>', 'verdicts to write; - is stdout')
    .option('--settings <file>', "a person's settings as JSON (default: the default settings)")
    .option('--explain', 'add "explain": scam level, score, family, language and features, who writes, chain messages, for evaluation')
    .addOption(new Option('--mode <mode>', 'history raises no notice').choices(['live', 'history']).default('live'))
    .addOption(new Option('--format <format>', 'what the input is').choices(['jsonl', 'whatsapp', 'telegram'])
      .default('jsonl'))
    .addOption(new Option('--relationship <relationship>', "what the other people of an exported chat are to 'me'")
      .choices([...RELATIONSHIPS]).default('stranger'))
    .option('--me <name>', "whatsapp, telegram: the person's own name as it stands in the export")
    .addHelpText('after', AFTER)
    .action(async (flags: ScreenFlags) => { done(await screen(flags)); });
}

async function screen(flags: ScreenFlags): Promise<number> {
  const input = await openInput(flags);
  const settings = flags.settings === undefined ? undefined : await readSettings(flags.settings);
  const clock = { now: 0 };
  const safety = await startSafety(settings, clock);
  const stop = new AbortController();
  const interrupt = (): void => { stop.abort(); };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await run({ flags, input, safety, clock, signal: stop.signal });
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await safety.dispose();
  }
}

async function startSafety(settings: Settings | undefined, clock: { readonly now: number }): Promise<Safety> {
  const safety = await createSafety({ now: () => clock.now, ...(settings === undefined ? {} : { settings }) });
  const { rejected } = safety.hiddenWords;
  for (const { index, why } of rejected.slice(0, 20)) {
    process.stderr.write(`inward: hidden word number ${index + 1} is not used: ${why}\n`);
  }
  if (rejected.length > 20) process.stderr.write(`inward: and ${rejected.length - 20} more hidden words are not used\n`);
  return safety;
}

interface Run {
  readonly flags: ScreenFlags;
  readonly input: ScreenInput;
  readonly safety: Safety;
  readonly clock: { now: number };
  readonly signal: AbortSignal;
}

/** One line at a time, in order: state of a conversation depends on what came before. Memory stays at one line. */
async function run({ flags, input, safety, clock, signal }: Run): Promise<number> {
  const out = await LineWriter.open(flags.out);
  const progress = createProgress(input.total);
  let judged = 0;
  let failed = 0;
  try {
    for await (const line of input.lines(signal)) {
      if (signal.aborted || out.closed) break;
      let id: string | undefined;
      try {
        const item = line.read();
        id = idOf(item);
        const sentAt = item.message.sentAt;
        if (Number.isFinite(sentAt)) clock.now = sentAt;
        const verdict = await safety.screenMessage(item.message, item.context, { mode: flags.mode });
        const judgement = flags.explain === true ? { explain: await explain(safety, item) } : {};
        await out.write({ id: item.message.id, ...verdict, ...judgement });
      } catch (error) {
        failed += 1;
        await out.write({ ...(id === undefined ? {} : { id }), line: line.number, error: toLineError(error) });
      }
      judged += 1;
      progress.update(line.position, judged);
    }
  } finally {
    progress.stop();
    await out.close();
  }
  const count = `${judged} ${judged === 1 ? 'message' : 'messages'}, ${failed} failed`;
  if (signal.aborted) {
    process.stderr.write(`inward: stopped after ${count}; what is written is whole\n`);
    return EXIT.interrupted;
  }
  process.stderr.write(`inward: ${count}\n`);
  return failed > 0 ? EXIT.failed : EXIT.ok;
}

/** Null where the scam model is not in force (switched off in the settings): the verdict stands without it. */
async function explain(safety: Safety, { message, context }: Required<BatchItem>): Promise<Explanation | null> {
  try {
    return await explainMessage(safety, message, context);
  } catch (error) {
    if (isSafetyError(error) && UNEXPLAINED.has(error.code)) return null;
    throw error;
  }
}

const UNEXPLAINED: ReadonlySet<string> = new Set(['no-wasm', 'model-invalid', 'asset-unavailable']);

/** The id of a line that failed, where it has one worth naming. */
function idOf(item: Required<BatchItem>): string | undefined {
  const id: unknown = item.message.id;
  return typeof id === 'string' && id.length > 0 && id.length <= 256 ? id : undefined;
}
