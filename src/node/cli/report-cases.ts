import { createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import type { Report } from '../../contract/report.ts';
import { caseOf, type CheckedCopies } from '../../report/moderator.ts';
import type { SignedReceipt, VerifiedMessage } from '../../report/index.ts';
import type { CaseLine } from '../report/case-line.ts';
import { tagKeys } from '../report/moderator-file.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { readLines } from './line-reader.ts';
import { readModeratorFile } from './moderator-keys.ts';

interface CasesFlags {
  readonly keys: string;
  readonly in?: string;
  readonly receipts?: string;
}

/** A line of `inward report open --json`. */
export interface OpenedLine {
  readonly report: Report;
  readonly messages: readonly VerifiedMessage[];
  readonly receivedAt: number;
  readonly reporter?: string;
  readonly copies?: CheckedCopies;
}

const AFTER = `
Reads the lines of "report open --json" and prints for each what "report indicators" reads: no texts, and accounts as tokens, which are
HMAC-SHA-256 under the oldest tag key of --keys. Sketches are those of verified messages which the messages give. Receipts, one a line as
"report receipt" prints them, go to their report; "report indicators" checks them.
Exit code: 0, or 1 where a line was no opened report.

Example:
  inward report open --json --keys moderator.json --reporter ana report.bin | inward report cases --keys moderator.json --receipts receipts.jsonl > cases.jsonl`;

export function reportCasesCommand(done: Done): Command {
  return new Command('cases')
    .description('Make the lines that figures are counted from, of opened reports and receipts.')
    .requiredOption('--keys <file>', 'private file of the recipient')
    .option('--in <file>', 'lines of "report open --json"; default standard input')
    .option('--receipts <file>', 'signed receipts, one a line')
    .addHelpText('after', AFTER)
    .action(async (flags: CasesFlags) => { done(await run(flags)); });
}

async function run(flags: CasesFlags): Promise<number> {
  const key = tagKeys(await readModeratorFile(flags.keys)).at(-1)?.key;
  if (key === undefined) throw new CommandFailure('There is no tag key in the file: accounts could not be blinded.');
  const blind = (account: string): string => createHmac('sha256', key).update(`inward-case-1\n${account}`).digest('base64url').slice(0, 22);
  const receipts = (await linesOf(flags.receipts)).filter(isReceipt);
  let bad = 0;
  for (const line of await linesOf(flags.in ?? '-')) {
    if (!isOpened(line)) {
      bad += 1;
      continue;
    }
    const { report, messages, ...facts } = line;
    const { reporter, account, ...found } = caseOf(report, messages, facts);
    const record: CaseLine = {
      ...found, ...reporter === undefined ? {} : { reporter: blind(reporter) }, ...account === undefined ? {} : { account: blind(account) },
      receipts: receipts.filter(({ receipt }) => receipt.reportId === report.id),
    };
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }
  if (bad > 0) process.stderr.write(`inward: ${bad} ${bad === 1 ? 'line is' : 'lines are'} no opened report.\n`);
  return bad === 0 ? EXIT.ok : EXIT.failed;
}

async function linesOf(path: string | undefined): Promise<readonly unknown[]> {
  if (path === undefined) return [];
  const lines: unknown[] = [];
  try {
    for await (const { content } of readLines(path === '-' ? process.stdin : createReadStream(path))) lines.push(typeof content === 'string' ? parsed(content) : undefined);
  } catch (error) {
    throw fileFailure('read', path, error);
  }
  return lines;
}

function isOpened(line: unknown): line is OpenedLine {
  const { report, messages, receivedAt } = (line ?? {}) as Partial<OpenedLine>;
  return typeof report?.id === 'string' && Array.isArray(messages) && typeof receivedAt === 'number';
}

function isReceipt(line: unknown): line is SignedReceipt {
  return typeof (line as Partial<SignedReceipt> | undefined)?.receipt?.reportId === 'string';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
