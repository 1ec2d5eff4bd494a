import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { maskedAmongMarks } from '../../fixtures/disguises/shape.ts';

describe('a letter behind the same mark that stands between all of them', () => {
  it('is the letter that the word has there', () => {
    expectCaught(drawing(maskedAmongMarks), 0.97);
  });

  it('stands between two marks, or as many on either side', () => {
    expectHits(['malmsten'], { 'so m*a*l*m***t*e*n': 'm*a*l*m***t*e*n', 'm--a--l--m-----t--e--n': 'm--a--l--m-----t--e--n' });
  });

  it('is no wider gap between words', () => {
    expectLeftAlone(['malmsten', 'abide', 'plums'], ['m*a*l*m**t*e*n', 'm*a*l*m****t*e*n', 'mal***ten', 'a, b,, d, e', 'pl***s', 'a.b...d', 'plu...']);
  });
});
