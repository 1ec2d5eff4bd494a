import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { MATHEMATICAL, styled } from '../../fixtures/disguises/styles.ts';

describe('letters of the mathematical alphabets', () => {
  it('are the plain letters, in all thirteen alphabets', () => {
    for (const style of MATHEMATICAL) expectCaught(drawing(styled([style])), 1, { perTerm: 1 });
    expectCaught(drawing(styled(MATHEMATICAL, 0.5)), 1);
  });

  it('say nothing where they are mathematics', () => {
    expectLeftAlone(['fox', 'sin', 'lim', 'max'], ['𝑓(𝑥) = 𝑎𝑥² + 𝑏𝑥 + 𝑐', '𝐬𝐢𝐧𝐠𝐥𝐞 𝐥𝐢𝐦𝐢𝐭 𝐦𝐚𝐱𝐢𝐦𝐮𝐦']);
  });
});
