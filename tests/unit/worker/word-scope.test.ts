import { describe, expect, it } from 'vitest';
import type { Relationship } from '../../../src/contract/message.ts';
import type { HiddenWord } from '../../../src/contract/settings.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { readerWithoutKernel } from '../../../src/worker/plain-words.ts';
import { itemOf, settingsOf, startEngine } from './engine-kit.ts';

const WORDS: readonly HiddenWord[] = [
  { text: 'plum' }, { text: 'pear', action: 'cover' }, { text: 'quince', action: 'count' }, { text: 'sloe', where: 'requests' },
  { text: 'damson', until: 1_000 }, { text: 'medlar', action: 'count' }, { text: 'medlar jam', action: 'cover' },
];

/** The same whether the kernel finds the words or, without WebAssembly, the fallback. */
describe.each(['kernel', 'fallback'])('actions, places and ends with the %s', (kind) => {
  const open = async (words: readonly HiddenWord[] = WORDS, allow: readonly string[] = ['plum pie']): Promise<Engine> => {
    const settings = settingsOf({ notices: 'off', hiddenWords: { words, allow } });
    return (await startEngine(settings, undefined, kind === 'fallback' ? readerWithoutKernel : undefined)).engine;
  };
  const screen = async (engine: Engine, text: string, { from = 'contact', ...more }: { readonly from?: Relationship; readonly now?: number; readonly exempt?: true } = {}): Promise<Verdict> => {
    const [reply] = await engine.screen([{ ...itemOf({ text, attachments: [{ id: 'p', kind: 'image' }] }, from), now: 999, ...more }]);
    if (reply === undefined) throw new Error('no reply');
    return reply.verdict;
  };

  it('act as the table of actions says, the strongest first', async () => {
    const engine = await open();
    expect((await screen(engine, 'x')).degraded.map(({ code }) => code)).toEqual(kind === 'fallback' ? ['no-wasm'] : []);
    expect(await screen(engine, 'a plum')).toMatchObject({ delivery: 'hidden', notify: 'none', media: [{ state: 'covered' }], hits: [{ entry: 0, action: 'hide' }] });
    expect(await screen(engine, 'a pear')).toMatchObject({ delivery: 'chats', notify: 'silent', media: [{ state: 'covered' }], hits: [{ entry: 1, action: 'cover' }] });
    expect(await screen(engine, 'a quince')).toMatchObject({ delivery: 'chats', notify: 'normal', media: [{ state: 'clear' }], hits: [{ entry: 2, action: 'count' }] });
    expect(await screen(engine, 'quince, pear, plum')).toMatchObject({ delivery: 'hidden' });
    expect(await screen(engine, 'quince and pear')).toMatchObject({ delivery: 'chats', notify: 'silent' });
    expect(await screen(engine, 'medlar jam')).toMatchObject({ delivery: 'chats', notify: 'silent' });
  });

  it('act in their place and until their end', async () => {
    const engine = await open();
    expect((await screen(engine, 'sloe')).delivery).toBe('chats');
    expect((await screen(engine, 'sloe', { from: 'stranger' })).delivery).toBe('hidden');
    expect((await screen(engine, 'damson')).delivery).toBe('hidden');
    expect((await screen(engine, 'damson', { now: 1_000 })).hits).toEqual([]);
    expect(await engine.tryWords('sloe damson', 999)).toMatchObject([{ entry: 3 }, { entry: 4 }]);
    expect(await engine.tryWords('sloe damson', 1_000)).toMatchObject([{ entry: 3 }]);
  });

  it('give way to the allow list, and are not looked for in what exempt people write', async () => {
    const engine = await open();
    expect(await screen(engine, 'plum pie')).toMatchObject({ delivery: 'chats', hits: [] });
    expect(await screen(engine, 'a plum', { exempt: true })).toMatchObject({ delivery: 'chats', notify: 'normal', hits: [], media: [{ state: 'clear' }] });
  });

  it('hide what could not be searched to its end only where a word of the list hides', async () => {
    const many = 'plum pie '.repeat(300);
    const strict = await open();
    expect(await screen(strict, many)).toMatchObject({ delivery: 'hidden', hits: [] });
    const mild = await open([{ text: 'plum', action: 'count' }]);
    expect(await screen(mild, many)).toMatchObject({ delivery: 'chats', notify: 'normal' });
  });

  it.each([70, 200, 300])('a word that covers is not lost behind %i that are only counted', async (count) => {
    const engine = await open([{ text: 'quince', action: 'count' }, { text: 'pear', action: 'cover' }]);
    const { delivery, hits, degraded } = await screen(engine, `${'quince '.repeat(count)}pear`);
    // Covered by a hit that says so, or hidden where the search ended before it.
    if (delivery === 'hidden') expect(degraded).toContainEqual({ check: 'hidden-words', code: 'limit-exceeded' });
    else expect(hits[0]).toMatchObject({ entry: 1, action: 'cover' });
    expect(hits).toHaveLength(64);
    if (kind === 'kernel') expect(delivery).toBe(count < 256 ? 'chats' : 'hidden');
  });
});
