import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { dump, HOUR, message, openSafety, settle, ACCEPTED, T0 } from './open-safety.ts';

const levels = (verdicts: readonly Verdict[]): readonly string[] => verdicts.map((verdict) => verdict.notices[0]?.level ?? '-');

describe('what is remembered', () => {
  it('one notice a conversation a week, but for new evidence, through a new start over the same store', async () => {
    const store = createMemoryStore();
    const clock = { now: T0 };
    const first = await openSafety({ store, clock });
    const told = message('TIP');
    expect(levels([await first.safety.screenMessage(told, ACCEPTED), await first.safety.screenMessage(message('TIP'), ACCEPTED)])).toEqual(['tip', '-']);
    await first.safety.dispose();
    const second = await openSafety({ store, clock });
    clock.now += HOUR;
    const [again, other, strong] = [
      await second.safety.screenMessage(told, ACCEPTED), await second.safety.screenMessage(message('TIP'), ACCEPTED),
      await second.safety.screenMessage(message('STRONG MONEY'), ACCEPTED),
    ];
    expect(levels([again, other, strong])).toEqual(['tip', '-', 'strong']);
    expect([again, strong].map(({ notices: [notice] }) => [notice?.form, notice?.layout])).toEqual([['banner', 0], ['interstitial', 1]]);
    expect((await second.safety.screenMessage(told, ACCEPTED))).toEqual(again);
  });

  it('is not touched by ordinary messages, history or a message seen before', async () => {
    const { safety, store, port } = await openSafety();
    const empty = await dump(store);
    await safety.screenMessages([message('hello'), message('fine')].map((one) => ({ message: one, context: ACCEPTED })));
    expect((await safety.screenMessage(message('TIP'), ACCEPTED, { mode: 'history' })).notices).toEqual([]);
    await safety.screenMessages([{ message: message('STRONG'), context: ACCEPTED }], { mode: 'history' });
    expect(await dump(store)).toEqual(empty);
    const told = message('TIP');
    await safety.screenMessage(told, ACCEPTED);
    const after = await dump(store);
    expect(after).not.toEqual(empty);
    await safety.screenMessage(told, ACCEPTED);
    expect(await dump(store)).toEqual(after);
    expect(port.calls).not.toContain('replay');
  });

  it('holds no word of a message', async () => {
    const { safety, store } = await openSafety();
    await safety.screenMessage(message('TIP canary'), ACCEPTED);
    const held = Object.values(await dump(store)).join('');
    expect(held).not.toContain(Buffer.from('canary').toString('hex'));
    expect(held).not.toContain(Buffer.from('canary', 'utf16le').toString('hex'));
  });

  it('comes back after a crash, before the next message of its conversation', async () => {
    const { safety, port } = await openSafety();
    await safety.screenMessage(message('TIP'), ACCEPTED);
    port.kill();
    expect(levels([await safety.screenMessage(message('TIP'), ACCEPTED)])).toEqual(['-']);
    expect(levels([await safety.screenMessage(message('STRONG MONEY'), ACCEPTED)])).toEqual(['strong']);
    port.kill();
    await settle();
    expect(levels([await safety.screenMessage(message('STRONG MONEY', { conversationId: 'c2' }), ACCEPTED)])).toEqual(['-']);
  });

  it('comes back after a crash that fell between the verdict and its storing', async () => {
    const store = createMemoryStore();
    let crash = (): void => undefined;
    const { safety, port } = await openSafety({ store: { ...store, put: async (key, bytes) => {
      crash();
      await settle();
      await store.put(key, bytes);
    } } });
    crash = () => {
      crash = () => undefined;
      port.kill();
    };
    expect(levels([await safety.screenMessage(message('TIP'), ACCEPTED)])).toEqual(['tip']);
    expect(levels([await safety.screenMessage(message('TIP'), ACCEPTED)])).toEqual(['-']);
  });

  it('an answer mutes', async () => {
    const { safety, clock } = await openSafety();
    const told = message('TIP');
    const verdict = await safety.screenMessage(told, ACCEPTED);
    await safety.answerNotice({ conversationId: 'c1', noticeId: verdict.notices[0]?.id ?? '', answer: 'dismissed' });
    expect((await safety.screenMessage(told, ACCEPTED)).notices).toEqual([]);
    clock.now += 6 * 24 * HOUR;
    expect((await safety.screenMessage(message('STRONG'), ACCEPTED)).notices).toEqual([]);
    clock.now += 2 * 24 * HOUR;
    expect((await safety.screenMessage(message('STRONG'), ACCEPTED)).notices).toHaveLength(1);
    await expect(safety.answerNotice({ conversationId: 'c1', noticeId: '', answer: 'no' as 'trusted' })).rejects.toThrow(TypeError);
  });

  it('shows nothing while observing, and counts', async () => {
    const { safety } = await openSafety({ settings: { ...defaultSettings(), notices: 'observe' } });
    const counted: number[] = [];
    safety.subscribe((event) => { if (event.kind === 'observed') counted.push(event.notices); });
    const verdict = await safety.screenMessage(message('TIP'), ACCEPTED);
    expect(verdict.notices).toEqual([]);
    expect(counted).toEqual([1]);
  });

  it('counts a message once while observing, however often it comes, and takes nothing from what is shown later', async () => {
    const store = createMemoryStore();
    const { safety } = await openSafety({ store, settings: { ...defaultSettings(), notices: 'observe' } });
    let counted = 0;
    safety.subscribe((event) => { if (event.kind === 'observed') counted += event.notices; });
    const told = message('STRONG');
    for (let n = 0; n < 3; n++) await safety.screenMessage(told, ACCEPTED);
    expect(counted).toBe(1);
    await safety.screenMessage(message('STRONG', { conversationId: 'c2' }), ACCEPTED);
    await safety.screenMessage(message('STRONG', { conversationId: 'c3' }), ACCEPTED);
    expect(counted).toBe(2);
    await safety.applySettings(defaultSettings());
    expect((await safety.screenMessage(told, ACCEPTED)).notices).toMatchObject([{ form: 'interstitial' }]);
    expect((await safety.screenMessage(message('STRONG', { conversationId: 'c2' }), ACCEPTED)).notices).toMatchObject([{ form: 'banner' }]);
  });

  it('shows a notice again in another tab, the same, and spends nothing', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    const told = message('STRONG');
    const first = await a.safety.screenMessage(told, ACCEPTED);
    const before = await dump(store);
    expect(first.notices).toMatchObject([{ form: 'interstitial', layout: 0 }]);
    expect(await b.safety.screenMessage(told, ACCEPTED)).toEqual(first);
    expect(await dump(store)).toEqual(before);
    expect((await b.safety.screenMessage(message('STRONG', { conversationId: 'c2' }), ACCEPTED)).notices).toMatchObject([{ form: 'banner', layout: 1 }]);
  });

  it('is not unlocked by a host\'s clock that goes back', async () => {
    const { safety, clock } = await openSafety();
    for (const conversationId of ['c1', 'c2']) await safety.screenMessage(message('STRONG', { conversationId }), ACCEPTED);
    clock.now -= 30 * 24 * HOUR;
    expect((await safety.screenMessage(message('STRONG', { conversationId: 'c3' }), ACCEPTED)).notices).toEqual([]);
    clock.now += 37 * 24 * HOUR;
    expect((await safety.screenMessage(message('STRONG', { conversationId: 'c4' }), ACCEPTED)).notices).toHaveLength(1);
  });
});

