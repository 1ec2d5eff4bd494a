import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { CIRCLED, NEGATIVE, PARENTHESISED, SQUARED, styled } from '../../fixtures/disguises/styles.ts';

describe('enclosed letters', () => {
  it.each([['circled', CIRCLED], ['parenthesised', PARENTHESISED], ['squared', SQUARED], ['negative', NEGATIVE]] as const)('are the letters: %s', (_, styles) => {
    for (const style of styles) expectCaught(drawing(styled([style])), 0.97, { perTerm: 2 });
  });

  it('are the letters beside plain ones', () => {
    expectCaught(drawing(styled([...CIRCLED, ...PARENTHESISED, ...SQUARED, ...NEGATIVE], 0.4)), 0.97);
  });

  it('say nothing as signs', () => {
    expectLeftAlone(['park', 'met', 'cat', 'bad', 'mad', 'cacme', 'pm'], [
      'my blood type is 🅰️, hers is 🅾️', 'the 🅿️ is full, the Ⓜ️ is not', '🆗 then', 'Ⓒ 2026 Acme', 'answer ⓐ or ⓑ? ⓑ', 'see ⒜ above', '🅿ark🅱',
    ]);
  });
});
