import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildReport, checkCommitment, openReport, reportBytes, sealReport, verifyMessages, type Franking, type FrankedBody } from '../../../src/report/index.ts';
import { canonicalJson } from '../../../src/report/canonical.ts';
import { tagCommitment } from '../../../src/report/index.ts';
import { commitmentOf } from '../../oracle/franking.ts';
import { Conversation, draftOf, makeRecipient, NOW, SAFETY } from '../../fixtures/report/world.ts';
import { runs } from '../../property/runs.ts';

const OPENING = 'A'.repeat(43);
const { key: tagKey } = new Conversation();
const HONEST: FrankedBody = { v: 1, conversationId: 'ana-ben', senderId: 'ben', messageId: 'm', counter: 0, kind: 'text', sentAt: NOW, text: 'hello' };

/** What a client of the sender's own making may put into a ciphertext, now and then honest. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\ud800', '\udc00', '\u0000', '"', '\\', '\u2028', 'က', 'a'), maxLength: 40 }));
const odd = fc.oneof(text, fc.double(), fc.maxSafeInteger(), fc.constantFrom(null, true, [], {}, -1, 2 ** 53));
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.oneof({ weight: 60, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const attachments = fc.array(fc.record({ kind: mostly('image', 'poem'), digest: mostly('A'.repeat(43), 'B', ''), key: mostly('AAAA', 'A'.repeat(400), '=') }), { maxLength: 66 });
const bodies = fc.tuple(
  fc.record({ text, counter: fc.nat(), sentAt: fc.nat(), forwardHops: fc.nat({ max: 300 }), replyTo: text.map((id) => id || 'm'), attachments }, { requiredKeys: [] }),
  fc.option(fc.dictionary(fc.constantFrom('v', 'conversationId', 'senderId', 'messageId', 'counter', 'kind', 'sentAt', 'text', 'edits', 'extra', '__proto__', 'toJSON'), odd, { maxKeys: 1 }), { nil: {} }),
).map(([usual, strange]) => ({ ...HONEST, ...usual, ...strange }) as unknown as FrankedBody);

it('what a recipient’s app does not mark at once can be reported, and is verified', async () => {
  const moderator = await makeRecipient();
  let [reported, marked] = [0, 0];
  await fc.assert(fc.asyncProperty(bodies, async (body) => {
    let commitment: string;
    try {
      commitment = commitmentOf(OPENING, JSON.parse(canonicalJson(body)));
    } catch {
      // No JSON of ours: then no commitment opens it.
      commitment = 'A'.repeat(43);
    }
    const context = { conversationId: 'ana-ben', senderId: 'ben', recipientId: 'ana', messageId: 'm', sequence: 3, receivedAt: 0 };
    const franking: Franking = { opening: OPENING, commitment, context, tag: await tagCommitment(tagKey, commitment, context) };
    if (!await checkCommitment(body, franking, context)) {
      marked += 1;
      return;
    }
    reported += 1;
    const message = { id: 'm', conversationId: 'ana-ben', senderId: 'ben', kind: 'text' as const, sentAt: NOW, direction: 'incoming' as const };
    const report = buildReport(SAFETY, draftOf([{ message, franked: { body, ...franking } }]));
    const { envelopes } = await sealReport(report, { now: NOW, moderator: [moderator.key] });
    const opened = await openReport(envelopes[0] as Uint8Array, [moderator], new Set());
    expect(opened.bytes).toEqual(reportBytes(report));
    expect((await verifyMessages(opened.report, { tagKeys: [tagKey], reporterId: 'ana' })).map(({ state }) => state)).toEqual(['verified']);
  }), runs(300));
  // Both happen, or this showed nothing.
  expect(Math.min(reported, marked)).toBeGreaterThan(30);
});

it('the longest franked body fits into a report with all that a person adds', async () => {
  const thread = new Conversation();
  const empty = await thread.send('ben', '');
  const room = 48_000 - canonicalJson(empty.body).length;
  const sent = await thread.send('ben', 'x'.repeat(room));
  const report = buildReport(SAFETY, draftOf([{ message: { id: 'm', conversationId: thread.id, kind: 'text', sentAt: 1, direction: 'incoming' }, franked: sent }], { note: 'က'.repeat(2_000) }));
  expect(reportBytes(report).length).toBeGreaterThan(54_000);
  expect((await verifyMessages(report, { tagKeys: [thread.key] }))[0]?.state).toBe('verified');
  await expect(thread.send('ben', 'x'.repeat(room + 1))).rejects.toMatchObject({ code: 'limit-exceeded' });
});
