// Issue 3, "adding a word to a list of 100,000 is felt as instant": a list is built anew in slices, with messages in between.

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WordsEdit, WordsEdited } from '../../../src/contract/engine.ts';
import type { HiddenWord } from '../../../src/contract/settings.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { makeWords } from '../../bench/synthetic.ts';
import { itemOf, settingsOf, startEngine, wordsOnly } from './engine-kit.ts';

const edit = (of: number, more: Partial<WordsEdit>): WordsEdit => ({ of, remove: [], change: [], add: [], ...more });
const named = (count: number, name: string): readonly HiddenWord[] => Array.from({ length: count }, (_, n) => ({ text: `${name}${n}x` }));
/** Index of the word that hides each text; -1 for none. */
async function entries(engine: Engine, ...texts: readonly string[]): Promise<readonly number[]> {
  const replies = await engine.screen(texts.map((text) => itemOf({ text: `a ${text} here` }, 'contact')));
  return replies.map((reply) => reply?.verdict.hits[0]?.entry ?? -1);
}
/** Calls until nothing is left to build. */
async function finish(engine: Engine, between: (slice: number) => Promise<void> = () => Promise.resolve()): Promise<{ readonly slices: number; readonly last: WordsEdited }> {
  for (let slices = 1; ; slices++) {
    const last = await engine.editWords(null);
    if (!last.building) return { slices, last };
    await between(slices);
  }
}

const LIST = makeWords(100_000).slice(0, 97_000);

describe('a list of 97,000 words with as many beside it as fit', () => {
  it('is gathered in slices; what is edited meanwhile is right before and after', async () => {
    const { engine } = await startEngine(wordsOnly(...LIST));
    expect(await engine.editWords(edit(97_000, { add: named(1_500, 'sloe') }))).toEqual({ rejected: [], building: false });
    expect(await engine.editWords(edit(98_500, { add: named(600, 'pear') }))).toEqual({ rejected: [], building: true });
    const seen = async (): Promise<readonly number[]> => entries(engine, LIST[0] ?? '', LIST[50_000] ?? '', 'sloe0x', 'sloe7x', 'pear599x', 'bullace');
    const states: (readonly number[])[] = [await seen()];
    const { slices } = await finish(engine, async (slice) => {
      // One word of the list, one beside it; one that comes.
      if (slice === 3) expect(await engine.editWords(edit(99_100, { remove: [0, 97_007], add: [{ text: 'bullace' }] }))).toEqual({ rejected: [], building: true });
      // And in a later slice one that comes and goes, and one that went and comes back.
      if (slice === 20) await engine.editWords(edit(99_099, { remove: [99_098], add: [{ text: LIST[0] ?? '' }] }));
      states.push(await seen());
    });
    expect(slices).toBeGreaterThan(25);
    const [first, second, third] = [[0, 50_000, 97_000, 97_007, 99_099, -1], [-1, 49_999, 96_999, -1, 99_097, 99_098], [99_098, 49_999, 96_999, -1, 99_097, -1]];
    expect(states).toEqual(states.map((_, n) => (n < 3 ? first : n < 20 ? second : third)));
    expect(await seen()).toEqual(third);
    // What was beside the list is in it: there is room again.
    expect(await engine.editWords(edit(99_099, { remove: [1], add: named(800, 'quince') }))).toEqual({ rejected: [], building: false });
    expect(await entries(engine, 'quince799x', LIST[1] ?? '', LIST[2] ?? '', 'pear599x')).toEqual([99_897, 0, -1, 99_096]);
  });

  it('takes more than fit in slices, and says so when they are in force', async () => {
    const { engine } = await startEngine(wordsOnly(...LIST));
    await engine.editWords(edit(97_000, { add: named(2_100, 'sloe') }));
    await engine.editWords(null);
    // What is being gathered is given up for the list that is wanted now.
    const more = [...named(500, 'pear'), { text: 'SLOE7x' }, { text: '\u200b' }, { text: LIST[5]?.toUpperCase() ?? '' }, { text: 'last' }];
    const { rejected: _, ...rest } = await engine.editWords(edit(99_100, { remove: [3], change: [{ index: 4, word: { text: LIST[4] ?? '', until: 5 } }], add: more }));
    expect(rest).toEqual({ building: true });
    const before = [0, 4, 5, 97_000, 97_007, -1, -1];
    const seen = async (): Promise<readonly number[]> => entries(engine, LIST[0] ?? '', LIST[4] ?? '', LIST[5] ?? '', 'sloe0x', 'sloe7x', 'pear0x', 'last');
    const { slices, last } = await finish(engine, async () => { expect(await seen()).toEqual(before); });
    expect(slices).toBeGreaterThan(25);
    expect(last.rejected).toEqual([{ index: 500, why: 'duplicate' }, { index: 501, why: 'empty' }, { index: 502, why: 'duplicate' }]);
    expect(await seen()).toEqual([0, -1, 4, 96_999, 97_006, 99_099, 99_599]);
    expect(await engine.editWords(edit(99_600, { remove: [99_599], add: [{ text: 'bullace' }] }))).toEqual({ rejected: [], building: false });
    expect(await entries(engine, 'last', 'bullace', 'pear499x')).toEqual([-1, 99_599, 99_598]);
  });
});

