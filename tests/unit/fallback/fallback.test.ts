import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { foldPlainly } from '../../../src/fallback/fold.ts';
import { PlainWords } from '../../../src/fallback/match.ts';

const found = (words: ConstructorParameters<typeof PlainWords>[0], text: string): readonly (readonly [number, string])[] => (
  new PlainWords(words).find({ name: 'text', text }).hits.map((hit) => [hit.entry, text.slice(hit.start, hit.end)])
);

describe('foldPlainly', () => {
  it.each([
    ['PLUM', 'plum'], ['Ｐｌｕｍ', 'plum'], ['plüm PLÜM', 'plum plum'], ['plu\u0308m', 'plum'], ['p\u200bl\u00adu\u2066m', 'plum'],
    ['ΣΑΣ', 'σασ'], ['ЁЖ Ѐ', 'ёж ѐ'], ['Ա', 'ա'], ['ÆØÞ×ĐŁŒ', 'æøþ×đłœ'], ['ŸÿĀž', 'yyaz'], ['မြန်မာ', 'မြန်မာ'],
  ])('%s → %s', (text, folded) => {
    expect(foldPlainly(text).text).toBe(folded);
  });

  it('agrees with the decomposition of Latin letters', () => {
    for (let unit = 0xc0; unit < 0x180; unit++) {
      const base = String.fromCharCode(unit).normalize('NFD').charAt(0).toLowerCase();
      const wanted = /^[a-z]$/.test(base) ? base : String.fromCharCode(unit).toLowerCase();
      expect(foldPlainly(String.fromCharCode(unit)).text, unit.toString(16)).toBe(wanted);
    }
  });
});

describe('PlainWords', () => {
  it('finds whole words, starts of words and pieces', () => {
    expect(found([{ text: 'Plum' }], 'a PLÜM, plums, plum')).toEqual([[0, 'PLÜM'], [0, 'plum']]);
    expect(found([{ text: 'plum', match: 'prefix' }], 'sugarplum plums')).toEqual([[0, 'plum']]);
    expect(found([{ text: 'plum', match: 'anywhere' }], 'sugarplum')).toEqual([[0, 'plum']]);
  });

  it('prefers the leftmost, then the longest', () => {
    expect(found([{ text: 'red plum' }, { text: 'red' }, { text: 'plum pie' }], 'red plum pie, red')).toEqual([[0, 'red plum'], [1, 'red']]);
  });

  it('gives ranges of the original', () => {
    expect(found([{ text: 'plum' }], 'x p\u200blu\u0308m y')).toEqual([[0, 'p\u200blu\u0308m']]);
  });

  it('matches inside scripts without spaces', () => {
    expect(found([{ text: 'ผลไม้' }], 'กินผลไม้สด')).toEqual([[0, 'ผลไม้']]);
  });

  it('names the words that cannot match', () => {
    const words = new PlainWords([{ text: '' }, { text: 'x'.repeat(LIMITS.wordUnits + 1) }, { text: 'a' }, { text: 'Ä' }, { text: '\u200b ' }]);
    expect(words.rejected).toEqual([
      { index: 0, why: 'empty' }, { index: 1, why: 'too-long' }, { index: 3, why: 'duplicate' }, { index: 4, why: 'empty' },
    ]);
  });

  it('takes a word once for each way of matching, as the kernel does', () => {
    const words = [{ text: 'plum' }, { text: 'PLUM', match: 'anywhere' as const }, { text: 'Plum', match: 'word' as const }, { text: 'plum', match: 'prefix' as const }];
    expect(new PlainWords(words).rejected).toEqual([{ index: 2, why: 'duplicate' }]);
    expect(found(words, 'plum sugarplum plums')).toEqual([[0, 'plum'], [1, 'plum'], [1, 'plum']]);
  });

  it('stops at the limit of hits', () => {
    expect(found([{ text: 'a' }], 'a '.repeat(500))).toHaveLength(LIMITS.hits);
    const capped = (text: string): boolean => new PlainWords([{ text: 'a' }]).find({ name: 'text', text }).capped;
    expect([capped('a '.repeat(LIMITS.hits)), capped('a '.repeat(LIMITS.hits + 1))]).toEqual([false, true]);
  });
});
