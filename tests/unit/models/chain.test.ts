import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NEAR_COPY } from '../../../src/decide/chain.ts';
import { createRng } from '../../../models/build/rng.ts';
import { chainTables } from '../../../models/chain/card.ts';
import { chooseThresholds, isNearCopy } from '../../../models/chain/choose.ts';
import { parseChainTexts, type ChainCorpus, type CorpusText } from '../../../models/chain/corpus-files.ts';
import { measureChain } from '../../../models/chain/measure.ts';
import { comparePair, nearPairs, openSketches } from '../../../models/chain/pairs.ts';
import { PASSED_ON } from '../../../models/chain/passed-on.ts';
import { measurePassedOn, PASSES_MOST } from '../../../models/chain/passes.ts';
import { makeVariant, VARIANTS } from '../../../models/chain/variants.ts';
import { WRAPS } from '../../../models/chain/wraps.ts';

const text = (body: string, index = 0, kind = 'warning', lang = 'en'): CorpusText => ({ lang, kind, text: body, index });
/** Long texts that have little in common. */
const long = (n: number): string => {
  const rng = createRng(n);
  const word = (): string => Array.from({ length: 3 + rng.below(6) }, () => 'aeioubdgklmnprst'.charAt(rng.below(16))).join('');
  return Array.from({ length: 30 }, (_, i) => `${word()}${i % 7 === 6 ? '. ' : ' '}`).join('');
};

describe('the corpus of chain letters', () => {
  it('is read by heads and lines of %', () => {
    expect(parseChainTexts('en', '# en: authored\n## warning\nOne\n\nstill one\n%\nTwo\n## hoax\nThree %\n%\n')).toEqual([
      text('One\n\nstill one'), text('Two', 1), text('Three %', 2, 'hoax')]);
    expect(() => parseChainTexts('en', '# en\nlost\n## warning\n')).toThrow('before the first head');
  });
});

describe('variants of a letter', () => {
  it.each(VARIANTS)('%s are the same every time, and another text', (kind) => {
    const letter = text('ရွာထဲက ရေတွင်းကို သောကြာနေ့အထိ ပိတ်ထားပါတယ်။ ကျောင်းကနေ ရေယူကြပါ။ လူတိုင်းကို ပြောပြပေးပါ။', 3, 'alarm', 'my');
    const [one, again, other] = [1, 1, 2].map((seed) => makeVariant(kind, letter, [letter], seed));
    expect(one).toBe(again);
    expect(one).not.toBe(letter.text);
    if (kind !== 'zawgyi' && kind !== 'reordered') expect(other).not.toBe(one);
  });

  it('are of a length near the letter\'s, and Zawgyi is of Burmese alone', () => {
    const letter = text(long(1));
    expect(makeVariant('zawgyi', letter, [letter])).toBeUndefined();
    const edits = makeVariant('edits', letter, [letter]) ?? '';
    expect(Math.abs(edits.length - letter.text.length)).toBeLessThan(letter.text.length * 0.05);
    expect([...makeVariant('reordered', letter, [letter]) ?? ''].sort().join('').trim()).toBe([...letter.text].sort().join('').trim());
  });

  it('have three wraps in every language', () => {
    for (const [lang, wraps] of Object.entries(WRAPS)) expect(wraps, lang).toHaveLength(3);
  });
});

describe('thresholds', () => {
  it('are the strictest of those that find most and flag few', () => {
    const pair = (shared: number): { shared: number; contained: number } => ({ shared, contained: shared * 10 });
    const least = chooseThresholds({ copies: new Map([['edits', [80, 70, 60].map(pair)]]), unrelated: [20, 30].map(pair), pairs: 1_000 });
    expect([80, 70, 60].every((shared) => isNearCopy(pair(shared), least))).toBe(true);
    expect([20, 30].some((shared) => isNearCopy(pair(shared), least))).toBe(false);
    expect(isNearCopy(pair(55), least)).toBe(false);
  });

  it('are none where nothing is told apart', () => {
    expect(() => chooseThresholds({ copies: new Map(), unrelated: [{ shared: 128, contained: 1_000 }], pairs: 10 })).toThrow();
  });
});

describe('measuring', () => {
  it('compares pairs by the kernel that ships', () => {
    const kernel = openSketches();
    expect(comparePair(kernel, long(1), long(1))).toEqual({ shared: 128, contained: 1_000 });
    expect(comparePair(kernel, long(1), 'short')).toBeUndefined();
    const { near, sketched } = nearPairs(kernel, [long(1), 'short', long(2), `${long(1)} and so on`]);
    expect(sketched).toEqual([true, false, true, true]);
    expect(near.map(({ a, b }) => [a, b])).toEqual([[0, 3]]);
  });

  it('counts each letter once for each kind of variant, and each pair once', () => {
    const corpus: ChainCorpus = { letters: Array.from({ length: 10 }, (_, n) => text(long(n), n)), unrelated: Array.from({ length: 12 }, (_, n) => text(long(n + 40), n, 'news')), festival: [text(long(90), 0, 'festival'), text(`${long(90)}!`, 1, 'festival')] };
    const figures = measureChain(corpus);
    expect(figures.recall.get('edits')?.get('all')?.n).toBe(10);
    expect(figures.recall.get('zawgyi')?.get('all')?.n).toBe(0);
    expect(figures.unrelated.all.n).toBe(22 * 21 / 2);
    expect(figures.festival).toMatchObject({ hits: 1, n: 1 });
    expect(chainTables(figures, { passed: measurePassedOn(corpus, () => figures.chosen), wraps: [] })[0]?.rows).toHaveLength(VARIANTS.length + 3);
  });

  it('finds a letter after fewer changes more often, and knows each letter once', () => {
    const letters = Array.from({ length: 12 }, (_, n) => text(long(n), n));
    const passed = measurePassedOn({ letters, unrelated: [], festival: [] }, () => NEAR_COPY);
    const hits = passed.get('en')?.map((share) => share.hits) ?? [];
    expect(passed.get('all')?.map(({ n }) => n)).toEqual(Array.from({ length: PASSES_MOST }, () => 12));
    expect(hits[0]).toBe(12);
    expect(hits.at(-1)).toBeLessThan(12);
  });
});

describe('the file of what is left of a letter', () => {
  it('was measured by the thresholds that ship, and stands in the card', () => {
    expect(PASSED_ON.nearCopy).toEqual(NEAR_COPY);
    const card = readFileSync(new URL('../../../models/chain/card.md', import.meta.url), 'utf8');
    for (const [n, { hits, n: of }] of PASSED_ON.found.my.entries()) expect(card).toMatch(new RegExp(`\\| ${n + 1} \\|[^|]+\\| ${(100 * hits / of).toFixed(1).replace('.', '\\.')} % `, 'u'));
  });
});
