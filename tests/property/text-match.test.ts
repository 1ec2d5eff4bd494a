import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurfaceText, TextHit, TextKernel, WordEntry } from '../../src/text/text-kernel.ts';
import { matchSurface } from '../oracle/match.ts';
import { normalise } from '../oracle/normalise.ts';
import { KINDS, makeKernel, runs } from './runs.ts';
import { text } from './text-strings.ts';

const HITS_MAX = 256;

/** Few letters, so that words nest, overlap and end in each other. */
const WORD_PIECES = [
  'a', 'b', 'ab', 'aba', 's', "'", '’', ' ', '1', '_', '-', 'é', 'я', 'ß', 'ﬁ', 'か', '\u3099', 'が', '漢', '字', 'ก', 'ำ', 'า', 'က', 'ိ', 'ု',
  '가', '\u11a8', 'क', 'ि', '👍', '🏽', '\u200d', '\ufe0f', '👩', '🇩', '🇪', '\u0301', '\u200b', 'ـ', 'ع', '™', 'Ⓐ', '½', '!', '\ud83d',
];
const piece = fc.oneof({ arbitrary: fc.constantFrom('a', 'b', ' ', 'ab'), weight: 2 }, { arbitrary: fc.constantFrom(...WORD_PIECES), weight: 3 });
const word = fc.array(piece, { minLength: 0, maxLength: 4 }).map((parts) => parts.join(''));
const message = fc.array(fc.oneof({ arbitrary: piece, weight: 6 }, { arbitrary: text, weight: 1 }), { maxLength: 60, size: 'large' })
  .map((parts) => parts.join('').slice(0, 200));
const kindOfMatch = fc.constantFrom<WordEntry['match']>('word', 'prefix', 'anywhere', undefined);
const list = fc.array(fc.record({ text: fc.oneof({ arbitrary: word, weight: 5 }, { arbitrary: text.map((s) => s.slice(0, 128)), weight: 1 }), match: kindOfMatch }), {
  maxLength: 40, size: 'large',
});

interface Expected { readonly entries: readonly WordEntry[]; readonly rejected: readonly { index: number; why: string }[] }

/** What of a list comes into force: nothing that folds to nothing, nothing twice. */
function inForce(words: readonly { readonly text: string; readonly match: WordEntry['match'] }[]): Expected {
  const seen = new Set<string>();
  const rejected: { index: number; why: string }[] = [];
  const entries = words.flatMap(({ text: spelling, match = 'word' }, entry) => {
    const folded = normalise(spelling).text.replace(/^ | $/g, '');
    const key = `${match} ${folded}`;
    if (folded === '' || seen.has(key)) {
      rejected.push({ index: entry, why: folded === '' ? 'empty' : 'duplicate' });
      return [];
    }
    seen.add(key);
    return [{ text: spelling, match, entry }];
  });
  return { entries, rejected };
}

function matchWith(kernel: TextKernel, surfaces: readonly SurfaceText[]): { readonly hits: readonly TextHit[]; readonly capped: boolean } {
  try {
    kernel.read(surfaces);
    return kernel.match();
  } finally {
    kernel.wipe();
  }
}

describe.each(KINDS)('the %s matcher', (kind) => {
  const kernel = makeKernel(kind);

  it('finds what the oracle finds, in every surface by itself', () => {
    fc.assert(fc.property(list, fc.array(message, { minLength: 1, maxLength: 3 }), (words, texts) => {
      const { entries, rejected } = inForce(words);
      expect(kernel.setWords(words.map(({ text: spelling, match }, entry) => ({ text: spelling, entry, ...(match === undefined ? {} : { match }) })))).toEqual(rejected);
      const expected = texts.flatMap((input, surface) => matchSurface(input, entries, surface));
      const { hits, capped } = matchWith(kernel, texts.map((input) => ({ text: input, scored: false })));
      expect(capped).toBe(expected.length > HITS_MAX);
      if (!capped) expect(hits).toEqual(expected);
    }), runs(500));
  });

  it('finds what the oracle finds in deep automata, past the states that have rows', () => {
    const deep = fc.array(fc.constantFrom(...'abcdeé漢'), { minLength: 3, maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(fc.property(fc.array(deep, { minLength: 800, maxLength: 1200, size: 'max' }), fc.array(deep, { maxLength: 30, size: 'max' }), (spellings, parts) => {
      const words = spellings.map((spelling) => ({ text: spelling, match: 'anywhere' as const }));
      const { entries } = inForce(words);
      kernel.setWords(words.map((w, entry) => ({ ...w, entry })));
      const input = parts.join('').slice(0, 120);
      const expected = matchSurface(input, entries);
      const { hits, capped } = matchWith(kernel, [{ text: input, scored: false }]);
      expect(capped).toBe(expected.length > HITS_MAX);
      if (!capped) expect(hits).toEqual(expected);
    }), runs(15, 1 / 30));
  });
});
