import { describe, expect, it, vi } from 'vitest';
import type { ReportableMessage } from '../../../src/contract/reporting.ts';
import type { Store } from '../../../src/contract/safety.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import * as report from '../../../src/report/index.ts';
import { DAY, message, moderator, NOW, open, partner, reading } from '../../fixtures/report/desk.ts';

describe('what could keep a report from being made', () => {
  it('messages longer than a report: it starts with as many of the last as fit', async () => {
    const long = (n: number): ReportableMessage => ({ message: { ...message(n), text: 'x'.repeat(14_000) } });
    const { safety } = await open({ thread: () => ({ kind: 'direct', accounts: ['ben'], messages: [1, 2, 3, 4, 5].map(long) }) });
    const hand = await safety.report({ conversationId: 'c' });
    expect(hand.startsWith).toEqual(['m2', 'm3', 'm4', 'm5']);
    expect(hand.preview({ category: 'spam' }).messages).toHaveLength(4);
    expect(() => hand.preview({ category: 'spam', messages: hand.messages.map(({ id }) => id) })).toThrow(expect.objectContaining({ code: 'limit-exceeded' }));
    const huge = await open({ thread: () => ({ kind: 'direct', accounts: ['ben'], messages: [{ message: { ...message(1), text: 'x'.repeat(70_000) } }] }) });
    const one = await huge.safety.report({ conversationId: 'c', messageId: 'm1' });
    expect(() => one.preview({ category: 'spam' })).toThrow(expect.objectContaining({ code: 'limit-exceeded' }));
    expect(one.preview({ category: 'spam', messages: [] }).messages).toEqual([]);
  });

  it('no key in force is said in the preview, and a new one counts from when it is in force', async () => {
    const next = await report.makeRecipientKey({ name: 'Moderators', policy: 'terms-2', notBefore: NOW + 3 * DAY, notAfter: NOW + 9 * DAY });
    const opened = await open({ moderator: [moderator.key, next.key] });
    const hand = await opened.safety.report({ conversationId: 'c' });
    opened.now = NOW + 2 * DAY;
    expect(() => hand.preview({ category: 'scam' })).toThrow(expect.objectContaining({ code: 'recipient-key-expired' }));
    opened.now = NOW + 4 * DAY;
    const preview = hand.preview({ category: 'scam' });
    expect(preview.policy).toBe('terms-2');
    expect((await hand.send(preview)).state).toBe('sent');
  });

  it('a key that runs out while it waits: it is said, nothing stays, and it can be built anew', async () => {
    const next = await report.makeRecipientKey({ name: 'Moderators', policy: 'terms-2', notBefore: NOW + DAY, notAfter: NOW + 9 * DAY });
    const opened = await open({ moderator: [moderator.key, next.key] });
    opened.online = false;
    const hand = await opened.safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'scam' });
    expect((await hand.send(preview)).state).toBe('waiting');
    Object.assign(opened, { now: NOW + 2 * DAY, online: true });
    await expect(hand.send(preview)).rejects.toMatchObject({ code: 'recipient-key-expired' });
    // Again: not "it does not wait", but that it was built for terms that are past.
    await expect(hand.send(preview)).rejects.toMatchObject({ code: 'policy-mismatch' });
    expect(await hand.send(hand.preview({ category: 'scam' }))).toMatchObject({ state: 'sent' });
    expect(opened.arrived).toHaveLength(1);
    expect((await opened.store.keys()).filter((key) => key.startsWith('report-out/'))).toEqual([]);
  });

  it('a store that fails: it goes from memory, waits in none, and was sent where it was taken', async () => {
    const broken: Store = {
      ...createMemoryStore(), get: () => Promise.reject(new Error('x')), put: () => Promise.reject(new Error('x')), keys: () => Promise.reject(new Error('x')), delete: () => Promise.reject(new Error('x')),
    };
    const opened = await open({}, 3, broken);
    const hand = await opened.safety.report({ conversationId: 'c' });
    expect(hand.reportedBefore).toBe(0);
    const preview = hand.preview({ category: 'scam' });
    opened.online = false;
    await expect(hand.send(preview)).rejects.toMatchObject({ code: 'store-failed' });
    opened.online = true;
    expect(await hand.send(preview)).toMatchObject({ state: 'sent', missing: [] });
    expect(await reading(opened)).toEqual(preview);
    await hand.withdraw();
  });

  it('a store that never answers is waited for no longer than five seconds', async () => {
    const memory = createMemoryStore();
    let isHanging = false;
    const silent = <T>(value: () => Promise<T>): Promise<T> => (isHanging ? new Promise<T>(() => undefined) : value());
    const opened = await open({}, 3, { get: (key) => silent(() => memory.get(key)), put: memory.put, delete: memory.delete, keys: () => silent(() => memory.keys()) });
    isHanging = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const asked = opened.safety.report({ conversationId: 'c' });
      let isOpen = false;
      void asked.then(() => { isOpen = true; });
      await vi.advanceTimersByTimeAsync(4_000);
      expect(isOpen).toBe(false);
      await vi.advanceTimersByTimeAsync(2_000);
      expect((await asked).reportedBefore).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('a network that never answers: it waits, sealed, after twenty seconds, and can be sent then', async () => {
    let isHanging = true;
    const sent: number[] = [];
    const opened = await open({ send: (envelope) => (isHanging ? new Promise<void>(() => undefined) : Promise.resolve(void sent.push(envelope.length))) });
    const hand = await opened.safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'may-cause-violence', urgency: 'emergency' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let state: string | undefined;
      void hand.send(preview).then((done) => { ({ state } = done); });
      // Sealing takes its own time before the network is asked.
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(5_000);
        expect(state).toBe('waiting');
      }, { timeout: 60_000, interval: 10 });
    } finally {
      vi.useRealTimers();
    }
    isHanging = false;
    expect((await hand.send(preview)).state).toBe('sent');
    expect(sent).toHaveLength(1);
  });

  it('a store that does not take it within a second: it goes from memory while the press is live', async () => {
    const memory = createMemoryStore();
    let isHanging = false;
    const opened = await open({}, 3, { ...memory, put: (key, bytes) => (isHanging ? new Promise<void>(() => undefined) : memory.put(key, bytes)) });
    const hand = await opened.safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'scam' });
    isHanging = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let state: string | undefined;
      void hand.send(preview).then((sent) => { ({ state } = sent); });
      // A browser's press lives some five seconds.
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(10);
        expect(state).toBe('sent');
      }, { timeout: 2_500, interval: 10 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('one ticket that cannot be read does not take the others with it', async () => {
    const opened = await open();
    const hand = await opened.safety.report({ conversationId: 'c' });
    await hand.send(hand.preview({ category: 'scam' }));
    await opened.store.put('report-ticket/odd', new TextEncoder().encode('{"subject":"x"}'));
    await opened.store.put('report-ticket/broken', Uint8Array.of(255));
    const { get } = opened.store;
    Object.assign(opened.store, { get: (key: string) => (key.endsWith('/broken') ? Promise.reject(new Error('x')) : get(key)) });
    expect((await opened.safety.report({ conversationId: 'c' })).reportedBefore).toBe(1);
  });
});

