import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILD } from '../../scripts/build/paths.ts';
import type { TextHit, TextKernel, WordEntry } from '../../src/text/text-kernel.ts';
import { matchSurface } from '../oracle/match.ts';
import { formsOf } from '../oracle/match-reading.ts';
import { normalise } from '../oracle/normalise.ts';
import { KINDS, makeKernel, steadyRuns } from './runs.ts';
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
const list: fc.Arbitrary<readonly Listed[]> = fc.array(fc.record({ text: fc.oneof({ arbitrary: word, weight: 5 }, { arbitrary: text.map((s) => s.slice(0, 128)), weight: 1 }), match: kindOfMatch }), {
  maxLength: 40, size: 'large',
}).map((words) => words.map(({ text: spelling, match }) => ({ text: spelling, accents: 'fold', ...(match === undefined ? {} : { match }) })));
const messages = fc.array(message, { minLength: 1, maxLength: 3 });

type Listed = Omit<WordEntry, 'entry'>;
const foldedOf = (text: string): string => normalise(text).text.replace(/^ | $/g, '');
const keyOfEntry = (listed: WordEntry): string => `${listed.match ?? 'word'} ${foldedOf(listed.text)} ${(formsOf(listed)[0]?.dots ?? []).join()}`;

interface InForce { readonly entries: readonly WordEntry[]; readonly rejected: readonly { readonly index: number; readonly why: string }[] }

/** What of a list comes into force: nothing that folds to nothing, nothing twice; a term with a hyphen also with a space, where nobody listed that. */
function inForce(words: readonly Listed[]): InForce {
  const seen = new Set<string>();
  const rejected: { index: number; why: string }[] = [];
  const entries = words.flatMap((listed, entry) => {
    const key = keyOfEntry({ ...listed, entry });
    const folded = foldedOf(listed.text);
    if (folded === '' || seen.has(key)) {
      rejected.push({ index: entry, why: folded === '' ? 'empty' : 'duplicate' });
      return [];
    }
    seen.add(key);
    return [{ ...listed, entry }];
  });
  const spaced = entries.map((listed) => ({ ...listed, text: listed.text.replace(/(?<=[\p{L}\p{M}])-(?=[\p{L}\p{M}])/gu, ' ') }))
    .filter((listed, n) => listed.text !== entries[n]?.text && !seen.has(keyOfEntry(listed)) && seen.add(keyOfEntry(listed)));
  return { entries: [...entries, ...spaced], rejected };
}

const numbered = (words: readonly Listed[]): readonly WordEntry[] => words.map((word, entry) => ({ ...word, entry }));

function matchWith(kernel: TextKernel, ...texts: readonly string[]): { readonly hits: readonly TextHit[]; readonly capped: boolean } {
  try {
    kernel.read(texts.map((input) => ({ text: input, scored: false })));
    return kernel.match();
  } finally {
    kernel.wipe();
  }
}

/** Expects every hit of the oracle, and no other that is as written; the other lane's are compared with its own oracle. */
function expectPlain(kernel: TextKernel, entries: readonly WordEntry[], texts: readonly string[]): void {
  const expected = texts.flatMap((input, surface) => matchSurface(input, entries, surface));
  const { hits, capped } = matchWith(kernel, ...texts);
  if (expected.length > HITS_MAX) expect(capped).toBe(true);
  if (capped) return;
  const keys = new Set(expected.map(keyOf));
  expect(hits.filter((hit) => hit.how === 0 || keys.has(keyOf(hit)))).toEqual(expected);
}

const keyOf = ({ surface, start, end, entry }: TextHit): string => [surface, start, end, entry].join(' ');

function withTables(kernel: TextKernel): TextKernel {
  kernel.loadWordTable('lookalikes.bin', new Uint8Array(readFileSync(`${BUILD}/lookalikes.bin`)));
  kernel.loadWordTable('common-words.bin', new Uint8Array(readFileSync(`${BUILD}/common-words.bin`)));
  return kernel;
}

