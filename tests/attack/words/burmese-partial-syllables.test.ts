import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('parts of Burmese syllables', () => {
  it.each([
    ['က', 'ကိ ကာ ကော် ကျ ကွာ'], ['က', 'ကက်'], ['က', 'သက္က'], ['ပန', 'ပန်း'], ['မာ', 'မာန် မာလ်'], ['သတ', 'သတ္တိ'], ['တိ', 'သတ္တိ'],
    ['အ', 'အင်္ဂလိပ်'], ['ဂလိပ်', 'အင်္ဂလိပ်'], ['န်း', 'ပန်း'], ['ကျော', 'ကျောင်း'], ['န', 'နှ ပန်'],
  ])('%s is no word of %s', (term, text) => {
    expect(finderOf([term])(text)).toEqual([]);
  });

  it.each([['မာ', 'မြန်မာ'], ['ပန်း', 'ပန်းခြံ'], ['က', 'ကကကြီး'], ['သတ္တိ', 'သတ္တိရှိ']])('%s is one of %s', (term, text) => {
    expect(finderOf([term])(text).length).toBeGreaterThan(0);
  });

  it('are none in Zawgyi either', () => {
    // School and Myanmar; the latter's second syllable is a word.
    const [school, myanmar] = ['\u1031\u1000\u103a\u102c\u1004\u1039\u1038', '\u103b\u1019\u1014\u1039\u1019\u102c'];
    expect(finderOf(['ကျော', 'က', 'မြန'])(`${school} ${myanmar}`)).toEqual([]);
    expect(finderOf(['မာ'])(myanmar)).toEqual([{ start: 4, end: 6, term: 'မာ' }]);
  });
});