describe('one report goes once', () => {
  it('pressed twice, and again after it was sent', async () => {
    const opened = await open();
    const hand = await opened.safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'scam' });
    const [one, two] = await Promise.all([hand.send(preview), hand.send(preview)]);
    expect([two, await hand.send(preview)]).toEqual([one, one]);
    expect(opened.arrived).toHaveLength(1);
  });

  it('to the moderators with a ticket, though the partner cannot be reached; who is missing is named and reached later', async () => {
    const received: string[] = [];
    let isDown = true;
    const opened = await open({ send: async (_envelope, { to }) => {
      if (to === 'partner' && isDown) throw new Error('down');
      received.push(to);
    } });
    const hand = await opened.safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'scam' });
    expect(await hand.send(preview, { partner: true })).toMatchObject({ state: 'sent', missing: ['Local group'] });
    const tickets = report.createTickets(opened.store);
    const answer = await report.signReceipt({ v: 1, reportId: preview.id, number: 1, status: 'received', at: NOW }, moderator);
    expect(await tickets.receive(answer, [moderator.key, partner.key])).toMatchObject({ receipts: [{ number: 1 }] });
    // A press that fails in between seals nothing anew.
    vi.stubGlobal('navigator', { userActivation: { isActive: false } });
    await expect(hand.send(preview)).rejects.toMatchObject({ code: 'gesture-required' });
    vi.unstubAllGlobals();
    Object.assign(opened, { now: NOW + 1_000 });
    isDown = false;
    expect(await hand.send(preview)).toMatchObject({ state: 'sent', missing: [] });
    expect(received).toEqual(['moderator', 'partner']);
    expect(await tickets.list()).toMatchObject([{ receipts: [{ number: 1 }], facts: { recipients: [{ to: 'moderator' }, { to: 'partner' }] } }]);
    expect((await report.createOutbox(opened.store).waiting(NOW))).toEqual([]);
  });

  it('not at all where it was withdrawn: what waited is gone', async () => {
    const opened = await open();
    opened.online = false;
    const hand = await opened.safety.report({ conversationId: 'c' });
    await hand.send(hand.preview({ category: 'scam' }));
    expect(await report.createOutbox(opened.store).waiting(NOW)).toHaveLength(1);
    await hand.withdraw();
    expect(await report.createOutbox(opened.store).waiting(NOW)).toEqual([]);
    expect(() => hand.preview({ category: 'scam' })).toThrow(expect.objectContaining({ code: 'report-discarded' }));
  });

  it('and is kept nowhere where it is withdrawn while it is being sent, or where the press was too long ago', async () => {
    let fail: (() => void) | undefined;
    const opened = await open({ send: () => new Promise((_resolve, reject) => { fail = () => { reject(new Error('offline')); }; }) });
    const hand = await opened.safety.report({ conversationId: 'c' });
    const sending = hand.send(hand.preview({ category: 'scam' }));
    await vi.waitFor(() => { expect(fail).toBeDefined(); });
    await hand.withdraw();
    fail?.();
    await expect(sending).rejects.toMatchObject({ code: 'store-failed' });
    expect((await opened.store.keys()).filter((key) => key.startsWith('report-'))).toEqual([]);
    const late = await open({ load: () => Promise.resolve({ ...report, async sealReport(...given: Parameters<typeof report.sealReport>) {
      const sealed = await report.sealReport(...given);
      vi.stubGlobal('navigator', { userActivation: { isActive: false } });
      return sealed;
    } }) });
    const other = await late.safety.report({ conversationId: 'c' });
    await expect(other.send(other.preview({ category: 'scam' }))).rejects.toMatchObject({ code: 'gesture-required' });
    vi.unstubAllGlobals();
    expect((await late.store.keys()).filter((key) => key.startsWith('report-'))).toEqual([]);
  });
});

