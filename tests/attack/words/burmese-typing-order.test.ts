import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

function orders(marks: readonly string[]): readonly string[] {
  if (marks.length < 2) return [marks.join('')];
  return marks.flatMap((mark, i) => orders(marks.filter((_, k) => k !== i)).map((rest) => mark + rest));
}

describe('Burmese marks typed in any order', () => {
  it.each([
    ['မ', '\u103c\u102d\u102f\u1037', ''], ['ထ', '\u103d', 'န\u1037\u103a'], ['ထ', '\u103d', 'န\u103a\u1037'], ['လ', '\u103b\u103e\u1031\u102c\u103a', ''],
  ])('are the same cluster: %s %s', (letter, marks, rest) => {
    const all = orders([...marks]).map((order) => letter + order + rest);
    for (const term of [all[0] ?? '', all.at(-1) ?? '']) {
      const find = finderOf([term]);
      for (const text of all) expect(find(`ဒါ ${text}`), text).toEqual([{ start: 3, end: 3 + text.length, term }]);
    }
  });

  it('puts kinzi and stacked letters among them', () => {
    // Vowel before and after the letter that stands under.
    for (const text of ['သတ္တိ', 'သတိ\u1039တ']) expect(finderOf(['သတ္တိ'])(text), text).toHaveLength(1);
    for (const text of ['အင်္ဂါ', 'အင\u1039\u103aဂါ']) expect(finderOf(['အင်္ဂါ'])(text), text).toHaveLength(1);
  });

  it('takes signs that look alike for one: zero and wa, both aa, both spellings of o', () => {
    for (const [term, text] of [['ဝမ်း', '၀မ်း'], ['ပါ', 'ပာ'], ['ဩဇာ', 'သြဇာ'], ['ဉာဏ်', 'ဥာဏ်']] as const) {
      expect(finderOf([term])(text), term).toHaveLength(1);
      expect(finderOf([text])(term), term).toHaveLength(1);
    }
  });
});
