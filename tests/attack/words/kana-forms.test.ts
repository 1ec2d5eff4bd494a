import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('kana', () => {
  it.each([
    ['ひらがな', ['ヒラガナ', 'ﾋﾗｶﾞﾅ', 'ひらか\u3099な', 'ヒラがナ', 'ヒラカ\u3099ナ']], ['ぱんだ', ['パンダ', 'ﾊﾟﾝﾀﾞ', 'は\u309aんた\u3099']],
    ['らーめん', ['ラーメン', 'ﾗｰﾒﾝ', 'ら〜めん', 'ラ～メン']], ['きって', ['キッテ', 'ｷｯﾃ']],
  ])('%s is the same word in every form, both ways', (term, forms) => {
    for (const form of forms) {
      expect(finderOf([term])(`今日の${form}は`)).toEqual([{ start: 3, end: 3 + form.length, term }]);
      expect(finderOf([form])(term)).toHaveLength(1);
    }
  });

  it('keeps small kana, voicing and length apart', () => {
    for (const [term, text] of [['きて', 'きって'], ['きつて', 'きって'], ['かき', 'がき'], ['びよういん', 'びょういん'], ['おばさん', 'おばーさん']] as const) {
      expect(finderOf([term])(text), text).toEqual([]);
    }
  });
});