describe.each(KINDS)('the %s matcher', (kind) => {
  const kernel = makeKernel(kind);

  it('finds what the oracle finds, in every surface by itself', () => {
    fc.assert(fc.property(list, messages, (words, texts) => {
      const { entries, rejected } = inForce(words);
      expect(kernel.setWords(numbered(words))).toEqual(rejected);
      expectPlain(kernel, entries, texts);
    }), steadyRuns(500));
  });

  it('finds words with accents as the person says: by themselves, as they are, or without', () => {
    const accented = fc.constantFrom('é', 'e', 'É', 'E', 'e\u0301', 'a', 'ı', 'i', 'İ', 'й', 'и', 'Й', 'ё', 'е', 'ї', 'ß', 'أ', 'ا', 'ک', 'ك', 'ُ', ' ');
    const some = fc.array(accented, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const lists = fc.array(fc.record({ text: some, match: kindOfMatch, accents: fc.constantFrom('auto' as const, 'exact' as const, 'fold' as const) }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(lists, fc.array(accented, { maxLength: 40 }), (words, parts) => {
      const { entries } = inForce(words);
      kernel.setWords(numbered(words));
      expectPlain(kernel, entries, [parts.join('')]);
    }), steadyRuns(300));
  });

  it('tells the two i of Turkish apart as the oracle does, and what was typed without them', () => {
    const letters = fc.constantFrom('i', 'i', 'ı', 'ı', 'I', 'İ', 'I\u0307', 'ı\u0307', 'í', 'i\u0301', 'ｉ', 'k', 'r', 's', 's', 'S', 'ş', 's\u0327', '1', ' ', '-');
    const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const lists = fc.array(fc.record({ text: word, match: kindOfMatch, accents: fc.constantFrom('auto' as const, 'exact' as const, 'fold' as const), turkish: fc.constant(true) }), { minLength: 1, maxLength: 12 });
    const others = /[iI1]/g;
    let told = 0;
    fc.assert(fc.property(lists, fc.array(fc.oneof(letters, fc.nat(11)), { maxLength: 30 }), (words, parts) => {
      const { entries, rejected } = inForce(words);
      expect(kernel.setWords(numbered(words))).toEqual(rejected);
      // Listed words, and listed words with another i.
      const input = parts.map((part) => (typeof part === 'string' ? part : ` ${(words[part % words.length]?.text ?? '').replace(others, part > 5 ? 'ı' : 'i')} `)).join('');
      expectPlain(kernel, entries, [input]);
      told += matchSurface(input, entries.map((entry) => ({ ...entry, turkish: false }))).length - matchSurface(input, entries).length;
    }), steadyRuns(400));
    expect(told).toBeGreaterThan(100);
  });

  it('finds one space inside and what is glued on, as the oracle does', () => {
    const parts = fc.constantFrom('a', 'b', 'ab', 'aba', ' ', ' ', '1', '22', '_', '__', 'x_', '_xx', '_yz', '!', '!!3', '%', 'é', 'Б', 'α', '.');
    const words = fc.array(fc.array(fc.constantFrom('a', 'b', 'ab', 'ба', 'é'), { minLength: 2, maxLength: 5 }).map((p) => p.join('')), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(words, kindOfMatch, fc.array(parts, { maxLength: 50 }), fc.boolean(), (spellings, match, text, splits) => {
      const listed: readonly Listed[] = spellings.map((spelling) => ({ text: spelling, accents: 'fold', ...(match === undefined ? {} : { match }) }));
      const { entries } = inForce(listed);
      kernel.setWords(numbered(listed));
      kernel.setSplits(splits);
      const input = text.join('');
      const expected = matchSurface(input, entries, 0, { splits });
      const { hits } = matchWith(kernel, input);
      kernel.setSplits(true);
      const keys = new Set(expected.map(keyOf));
      expect(hits.filter((hit) => hit.how === 0 || keys.has(keyOf(hit)))).toEqual(expected);
    }), steadyRuns(400));
  });

  it('finds what the oracle finds in deep tries', () => {
    const deep = fc.array(fc.constantFrom(...'abcdeé漢'), { minLength: 3, maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(fc.property(fc.array(deep, { minLength: 800, maxLength: 1200, size: 'max' }), fc.constantFrom('word' as const, 'anywhere' as const), fc.array(fc.oneof(deep, fc.constant(' ')), { maxLength: 30, size: 'max' }), (spellings, match, parts) => {
      const words: readonly Listed[] = spellings.map((spelling) => ({ text: spelling, match, accents: 'fold' }));
      const { entries } = inForce(words);
      kernel.setWords(numbered(words));
      expectPlain(kernel, entries, [parts.join('').slice(0, 120)]);
    }), { ...steadyRuns(15, 1 / 30), endOnFailure: true });
  });

  it('finds the same with a word added later as with the whole list', () => {
    const later = makeKernel(kind);
    fc.assert(fc.property(list, fc.nat(40), messages, (words, at, texts) => {
      const { entries } = inForce(words);
      kernel.setWords(entries);
      later.setWords(entries.slice(0, at));
      const half = at + Math.floor((entries.length - at) / 2);
      if (at < entries.length) {
        expect(later.putBeside(entries.slice(at, half))).toEqual([]);
        expect(later.putBeside(entries.slice(at))).toEqual([]);
      }
      const [whole, added] = [matchWith(kernel, ...texts), matchWith(later, ...texts)];
      if (!whole.capped && !added.capped) expect(added.hits).toEqual(whole.hits);
    }), steadyRuns(200));
  });

  it('finds the same as written with all its tables as without', () => {
    const full = withTables(makeKernel(kind));
    full.setSplits(false);
    fc.assert(fc.property(list, messages, (words, texts) => {
      kernel.setWords(numbered(words));
      kernel.setSplits(false);
      full.setWords(numbered(words));
      const [plain, disguised] = [matchWith(kernel, ...texts), matchWith(full, ...texts)];
      kernel.setSplits(true);
      const written = ({ hits }: { readonly hits: readonly TextHit[] }): readonly TextHit[] => hits.filter(({ how }) => how === 0);
      if (!plain.capped && !disguised.capped) expect(written(disguised)).toEqual(written(plain));
    }), steadyRuns(200));
  });
});

it('both builds of the matcher find the same, with all tables', () => {
  const [simd, scalar] = [withTables(makeKernel('simd')), withTables(makeKernel('scalar'))];
  let found = 0;
  fc.assert(fc.property(list, messages, (words, texts) => {
    simd.setWords(numbered(words));
    scalar.setWords(numbered(words));
    const expected = matchWith(simd, ...texts);
    found += expected.hits.length;
    expect(matchWith(scalar, ...texts)).toEqual(expected);
  }), steadyRuns(500));
  expect(found).toBeGreaterThan(100);
});
