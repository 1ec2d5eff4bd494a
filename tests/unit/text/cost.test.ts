// What lists and texts may cost: memory as a bound, time as a growth exponent.

import { describe, expect, it } from 'vitest';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

/** Numerical Recipes' linear congruential generator: the same words every time. */
function randomWords(count: number): string[] {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => Array.from({ length: 6 + Math.floor(next() * 5) }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join(''));
}

/** Processor time, in ms, of reading a text `times` times: the least of seven, so that other processes count little. */
function cost(kernel: TextKernel, text: string, times = 1): number {
  let best = Infinity;
  for (let i = 0; i < 7; i++) {
    const before = process.cpuUsage();
    for (let t = 0; t < times; t++) {
      kernel.read([{ text, scored: false }]);
      kernel.match();
      kernel.wipe();
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Slope of log cost over log length, from one text to sixteen short ones of the same length together. */
function exponent(kernel: TextKernel, make: (units: number) => string): number {
  return 1 + Math.log(cost(kernel, make(60_000)) / cost(kernel, make(3_750), 16)) / Math.log(16);
}

describe.each(KINDS)('cost in the %s kernel', (kind) => {
  it('holds 100,000 words in 18 MB and 10,000 in 8 MB', () => {
    const kernel = makeKernel(kind);
    const words = randomWords(100_000);
    kernel.setWords(words.slice(0, 10_000).map((text, entry) => ({ text, entry })));
    expect(kernel.memoryBytes).toBeLessThan(8_000_000);
    const rejected = kernel.setWords(words.map((text, entry) => ({ text, entry })));
    expect(rejected.filter(({ why }) => why !== 'duplicate')).toEqual([]);
    expect(kernel.memoryBytes).toBeLessThan(18_000_000);
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
    const kernel = makeKernel(kind);
    kernel.setWords(words.map((text, entry) => ({ text, entry, match })));
    expect(exponent(kernel, make)).toBeLessThan(1.3);
    expect(cost(kernel, make(60_000))).toBeLessThan(250);
  });

  it('ends a search that compares without end, and says so', () => {
    const kernel = makeKernel(kind);
    // Every suffix is in the list, and none may begin where it stands.
    const words = Array.from({ length: 128 }, (_, i) => 'a'.repeat(i + 1));
    kernel.setWords(words.map((text, entry) => ({ text, entry, match: 'prefix' })));
    kernel.read([{ text: `b${'a'.repeat(60_000)}`, scored: false }]);
    const { hits, capped } = kernel.match();
    kernel.wipe();
    expect([hits.length, capped]).toEqual([0, true]);
  });
});
