import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { INSPECT } from '../../../src/contract/safety.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { HOUR, message, openSafety, STRANGER } from './open-safety.ts';

const SECRET = 'canary-words';

describe('screenMessage', () => {
  it('gives a frozen plain verdict without writes', async () => {
    const { safety } = await openSafety();
    const verdict = await safety.screenMessage(message('TIP'), STRANGER);
    expect(verdict.notices).toHaveLength(1);
    expect('writes' in verdict).toBe(false);
    expect(Object.isFrozen(verdict) && Object.isFrozen(verdict.notices) && Object.isFrozen(verdict.notices[0]?.reasons)).toBe(true);
    expect(verdict.degraded).toEqual([]);
  });

  const wrong: readonly (readonly [string, unknown, unknown, string])[] = [
    ['no message', undefined, STRANGER, 'TypeError'],
    ['no id', { ...message(SECRET), id: undefined }, STRANGER, 'TypeError'],
    ['text no string', { ...message(''), text: { SECRET } }, STRANGER, 'TypeError'],
    ['kind unknown', { ...message(SECRET), kind: SECRET }, STRANGER, 'TypeError'],
    ['surfaces no object', { ...message(SECRET), surfaces: SECRET }, STRANGER, 'TypeError'],
    ['attachment without kind', { ...message(SECRET), attachments: [{ id: SECRET }] }, STRANGER, 'TypeError'],
    ['reply without id', { ...message(SECRET), replyTo: { fromMe: true } }, STRANGER, 'TypeError'],
    ['id too long', { ...message(SECRET), id: SECRET.repeat(30) }, STRANGER, 'RangeError'],
    ['sentAt NaN', { ...message(SECRET), sentAt: NaN }, STRANGER, 'RangeError'],
    ['revision negative', { ...message(SECRET), revision: -1 }, STRANGER, 'RangeError'],
    ['revision fraction', { ...message(SECRET), revision: 1.5 }, STRANGER, 'RangeError'],
    ['no context', message(SECRET), undefined, 'TypeError'],
    ['relationship unknown', message(SECRET), { relationship: SECRET }, 'TypeError'],
    ['age band unknown', message(SECRET), { relationship: 'contact', peer: { ageBand: SECRET } }, 'TypeError'],
    ['account age negative', message(SECRET), { relationship: 'contact', peer: { accountAgeDays: -2 } }, 'RangeError'],
    ['share over 1', message(SECRET), { relationship: 'contact', conversation: { kind: 'group', strangersShare: 1.1 } }, 'RangeError'],
  ];
  it.each(wrong)('rejects %s and quotes nothing', async (_name, bad, context, kind) => {
    const { safety } = await openSafety();
    const error = await safety.screenMessage(bad as Message, context as Context).catch((caught: unknown) => caught as Error) as Error;
    expect(error.name).toBe(kind);
    expect(String(error) + String(error.stack)).not.toContain(SECRET);
  });

  it('does not care about what else hangs on a message, and reads it once', async () => {
    const { safety } = await openSafety();
    const host = { ...message('TIP'), toJSON: () => 1, node: { fn: () => 1 } };
    expect((await safety.screenMessage(host, { ...STRANGER, peer: { name: 'x', fn: () => 1 } } as Context)).notices).toHaveLength(1);
    const changing = { ...message('STRONG'), conversationId: 'c9' };
    const pending = safety.screenMessage(changing, STRANGER);
    changing.text = '';
    expect((await pending).notices).toHaveLength(1);
  });

  it.each([
    ['throws', (): number => { throw new Error('clock'); }], ['gives NaN', (): number => NaN], ['gives no number', () => 'noon' as unknown as number],
  ])('takes the message\'s own time where the host\'s clock %s: budgets hold and the record can be read', async (_name, now) => {
    const store = createMemoryStore();
    const { safety } = await openSafety({ now, store });
    const told = message('TIP');
    const notices = [told, message('TIP'), message('TIP', { sentAt: told.sentAt + 30 * 24 * HOUR })]
      .map(async (one) => (await safety.screenMessage(one, STRANGER)).notices.length);
    expect(await Promise.all(notices)).toEqual([1, 0, 1]);
    await safety.answerNotice({ conversationId: 'c1', noticeId: '', answer: 'trusted' });
    const again = await openSafety({ store });
    expect((await again.safety.screenMessage(message('TIP'), STRANGER))).toMatchObject({ notices: [], degraded: [] });
  });

  it('asks for the context where the call gives none, by the sender, else by the conversation, and takes unknown for a stranger', async () => {
    const asked: string[] = [];
    const answers: Record<string, Context> = { friend: { relationship: 'contact' } };
    const { safety, port } = await openSafety({ describeSender: (peer) => { asked.push(peer); if (peer === 'boom') throw new Error(peer); return answers[peer]; } });
    expect((await safety.screenMessage(message('x', { conversationId: 'group', senderId: 'friend' }))).delivery).toBe('chats');
    expect((await safety.screenMessage(message('x', { conversationId: 'friend', senderId: 'who' }))).delivery).toBe('denied');
    expect((await safety.screenMessage(message('x', { conversationId: 'friend' }), undefined, { mode: 'live' })).delivery).toBe('chats');
    expect((await safety.screenMessage(message('x', { conversationId: 'boom' }))).delivery).toBe('denied');
    expect((await safety.screenMessage(message('x', { conversationId: 'boom' }), { relationship: 'contact' })).delivery).toBe('chats');
    const batch = await safety.screenMessages([{ message: message('x', { senderId: 'friend' }) }, { message: message('x'), context: STRANGER }]);
    expect(batch.map((verdict) => verdict.delivery)).toEqual(['chats', 'requests']);
    expect(asked).toEqual(['friend', 'who', 'friend', 'boom', 'friend']);
    expect(JSON.stringify(port.sent)).not.toContain('senderId');
    await expect(safety.screenMessage(message('x', { senderId: 'x'.repeat(LIMITS.idUnits + 1) }))).rejects.toThrow(RangeError);
    const without = await openSafety();
    await expect(without.safety.screenMessage(message('x', { senderId: 'friend' }))).rejects.toThrow(TypeError);
    await expect(without.safety.screenMessages([{ message: message('x') }])).rejects.toThrow(TypeError);
  });

  it('rejects with the reason of the signal, before and during', async () => {
    const { safety } = await openSafety();
    const reason = new Error('enough');
    await expect(safety.screenMessage(message('x'), STRANGER, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const control = new AbortController();
    const pending = safety.screenMessage(message('x'), STRANGER, { signal: control.signal });
    control.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect((await safety.screenMessage(message('x'), STRANGER)).degraded).toEqual([]);
  });

  it('resolves fail-safe where the engine breaks, dies or is gone', async () => {
    const broken = await (await openSafety()).safety.screenMessage(message('BREAK see https://a.example'), STRANGER);
    expect(broken.delivery).toBe('requests');
    expect(broken.links.every((link) => link.inert)).toBe(true);
    const { safety, port } = await openSafety();
    const pending = safety.screenMessage(message('TIP'), STRANGER);
    await new Promise((resolve) => setImmediate(resolve));
    port.kill();
    expect((await pending).degraded).toContainEqual({ check: 'scam', code: 'worker-failed' });
    expect((await safety.screenMessage(message('TIP'), STRANGER)).notices).toHaveLength(1);
    port.fail();
    const dead = await safety.screenMessage(message('TIP'), STRANGER);
    expect(dead).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check: 'scam', code: 'worker-failed' }, { check: 'contact', code: 'worker-failed' }, { check: 'chain', code: 'worker-failed' }] });
    expect(Object.isFrozen(dead.degraded)).toBe(true);
  });
});

