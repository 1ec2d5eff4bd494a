import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';
import { normalise } from '../../oracle/normalise.ts';

/** Written for this test: greetings, names of peoples, languages and places. */
const SHAN = ['မႂ်ႇသုင်ၶႃႈ', 'ၵူၼ်းတႆး', 'လိၵ်ႈတႆး', 'မိူင်းတႆး', 'ၽႃႇသႃႇတႆး', 'ၸဝ်ႈၾႃႉ', 'ႁဵတ်းသၢင်ႈ', 'ယူႇလီၵိၼ်ဝၢၼ်'];
const MON = ['မၞိဟ်မန်', 'ဘာသာမန်', 'အရေဝ်ဘာသာမန်', 'ဍုင်မန်', 'တၠအဲမွဲ', 'ညးမန်', 'ပ္ဍဲကဵုဍုင်', 'လိက်မန်'];

/** What a text would be if its bytes were Zawgyi, typed in Unicode. */
function asZawgyi(text: string): string {
  return normalise(text, true).text
    .replace(/(.)(\p{M}*)\ufdef/gu, '\u1004\u103a\u1039$1$2')
    .replace(/[\ufdd0-\ufdee]/g, (sign) => `\u1039${String.fromCharCode(0x1000 + sign.charCodeAt(0) - 0xfdd0)}`);
}

describe.each([['Shan', SHAN], ['Mon', MON]] as const)('%s', (_, words) => {
  it('is not taken for Zawgyi', () => {
    const other = words.map(asZawgyi).filter((word, i) => normalise(word).text !== normalise(words[i] ?? '').text);
    expect(other.length).toBe(words.length);
    const find = finderOf([...new Set(other)]);
    for (const text of [...words, words.join(' ')]) expect(find(text), text).toEqual([]);
  });

  it('is found as it is written, marks in any order', () => {
    for (const word of words) expect(finderOf([word])(`${word} ${word}`), word).toHaveLength(2);
  });
});
