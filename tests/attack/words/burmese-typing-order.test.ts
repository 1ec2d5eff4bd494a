import { describe, expect, it } from 'vitest';
import { BURMESE_CLUSTERS, orders } from '../../fixtures/disguises/burmese.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('Burmese marks typed in any order', () => {
  it.each(BURMESE_CLUSTERS)('are the same cluster: %s %s', (letter, marks, rest) => {
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
