import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('joined emoji', () => {
  it.each([
    ['👩', '👩‍👧'], ['👧', '👩‍👧'], ['👩‍👩', '👩‍👩‍👧'], ['👩‍👧', '👩‍👩‍👧'], ['💻', '👩‍💻'], ['👩', '👩🏽‍💻'], ['💻', '👩🏽‍💻'], ['❤', '❤️‍🔥'], ['🔥', '❤️‍🔥'],
    ['🏳', '🏳️‍🌈'], ['🌈', '🏳️‍🌈'],
  ])('%s is no part of %s', (term, text) => {
    expect(finderOf([term])(text)).toEqual([]);
    expect(finderOf([{ text: term, match: 'anywhere' }])(text)).toEqual([]);
    expect(finderOf([term])(`${text}${term}`)).toEqual([{ start: text.length, end: text.length + term.length, term }]);
  });

  it('are not their parts side by side', () => {
    for (const term of ['👩‍👧', '❤️‍🔥', '🏳️‍🌈']) {
      const apart = term.replaceAll('\u200d', '');
      expect(finderOf([term])(`${apart} ${apart.split('').join('')}`), term).toEqual([]);
      expect(finderOf([term])(`${term}${term}`), term).toHaveLength(2);
    }
  });
});
