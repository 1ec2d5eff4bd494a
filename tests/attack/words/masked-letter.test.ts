import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { masked } from '../../fixtures/disguises/shape.ts';

describe('one letter behind a mark', () => {
  it('is the letter that the word has there', () => {
    expectCaught(drawing(masked), 0.97);
  });

  it('is not asked for by abbreviations, hyphens and emphasis', () => {
    expectLeftAlone([
      'egg', 'arm', 'aim', 'pam', 'ursa', 'nba', 'who', 'resent', 'recover', 'today', 'shoe', 'goto', 'word', 'refuse', 'incline', 'coded', 'replay', 'ideal', 'soup', 'ice',
    ], [
      'e.g. this', '10 a.m. or 6 p.m.', 'the U.S.A.', 'n/a', 'w/o it', 're-sent', 're-cover', 'to-day', 's/he', 'a go-to', '*wor* d', 're-use it',
      'an in-line one', 'a co-ed school', 're-lay the floor', 'an i-deal', 'so-up', 'i.e. no', 'c.e. 200',
    ]);
  });

  it('is no letter of three, whichever it looks like, and one of two marks', () => {
    expectLeftAlone(['foo', 'fox', 'dog', 'book', 'boxx'], ['f*o', 'fo*', 'd*g', 'b**k', 'bo**']);
    expectHits(['book', 'foxy'], { 'b*ok': 'b*ok', 'fo*y': 'fo*y' });
  });

  it('is one letter only, and not the first', () => {
    expectLeftAlone(['plum', 'teapot'], ['p**m', '*lug', 'te***t', '****', 't*****', 'p*m', 'pl*ms']);
  });
});
