import { Command, Option } from 'commander';
import { OUTCOMES, signReceipt, type Outcome, type Receipt } from '../../report/index.ts';
import { recipientKeys } from '../report/moderator-file.ts';
import { CommandFailure, EXIT, type Done } from './failure.ts';
import { readModeratorFile } from './moderator-keys.ts';

interface ReceiptFlags {
  readonly keys: string;
  readonly report: string;
  readonly key?: string;
  readonly number: string;
  readonly status: Receipt['status'];
  readonly outcome?: Outcome;
  readonly text?: string;
  readonly at?: string;
}

const AFTER = `
Prints one signed receipt as JSON, for the app to hand to "tickets.receive". Numbers rise with every receipt of a report.

Example:
  inward report receipt --keys moderator.json --report ID --number 3 --status final --outcome removed --text "We took it down."`;

export function reportReceiptCommand(done: Done): Command {
  return new Command('receipt')
    .description('Sign what became of a report.')
    .requiredOption('--keys <file>', 'private file of the recipient')
    .requiredOption('--report <id>', 'id of the report')
    .requiredOption('--number <number>', 'of this receipt, from 1')
    .addOption(new Option('--status <status>').choices(['received', 'in-review', 'final']).makeOptionMandatory())
    .addOption(new Option('--outcome <code>', 'with final').choices(OUTCOMES))
    .option('--text <text>', 'what happened, in the reporter\'s language')
    .option('--key <id>', 'key that the report was sealed to; default the newest')
    .option('--at <time>', 'ISO 8601; default now')
    .addHelpText('after', AFTER)
    .action(async (flags: ReceiptFlags) => {
      process.stdout.write(`${JSON.stringify(await sign(flags))}\n`);
      done(EXIT.ok);
    });
}

async function sign({ keys, report, key, number, status, outcome, text, at }: ReceiptFlags): Promise<unknown> {
  const file = await readModeratorFile(keys);
  const own = recipientKeys(file).find((one) => key === undefined || one.key.id === key);
  if (own === undefined) throw new CommandFailure('There is no such key in the file.');
  const receipt: Receipt = {
    v: 1, reportId: report, number: Number(number), status, at: at === undefined ? Date.now() : Date.parse(at),
    ...(outcome === undefined ? {} : { outcome }), ...(text === undefined ? {} : { text }),
  };
  try {
    return await signReceipt(receipt, own);
  } catch (error) {
    if (error instanceof TypeError) throw new CommandFailure('This is no receipt: final ones have an outcome, others have none; ids are 22 letters, numbers whole.', EXIT.usage);
    throw error;
  }
}