describe('screenMessages', () => {
  it('keeps order, tells progress, and lets live messages overtake', async () => {
    const { safety } = await openSafety({ settings: { ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'odd' }], lists: [], allow: [] } } });
    const items = Array.from({ length: 1_000 }, (_, n) => ({ message: message(n % 2 === 1 ? 'odd' : 'even'), context: STRANGER }));
    const steps: number[] = [];
    let liveAt = -1;
    const batch = safety.screenMessages(items, { onProgress: (done, total) => {
      expect(total).toBe(1_000);
      steps.push(done);
      if (done === 64) void safety.screenMessage(message('now'), STRANGER).then(() => { liveAt = steps.length; });
    } });
    const verdicts = await batch;
    expect(verdicts.map((verdict) => verdict.delivery)).toEqual(items.map((item) => (item.message.text === 'odd' ? 'hidden' : 'requests')));
    expect(steps.at(-1)).toBe(1_000);
    expect(Math.max(...steps.map((step, n) => step - (steps[n - 1] ?? 0)))).toBe(64);
    expect(liveAt).toBeGreaterThan(0);
    expect(liveAt).toBeLessThan(4);
  });

  it('stops on abort and goes on for others', async () => {
    const { safety, port } = await openSafety();
    const control = new AbortController();
    const items = Array.from({ length: 640 }, () => ({ message: message('x'), context: STRANGER }));
    const reason = new Error('stop');
    let calls = 0;
    await expect(safety.screenMessages(items, { signal: control.signal, onProgress: () => { calls++; control.abort(reason); } })).rejects.toBe(reason);
    await safety.screenMessage(message('x'), STRANGER);
    expect(calls).toBe(1);
    expect(port.engine.screened).toBeLessThan(640);
  });

  it('checks all before it screens any, and refuses what is too long', async () => {
    const { safety, port } = await openSafety();
    const items = [{ message: message('x'), context: STRANGER }, { message: {} as Message, context: STRANGER }];
    await expect(safety.screenMessages(items)).rejects.toThrow(TypeError);
    await expect(safety.screenMessages(new Array(LIMITS.batch + 1).fill(items[0]))).rejects.toThrow(RangeError);
    await expect(safety.screenMessages('x' as never)).rejects.toThrow(TypeError);
    expect(await safety.screenMessages([])).toEqual([]);
    expect(port.engine.screened).toBe(0);
  });

  it('refuses a progress listener that is no function, up front', async () => {
    const { safety, port } = await openSafety();
    const items = [{ message: message('x'), context: STRANGER }];
    for (const onProgress of [null, 'x', {}]) {
      await expect(safety.screenMessages(items, { onProgress: onProgress as never })).rejects.toThrow(TypeError);
    }
    expect(port.engine.screened).toBe(0);
  });

  it('hands on what the listener of the progress throws', async () => {
    const { safety } = await openSafety();
    const oops = new Error('mine');
    await expect(safety.screenMessages([{ message: message('x'), context: STRANGER }], { onProgress: () => { throw oops; } })).rejects.toBe(oops);
    expect((await safety.screenMessage(message('x'), STRANGER)).degraded).toEqual([]);
  });

  it('loses at most the call in flight when the engine dies in the middle of 1,000 messages', async () => {
    const { safety, port } = await openSafety();
    const items = Array.from({ length: 1_000 }, (_, n) => ({ message: message('TIP', { conversationId: `k${n % 100}` }), context: STRANGER }));
    const verdicts = await safety.screenMessages(items, { onProgress: (done) => {
      if (done === 512) setTimeout(() => { port.kill(); }, 0);
    } });
    const lost = verdicts.filter((verdict) => verdict.degraded.length > 0);
    expect(lost.length).toBeLessThanOrEqual(64);
    // What was granted before the crash is known after it: no conversation is told twice.
    const told = new Map<string, number>();
    verdicts.forEach((verdict, n) => {
      const key = items[n]?.message.conversationId ?? '';
      told.set(key, (told.get(key) ?? 0) + verdict.notices.length);
    });
    expect(told.size).toBe(100);
    expect(Math.max(...told.values())).toBe(1);
  });
});

