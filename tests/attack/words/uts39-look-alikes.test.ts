import { describe, expect, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { confusablesOf, uts39 } from '../../fixtures/disguises/look-alikes.ts';

describe('look-alikes of UTS #39', () => {
  it('are read as what they are confused with', () => {
    expectCaught(drawing(uts39), 0.97);
  });

  it('are drawn from the vendored file, for every letter', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(confusablesOf(letter).length, letter).toBeGreaterThan(10);
  });

  it('are words of their own scripts', () => {
    expectLeftAlone(['ua', 'uiu', 'un', 'gu', 'ol', 'so', 'oo', 'nu', 'go', 'dog', 'it', 'os'], [
      'Բարեւ ձեզ, ինչպես եք', 'այսօր ան ու նա', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ', 'ꓡꓲꓢꓴ ꓥꓳ ꓟꓬ', 'ⲧⲙⲛⲧⲣⲙⲛⲕⲏⲙⲉ', 'ඔබට කොහොමද', 'ഒരു ദിവസം', 'ဝါ ငါ', 'ס הוא טוב', 'ه هو ١ ٥',
    ]);
  });
});
