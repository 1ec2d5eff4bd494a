import { Command, InvalidArgumentError } from 'commander';
import { measureCascade } from '../../../models/chain/cascade/measure.ts';
import { cascadeSwings } from '../../../models/chain/cascade/swings.ts';
import { SCENARIOS } from '../../../models/chain/cascade/scenarios.ts';
import { cascadeTables, swingTable } from '../eval/cascade-tables.ts';
import { formatTable } from '../eval/table.ts';
import { printReport } from './eval-report.ts';
import { EXIT, type Done } from './failure.ts';

interface EvalCascadeFlags {
  readonly people: number;
  readonly runs: number;
  readonly seed: number;
  readonly sensitivity?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

const AFTER = `
Scenarios: ${SCENARIOS.map(({ name, what }) => `\n  ${name.padEnd(15)} ${what}`).join('')}
Two communities with few ties between them, a text for each, three days. The devices run the package's own rule for chain
messages and its notice desk with the budgets that ship; people, ties and what people do are simulated, by the rates of
models/chain/cascade/rates.ts, of which most are assumed. The figures say what those rates imply, not what happened in any
country nor what would. The same seed prints the same.

Example:
  inward eval cascade --people 4000 --runs 10 --json`;

export function evalCascadeCommand(done: Done): Command {
  return new Command('cascade')
    .description('Chain letters in a simulated population, with and without cards, pause, limit and answers: reach at 24 and 72 h.')
    .option('--people <n>', 'people, from 200', countFrom(200), 4_000)
    .option('--runs <n>', 'runs', countFrom(1), 10)
    .option('--seed <n>', 'whole number from 0, of the first run', countFrom(0), 1)
    .option('--sensitivity', 'also one rate at a time over its range: some forty times as long')
    .option('--json', 'print JSON alone')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .addHelpText('after', AFTER)
    .action(async (flags: EvalCascadeFlags) => { done(await evalCascade(flags)); });
}

function countFrom(least: number): (value: string) => number {
  return (value) => {
    const count = Number(value);
    if (!/^\d{1,6}$/u.test(value) || count < least) throw new InvalidArgumentError(`It takes a whole number from ${least} to 999999.`);
    return count;
  };
}

async function evalCascade({ people, runs, seed, sensitivity, json, out }: EvalCascadeFlags): Promise<number> {
  const sizes = { people: people + people % 2, runs, seed };
  const report = measureCascade(sizes);
  const swings = sensitivity ? cascadeSwings(sizes) : undefined;
  const tables = [...cascadeTables(report), ...swings ? [swingTable(swings)] : []].map(({ title, head, rows }) => `${title}\n${formatTable(head, rows)}`).join('\n');
  await printReport(tables, { report: 'cascade', simulated: true, ...report, ...swings ? { swings } : {} }, json ? '-' : out);
  return EXIT.ok;
}
