import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { alternatingCase, titleCase, upperCase } from '../../fixtures/disguises/styles.ts';

describe('capitals', () => {
  it('are the same letters, however they alternate', () => {
    for (const disguise of [upperCase, alternatingCase, titleCase]) expectCaught(drawing(disguise), 1);
  });

  it('do not end a word within another', () => {
    expectLeftAlone(['ham', 'land', 'script', 'donald'], ['HAMLET in BIRMINGHAM', 'IsLand and ISLAND', 'JavaScript by McDonald', 'hamSTER']);
  });
});
