import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { combining, struckOut } from '../../fixtures/disguises/marks.ts';

describe('marks put on letters', () => {
  it('are not part of the word, however many', () => {
    expectCaught(drawing(combining(1)), 1);
    expectCaught(drawing(combining(3, 0.4)), 1);
    expectCaught(drawing(combining(20)), 1, { perTerm: 2 });
    expectCaught(drawing(struckOut), 1);
  });

  it('tell apart words that are listed with them', () => {
    expectLeftAlone(['re\u0301sume\u0301', 'go\u0308t', 'o\u0308st'], ['we resume at ten', 'I got it', 'it is the most', 'po\u0302st']);
    expectHits(['re\u0301sume\u0301'], { 'her re\u0301sume\u0301, please': 're\u0301sume\u0301', 'her r\u00e9sum\u00e9, please': 'r\u00e9sum\u00e9' });
  });

  it('do not join words', () => {
    expectLeftAlone(['cat', 'than'], ['c a\u0301 tie', 't\u0301he an', 'sca\u0301tter', 'Tie\u0302\u0301ng Vie\u0323\u0302t la\u0300 thanh']);
  });
});