describe('dispose', () => {
  it('settles every open call, twice is fine, later calls say so', async () => {
    const { safety } = await openSafety();
    const live = safety.screenMessage(message('x'), STRANGER);
    const batch = safety.screenMessages(Array.from({ length: 200 }, () => ({ message: message('x'), context: STRANGER })));
    const managed = safety.applySettings(defaultSettings());
    const rejected = expect(managed).rejects.toMatchObject({ code: 'disposed' });
    await new Promise((resolve) => setImmediate(resolve));
    await safety.dispose();
    await safety.dispose();
    expect((await live).degraded).toContainEqual({ check: 'scam', code: 'disposed' });
    expect(await batch).toHaveLength(200);
    await rejected;
    expect((await safety.screenMessage(message('x'), STRANGER)).degraded).toContainEqual({ check: 'scam', code: 'disposed' });
    expect((await safety.screenMessages([{ message: message('x'), context: STRANGER }]))[0]?.degraded).toContainEqual({ check: 'scam', code: 'disposed' });
    await expect(safety.forget({ everything: true })).rejects.toMatchObject({ code: 'disposed' });
    await expect(safety.hiddenWords.test('x')).rejects.toMatchObject({ code: 'disposed' });
    await expect(safety.answerNotice({ conversationId: 'c', noticeId: 'n', answer: 'trusted' })).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('inspection', () => {
  it('is reached by a symbol only', async () => {
    const { safety } = await openSafety();
    expect(Object.keys(safety)).not.toContain('explain');
    expect(Object.getOwnPropertyDescriptor(safety, INSPECT)?.enumerable).toBe(false);
    const inspect = (safety as unknown as Record<symbol, { explain(items: unknown, asThread: boolean): Promise<unknown[]> }>)[INSPECT];
    expect(await inspect?.explain([{ message: message('x'), context: STRANGER }], false)).toHaveLength(1);
  });
});
