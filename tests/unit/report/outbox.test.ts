import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import type { Store } from '../../../src/contract/safety.ts';
import { createOutbox, createTickets, openReport, sealReport, type SealedReport, type SendEnvelope, type Ticket } from '../../../src/report/index.ts';
import { requirePress } from '../../../src/report/gesture.ts';
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
    expect(await createOutbox(store).waiting(NOW)).toEqual([{ facts: sealed.facts, missing: sealed.facts.recipients, isExpired: false }]);
    expect(Object.keys(sealed.facts).sort()).toEqual(['category', 'messages', 'recipients', 'reportId', 'sealedAt', 'urgency']);
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
    expect(await store.keys()).toEqual([`report-ticket/${sealed.facts.reportId}`]);
    expect(await createTickets(store).list()).toEqual([ticket]);
    // Again, or from another tab that still shows it: nothing goes twice.
    expect(await outbox.send(sealed.facts.reportId, async (envelope) => { sent.push(envelope); }, { now: NOW + 2 * DAY })).toEqual(ticket);
    expect(sent).toHaveLength(1);
    expect(await code(outbox.send('A'.repeat(22), async () => undefined, { now: NOW }))).toBe('input-invalid');
  });

  it('with a key out of force must be built anew: nothing is sent, nothing stays', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    const send = vi.fn<SendEnvelope>(async () => undefined);
    expect(await outbox.waiting(NOW + 30 * DAY - 1)).toMatchObject([{ isExpired: false }]);
    expect(await outbox.waiting(NOW + 30 * DAY)).toMatchObject([{ isExpired: true }]);
    expect(await code(outbox.send(sealed.facts.reportId, send, { now: NOW + 30 * DAY }))).toBe('recipient-key-expired');
    expect(send).not.toHaveBeenCalled();
    expect(await store.keys()).toEqual([]);
  });

  it('with a partner’s key out of force goes to the moderators alone, and says so', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    expect(await outbox.waiting(NOW + 20 * DAY)).toMatchObject([{ isExpired: false }]);
    const taken: string[] = [];
    const { facts } = await outbox.send(sealed.facts.reportId, async (_envelope, { to }) => { taken.push(to); }, { now: NOW + 20 * DAY });
    expect([taken, facts.recipients.map(({ to }) => to), await outbox.waiting(NOW)]).toEqual([['moderator'], ['moderator'], []]);
  });

  it('that the moderators have is not given up for them when the partner’s key runs out', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed, 'ben');
    const taken: string[] = [];
    const send: SendEnvelope = async (_envelope, { to }) => {
      if (to === 'partner') throw new Error('no network');
      taken.push(to);
    };
    await outbox.send(sealed.facts.reportId, send, { now: NOW });
    expect(await code(outbox.send(sealed.facts.reportId, send, { now: NOW + 20 * DAY }))).toBe('recipient-key-expired');
    expect(await outbox.waiting(NOW)).toEqual([]);
    expect(taken).toEqual(['moderator']);
    expect((await createTickets(store).list()).map(({ facts }) => facts.recipients.map(({ to }) => to))).toEqual([['moderator']]);
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
    expect((await outbox.send(sealed.facts.reportId, send, { now: NOW })).facts.recipients.map(({ to }) => to)).toEqual(['moderator']);
    expect((await outbox.waiting(NOW)).map(({ missing }) => missing.map(({ to }) => to))).toEqual([['partner']]);
    // The moderators' answer is heard meanwhile, and stays.
    const tickets = createTickets(store);
    const [ticket] = await tickets.list();
    expect(ticket?.facts.recipients.map(({ to }) => to)).toEqual(['moderator']);
    await tickets.put({ ...ticket as Ticket, nudged: [24] });
    isDown = false;
    await outbox.send(sealed.facts.reportId, send, { now: NOW + 1 });
    expect(taken).toEqual(['moderator', 'partner']);
    expect(await outbox.waiting(NOW)).toEqual([]);
    expect(await tickets.list()).toMatchObject([{ sentAt: NOW, nudged: [24], facts: { recipients: [{ to: 'moderator' }, { to: 'partner' }] } }]);
  });

  it('goes to a partner where the moderators cannot be reached, and waits for them', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    const ticket = await outbox.send(sealed.facts.reportId, async (_envelope, { to }) => { if (to === 'moderator') throw new Error('down'); }, { now: NOW });
    expect(ticket.facts.recipients.map(({ to }) => to)).toEqual(['partner']);
    expect((await outbox.waiting(NOW)).map(({ missing }) => missing.map(({ to }) => to))).toEqual([['moderator']]);
    await expect(createOutbox(createMemoryStore()).send(sealed.facts.reportId, async () => undefined, { now: NOW })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('counts as reported before, though the page that made it is gone', async () => {
    const store = createMemoryStore();
    const { sealed } = await seal();
    await createOutbox(store).keep(sealed, 'ben');
    expect(await everything(store)).not.toContain('ben');
    await createOutbox(store).send(sealed.facts.reportId, async () => undefined, { now: NOW });
    expect(await createTickets(store).reportedBefore('ben')).toEqual({ times: 1, ids: [sealed.facts.reportId] });
    expect((await createTickets(store).reportedBefore('eve')).times).toBe(0);
  });

  it('was sent where it was taken, whatever the store does from there', async () => {
    const memory = createMemoryStore();
    let isBroken = false;
    const store: Store = {
      ...memory,
      put: (key, bytes) => (isBroken ? Promise.reject(new Error('full')) : memory.put(key, bytes)), delete: (key) => (isBroken ? Promise.reject(new Error('full')) : memory.delete(key)),
    };
    const { sealed } = await seal(true);
    const outbox = createOutbox(store);
    await outbox.keep(sealed);
    const taken: string[] = [];
    const ticket = await outbox.send(sealed.facts.reportId, async (_envelope, { to }) => {
      isBroken = true;
      taken.push(to);
    }, { now: NOW });
    expect([taken, ticket.facts]).toEqual([['moderator', 'partner'], sealed.facts]);
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

  it('is one attempt at a time over all tabs, by a lock of the report', async () => {
    const turns: (() => Promise<unknown>)[] = [];
    const names: string[] = [];
    const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
      names.push(name);
      return new Promise((resolve, reject) => { turns.push(() => work().then(resolve, reject)); });
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const store = createMemoryStore();
    const { sealed } = await seal();
    await createOutbox(store).keep(sealed);
    const taken: string[] = [];
    const send: SendEnvelope = async (_envelope, { to }) => { taken.push(to); };
    const tabs = [createOutbox(store), createOutbox(store)].map((outbox) => outbox.send(sealed.facts.reportId, send, { now: NOW }));
    expect(taken).toEqual([]);
    for (const turn of turns) await turn();
    const [one, other] = await Promise.all(tabs);
    expect([taken, other, new Set(names).size]).toEqual([['moderator'], one, 1]);
  });
});

describe('a press', () => {
  afterEach(() => { vi.unstubAllGlobals(); });

  it('is asked for in a worker, where no browser knows of one', async () => {
    vi.stubGlobal('WorkerGlobalScope', class {});
    vi.stubGlobal('navigator', {});
    expect(() => { requirePress(undefined); }).toThrow(expect.objectContaining({ code: 'gesture-required' }));
    expect(() => { requirePress({ isTrusted: false }); }).toThrow(expect.objectContaining({ code: 'gesture-required' }));
    expect(() => { requirePress({ isTrusted: true }); }).not.toThrow();
    vi.unstubAllGlobals();
    expect(() => { requirePress(undefined); }).not.toThrow();
  });
});