describe('what stays out', () => {
  it('notices at messages that do not stay in whole', async () => {
    const notice = (id: string) => ({ id, kind: 'scam', level: 'tip', reasons: ['urgency'], where: [], actions: [] }) as const;
    const { safety } = await open({ thread: () => ({ kind: 'direct', accounts: ['ben'], messages: [1, 2, 3].map((n) => ({ message: message(n), notices: [notice(`n${n}`)] })) }) });
    const hand = await safety.report({ conversationId: 'c' });
    expect(hand.notices.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    const left = { category: 'scam', notices: ['n1', 'n2', 'n3'] } as const;
    expect(hand.preview({ ...left, messages: ['m1', 'm3'] }).notices.map(({ id }) => id)).toEqual(['n1', 'n3']);
    expect(JSON.stringify(hand.preview({ ...left, messages: ['m3'] }))).not.toContain('"n1"');
  });

  it('of a group: the report is about the group, and who wrote stands with each message', async () => {
    const { safety } = await open({ thread: () => ({ kind: 'group', accounts: ['ben', 'eve'], messages: [{ message: message(1) }, { message: { ...message(2), senderId: 'eve' } }] }) });
    const hand = await safety.report({ conversationId: 'c' });
    const preview = hand.preview({ category: 'hate' });
    expect([preview.thread, preview.accounts]).toEqual([{ conversationId: 'c', kind: 'group' }, ['ben', 'eve']]);
    expect(preview.messages.map((one) => (one.shown === 'whole' ? one.body.senderId : one.shown))).toEqual(['ben', 'eve']);
    await hand.send(preview);
    expect((await safety.report({ conversationId: 'c' })).reportedBefore).toBe(1);
  });
});
