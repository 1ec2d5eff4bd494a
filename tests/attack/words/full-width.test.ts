import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { FULL_WIDTH, styled } from '../../fixtures/disguises/styles.ts';

describe('full-width letters', () => {
  it('are the plain letters', () => {
    expectCaught(drawing(styled(FULL_WIDTH)), 1);
    expectCaught(drawing(styled(FULL_WIDTH, 0.5)), 1);
  });

  it('stay parts of the words they stand in', () => {
    expectLeftAlone(['ok', 'lock', 'cat', 'ham'], ['今日はＢｏｏｋを読む', 'ｃｌｏｃｋｓ', 'ＣＡＴＳ　ａｎｄ　ＨＡＭＳ', '１０：３０にｓｃａｔｔｅｒ']);
    expectHits(['ok'], { '今日はＯＫです': 'ＯＫ' });
  });
});
