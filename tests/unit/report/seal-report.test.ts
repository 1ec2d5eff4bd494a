import { afterEach, describe, expect, it, vi } from 'vitest';
import { openReport, recipientKeyId, reportBytes, sealReport, type PrivateRecipientKey } from '../../../src/report/index.ts';
import { keyInForce } from '../../../src/report/recipient-keys.ts';
import { PADDED_SIZES, pad, unpad } from '../../../src/report/padding.ts';
import { Conversation, DAY, makeRecipient, NOW, reportOf, type FrankedMessage } from '../../fixtures/report/world.ts';

const sent = async (texts: readonly string[]): Promise<readonly FrankedMessage[]> => {
  const thread = new Conversation();
  const messages: FrankedMessage[] = [];
  for (const text of texts) messages.push(await thread.send('ben', text));
  return messages;
};
const code = async (done: Promise<unknown>): Promise<unknown> => done.then(() => 'resolved', (error: { code?: string }) => error.code ?? String(error));
const OVERHEAD = 300;

describe('a seal', () => {
  it('opens to the bytes that were read, for its recipient alone', async () => {
    const [moderator, other] = [await makeRecipient(), await makeRecipient()];
    const report = reportOf(await sent(['one', 'two']));
    const { envelopes, facts } = await sealReport(report, { now: NOW, moderator: [moderator.key] });
    expect(envelopes).toHaveLength(1);
    const opened = await openReport(envelopes[0] as Uint8Array, [other, moderator], new Set());
    expect(opened.bytes).toEqual(reportBytes(report));
    expect(opened.report).toEqual(report);
    expect(facts).toEqual({
      reportId: report.id, sealedAt: NOW, messages: 2, category: 'threats', urgency: 'routine',
      recipients: [{ to: 'moderator', name: 'Moderators', keyId: moderator.key.id, notAfter: moderator.key.notAfter }],
    });
    expect(await code(openReport(envelopes[0] as Uint8Array, [other], new Set()))).toBe('key-unknown');
    const impostor: PrivateRecipientKey = { ...other, key: moderator.key };
    expect(await code(openReport(envelopes[0] as Uint8Array, [impostor], new Set()))).toBe('seal-broken');
  });

  it('has one of three sizes, and says no word of the report outside', async () => {
    const moderator = await makeRecipient();
    for (const [texts, size] of [[['x'], 0], [[], 0], [Array.from({ length: 30 }, () => 'y'.repeat(200)), 1], [['z'.repeat(40_000)], 2]] as const) {
      const { envelopes } = await sealReport(reportOf(await sent(texts), { category: 'scam', involvesChild: true, urgency: 'emergency' }), { now: NOW, moderator: [moderator.key] });
      const length = (envelopes[0] as Uint8Array).length - PADDED_SIZES[size];
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(OVERHEAD);
      // Before the encapsulated key and the ciphertext with its tag.
      const outside = Buffer.from((envelopes[0] as Uint8Array).subarray(0, length - 32 - 16)).toString('latin1');
      expect(outside).toMatch(/^IWR1..\{"envelopeId":"[\w-]{22}","keyId":"[\w-]{22}","policy":"terms-1","to":"moderator","v":1\}$/s);
      for (const word of ['scam', 'emergency', 'child', 'ben', 'ana']) expect(outside).not.toContain(word);
    }
  });

  it('for a partner is one of its own; the two cannot be joined from outside', async () => {
    const [moderator, partner] = [await makeRecipient(), await makeRecipient({ policy: 'partner-terms-3', notAfter: NOW + 2 * DAY })];
    const report = reportOf(await sent(['one']));
    const { envelopes, facts } = await sealReport(report, { now: NOW, moderator: [moderator.key], partner: [partner.key] });
    expect(facts.recipients.map(({ to }) => to)).toEqual(['moderator', 'partner']);
    expect(facts.recipients.map(({ notAfter }) => notAfter)).toEqual([moderator.key.notAfter, NOW + 2 * DAY]);
    const [one, two] = envelopes as [Uint8Array, Uint8Array];
    expect((await openReport(one, [moderator], new Set())).report).toEqual(report);
    expect((await openReport(two, [partner], new Set())).report).toEqual(report);
    expect(await code(openReport(two, [moderator], new Set()))).toBe('key-unknown');
    expect(Buffer.from(one.subarray(0, 250)).toString('latin1')).not.toContain(report.id);
    const envelopeId = (bytes: Uint8Array): string | undefined => /"envelopeId":"([\w-]+)"/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    expect(envelopeId(one)).not.toBe(envelopeId(two));
  });

  it('of the same report is another one each time, and opens once', async () => {
    const moderator = await makeRecipient();
    const report = reportOf(await sent(['one']));
    const [first, again] = await Promise.all([1, 2].map(() => sealReport(report, { now: NOW, moderator: [moderator.key] })));
    expect(first?.envelopes[0]).not.toEqual(again?.envelopes[0]);
    const seen = new Set<string>();
    await openReport(first?.envelopes[0] as Uint8Array, [moderator], seen);
    expect(await code(openReport(first?.envelopes[0] as Uint8Array, [moderator], seen))).toBe('report-replayed');
    expect(await code(openReport(again?.envelopes[0] as Uint8Array, [moderator], seen))).toBe('report-replayed');
  });

  it('is bound to the terms that the report was built for', async () => {
    const [moderator, renewed] = [await makeRecipient(), await makeRecipient({ policy: 'terms-2' })];
    const report = reportOf(await sent(['one']));
    expect(await code(sealReport(report, { now: NOW, moderator: [renewed.key] }))).toBe('policy-mismatch');
    const { envelopes } = await sealReport(report, { now: NOW, moderator: [moderator.key] });
    const changed: PrivateRecipientKey = { ...moderator, key: { ...moderator.key, policy: 'terms-2' } };
    expect(await code(openReport(envelopes[0] as Uint8Array, [changed], new Set()))).toBe('policy-mismatch');
  });
});

