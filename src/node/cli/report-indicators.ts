import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { RecipientKey } from '../../report/index.ts';
import { readCase } from '../report/case-line.ts';
import { indicatorsOf, type CaseRecord } from '../report/indicators.ts';
import { indicatorsPage } from '../report/indicators-page.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { readLines } from './line-reader.ts';
import { readModeratorFile } from './moderator-keys.ts';

interface IndicatorFlags {
  readonly in: string;
  readonly keys: string;
  readonly html?: string;
  readonly name: string;
  readonly asOf?: string;
  readonly targetHours?: string;
  readonly reviewers?: string;
  readonly smallest: string;
}

const AFTER = `
A line in is one report of the service's records:
  { "reportId", "receivedAt", "language", "urgency", "receipts": [signed receipts], "reporter"?, "account"?, "priorActions"?,
    "policy"?, "sketches"?: [{ "size", "sketch" }], "cluster"?, "firstSentAt"? }
policy and sketches are those of the report ("report open --json"): reports about near-copies of one message are counted as duplicates.
Times are milliseconds since 1970; reporter and account are blinded tokens. Prints the figures as JSON; --html also writes a page with
plots that asks for nothing. Receipts that no key of --keys signed are not counted, and their number is told.

Example:
  inward report indicators --in cases.jsonl --keys moderator.json --name "Example Messenger" --html indicators.html`;

export function reportIndicatorsCommand(done: Done): Command {
  return new Command('indicators')
    .description('Figures on what became of reports, from signed receipts.')
    .requiredOption('--in <file>', 'cases, one JSON object a line')
    .requiredOption('--keys <file>', 'private file of the recipient')
    .option('--html <file>', 'page to write')
    .option('--name <name>', 'of the service', 'This service')
    .option('--as-of <time>', 'ISO 8601; default now')
    .option('--target-hours <hours>', 'within which the service means to answer')
    .option('--reviewers <list>', 'full-time equivalents by language: my=12,en=30')
    .option('--smallest <reports>', 'languages with fewer stand together, with others that hide them', '10')
    .addHelpText('after', AFTER)
    .action(async (flags: IndicatorFlags) => { done(await run(flags)); });
}

async function run(flags: IndicatorFlags): Promise<number> {
  const asOf = flags.asOf === undefined ? Date.now() : Date.parse(flags.asOf);
  if (Number.isNaN(asOf)) throw new CommandFailure('--as-of is a time, such as 2026-12-01.', EXIT.usage);
  const smallest = numberOf(flags.smallest, '--smallest is a whole number from 1.', (value) => Number.isSafeInteger(value) && value >= 1);
  const targetHours = flags.targetHours === undefined ? undefined : numberOf(flags.targetHours, '--target-hours is a number over 0.', (value) => value > 0 && value < Infinity);
  const reviewers = Object.fromEntries((flags.reviewers ?? '').split(',').filter(Boolean).map((one) => {
    const [language = '', people = ''] = one.split('=');
    return [language, numberOf(people, '--reviewers are numbers by language, such as my=12,en=30.', (value) => value >= 0 && value < Infinity)];
  }));
  const keys = (await readModeratorFile(flags.keys)).keys.map(({ key }) => key);
  const { cases, bad, forged } = await readCases(flags.in, keys);
  const found = indicatorsOf(cases, { asOf, smallest });
  process.stdout.write(`${JSON.stringify({ ...found, refusedLines: bad, forgedReceipts: forged }, null, 1)}\n`);
  if (flags.html !== undefined) {
    const page = indicatorsPage(found, { name: flags.name, ...targetHours === undefined ? {} : { targetHours }, reviewers });
    await writeFile(flags.html, page).catch((error: unknown) => { throw fileFailure('write', flags.html ?? '', error); });
  }
  return bad + forged === 0 ? EXIT.ok : EXIT.failed;
}

/** @throws {CommandFailure} usage */
function numberOf(text: string, said: string, is: (value: number) => boolean): number {
  const value = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : NaN;
  if (!is(value)) throw new CommandFailure(said, EXIT.usage);
  return value;
}

async function readCases(path: string, keys: readonly RecipientKey[]): Promise<{ readonly cases: readonly CaseRecord[]; readonly bad: number; readonly forged: number }> {
  const cases: CaseRecord[] = [];
  let [bad, forged] = [0, 0];
  try {
    for await (const { content } of readLines(createReadStream(path))) {
      const found = typeof content === 'string' ? await readCase(parsed(content), keys) : undefined;
      if (found === undefined) bad += 1;
      else {
        cases.push(found.record);
        forged += found.forged;
      }
    }
  } catch (error) {
    throw fileFailure('read', path, error);
  }
  return { cases, bad, forged };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
