import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import type { Store } from '../../../src/contract/safety.ts';
import { createOutbox, openReport, sealReport, type SealedReport, type SendEnvelope } from '../../../src/report/index.ts';
import { Conversation, DAY, makeRecipient, NOW, reportOf } from '../../fixtures/report/world.ts';

const code = async (done: Promise<unknown>): Promise<unknown> => done.then(() => 'resolved', (error: { code?: string }) => error.code ?? String(error));
const seal = async (partner = false): Promise<{ readonly sealed: SealedReport; readonly moderator: Awaited<ReturnType<typeof makeRecipient>> }> => {
  const [moderator, other] = [await makeRecipient(), await makeRecipient({ notAfter: NOW + 20 * DAY })];
  const report = reportOf([await new Conversation().send('ben', 'canary words of a message')], { note: 'canary note', urgency: 'emergency' });
  return { moderator, sealed: await sealReport(report, { now: NOW, moderator: [moderator.key], ...(partner ? { partner: [other.key] } : {}) }) };
};
async function everything(store: Store): Promise<string> {
  const values = await Promise.all((await store.keys()).map(async (key) => `${key}${Buffer.from(await store.get(key) ?? []).toString('latin1')}`));
  return values.join('\n');
}

describe('an outbox', () => {
  it('keeps sealed bytes and facts; the text is nowhere', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal();
    await createOutbox(store).keep(sealed);
    const stored = await everything(store);
    for (const word of ['canary', 'ana-ben', 'may-cause']) expect(stored.split('IWR1')[0]).not.toContain(word);
    expect(stored).not.toContain('canary');
    expect(await createOutbox(store).waiting(NOW)).toEqual([{ facts: sealed.facts, isExpired: false }]);
    expect(Object.keys(sealed.facts).sort()).toEqual(['category', 'messages', 'notAfter', 'recipients', 'reportId', 'sealedAt', 'urgency']);
  });

  it('sends after a restart what was sealed, byte for byte, and forgets it', async () => {
    const store = createMemoryStore();
    const { sealed, moderator } = await seal();
    await createOutbox(store).keep(sealed);
    const sent: Uint8Array[] = [];
    const outbox = createOutbox(store);
    const ticket = await outbox.send(sealed.facts.reportId, async (envelope) => { sent.push(envelope); }, { now: NOW + DAY });
    expect(sent).toEqual(sealed.envelopes);
    expect((await openReport(sent[0] as Uint8Array, [moderator], new Set())).report.id).toBe(sealed.facts.reportId);
    expect(ticket).toEqual({ facts: sealed.facts, sentAt: NOW + DAY, receipts: [], nudged: [], escalatedBy: [] });
    expect(await store.keys()).toEqual([]);
    expect(await code(outbox.send(sealed.facts.reportId, async () => undefined, { now: NOW }))).toBe('input-invalid');
  });

  it('with a key out of force must be built anew: nothing is sent, nothing stays', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    const send = vi.fn<SendEnvelope>(async () => undefined);
    expect(await outbox.waiting(NOW + 20 * DAY - 1)).toMatchObject([{ isExpired: false }]);
    expect(await outbox.waiting(NOW + 20 * DAY)).toMatchObject([{ isExpired: true }]);
    expect(await code(outbox.send(sealed.facts.reportId, send, { now: NOW + 20 * DAY }))).toBe('recipient-key-expired');
    expect(send).not.toHaveBeenCalled();
    expect(await store.keys()).toEqual([]);
  });

  it('keeps what the network did not take, and sends no recipient twice', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    const taken: string[] = [];
    let isDown = true;
    const send: SendEnvelope = async (envelope, { to }) => {
      expect(envelope.length).toBeGreaterThan(16_384);
      if (to === 'partner' && isDown) throw new Error('no network');
      taken.push(to);
    };
    await expect(outbox.send(sealed.facts.reportId, send, { now: NOW })).rejects.toThrow('no network');
    expect(await outbox.waiting(NOW)).toHaveLength(1);
    isDown = false;
    await outbox.send(sealed.facts.reportId, send, { now: NOW });
    expect(taken).toEqual(['moderator', 'partner']);
    expect(await outbox.waiting(NOW)).toEqual([]);
  });

  it('shows the oldest first, and discards what the person takes back', async () => {
    const outbox = createOutbox(createMemoryStore());
    const [one, two] = [(await seal()).sealed, (await seal()).sealed];
    await outbox.keep({ ...one, facts: { ...one.facts, sealedAt: NOW + 5 } });
    await outbox.keep(two);
    expect((await outbox.waiting(NOW)).map(({ facts }) => facts.reportId)).toEqual([two.facts.reportId, one.facts.reportId]);
    await outbox.discard(two.facts.reportId);
    expect((await outbox.waiting(NOW)).map(({ facts }) => facts.reportId)).toEqual([one.facts.reportId]);
  });

  it('says when the store refuses', async () => {
    const store: Store = { ...createMemoryStore(), put: () => Promise.reject(new Error('full')) };
    expect(await code(createOutbox(store).keep((await seal()).sealed))).toBe('store-failed');
  });

  it('leaves out records that are not its own or cannot be read', async () => {
    const store = createMemoryStore();
    const outbox = createOutbox(store);
    await store.put('report-out/broken', Uint8Array.of(0, 0, 0, 9, 1));
    await store.put('report-out/short', Uint8Array.of(1));
    await store.put('other', Uint8Array.of(1, 2, 3, 4, 5));
    expect(await outbox.waiting(NOW)).toEqual([]);
  });
});

describe('sending what waits', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it('needs a press of its own', async () => {
    const outbox = createOutbox(createMemoryStore());
    const { sealed } = await seal();
    await outbox.keep(sealed);
    vi.stubGlobal('navigator', { userActivation: { isActive: false } });
    const send = vi.fn<SendEnvelope>(async () => undefined);
    expect(await code(outbox.send(sealed.facts.reportId, send, { now: NOW }))).toBe('gesture-required');
    expect(send).not.toHaveBeenCalled();
    expect(await outbox.waiting(NOW)).toHaveLength(1);
  });
});
