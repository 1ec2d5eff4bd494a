import { describe, it } from 'vitest';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { severalAtOnce } from '../../fixtures/disguises/named.ts';

describe('two disguises at once', () => {
  it('hide no more than one', () => {
    expectCaught(severalAtOnce(2), 0.95, { perTerm: 8 });
  });

  it('are not seen in ordinary text with signs and digits', () => {
    expectLeftAlone(['lol', 'sos', 'loss', 'also', 'toss', 'aims', 'boss'], [
      '1. a, 2. b', '$5 - $10 (a-z)', 'A1, B2, C3', '10 - 5 = 5', '1 0 1', '5 0 5', '4:1, 5:0', '8 0 5 5',
    ]);
  });
});
