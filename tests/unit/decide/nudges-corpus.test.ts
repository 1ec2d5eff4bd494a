import { describe, expect, it } from 'vitest';
import { corpusOf, LANGUAGES, nudgesIn } from '../../fixtures/nudges.ts';

it('is in the nine languages of the issue', () => {
  expect([...LANGUAGES].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'id', 'my', 'pt']);
});

describe.each(LANGUAGES)('authored lines, %s', (lang) => {
  const lines = corpusOf(lang);
  const test = lines.filter(({ half }) => half === 'test');

  it('are as many as they are said to be, each once', () => {
    const count = (kind: string): number => lines.filter((line) => line.kind === kind).length;
    expect(count('phone')).toBeGreaterThanOrEqual(25);
    expect(count('address')).toBeGreaterThanOrEqual(20);
    expect(count('school')).toBeGreaterThanOrEqual(15);
    expect(lines.length - count('ordinary')).toBeGreaterThanOrEqual(60);
    expect(count('ordinary')).toBeGreaterThanOrEqual(200);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    expect(Math.abs(test.length * 2 - lines.length)).toBeLessThanOrEqual(4);
  });

  it('of the half that no rule was written for: 80 % of what is given away is seen, 1 % of the ordinary is not let be', () => {
    const given = test.filter(({ kind }) => kind !== 'ordinary');
    const seen = given.filter(({ kind, text }) => kind !== 'ordinary' && nudgesIn(text).includes(kind));
    expect(seen.length / given.length).toBeGreaterThanOrEqual(0.8);
    const ordinary = test.filter(({ kind }) => kind === 'ordinary');
    expect(ordinary.filter(({ text }) => nudgesIn(text).length > 0).length / ordinary.length).toBeLessThanOrEqual(0.01);
  });
});
