import { describe, it } from 'vitest';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { severalAtOnce } from '../../fixtures/disguises/named.ts';

describe('three disguises at once', () => {
  it('hide no more than one', () => {
    expectCaught(severalAtOnce(3), 0.93, { perTerm: 8 });
  });

  it('are not seen in ordinary text with accents, signs and digits', () => {
    expectLeftAlone(['lol', 'sos', 'toss', 'lass', 'ideas', 'allo'], ['à 10 h 30, ça va ?', 'nº 5 - 5ª', '¿A 1 o a 2?', 'от 1 до 5 °C', '№ 1 0 1', '10 °C – 15 °C', 'L 5, S 0']);
  });
});