describe('forget', () => {
  it('leaves the store as it was: message, conversation, everything', async () => {
    const { safety, store } = await openSafety();
    const start = await dump(store);
    const told = message('TIP');
    await safety.screenMessage(told, ACCEPTED);
    await safety.forget({ message: { conversationId: 'c1', id: told.id } });
    expect(await dump(store)).toEqual(start);
    expect((await safety.screenMessage(message('TIP'), ACCEPTED)).notices).toHaveLength(1);
    const other = await dump(store);
    await safety.screenMessage(message('TIP', { conversationId: 'c2' }), ACCEPTED);
    await safety.forget({ conversation: 'c2' });
    expect(await dump(store)).toEqual(other);
    await safety.applySettings({ ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'mine' }], lists: [], allow: [] } });
    await safety.forget({ everything: true });
    expect(await dump(store)).toEqual(start);
    expect(safety.settings).toEqual(defaultSettings());
    expect((await safety.screenMessage(message('mine'), ACCEPTED)).hits).toEqual([]);
  });

  it('reaches the record of another start, and works with a dead engine', async () => {
    const store = createMemoryStore();
    const first = await openSafety({ store });
    const told = message('TIP');
    await first.safety.screenMessage(told, ACCEPTED);
    await first.safety.screenMessage(message('TIP', { conversationId: 'c2' }), ACCEPTED);
    await first.safety.dispose();
    const second = await openSafety({ store, settings: { ...defaultSettings(), notices: 'observe' } });
    await second.safety.forget({ message: { conversationId: 'c1', id: told.id } });
    expect(Object.keys(await dump(store))).toEqual(['conversation/c2', 'settings/current']);
    second.port.fail();
    await second.safety.forget({ conversation: 'c2' });
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    await second.safety.forget({ everything: true });
    expect(await dump(store)).toEqual({});
    expect(second.safety.settings).toEqual(defaultSettings());
    await expect(second.safety.forget({ message: { conversationId: 'c1', id: told.id } })).rejects.toMatchObject({ code: 'worker-failed' });
  });

  it.each([[undefined], [{}], [{ message: 'x' }], [{ message: { id: 1, conversationId: 'c' } }], [{ conversation: 7 }], [{ everything: false }]])('refuses %j', async (what) => {
    const { safety } = await openSafety();
    await expect(safety.forget(what as never)).rejects.toThrow(TypeError);
  });
});

