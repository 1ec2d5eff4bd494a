import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { mixedSeparators } from '../../fixtures/disguises/spacing.ts';

describe('letters with all sorts of marks between them', () => {
  it('are one word', () => {
    expectCaught(drawing(mixedSeparators), 0.97);
  });

  it('are prose, lists and code', () => {
    expectLeftAlone(['oath', 'toad', 'sand', 'plain', 'aim', 'bit', 'form', 'tint', 'sis', 'noway'], [
      'o, a-the', 'to, a; d', 'is, and', 'p) l-ain', 'b: it', 'for (m)', 't-in, t', 's/is', 'no. Way', 'a) yes, b) it is', 'f(x, y) = z',
    ]);
  });
});
