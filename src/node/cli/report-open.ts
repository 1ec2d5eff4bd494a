import { appendFile, readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { isSafetyError } from '../../contract/errors.ts';
import { openReport, verifyMessages, type SeenReports } from '../../report/index.ts';
import { checkCopies } from '../../report/moderator.ts';
import { copiesOf } from '../report/copies-of.ts';
import { recipientKeys, tagKeys } from '../report/moderator-file.ts';
import { printReport } from '../report/print-report.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { readModeratorFile } from './moderator-keys.ts';

interface OpenFlags {
  readonly keys: string;
  readonly reporter?: string;
  readonly received?: string;
  readonly seen?: string;
  readonly json?: boolean;
}

const AFTER = `
Opens sealed reports, checks every message of them, and prints what is proven, what is not, and what is missing. A report that was
forged, cut, changed or came before is refused with its code; so is each message that was, and each sketch that its message does not give. With --seen the ids of opened reports
are kept in a file, one a line, and one that comes again is refused.
Exit code: 0 all opened and nothing refused, 1 a report, a message or a sketch was refused, 2 wrong command line.

Example:
  inward report open --keys moderator.json --reporter ana report.bin`;

export function reportOpenCommand(done: Done): Command {
  return new Command('open')
    .description('Open sealed reports and verify their messages.')
    .argument('<files...>', 'sealed reports, one envelope each')
    .requiredOption('--keys <file>', 'private file of the recipient ("inward report keys")')
    .option('--reporter <account>', 'account that sent the report, where the transport says it')
    .option('--received <time>', 'when they arrived, for figures: ISO 8601; default now')
    .option('--seen <file>', 'ids of reports that were opened')
    .option('--json', 'one JSON line a report: { "header", "report", "messages", "receivedAt", "reporter"?, "copies"? }, or { "file", "error" }')
    .addHelpText('after', AFTER)
    .action(async (files: readonly string[], flags: OpenFlags) => { done(await open(files, flags)); });
}

async function open(files: readonly string[], { keys, reporter, received, seen, json }: OpenFlags): Promise<number> {
  const receivedAt = received === undefined ? Date.now() : Date.parse(received);
  if (Number.isNaN(receivedAt)) throw new CommandFailure('--received is a time, such as 2026-12-01T10:00Z.', EXIT.usage);
  const sentBy = reporter === undefined ? {} : { reporter };
  const moderator = await readModeratorFile(keys);
  const known = await seenIn(seen);
  let exitCode: number = EXIT.ok;
  for (const file of files) {
    const envelope = await readFile(file).catch((error: unknown) => { throw fileFailure('read', file, error); });
    try {
      const opened = await openReport(envelope, recipientKeys(moderator), known);
      const messages = await verifyMessages(opened.report, { tagKeys: tagKeys(moderator), ...(reporter === undefined ? {} : { reporterId: reporter }) });
      const copies = await checkCopies(opened.report, messages, copiesOf);
      if (copies.unlike.length > 0 || copies.isCountForged || messages.some(({ state }) => state === 'refused')) exitCode = EXIT.failed;
      process.stdout.write(json === true ? `${JSON.stringify({ header: opened.header, report: opened.report, messages, receivedAt, ...sentBy, ...opened.report.duplicates && { copies } })}\n` : `${printReport(opened, messages, copies)}\n`);
    } catch (error) {
      if (!isSafetyError(error)) throw error;
      exitCode = EXIT.failed;
      if (json === true) process.stdout.write(`${JSON.stringify({ file, error: { code: error.code, message: error.message } })}\n`);
      else process.stderr.write(`inward: ${file}: ${error.message} (${error.code})\n`);
    }
  }
  return exitCode;
}

async function seenIn(path: string | undefined): Promise<SeenReports> {
  if (path === undefined) return new Set<string>();
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw fileFailure('read', path, error);
  });
  const ids = new Set(text.split('\n'));
  return {
    has: (id) => ids.has(id),
    add: async (id) => {
      ids.add(id);
      await appendFile(path, `${id}\n`).catch((error: unknown) => { throw fileFailure('write', path, error); });
    },
  };
}