describe('a store that is not well', () => {
  it('is reported, and the chat goes on', async () => {
    const broken = { get: () => Promise.reject(new Error('canary')), put: () => Promise.reject(new Error('canary')), delete: () => Promise.reject(new Error('canary')), keys: () => Promise.reject(new Error('canary')) };
    const { safety } = await openSafety({ store: broken });
    const verdict = await safety.screenMessage(message('TIP'), ACCEPTED);
    expect(verdict.notices).toHaveLength(1);
    expect(verdict.degraded).toContainEqual({ check: 'state', code: 'store-failed' });
    const error = await safety.answerNotice({ conversationId: 'c1', noticeId: '', answer: 'trusted' }).catch((caught: unknown) => caught as Error);
    expect(error).toMatchObject({ code: 'store-failed' });
    expect(String((error as Error).stack)).not.toContain('canary');
  });

  it('that hangs costs one deadline, not one a message', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const store = { get: never, put: never, delete: never, keys: never };
    const { safety } = await openSafety({ store, deadlineMs: 50 });
    const start = performance.now();
    for (let n = 0; n < 20; n++) {
      const verdict = await safety.screenMessage(message('TIP', { conversationId: `c${n}` }), ACCEPTED);
      expect(verdict.degraded).toContainEqual({ check: 'state', code: 'store-failed' });
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('with a record that cannot be read goes on without it', async () => {
    const store = createMemoryStore();
    await store.put('conversation/c1', new Uint8Array([1, 2, 3]));
    await store.put('conversation/c2', new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0, 77, 77]));
    const { safety } = await openSafety({ store });
    for (const conversationId of ['c1', 'c2']) {
      const first = await safety.screenMessage(message('hello', { conversationId }), ACCEPTED);
      expect(first.degraded).toEqual([{ check: 'state', code: 'record-refused' }]);
      expect((await safety.screenMessage(message('STRONG', { conversationId }), ACCEPTED)).notices).toHaveLength(1);
      expect((await safety.screenMessage(message('hello', { conversationId }), ACCEPTED)).degraded).toEqual([]);
    }
  });
});
