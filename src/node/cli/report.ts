import { Command } from 'commander';
import type { Done } from './failure.ts';
import { reportCasesCommand } from './report-cases.ts';
import { reportIndicatorsCommand } from './report-indicators.ts';
import { reportKeysCommand } from './report-keys.ts';
import { reportOpenCommand } from './report-open.ts';
import { reportReceiptCommand } from './report-receipt.ts';

/** The receiving side of reports, for reference and for tests. */
export function reportCommand(done: Done): Command {
  const command = new Command('report').description('A moderator\'s side of reports: keys, opening, receipts, cases, figures.');
  for (const make of [reportKeysCommand, reportOpenCommand, reportReceiptCommand, reportCasesCommand, reportIndicatorsCommand]) command.addCommand(make(done));
  return command;
}
