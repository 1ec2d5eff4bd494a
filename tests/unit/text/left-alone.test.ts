// Text that holds no listed word, at scale: prose that others wrote, every word of a dictionary, and words that differ by a doubled letter.

import { describe, expect, it } from 'vitest';
import { createRng, shuffle } from '../../../models/build/rng.ts';
import { ALL_TERMS } from '../../fixtures/disguises/cases.ts';
import { dictionary } from '../../fixtures/disguises/dictionary.ts';
import { finderOf, type Finder } from '../../fixtures/disguises/finder.ts';
import { runningText } from '../../fixtures/disguises/running-text.ts';

const everyday = [...dictionary(35)].filter((word) => word.length >= 4);
shuffle(everyday, createRng(5));
const all = [...dictionary(50)];

/** Hits that are not the listed word itself, nor the word with digits or underscores glued on. The word may be a genitive. */
function falseHits(find: Finder, text: string): readonly string[] {
  return find(text).filter(({ start, end, term }) => {
    const seen = text.slice(start, end).toLowerCase().replaceAll(/['’]s$|[\d_]/gu, '');
    return seen !== term;
  }).map(({ start, end }) => text.slice(Math.max(0, start - 12), end + 12));
}

describe('prose', () => {
  const lines = runningText();

  it.each([['the stand-ins', ALL_TERMS, 1], ['500 words', everyday.slice(0, 500), 0.9995], ['5,000 words', everyday.slice(0, 5_000), 0.998]] as const)('is left alone with %s listed', (_, words, bar) => {
    const find = finderOf(words);
    const hit = lines.flatMap((line) => falseHits(find, line).slice(0, 1));
    expect(lines.length).toBeGreaterThan(3_000);
    expect(1 - hit.length / lines.length, hit.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(bar);
  });

  it('is hit where it holds the word: the check can see', () => {
    const find = finderOf(everyday.slice(0, 5_000));
    expect(lines.filter((line) => find(line).length > 0).length / lines.length).toBeGreaterThan(0.5);
  });
});

describe('words of a dictionary', () => {
  it('are left alone where they only hold a listed word, or look like one', () => {
    const short = all.filter((word) => word.length >= 3 && word.length <= 6);
    shuffle(short, createRng(5));
    const listed = [...new Set([...ALL_TERMS, ...short.slice(0, 2_000)])];
    const find = finderOf(listed);
    const holding = all.filter((word) => listed.some((term) => term !== word && word.includes(term)));
    expect(holding.length).toBeGreaterThan(10_000);
    const hit = all.filter((word) => find(word).some(({ term }) => term !== word));
    expect(1 - hit.length / all.length).toBeGreaterThanOrEqual(0.995);
  });

  it('are told apart where they differ by a doubled letter', () => {
    const groups = new Map<string, string[]>();
    for (const word of all) {
      const key = word.replaceAll(/(.)\1+/gu, '$1');
      groups.set(key, [...groups.get(key) ?? [], word]);
    }
    const pairs = [...groups.values()].filter((group) => group.length > 1).flat();
    const find = finderOf(pairs);
    expect(pairs.length).toBeGreaterThan(800);
    const right = pairs.filter((word) => {
      const hits = find(word);
      return hits.length === 1 && hits[0]?.term === word;
    });
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.98);
  });
});
