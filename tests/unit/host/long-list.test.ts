import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import type { Store } from '../../../src/contract/safety.ts';
import type { HiddenWord, Settings } from '../../../src/contract/settings.ts';
import { settingsForEngine } from '../../../src/host/for-engine.ts';
import { LONG_LIST } from '../../../src/host/edit-list.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { dump, message, openSafety, settle, STRANGER, T0, type Opened } from './open-safety.ts';

const LONG = Array.from({ length: LONG_LIST }, (_, n): HiddenWord => ({ text: `w${n}.` }));
const settingsOf = (words: readonly HiddenWord[]): Settings => ({ ...defaultSettings(), hiddenWords: { enabled: true, words, lists: [], allow: [] } });
const texts = ({ safety }: Opened): readonly string[] => safety.settings.hiddenWords.words.map(({ text }) => text);

async function storedTexts(store: Store): Promise<readonly string[]> {
  const bytes = await store.get('settings/current');
  const settings = JSON.parse(new TextDecoder().decode(bytes?.slice(9))) as Settings;
  return settings.hiddenWords.words.map(({ text }) => text);
}

describe('a long list', () => {
  it('is sent and stored as an edit: the engine gets the new words alone, the store hears later', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG) });
    const { safety, port, store } = opened;
    const before = await dump(store);
    port.calls.length = 0;
    const change = await safety.hiddenWords.add(['new', '\u200b', 'w5.', { text: 'w7.', action: 'count' }, 'extra']);
    expect(port.calls).toEqual(['editWords']);
    expect(change.rejected).toEqual([{ index: 1, why: 'empty' }, { index: 2, why: 'duplicate' }]);
    expect(texts(opened)).toEqual([...LONG.map(({ text }) => text), 'new', 'extra']);
    expect(safety.settings.hiddenWords.words[7]).toEqual({ text: 'w7.', action: 'count' });
    expect(port.engine.settings).toEqual(settingsForEngine(safety.settings));
    expect((await safety.screenMessage(message('extra'), STRANGER)).hits).toMatchObject([{ entry: LONG_LIST + 1 }]);
    expect(await dump(store)).toEqual(before);
    await safety.dispose();
    expect(await storedTexts(store)).toEqual(texts(opened));
  });

  it('is stored when the person has paused', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { safety, store } = await openSafety({ settings: settingsOf(LONG) });
      await safety.hiddenWords.add(['one']);
      await safety.hiddenWords.remove(['w0.']);
      expect(await storedTexts(store)).toHaveLength(LONG_LIST);
      vi.advanceTimersByTime(500);
      await settle();
      expect(await storedTexts(store)).toEqual([...LONG.slice(1).map(({ text }) => text), 'one']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('edited in two tabs keeps both edits', async () => {
    const a = await openSafety({ settings: settingsOf(LONG) });
    const b = await openSafety({ store: a.store });
    await a.safety.hiddenWords.add(['from a']);
    await b.safety.hiddenWords.add(['from b']);
    await b.safety.hiddenWords.remove(['w1.']);
    await a.safety.dispose();
    await settle();
    expect(texts(b).slice(-2).sort()).toEqual(['from a', 'from b']);
    await b.safety.dispose();
    const stored = await storedTexts(a.store);
    expect(stored).toEqual(texts(b));
    expect([stored.includes('w1.'), stored.length]).toEqual([false, LONG_LIST + 1]);
  });

  it('keeps unsaved edits through a crash of the engine, and drops them where everything is forgotten', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG) });
    const { safety, port, store } = opened;
    await safety.hiddenWords.add(['kept']);
    port.kill();
    expect((await safety.screenMessage(message('kept'), STRANGER)).delivery).toBe('hidden');
    await safety.forget({ everything: true });
    await safety.dispose();
    expect(await dump(store)).toEqual({});
    expect(safety.settings).toEqual(defaultSettings());
  });

  it('changes nothing where the engine did not take the edit', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG) });
    const editWords = opened.port.editWords.bind(opened.port);
    opened.port.editWords = (edit) => {
      const call = editWords(edit);
      opened.port.kill();
      return call;
    };
    await expect(opened.safety.hiddenWords.add(['gone'])).rejects.toMatchObject({ code: 'worker-failed' });
    expect(texts(opened)).toHaveLength(LONG_LIST);
    opened.port.editWords = editWords;
    await opened.safety.hiddenWords.add(['there']);
    expect(texts(opened).at(-1)).toBe('there');
    expect((await opened.safety.screenMessage(message('there'), STRANGER)).delivery).toBe('hidden');
  });

  it('waits for words that the engine builds, and goes over whole where it was started anew before they were in force', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG) });
    const { port, safety } = opened;
    const editWords = port.editWords.bind(port);
    let slices = 0;
    // The edit is made with the third slice; a worker that was started anew knows nothing of it.
    let waiting: Parameters<typeof editWords>[0] = null;
    port.editWords = async (edit) => {
      if (edit !== null) {
        waiting = edit;
        slices = 0;
      }
      if (waiting === null) return { building: false };
      if (++slices < 3) return { building: true };
      const reply = await editWords(waiting);
      waiting = null;
      return { ...reply, building: false };
    };
    expect((await safety.hiddenWords.add(['late'])).rejected).toEqual([]);
    expect(slices).toBe(3);
    expect(texts(opened).at(-1)).toBe('late');
    const adding = safety.hiddenWords.add(['later']);
    const lost = safety.screenMessage(message('w1.'), STRANGER).then(() => {
      waiting = null;
      port.kill();
    });
    port.calls.length = 0;
    await adding;
    await lost;
    expect(port.calls).toContain('configure');
    expect(texts(opened).slice(-2)).toEqual(['late', 'later']);
    expect(port.engine.settings).toEqual(settingsForEngine(safety.settings));
  });

  it('goes over whole where the engine has another', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG) });
    opened.port.engine.settings = settingsOf([]);
    opened.port.calls.length = 0;
    await opened.safety.hiddenWords.add(['there']);
    expect(opened.port.calls).toEqual(['editWords', 'configure']);
    expect(opened.port.engine.settings).toEqual(settingsForEngine(opened.safety.settings));
    expect(texts(opened).at(-1)).toBe('there');
  });

  it('keeps a refused word out where the list goes over whole before the edit is stored, and where another tab wrote in between', async () => {
    const a = await openSafety({ settings: settingsOf(LONG) });
    const b = await openSafety({ store: a.store });
    expect((await a.safety.hiddenWords.add(['from a', '\u200b'])).rejected).toEqual([{ index: 1, why: 'empty' }]);
    a.port.engine.settings = settingsOf([]);
    await a.safety.hiddenWords.add(['whole']);
    expect(texts(a).slice(LONG_LIST)).toEqual(['from a', 'whole']);
    await settle();
    expect((await b.safety.hiddenWords.add(['\u200b', 'from b'])).rejected).toEqual([{ index: 0, why: 'empty' }]);
    await a.safety.applySettings(settingsOf([...LONG, { text: 'anew' }]));
    await settle();
    expect(texts(b).slice(LONG_LIST)).toEqual(['anew', 'from b']);
    await b.safety.dispose();
    expect((await storedTexts(a.store)).slice(LONG_LIST)).toEqual(['anew', 'from b']);
  });

  it('moves refusals with their words, and lets what expired go', async () => {
    const opened = await openSafety({ settings: settingsOf([{ text: 'soon', until: T0 + 1 }, { text: '\u200b' }, ...LONG]) });
    const { safety, clock } = opened;
    expect(safety.hiddenWords.rejected).toEqual([{ index: 1, why: 'empty' }]);
    clock.now = T0 + 1;
    await safety.hiddenWords.add(['more']);
    expect(texts(opened)[0]).toBe('\u200b');
    expect(safety.hiddenWords.rejected).toEqual([{ index: 0, why: 'empty' }]);
  });

  it('is replaced as a whole by a file, and goes back to a short one', async () => {
    const opened = await openSafety({ settings: settingsOf(LONG), store: createMemoryStore() });
    expect(await opened.safety.hiddenWords.importText('a\nb', { mode: 'replace' })).toMatchObject({ added: 2, rejected: [] });
    expect(texts(opened)).toEqual(['a', 'b']);
    expect(opened.port.engine.settings).toEqual(settingsForEngine(opened.safety.settings));
    await opened.safety.hiddenWords.add(['c']);
    expect(await storedTexts(opened.store)).toEqual(['a', 'b', 'c']);
  });
});
