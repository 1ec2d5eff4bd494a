import { describe, expect, it } from 'vitest';
import { AFTER_BURMESE as AFTER, BEFORE_BURMESE as BEFORE, ZAWGYI_WORDS } from '../../fixtures/disguises/burmese.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('Burmese in the encoding of Zawgyi', () => {
  it.each(ZAWGYI_WORDS)('finds %s in a Zawgyi text, alone, among words and without a space behind', (unicode, zawgyi) => {
    const find = finderOf([unicode]);
    for (const [before, after] of [['', ''], [`${BEFORE} `, ` ${AFTER}`], ['', AFTER]] as const) {
      expect(find(before + zawgyi + after)).toEqual([{ start: before.length, end: before.length + zawgyi.length, term: unicode }]);
    }
  });

  it.each(ZAWGYI_WORDS)('finds %s typed in Zawgyi, in texts of both encodings', (unicode, zawgyi) => {
    const find = finderOf([zawgyi]);
    for (const text of [unicode, zawgyi, `${BEFORE} ${unicode} ${AFTER}`]) expect(find(text), text).toHaveLength(1);
  });

  it('finds what other Zawgyi keyboards write: variants of ra, na, ha and dots', () => {
    const variants: readonly (readonly [string, readonly string[]])[] = [
      ['ကြောင်', [...'\u103b\u107e\u107f\u1080\u1081\u1082\u1083\u1084'].flatMap((ra) => [`\u1031${ra}\u1000\u102c\u1004\u1039`, `${ra}\u1031\u1000\u102c\u1004\u1039`])],
      ['နှင့်', ['\u108f\u103d\u1004\u1094\u1039', '\u1014\u103d\u1004\u1039\u1037', '\u108f\u1087\u1004\u1095\u1039']],
      ['လူမှု', ['\u101c\u1034\u1019\u103d\u1033', '\u101c\u1030\u1019\u1087\u102f']],
    ];
    for (const [word, spellings] of variants) for (const spelling of spellings) expect(finderOf([word])(spelling), word).toHaveLength(1);
  });

  it('reads no Unicode text as Zawgyi, and no Zawgyi text as Unicode', () => {
    // Each is what the other's bytes would be, read the wrong way around.
    expect(finderOf(['ကွ'])('ကြ ကြပါ')).toEqual([]);
    expect(finderOf(['မြ'])('ကျမ')).toEqual([]);
    expect(finderOf(['ကျ'])('\u1000\u103b\u1019\u1030\u1014\u1039\u1038')).toEqual([]);
    expect(finderOf(['ပနျး'])('ပန်း')).toEqual([]);
  });
});
