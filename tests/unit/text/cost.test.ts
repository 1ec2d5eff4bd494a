// What lists and texts may cost: memory as a bound, steps of the search as a growth exponent.

import { describe, expect, it } from 'vitest';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { makeWords } from '../../bench/synthetic.ts';
import { fullKernel } from '../../fixtures/disguises/finder.ts';
import { KINDS } from '../../property/runs.ts';

/** Numerical Recipes' linear congruential generator: the same words every time. */
function randomWords(count: number): string[] {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => Array.from({ length: 6 + Math.floor(next() * 5) }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join(''));
}

interface Search { readonly steps: number; readonly hits: number; readonly capped: boolean }

function search(kernel: TextKernel, text: string): Search {
  try {
    kernel.read([{ text, scored: false }]);
    const { hits, capped } = kernel.match();
    return { steps: kernel.exports.workDone(), hits: hits.length, capped };
  } finally {
    kernel.wipe();
  }
}

/** Slope of log steps over log length, between a text and one sixteen times as long. */
function exponent(kernel: TextKernel, make: (units: number) => string): number {
  return Math.log((search(kernel, make(60_000)).steps + 1) / (search(kernel, make(3_750)).steps + 1)) / Math.log(16);
}

/** Bytes that a list takes beside what the kernel has without one. */
function listBytes(kind: 'simd' | 'scalar', words: readonly string[]): number {
  const kernel = fullKernel(kind);
  const before = kernel.exports.memory.buffer.byteLength;
  expect(kernel.setWords(words.map((text, entry) => ({ text, entry }))).filter(({ why }) => why !== 'duplicate')).toEqual([]);
  return kernel.exports.memory.buffer.byteLength - before;
}

describe.each(KINDS)('cost in the %s kernel', (kind) => {
  it.each([['of random letters', randomWords(100_000)], ['that share their beginnings', makeWords(100_000)]])('holds 10,000 words in 2 MB and 100,000 in 12 MB: words %s', (_, words) => {
    for (const [count, limit] of [[10_000, 2], [100_000, 12]] as const) {
      const bytes = listBytes(kind, words.slice(0, count));
      expect(bytes).toBeLessThanOrEqual(limit * 1_000_000);
      // A word's own letters, at the least.
      expect(bytes).toBeGreaterThan(count * 6);
    }
  });

  it('finds the words of a list of 100,000', () => {
    const kernel = fullKernel(kind);
    const words = randomWords(100_000);
    kernel.setWords(words.map((text, entry) => ({ text, entry })));
    for (const i of [0, 1, 49_999, 99_999]) {
      const text = `so ${words[i]?.toUpperCase()}, then`;
      kernel.read([{ text, scored: false }]);
      expect(kernel.match().hits.map(({ start, end }) => text.slice(start, end).toLowerCase())).toContain(words[i]);
      kernel.wipe();
    }
  });

  it.each<[string, readonly string[], 'word' | 'anywhere', (units: number) => string]>([
    ['a, aa, aaa, …', Array.from({ length: 128 }, (_, i) => 'a'.repeat(i + 1)), 'word', (n) => 'a'.repeat(n)],
    ['aa…b for every length', Array.from({ length: 127 }, (_, i) => `${'a'.repeat(i + 1)}b`), 'word', (n) => `${'a'.repeat(127)}c`.repeat(n / 128)],
    ['phrases of one letter that never begin', Array.from({ length: 64 }, (_, i) => `a${' a'.repeat(i)}`), 'word', (n) => 'ba '.repeat(n / 3)],
    ['one symbol class, never equal', Array.from({ length: 5000 }, (_, i) => `${'漢'.repeat(60)}${String.fromCharCode(0x4e00 + i)}`), 'anywhere', (n) => '漢'.repeat(n)],
    ['marks without end', ['a'], 'word', (n) => '\u{110ba}\u{110b9}'.repeat(n / 4)],
    ['ignorable without end', ['a'], 'anywhere', (n) => `a${'\u200b'.repeat(n - 1)}`],
  ])('grows no faster than the text: %s', (_, words, match, make) => {
    const kernel = fullKernel(kind);
    kernel.setWords(words.map((text, entry) => ({ text, entry, match })));
    expect(exponent(kernel, make)).toBeLessThan(1.2);
  });

  it('ends a search that compares without end, and says so', () => {
    const kernel = fullKernel(kind);
    // Every place begins a way to all of them, and none ends.
    const words = ['ab', 'ba'].flatMap((two) => Array.from({ length: 63 }, (_, i) => `${two.repeat(i + 1)}c`));
    kernel.setWords(words.map((text, entry) => ({ text, entry, match: 'anywhere' })));
    const { hits, capped, steps } = search(kernel, `1${'ab'.repeat(30_000)}`.slice(0, 60_000));
    expect([hits, capped]).toEqual([0, true]);
    // assembly/match/work.ts, and what one block may take beyond.
    expect(steps).toBeLessThan(1_048_576 + 16 * 60_000 + 64 * 128);
  });
});