describe('a list in the making', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is given up where the settings come anew', async () => {
    const { engine } = await startEngine(wordsOnly('plum', 'pear'));
    await engine.editWords(edit(2, { add: named(2_001, 'sloe') }));
    await engine.editWords(edit(2_003, { add: named(5_000, 'quince') }));
    await engine.configure({ settings: wordsOnly('pear', 'medlar'), assets: {} });
    expect(await engine.editWords(null)).toEqual({ rejected: undefined, building: false });
    expect(await entries(engine, 'plum', 'pear', 'medlar', 'sloe0x', 'quince0x')).toEqual([-1, 0, 1, -1, -1]);
  });

  it('leaves the old one in force where there is no memory for it', async () => {
    const real = WebAssembly;
    let answer: { readonly listBegin?: () => number; readonly listBuild?: () => number } = {};
    class Full {
      readonly exports: unknown;
      constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
        this.exports = { ...new real.Instance(module, imports).exports, ...answer };
      }
    }
    vi.stubGlobal('WebAssembly', { Module: real.Module, Instance: Full, validate: real.validate.bind(real) });
    const { engine } = await startEngine(wordsOnly('plum', 'pear'));
    expect(await engine.editWords(edit(2, { add: named(2_001, 'sloe') }))).toEqual({ rejected: [], building: true });
    for (const full of [{ listBegin: () => 1 }, { listBuild: () => 1 }]) {
      answer = full;
      await expect(finish(engine)).rejects.toMatchObject({ code: 'limit-exceeded' });
      expect((await engine.editWords(edit(2_003, { add: named(5_000, 'quince') }))).rejected).toBeUndefined();
      await expect(finish(engine)).rejects.toMatchObject({ code: 'limit-exceeded' });
      expect(await entries(engine, 'plum', 'pear', 'sloe1987x', 'quince0x')).toEqual([0, 1, 1_989, -1]);
    }
    answer = {};
    expect(await engine.editWords(edit(2_003, { remove: [0], add: [{ text: 'medlar' }] }))).toMatchObject({ rejected: [], building: true });
    await finish(engine);
    expect(await entries(engine, 'plum', 'pear', 'sloe1987x', 'medlar')).toEqual([-1, 0, 1_988, 2_002]);
  });
});

describe('a word that folds to one of the list', () => {
  it('keeps answering where it was taken beside the list, and alone when the other one goes', async () => {
    const { engine } = await startEngine(settingsOf({ scam: { enabled: false }, hiddenWords: { words: [{ text: 'plum', action: 'count' }, 'pear'] } }));
    await engine.editWords(edit(2, { add: [{ text: 'PLUM' }, ...named(2_000, 'sloe')] }));
    const hides = async (): Promise<readonly unknown[]> => (await engine.screen([itemOf({ text: 'a plum' }, 'contact')])).flatMap((reply) => [reply?.verdict.delivery, reply?.verdict.hits.map(({ entry }) => entry)]);
    expect(await hides()).toEqual(['hidden', [0, 2]]);
    await finish(engine);
    expect(await hides()).toEqual(['hidden', [0, 2]]);
    await engine.editWords(edit(2_003, { remove: [0] }));
    expect(await hides()).toEqual(['hidden', [1]]);
  });

  it('comes alive when the word goes for which it was refused', async () => {
    const { engine, facts } = await startEngine(wordsOnly('plum', 'pear', 'PLUM', 'PLum', '\u200b'));
    expect(facts.rejected.map(({ index }) => index)).toEqual([2, 3, 4]);
    expect((await engine.editWords(edit(5, { remove: [0] }))).rejected).toBeUndefined();
    expect((await finish(engine)).last.rejected).toEqual([]);
    expect(await entries(engine, 'plum', 'pear')).toEqual([1, 0]);
    // Nothing is refused for another any more: no edit needs the list built.
    expect((await engine.editWords(edit(4, { remove: [1] }))).rejected).toEqual([]);
    expect(await entries(engine, 'plum', 'pear')).toEqual([1, 0]);
    await engine.editWords(edit(3, { remove: [1] }));
    expect(await entries(engine, 'plum')).toEqual([-1]);
  });
});
