import { describe, it } from 'vitest';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { rightToLeftOverride } from '../../fixtures/disguises/whole.ts';

describe('words written backwards under a right-to-left override', () => {
  it('are read as they are shown', () => {
    expectCaught(rightToLeftOverride, 0.97);
  });

  it('are read with the sentence they stand in', () => {
    expectHits(['plum', 'kettle'], { '\u202eelttek ruoy dna mulp a': 'mulp', 'see \u202e!elttek eht\u202c now': 'elttek' });
  });

  it('are ordinary words without one', () => {
    expectLeftAlone(['god', 'evil', 'star', 'tab', 'stop'], ['a dog may live', 'rats and a bat', 'pots', 'live \u202b\u05e9\u05dc\u05d5\u05dd\u202c dog', 'dog \u202ethis is not it\u202c live']);
  });
});
