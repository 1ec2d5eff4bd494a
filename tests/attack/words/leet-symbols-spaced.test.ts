import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { leetSymbols } from '../../fixtures/disguises/leet.ts';
import { spaced } from '../../fixtures/disguises/spacing.ts';
import { together } from '../../fixtures/disguises/spelling.ts';
import { TERMS } from '../../fixtures/disguises/terms.ts';

describe('symbols for letters, with spaces between', () => {
  it('are the letters', () => {
    expectCaught(drawing(together(leetSymbols, spaced)), 0.97, { terms: TERMS.filter((term) => term.length > 3) });
  });

  it('are so where no two of its letters are left side by side', () => {
    expectHits(['acorn', 'salsa'], { 'an @ ¢ ° r n now': '@ ¢ ° r n', '$ @ l $ a!': '$ @ l $ a' });
  });

  it('are sums, lists and tables elsewhere', () => {
    expectLeftAlone(['bill', 'salsa', 'tall', 'sos', 'sat', 'tots', 'hill', 'aaab'], [
      '| b | 1 |', '$ 5 $ 6', '1 + 1 + 1', '# # #', 'a + b = c', '@ home + $ 5', '$ @', '# 1 and # 2', '€ 10 + £ 5 + $ 3', 'x × y + z', 'a @ b', '$ @ t', '+ 0 +',
    ]);
  });
});
