import { openReport, sealReport, verifyMessages, type PrivateRecipientKey } from '../../../src/report/index.ts';
import { Conversation, makeRecipient, NOW, reportOf, type FrankedMessage } from '../../fixtures/report/world.ts';
import { measureAsync, toRows, turns, type BenchRow } from '../measure.ts';
import type { SuiteOptions } from './suite.ts';

const MESSAGES = 30;

/** A report of thirty messages of 200 units, franked: building the preview, sealing it, and the moderator's side. */
export async function reportSuite({ quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const thread = new Conversation();
  const sent: FrankedMessage[] = [];
  for (let i = 0; i < MESSAGES; i += 1) sent.push(await thread.send('ben', 'a message of two hundred units '.repeat(7).slice(0, 200)));
  const moderator = await makeRecipient();
  const report = reportOf(sent);
  const seal = async (): Promise<Uint8Array> => (await sealReport(report, { now: NOW, moderator: [moderator.key] })).envelopes[0] as Uint8Array;
  const envelope = await seal();
  const measured = await measureAsync([
    { name: '30 messages, preview built', run: () => Promise.resolve(reportOf(sent).messages.length) },
    { name: '30 messages, sealed', run: async () => (await seal()).length },
    { name: '30 messages, opened and verified', run: () => opened(envelope, moderator, thread) },
  ], turns(quick));
  return toRows('report', measured);
}

async function opened(envelope: Uint8Array, moderator: PrivateRecipientKey, thread: Conversation): Promise<number> {
  const { report } = await openReport(envelope, [moderator], new Set());
  const verified = await verifyMessages(report, { tagKeys: [thread.key] });
  // Refusing is quicker: then this would measure something else.
  if (verified.some(({ state }) => state !== 'verified')) throw new Error('a message was refused');
  return verified.length;
}
