import { describe, it } from 'vitest';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { regionalIndicators } from '../../fixtures/disguises/whole.ts';

describe('regional indicators that spell a word', () => {
  it('are letters', () => {
    expectCaught(regionalIndicators, 0.97);
  });

  it('are flags where they stand as flags', () => {
    expectLeftAlone(['us', 'it', 'de', 'in', 'be', 'tin', 'bus'], [
      '🇺🇸 and 🇮🇹', '🇩🇪🇮🇳🇧🇪', 'we flew 🇬🇧 ✈️ 🇹🇭', 'go 🇮🇹!', 'so🇩🇪so', '🇧🇪🇺🇸',
    ]);
  });
});
