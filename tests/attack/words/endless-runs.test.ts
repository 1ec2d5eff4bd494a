import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { endlessRun } from '../../fixtures/disguises/shape.ts';

const many = (letter: string): string => letter.repeat(5_000);

describe('one letter more often than a passage is long', () => {
  it('is that letter', () => {
    expectCaught(drawing(endlessRun), 0.97, { perTerm: 1 });
  });

  it('is so more than once, and before or behind other words', () => {
    const text = `plu${many('m')} and ${many('p')}lum`;
    expectHits(['plum'], { [text]: text.slice(0, 5_003), [`a${many('a')} plu${many('m')}!`]: `plu${many('m')}` });
  });

  it('is no other word', () => {
    expectLeftAlone(['plum', 'maple'], [`plu${many('x')}m`, `pl${many('u')}`, `${many('m')}plee`, `x${many('p')}lum`]);
  });
});
