import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { localTabs } from '../../../src/host/tabs.ts';
import { dump, message, openSafety, settle, ACCEPTED } from './open-safety.ts';

/** Two `Safety` objects over one store, as two tabs are. Real tabs: tests/browser/tabs.test.ts. */
const noticeIds = (verdicts: readonly Verdict[]): readonly string[] => verdicts.flatMap((verdict) => verdict.notices.map((notice) => notice.id));

describe('two tabs', () => {
  it('show one notice between them, whoever is first', async () => {
    for (let round = 0; round < 20; round++) {
      const store = createMemoryStore();
      const tabs = [await openSafety({ store }), await openSafety({ store })];
      const messages = Array.from({ length: 6 }, () => message('TIP', { conversationId: 'shared' }));
      // Each tab meets the messages in its own order, all at once.
      const all = await Promise.all(tabs.flatMap(({ safety }, n) =>
        (n === 0 ? messages : [...messages].reverse()).map((one) => safety.screenMessage(one, ACCEPTED))));
      expect(new Set(noticeIds(all)).size).toBe(1);
      const again = await Promise.all(tabs.flatMap(({ safety }) => messages.map((one) => safety.screenMessage(one, ACCEPTED))));
      expect(new Set(noticeIds(again))).toEqual(new Set(noticeIds(all)));
      expect(noticeIds(again)).toHaveLength(2);
    }
  });

  it('share the budgets of a person, also where both are asked at once about different people', async () => {
    for (let round = 0; round < 20; round++) {
      const store = createMemoryStore();
      const tabs = [await openSafety({ store }), await openSafety({ store })];
      const messages = Array.from({ length: 8 }, (_, n) => message('STRONG', { conversationId: `c${n}` }));
      const all = await Promise.all(tabs.flatMap(({ safety }, n) => messages.filter((_, at) => at % 2 === n).map((one) => safety.screenMessage(one, ACCEPTED))));
      expect(all.flatMap(({ notices }) => notices.map(({ form }) => form)).sort()).toEqual(['banner', 'interstitial']);
      const again = await Promise.all(tabs.map(({ safety }) => Promise.all(messages.map((one) => safety.screenMessage(one, ACCEPTED)))));
      expect(new Set(noticeIds(again[0] ?? []))).toEqual(new Set(noticeIds(all)));
      expect(again[0]?.map(({ notices }) => notices)).toEqual(again[1]?.map(({ notices }) => notices));
    }
  });

  it('share settings, and each tells its own listeners', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    const heard: unknown[] = [];
    b.safety.subscribe((event) => { heard.push(event.kind); });
    await a.safety.hiddenWords.add(['word']);
    await settle();
    expect(b.safety.settings).toEqual(a.safety.settings);
    expect(heard).toEqual(['settings']);
    expect((await b.safety.screenMessage(message('word'), ACCEPTED)).delivery).toBe('hidden');
  });

  it('misses no change that falls into its start', async () => {
    const store = createMemoryStore();
    const a = await openSafety({ store });
    let change: Promise<unknown> | undefined;
    const b = await openSafety({ store, beforeStart: async () => {
      change ??= a.safety.hiddenWords.add(['late']);
      await change;
      await settle();
    } });
    await settle();
    expect(b.safety.settings.hiddenWords.words).toEqual([{ text: 'late' }]);
  });

  it.each([['given by the host', true], ['stored', false]])('forget everything also in a tab that is still starting, with settings %s', async (_name, given) => {
    const store = createMemoryStore();
    const a = await openSafety({ store });
    await a.safety.hiddenWords.add(['gone']);
    const settings = a.safety.settings;
    let wiped: Promise<unknown> | undefined;
    const b = await openSafety({ store, ...(given ? { settings } : {}), beforeStart: async () => {
      wiped ??= a.safety.forget({ everything: true });
      await wiped;
      await settle();
    } });
    expect(b.safety.settings).toEqual(defaultSettings());
    expect((await b.safety.screenMessage(message('gone'), ACCEPTED)).hits).toEqual([]);
    expect(await dump(store)).toEqual({});
  });

  it('forget together also where an engine dies of it', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    await a.safety.hiddenWords.add(['gone']);
    await settle();
    b.port.forget = () => Promise.reject(new SafetyError('worker-failed', 'lost'));
    await a.safety.forget({ everything: true });
    await settle();
    expect(b.safety.settings).toEqual(defaultSettings());
    expect((await b.safety.screenMessage(message('gone'), ACCEPTED)).hits).toEqual([]);
  });

  it('forget together', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    const told = message('TIP');
    await a.safety.screenMessage(told, ACCEPTED);
    expect((await b.safety.screenMessage(told, ACCEPTED)).notices).toHaveLength(1);
    expect(b.port.engine.state.size()).toBe(1);
    await a.safety.forget({ conversation: 'c1' });
    await settle();
    expect(b.port.engine.state.size()).toBe(0);
    await b.safety.screenMessage(told, ACCEPTED);
    await a.safety.applySettings({ ...defaultSettings(), notices: 'observe' });
    await a.safety.forget({ everything: true });
    await settle();
    expect(b.port.engine.state.size()).toBe(0);
    expect(b.safety.settings).toEqual(defaultSettings());
    expect(await dump(store)).toEqual({});
  });

  it('mute together', async () => {
    const store = createMemoryStore();
    const [a, b] = [await openSafety({ store }), await openSafety({ store })];
    const told = message('TIP');
    const both = async (safety: Safety): Promise<number> => (await safety.screenMessage(told, ACCEPTED)).notices.length;
    expect([await both(a.safety), await both(b.safety)]).toEqual([1, 1]);
    await b.safety.answerNotice({ conversationId: 'c1', noticeId: '', answer: 'trusted' });
    await settle();
    expect([await both(a.safety), await both(b.safety)]).toEqual([0, 0]);
  });
});

describe('turns over one store', () => {
  it('come one after the other, also after one that failed', async () => {
    const store = createMemoryStore();
    const [a, b] = [localTabs(store), localTabs(store)];
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name}(`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`${name})`);
      if (name === 'b') throw new Error('mine');
    };
    await Promise.allSettled([a.exclusive(1_000, work('a')), b.exclusive(1_000, work('b')), a.exclusive(1_000, work('c'))]);
    expect(order).toEqual(['a(', 'a)', 'b(', 'b)', 'c(', 'c)']);
  });

  it('are given up where another holds on, without running late', async () => {
    const store = createMemoryStore();
    const [a, b] = [localTabs(store), localTabs(store)];
    let release = (): void => undefined;
    const held = a.exclusive(1_000, () => new Promise<void>((resolve) => { release = resolve; }));
    let ran = false;
    await expect(b.exclusive(20, () => { ran = true; return Promise.resolve(); })).rejects.toMatchObject({ code: 'store-failed' });
    release();
    await held;
    await settle();
    expect(ran).toBe(false);
    await b.exclusive(1_000, () => { ran = true; return Promise.resolve(); });
    expect(ran).toBe(true);
  });
});
