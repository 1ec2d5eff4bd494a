import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { SafetyEvent, Store } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { dump, message, openSafety, settle, ACCEPTED } from './open-safety.ts';

const OFF: Settings = { ...defaultSettings(), notices: 'off', scam: { enabled: false } };
const withWords = (...texts: readonly string[]): Settings => ({ ...defaultSettings(), hiddenWords: { enabled: true, words: texts.map((text) => ({ text })), lists: [], allow: [] } });
const WORD_TABLES = ['tables.bin', 'simd-words.bin', 'lookalikes.bin', 'common-words.bin'];

describe('settings', () => {
  it('are the host\'s, else the stored ones, else the default', async () => {
    const store = createMemoryStore();
    const first = await openSafety({ store });
    expect(first.safety.settings).toEqual(defaultSettings());
    expect(await dump(store)).toEqual({});
    await first.safety.applySettings(withWords('one'));
    expect((await openSafety({ store })).safety.settings).toEqual(withWords('one'));
    expect((await openSafety({ store, settings: withWords('two') })).safety.settings).toEqual(withWords('two'));
    expect((await openSafety({ store })).safety.settings).toEqual(withWords('two'));
    expect(Object.isFrozen(first.safety.settings.hiddenWords.words)).toBe(true);
  });

  it('load what they newly need and nothing else', async () => {
    const { safety, loaded, port } = await openSafety({ settings: OFF });
    expect(loaded).toEqual([]);
    await safety.applySettings({ ...OFF, hiddenWords: withWords('a').hiddenWords });
    expect(loaded).toEqual(WORD_TABLES);
    expect(safety.about().assets.map((asset) => asset.name)).toEqual(WORD_TABLES);
    // The kernel that knows words alone gives way to one that scores too.
    const all = [...WORD_TABLES, 'simd.bin', 'scam.bin'];
    await safety.applySettings(withWords('a'));
    expect(loaded).toEqual(all);
    await safety.applySettings(withWords('a', 'b'));
    expect(loaded).toEqual(all);
    expect(port.engine.assets).toEqual(all);
    port.kill();
    expect((await safety.screenMessage(message('b'), ACCEPTED)).delivery).toBe('hidden');
    expect(port.engine.assets).toEqual(['tables.bin', 'simd.bin', 'lookalikes.bin', 'common-words.bin', 'scam.bin']);
  });

  it('tell the subscribers, and one that throws stops nobody', async () => {
    const { safety } = await openSafety();
    const seen: SafetyEvent[] = [];
    safety.subscribe(() => { throw new Error('mine'); });
    const stop = safety.subscribe((event) => { seen.push(event); });
    await safety.applySettings(withWords('a'));
    stop();
    await safety.applySettings(withWords('b'));
    expect(seen).toEqual([{ kind: 'settings', settings: withWords('a') }]);
  });

  it('that are wrong are refused and change nothing', async () => {
    const { safety, store } = await openSafety({ settings: withWords('a') });
    const before = await dump(store);
    await expect(safety.applySettings({ schemaVersion: 9 } as never)).rejects.toMatchObject({ code: 'settings-too-new' });
    await expect(safety.applySettings({ scam: 'canary' } as never)).rejects.toMatchObject({ code: 'settings-invalid' });
    expect(safety.settings).toEqual(withWords('a'));
    expect(await dump(store)).toEqual(before);
    await expect(openSafety({ settings: { schemaVersion: 9 } as never })).rejects.toMatchObject({ code: 'settings-too-new' });
  });

  it('that switch notices off delete their records', async () => {
    const { safety, store } = await openSafety();
    await safety.screenMessage(message('TIP'), ACCEPTED);
    expect(Object.keys(await dump(store))).toEqual(['conversation/c1', 'person/current']);
    await safety.applySettings({ ...defaultSettings(), scam: { enabled: false } });
    expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    await safety.applySettings(defaultSettings());
    expect((await safety.screenMessage(message('TIP'), ACCEPTED)).notices).toHaveLength(1);
  });

  it('that switch scam notices off delete what was kept of scams, also while a name is blocked', async () => {
    const { safety, store } = await openSafety();
    await safety.blocked.add({ peerId: 'p', name: 'Annika Lopez' });
    await safety.screenMessage(message('CUE'), ACCEPTED);
    const stored = async (): Promise<readonly string[]> => Object.keys(await dump(store)).filter((key) => !key.startsWith('settings'));
    expect(await stored()).toEqual(['blocked/current', 'conversation/c1']);
    await safety.applySettings({ ...defaultSettings(), scam: { enabled: false } });
    expect(await stored()).toEqual(['blocked/current']);
    // What names leave from then on stays over the next start.
    await store.put('conversation/c2', new Uint8Array(20));
    await openSafety({ store });
    expect(await stored()).toEqual(['blocked/current', 'conversation/c2']);
  });

  describe('that have notices off', () => {
    /** A store in which an earlier start, with notices on, left a record. */
    const left = async (): Promise<Store> => {
      const store = createMemoryStore();
      const { safety } = await openSafety({ store });
      await safety.screenMessage(message('TIP'), ACCEPTED);
      await safety.dispose();
      expect(Object.keys(await dump(store))).toEqual(['conversation/c1', 'person/current']);
      return store;
    };

    it('at the start delete what an earlier start left', async () => {
      const store = await left();
      const { safety } = await openSafety({ store, settings: OFF });
      expect(Object.keys(await dump(store))).toEqual(['settings/current']);
      await safety.dispose();
      // Stored off, and a record that came in behind: the next start deletes it too.
      await store.put('conversation/late', new Uint8Array(20));
      expect((await openSafety({ store })).safety.settings).toEqual(OFF);
      expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    });

    it('delete them at once where the store can', async () => {
      const kept = await left();
      await kept.put('conversation/c2', new Uint8Array(20));
      const asked: (readonly string[])[] = [];
      const store = { ...kept, delete: () => Promise.reject(new Error('one by one')), deleteMany: async (keys: readonly string[]) => {
        asked.push([...keys].sort());
        for (const key of keys) await kept.delete(key);
      } };
      await openSafety({ store, settings: OFF });
      expect(asked).toEqual([['conversation/c1', 'conversation/c2', 'person/current']]);
      expect(Object.keys(await dump(kept))).toEqual(['settings/current']);
    });

    it('delete the records also where the engine dies of it', async () => {
      const { safety, store, port } = await openSafety();
      await safety.screenMessage(message('TIP'), ACCEPTED);
      const forget = port.forget.bind(port);
      port.forget = (what) => {
        port.kill();
        return forget(what).then(() => Promise.reject(new SafetyError('worker-failed', 'lost')));
      };
      expect((await safety.applySettings(OFF)).settings).toEqual(OFF);
      expect(Object.keys(await dump(store))).toEqual(['settings/current']);
    });

    it('say so on every verdict where a record could not be deleted, and try again', async () => {
      const kept = await left();
      let full = true;
      const store: Store = { ...kept, delete: (key) => (full ? Promise.reject(new Error('canary')) : kept.delete(key)) };
      const { safety } = await openSafety({ store });
      await safety.applySettings(OFF);
      expect((await safety.screenMessage(message('x'), ACCEPTED)).degraded).toEqual([{ check: 'state', code: 'store-failed' }]);
      full = false;
      await safety.applySettings(OFF);
      expect(Object.keys(await dump(store))).toEqual(['settings/current']);
      expect((await safety.screenMessage(message('x'), ACCEPTED)).degraded).toEqual([]);
    });
  });

  it.each([['settings-too-new', '{"schemaVersion":7}'], ['settings-invalid', '{"scam":1}'], ['settings-invalid', 'no json']])('stored as %s are named on every verdict and not overwritten', async (code, text) => {
    const store = createMemoryStore();
    const bytes = new Uint8Array([1, 1, 2, 3, 4, 5, 6, 7, 8, ...new TextEncoder().encode(text)]);
    await store.put('settings/current', bytes);
    const { safety } = await openSafety({ store });
    expect(safety.settings).toEqual(defaultSettings());
    for (let n = 0; n < 2; n++) expect((await safety.screenMessage(message('x'), ACCEPTED)).degraded).toEqual([{ check: 'settings', code }]);
    expect(await store.get('settings/current')).toEqual(bytes);
    await safety.applySettings(withWords('a'));
    expect((await safety.screenMessage(message('x'), ACCEPTED)).degraded).toEqual([]);
    expect((await openSafety({ store })).safety.settings).toEqual(withWords('a'));
  });

  it('are in force where the store fails, and every verdict says that they are not kept', async () => {
    const store = createMemoryStore();
    const { safety } = await openSafety({ store: { ...store, put: () => Promise.reject(new Error('full')) } });
    await safety.applySettings(withWords('a'));
    const verdict = await safety.screenMessage(message('a'), ACCEPTED);
    expect(verdict.delivery).toBe('hidden');
    expect(verdict.degraded).toEqual([{ check: 'settings', code: 'store-failed' }]);
  });
});