describe('keys', () => {
  it('rotate: the newest in force is taken, and an old one still opens what was sealed to it', async () => {
    const [old, next] = [await makeRecipient({ notAfter: NOW + 5 * DAY }), await makeRecipient({ notBefore: NOW + 3 * DAY, notAfter: NOW + 60 * DAY })];
    const pinned = [old.key, next.key];
    for (const [now, id] of [[NOW, old.key.id], [NOW + 3 * DAY - 1, old.key.id], [NOW + 3 * DAY, next.key.id], [NOW + 59 * DAY, next.key.id]] as const) {
      expect((await keyInForce(pinned, now)).id).toBe(id);
      expect((await keyInForce([...pinned].reverse(), now)).id).toBe(id);
    }
    const report = reportOf(await sent(['one']));
    const { envelopes } = await sealReport(report, { now: NOW, moderator: pinned });
    expect((await openReport(envelopes[0] as Uint8Array, [next, old], new Set())).report).toEqual(report);
  });

  it('out of force seal nothing', async () => {
    const { key } = await makeRecipient();
    const report = reportOf(await sent(['one']));
    for (const now of [key.notBefore - 1, key.notAfter, key.notAfter + DAY]) expect(await code(sealReport(report, { now, moderator: [key] }))).toBe('recipient-key-expired');
    expect(await code(sealReport(report, { now: NOW, moderator: [] }))).toBe('recipient-key-expired');
    expect(await code(sealReport(report, { now: NOW, moderator: [key], partner: [] }))).toBe('recipient-key-expired');
  });

  it('that were exchanged are seen by their id', async () => {
    const [{ key }, other] = [await makeRecipient(), await makeRecipient()];
    const report = reportOf(await sent(['one']));
    const changes = [{ publicKey: other.key.publicKey }, { receiptKey: other.key.receiptKey }, { notAfter: key.notAfter + DAY }, { policy: 'terms-9' }, { publicKey: 'short' }, { id: other.key.id }];
    for (const change of changes) expect(await code(sealReport(report, { now: NOW, moderator: [{ ...key, ...change }] })), JSON.stringify(change)).toBe('recipient-key-invalid');
    expect(await recipientKeyId({ ...key })).toBe(key.id);
  });
});

describe('a press', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it.each([
    [true, undefined, 'resolved'], [false, undefined, 'gesture-required'], [true, { isTrusted: true }, 'resolved'], [true, { isTrusted: false }, 'gesture-required'],
    [false, { isTrusted: true }, 'gesture-required'],
  ])('activation %s, event %j: %s', async (isActive, press, expected) => {
    vi.stubGlobal('navigator', { userActivation: { isActive } });
    const moderator = await makeRecipient();
    expect(await code(sealReport(reportOf([]), { now: NOW, moderator: [moderator.key], ...(press === undefined ? {} : { press }) }))).toBe(expected);
  });

  it('in a page that does not know of activation is the event', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('document', {});
    const moderator = await makeRecipient();
    const seal = (press?: { readonly isTrusted: boolean }): Promise<unknown> => code(sealReport(reportOf([]), { now: NOW, moderator: [moderator.key], ...(press === undefined ? {} : { press }) }));
    expect([await seal(), await seal({ isTrusted: true }), await seal({ isTrusted: false })]).toEqual(['gesture-required', 'resolved', 'gesture-required']);
  });
});

describe('padding', () => {
  it('is undone, at every edge', () => {
    for (const length of [0, 1, 16_380, 16_381, 32_764, 32_765, 65_532]) {
      const bytes = new Uint8Array(length).fill(5);
      const padded = pad(bytes);
      expect(PADDED_SIZES).toContain(padded.length);
      expect(unpad(padded)).toEqual(bytes);
    }
    expect(() => pad(new Uint8Array(65_533))).toThrow(RangeError);
  });

  it('has one form: nothing hides in it', () => {
    const padded = pad(new Uint8Array(10).fill(5));
    for (const at of [14, 100, 16_383]) {
      const other = padded.slice();
      other[at] = 1;
      expect(unpad(other)).toBe(undefined);
    }
    const larger = new Uint8Array(32_768);
    larger.set(padded);
    for (const other of [larger, padded.slice(0, -1), new Uint8Array(), new Uint8Array(3), new Uint8Array(16_384).fill(255)]) expect(unpad(other)).toBe(undefined);
  });
});
