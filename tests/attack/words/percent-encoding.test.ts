import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { LINK_CARRIERS } from '../../fixtures/disguises/named.ts';
import { percentEncoded } from '../../fixtures/disguises/shape.ts';

describe('percent-encoding in links', () => {
  it('is read', () => {
    expectCaught(drawing(percentEncoded), 0.97, { carriers: LINK_CARRIERS });
  });

  it('is read as UTF-8', () => {
    expectHits(['слива', 'río', '李子'], {
      'https://example.org/%D1%81%D0%BB%D0%B8%D0%B2%D0%B0': '%D1%81%D0%BB%D0%B8%D0%B2%D0%B0', 'https://example.org/?q=r%C3%ADo&x=1': 'r%C3%ADo',
      'https://example.org/%E6%9D%8E%E5%AD%90/': '%E6%9D%8E%E5%AD%90',
    });
  });

  it('is a percentage elsewhere, and joins nothing', () => {
    expectLeftAlone(['carpet', 'bc', 'am', 'bar20', 'plum', 'a', 'jan'], [
      'https://example.org/?q=car%20pet', 'https://example.org/?x=%20b%26c', '100%61m', '50%6d', 'up 20%, down 5%', 'https://example.org/%70%6C%75%6D%73', 'https://example.org/%zz%4', '%', '%6', 'save 10%4 %A0',
    ]);
    expectHits(['bar'], { 'https://example.org/?q=foo%20bar': 'bar' });
  });
});
