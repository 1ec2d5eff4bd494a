import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextHit } from '../../src/text/text-kernel.ts';
import { matchSurface } from '../oracle/match.ts';
import { KINDS, makeKernel, steadyRuns } from './runs.ts';

/** What words are found in the beginning of: syllables that go on, numbers with signs between, tags. */
const PARTS: Readonly<Record<string, readonly [words: readonly string[], around: readonly string[]]>> = {
  'syllables of Thai': [['กา', 'ดี', 'เก', 'ขอ', 'เสีย', 'ทำ', 'ไก่', 'แม่', 'นาที', 'เรือ'], [...'กงนมรลวหอสกนรา', 'ิ', 'ี', '่', 'ั', '์', 'เ', 'แ', 'ะ', ' ']],
  'syllables of Lao': [['ລາ', 'ດີ', 'ແກ', 'ຂໍ', 'ນ້ຳ', 'ໄກ່', 'ຕໍ່'], [...'ກງດນມວລຣຫອ', 'າ', 'ິ', '່', 'ັ', 'ເ', 'ະ', 'ຽ', ' ']],
  'syllables of Khmer': [['មា', 'ទៅ', 'ដៃ', 'កូ', 'ទី', 'រោ', 'ស្រី'], [...'កងនមរលវហអស', 'ា', 'ិ', '្', 'ំ', '់', 'េ', ' ']],
  'numbers': [['420', '7', '67', '1984', 'a5', '5a', '3.14'], [...'0123456', '42', '000', '.', ',', "'", '\u2019', ' ', '\u202f', '-', 'a', '٤', ':']],
  'tags': [['#tuba', '#7', 'tuba'], ['_', '__', '1', 'a', 'é', '#', ' ', '.', '-']],
};

const keyOf = ({ start, end, entry }: TextHit): string => [start, end, entry].join(' ');

describe.each(KINDS)('the %s matcher on what words are only a part of', (kind) => {
  const kernel = makeKernel(kind);

  it.each(Object.entries(PARTS))('finds what the oracle finds: %s', (_, [words, around]) => {
    const lists = fc.uniqueArray(fc.record({ text: fc.constantFrom(...words), match: fc.constantFrom('word' as const, 'word' as const, 'prefix' as const, 'anywhere' as const) }), {
      minLength: 1, maxLength: 5, selector: ({ text, match }) => `${match} ${text}`,
    });
    const texts = fc.array(fc.oneof(fc.constantFrom(...words), fc.array(fc.constantFrom(...around), { maxLength: 5 }).map((parts) => parts.join(''))), { maxLength: 12 });
    let found = 0;
    let left = 0;
    fc.assert(fc.property(lists, texts, (list, parts) => {
      const entries = list.map((word, entry) => ({ ...word, entry }));
      const input = parts.join('');
      expect(kernel.setWords(entries)).toEqual([]);
      kernel.read([{ text: input, scored: false }]);
      const { hits } = kernel.match();
      kernel.wipe();
      const expected = matchSurface(input, entries);
      const keys = new Set(expected.map(keyOf));
      // The other lane's are compared with its own oracle.
      expect(hits.filter((hit) => hit.how === 0 || keys.has(keyOf(hit)))).toEqual(expected);
      found += expected.length;
      left += matchSurface(input, entries.map((entry) => ({ ...entry, match: 'anywhere' as const }))).length - expected.length;
    }), steadyRuns(1_500, 1 / 2));
    expect(found).toBeGreaterThan(300);
    expect(left).toBeGreaterThan(20);
  });
});
