import { Command, InvalidArgumentError, Option } from 'commander';
import { CONTACT_CARD, CONTACT_CALIBRATIONS, CONTACT_MODEL_SHA256 } from '../../../build/contact-card.gen.ts';
import { measureWorld, USUAL_SIZES } from '../../../models/contact/measure.ts';
import { JUDGED_WORLDS, TRAINING_WORLDS, WORLDS } from '../../../models/contact/simulator/worlds.ts';
import { contactModel } from '../../decide/contact-table.ts';
import { contactTables } from '../eval/contact-tables.ts';
import { formatTable } from '../eval/table.ts';
import { printReport } from './eval-report.ts';
import { EXIT, type Done } from './failure.ts';

interface EvalContactFlags {
  readonly seed: number;
  readonly world: string;
  readonly threads: number;
  readonly json?: boolean;
  readonly out?: string;
}

const AFTER = `
Worlds to train and choose on: ${TRAINING_WORLDS.join(', ')}.
Worlds for judging: ${Object.entries(JUDGED_WORLDS).map(([name, { about }]) => `\n  ${name.padEnd(13)} ${about}`).join('')}
Everything is simulated: no message of a real person is in it, and the figures are properties of the simulator
(models/contact/simulator/rates.ts), not of any service. Adversaries know the scorecard and choose what it sees least.
A seed draws the world's rates from their ranges and then its threads; the same seed prints the same. Half a minute
for 200,000 honest threads.

Example:
  inward eval contact --seed 7 --world gaming --json`;

export function evalContactCommand(done: Done): Command {
  return new Command('contact')
    .description('The contact scorecard in a simulated world: false notices by role, recall by adversary, and the bars.')
    .option('--seed <n>', 'whole number from 0; draws the rates and the threads', readCount, 1)
    .addOption(new Option('--world <name>', 'which world').choices([...WORLDS]).default('middle'))
    .option('--threads <n>', 'honest new threads', readCount, USUAL_SIZES.benign)
    .option('--json', 'print JSON alone')
    .option('--out <file>', 'write the numbers as JSON; - is stdout')
    .addHelpText('after', AFTER)
    .action(async (flags: EvalContactFlags) => { done(await evalContact(flags)); });
}

function readCount(value: string): number {
  const count = Number(value);
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return count;
}

async function evalContact({ seed, world, threads, json, out }: EvalContactFlags): Promise<number> {
  const scale = threads / USUAL_SIZES.benign;
  const sizes = { benign: threads, perKind: Math.max(1, Math.ceil(USUAL_SIZES.perKind * scale)), baseline: Math.max(1, Math.ceil(USUAL_SIZES.baseline * scale)) };
  const report = measureWorld(world, seed, contactModel(CONTACT_CARD), CONTACT_CALIBRATIONS, sizes);
  const tables = contactTables(report, world in JUDGED_WORLDS).map(({ title, head, rows }) => `${title}\n${formatTable(head, rows)}`).join('\n');
  await printReport(tables, { report: 'contact', modelSha256: CONTACT_MODEL_SHA256, ...report }, json ? '-' : out);
  return EXIT.ok;
}