describe('hidden words', () => {
  it('are added at the end; what cannot match is named and not kept', async () => {
    const { safety } = await openSafety({ settings: withWords('one') });
    const change = await safety.hiddenWords.add(['two', '  ', 'one', '\u200b', { text: 'three', match: 'anywhere' }, 'x'.repeat(129), 'two']);
    expect(change.settings.hiddenWords.words).toEqual([{ text: 'one' }, { text: 'two' }, { text: 'three', match: 'anywhere' }]);
    expect(change.rejected).toEqual([
      { index: 1, why: 'empty' }, { index: 2, why: 'duplicate' }, { index: 3, why: 'empty' }, { index: 5, why: 'too-long' }, { index: 6, why: 'duplicate' },
    ]);
    expect(safety.settings).toEqual(change.settings);
    expect((await safety.screenMessage(message('three'), ACCEPTED)).hits).toMatchObject([{ entry: 2, list: 'mine' }]);
  });

  it('that cannot match are named for the list in force, from the start', async () => {
    const { safety } = await openSafety({ settings: withWords('one', '\u200b', 'two') });
    expect(safety.hiddenWords.rejected).toEqual([{ index: 1, why: 'empty' }]);
    expect(Object.isFrozen(safety.hiddenWords.rejected)).toBe(true);
    await safety.applySettings(withWords('\u200b'));
    expect(safety.hiddenWords.rejected).toEqual([{ index: 0, why: 'empty' }]);
    await safety.hiddenWords.remove(['\u200b']);
    expect(safety.hiddenWords.rejected).toEqual([]);
    await safety.hiddenWords.add(['\u200b', 'three']);
    expect(safety.hiddenWords.rejected).toEqual([]);
    await safety.applySettings(withWords('\u200b'));
    await safety.forget({ everything: true });
    expect(safety.hiddenWords.rejected).toEqual([]);
  });

  it('are removed by their text, and tried out', async () => {
    const { safety } = await openSafety({ settings: withWords('one', 'two') });
    expect(await safety.hiddenWords.test('say two')).toMatchObject([{ entry: 1 }]);
    const change = await safety.hiddenWords.remove(['two', 'nine']);
    expect(change).toEqual({ settings: withWords('one'), rejected: [], missing: ['nine'] });
    expect(await safety.hiddenWords.test('say two')).toEqual([]);
  });

  it('added at once are all kept, in this tab and in two', async () => {
    const store = createMemoryStore();
    const a = await openSafety({ store });
    const b = await openSafety({ store });
    await Promise.all([...'abcdef'].map((word, n) => (n % 2 === 0 ? a : b).safety.hiddenWords.add([word])));
    await settle();
    for (const { safety } of [a, b]) expect(safety.settings.hiddenWords.words.map((word) => word.text).sort()).toEqual([...'abcdef']);
    expect((await openSafety({ store })).safety.settings).toEqual(a.safety.settings);
  });

  it('of the wrong type are a TypeError that quotes nothing', async () => {
    const { safety } = await openSafety();
    for (const bad of ['canary', [7], [{ text: 'canary', match: 'canary' }], [null]]) {
      const error = await safety.hiddenWords.add(bad as never).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(TypeError);
      expect(String((error as Error).message)).not.toContain('canary');
    }
    await expect(safety.hiddenWords.remove('x' as never)).rejects.toThrow(TypeError);
    await expect(safety.hiddenWords.test(7 as never)).rejects.toThrow(TypeError);
  });
});
