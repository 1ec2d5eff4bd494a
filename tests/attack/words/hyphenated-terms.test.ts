import { describe, expect, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { finderOf, fullKernel } from '../../fixtures/disguises/finder.ts';

describe('terms listed with a hyphen', () => {
  it('are found with a space, or another mark, in its place', () => {
    expectHits(['well-kept', 'merry-go-round'], {
      'a well kept lawn': 'well kept', 'Well-Kept!': 'Well-Kept', 'well_kept': 'well_kept', 'well–kept': 'well–kept', 'w3ll-kept': 'w3ll-kept', 'the merry go round': 'merry go round',
    });
  });

  it('are no other words, and not one word', () => {
    expectLeftAlone(['re-cover', 'well-kept', 'x-1'], ['to recover', 'wellkept', 'well, kept', 'unwell kept', 'well kepts', 'x 1']);
  });

  it('leave a phrase that is listed too what it is', () => {
    expect(finderOf(['well-kept', 'well kept'])('a well kept lawn').map(({ term }) => term)).toEqual(['well kept']);
    const kernel = fullKernel();
    expect(kernel.setWords([{ text: 'well-kept', entry: 0 }, { text: 'well-kept', entry: 1 }, { text: 'WELL-KEPT', entry: 2 }])).toEqual([1, 2].map((index) => ({ index, why: 'duplicate' })));
  });
});
