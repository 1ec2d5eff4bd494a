import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { someZeroWidth, zeroWidth } from '../../fixtures/disguises/marks.ts';

describe('characters of no width', () => {
  it('are nothing between letters', () => {
    expectCaught(drawing(zeroWidth), 1);
    expectCaught(drawing(someZeroWidth), 1);
  });

  it('neither end a word nor join two', () => {
    expectLeftAlone(['operate', 'hyphen', 'car', 'pet', 'خواهم'], ['co\u00adoperate', 'hyphen\u00adated', 'scar\u200bpets', 'می\u200cخواهم بروم']);
    expectLeftAlone(['to'], ['tomor\u00adrow', 'pota\u00adtoes']);
  });
});
