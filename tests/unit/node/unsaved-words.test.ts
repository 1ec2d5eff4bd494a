import { afterEach, describe, expect, it } from 'vitest';
import type { Safety, SafetyEvent, Store } from '../../../src/contract/safety.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { makeWords } from '../../bench/synthetic.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';

// What a person changes is in force whether or not the store takes it. That it is lost at the next start must be seen when it happens.

type Kind = SafetyEvent['kind'];
const open: Safety[] = [];
afterEach(async () => { for (const safety of open.splice(0)) await safety.dispose(); });

interface Case {
  readonly safety: Safety;
  readonly store: Store & { full: boolean; deaf: boolean };
  readonly seen: readonly Kind[];
}

async function start(kept: Store = createMemoryStore()): Promise<Case> {
  const store = {
    ...kept, full: false, deaf: false,
    put: (key: string, bytes: Uint8Array<ArrayBuffer>) => (store.full ? Promise.reject(new Error('canary')) : kept.put(key, bytes)),
    get: (key: string) => (store.deaf ? Promise.reject(new Error('canary')) : kept.get(key)),
  };
  const safety = await createSafety({ store });
  open.push(safety);
  const seen: Kind[] = [];
  safety.subscribe(({ kind }) => { if (kind === 'saved' || kind === 'unsaved') seen.push(kind); });
  return { safety, store, seen };
}

const texts = (safety: Safety): readonly string[] => safety.settings.hiddenWords.words.map(({ text }) => text);
const restarted = async (store: Store): Promise<readonly string[]> => {
  const safety = await createSafety({ store });
  open.push(safety);
  return texts(safety);
};

describe('a change that the store does not take', () => {
  it.each([
    ['add', (safety: Safety) => safety.hiddenWords.add(['banjo'])],
    ['addText', (safety: Safety) => safety.hiddenWords.addText('banjo')],
    ['applySettings', (safety: Safety) => safety.applySettings({ ...defaultSettings(), hiddenWords: { ...defaultSettings().hiddenWords, words: [{ text: 'banjo' }] } })],
  ])('by %s is in force, and is told of before the promise resolves', async (_name, change) => {
    const { safety, store, seen } = await start();
    store.full = true;
    await change(safety);
    expect(seen).toEqual(['unsaved']);
    expect(texts(safety)).toEqual(['banjo']);
    expect((await safety.hiddenWords.test('a banjo'))).toHaveLength(1);
    expect(await restarted(store)).toEqual([]);
  });

  it('is told of every time, stored with the next one that goes through, and told of then', async () => {
    const { safety, store, seen } = await start();
    await safety.hiddenWords.add(['viola']);
    expect(seen).toEqual([]);
    store.full = true;
    await safety.hiddenWords.add(['banjo']);
    await safety.hiddenWords.remove(['viola']);
    expect(seen).toEqual(['unsaved', 'unsaved']);
    store.full = false;
    await safety.hiddenWords.add(['lute']);
    expect(seen).toEqual(['unsaved', 'unsaved', 'saved']);
    expect(texts(safety)).toEqual(['banjo', 'lute']);
    expect(await restarted(store)).toEqual(['banjo', 'lute']);
    await safety.hiddenWords.add(['tuba']);
    expect(seen).toHaveLength(3);
  });

  it('stays in force through changes after it, also where the store cannot be read either', async () => {
    const { safety, store } = await start();
    await safety.hiddenWords.add(['viola']);
    store.full = true;
    await safety.hiddenWords.add(['banjo']);
    await safety.hiddenWords.add(['lute']);
    store.deaf = true;
    await safety.hiddenWords.add(['tuba']);
    expect(texts(safety)).toEqual(['viola', 'banjo', 'lute', 'tuba']);
    expect(await safety.hiddenWords.test('banjo lute tuba')).toHaveLength(3);
  });

  it('is stored by dispose where the store takes it by then', async () => {
    const { safety, store } = await start();
    store.full = true;
    await safety.hiddenWords.add(['banjo']);
    store.full = false;
    await safety.dispose();
    expect(await restarted(store)).toEqual(['banjo']);
  });

  it('of a long list is told of when its write fails', async () => {
    const { safety, store, seen } = await start();
    await safety.hiddenWords.add(makeWords(1_200));
    store.full = true;
    const told = new Promise<void>((resolve) => { safety.subscribe(({ kind }) => { if (kind === 'unsaved') resolve(); }); });
    await safety.hiddenWords.add(['banjo']);
    expect(seen).toEqual([]);
    await told;
    store.full = false;
    await safety.hiddenWords.add(['lute']);
    await safety.dispose();
    expect(seen).toEqual(['unsaved', 'saved']);
    expect((await restarted(store)).slice(-2)).toEqual(['banjo', 'lute']);
  });

  it('that is not in force rejects with a code, and nothing is told or kept of it', async () => {
    const { safety, store, seen } = await start();
    store.full = true;
    await expect(safety.applySettings({ scam: 1 } as never)).rejects.toMatchObject({ code: 'settings-invalid' });
    await expect(safety.hiddenWords.importJson('canary')).rejects.toMatchObject({ code: 'input-invalid' });
    expect(seen).toEqual([]);
    store.full = false;
    await safety.hiddenWords.add(['lute']);
    expect(await restarted(store)).toEqual(['lute']);
  });

  it('is over where everything is forgotten', async () => {
    const { safety, store, seen } = await start();
    store.full = true;
    await safety.hiddenWords.add(['banjo']);
    await safety.forget({ everything: true });
    expect(seen).toEqual(['unsaved', 'saved']);
    store.full = false;
    await safety.dispose();
    expect(await store.keys()).toEqual([]);
  });
});
