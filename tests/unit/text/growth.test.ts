// DESIGN §5: a message costs less than 2.5 times as much under 100,000 hidden words as under 100, in a kernel with look-alikes and
// everyday words, as the first hidden word loads them. Counted, not timed: every turn of every loop (tests/fixtures/counted-kernel.ts).
// What caches cost beside it is measured by `npm run bench -- --suite hidden-words`, rows hidden-words-growth.

import binaryen from 'binaryen';
import { describe, expect, it } from 'vitest';
import { makeMessages, makeWords } from '../../bench/synthetic.ts';
import { countedKernel, withCounter } from '../../fixtures/counted-kernel.ts';
import { exponent } from '../../fixtures/exponent.ts';
import { KINDS } from '../../property/runs.ts';

const LIMIT = 2.5;
const EXPONENT_LIMIT = 1.2;
const LISTS = [100, 1_000, 10_000, 100_000];
const LENGTHS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000];
const words = makeWords(100_000);
// The words that stand in messages are in the short list too: both find the same.
const messages = makeMessages(2_000, words.slice(0, 100));
const running = messages.join(' ');

describe.each(KINDS)('steps in the %s kernel', (kind) => {
  const { kernel, stepsOf } = countedKernel(kind);
  const list = (count: number): void => { kernel.setWords(words.slice(0, count).map((text, entry) => ({ text, entry }))); };
  const cost = (texts: readonly string[]): { readonly steps: number; readonly found: number } => {
    let found = 0;
    const steps = stepsOf(() => {
      for (const text of texts) {
        kernel.read([{ text, scored: false }]);
        found += kernel.match().hits.length;
        kernel.wipe();
      }
    });
    return { steps, found };
  };

  it('stay under 2.5 times as many from 100 to 100,000 words', () => {
    const costs = LISTS.map((count) => {
      list(count);
      return cost(messages);
    });
    const [small, , , large] = costs.map(({ steps }) => steps);
    const [few, , , many] = costs.map(({ found }) => found);
    expect(few).toBeGreaterThanOrEqual(90);
    expect(many).toBeGreaterThanOrEqual(few as number);
    expect(small).toBeGreaterThan(running.length / 2);
    expect(large as number / (small as number)).toBeGreaterThan(1);
    expect(large as number / (small as number)).toBeLessThan(LIMIT);
    // A thousand times the words under 2.5 times the steps.
    expect(exponent(LISTS, costs.map(({ steps }) => steps))).toBeLessThan(Math.log(LIMIT) / Math.log(1_000));
  });

  it.each(LISTS)('grow no faster than the text, with %i words', (count) => {
    list(count);
    const slope = exponent(LENGTHS, LENGTHS.map((units) => cost([running.slice(0, units)]).steps));
    expect(slope).toBeGreaterThan(0.8);
    expect(slope).toBeLessThan(EXPONENT_LIMIT);
  });

  it('are the same every time', () => {
    list(1_000);
    const once = cost(messages.slice(0, 200));
    expect(cost(messages.slice(0, 200))).toEqual(once);
  });
});

/** Looks through a list for every unit of a text. */
const NAIVE = `(module (memory 1) (func (export "search") (param $units i32) (param $words i32) (local $word i32)
  (loop $text
    (local.set $word (local.get $words))
    (loop $list (br_if $list (local.tee $word (i32.sub (local.get $word) (i32.const 1)))))
    (br_if $text (local.tee $units (i32.sub (local.get $units) (i32.const 1)))))
  (memory.fill (i32.const 0) (i32.const 0) (i32.const 1600))))`;

it('the counter sees every turn, and by it the measure a search that looks for one word after the other', () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(withCounter(binaryen.parseText(NAIVE))));
  const { search, steps } = exports as unknown as { search(units: number, words: number): void; readonly steps: { value: bigint } };
  const stepsOf = (units: number, count: number): number => {
    steps.value = 0n;
    search(units, count);
    return Number(steps.value);
  };
  expect(stepsOf(20, 30)).toBe(20 * 30 + 20 + 100);
  expect(stepsOf(10, 100_000) / stepsOf(10, 100)).toBeGreaterThan(LIMIT);
  expect(exponent(LISTS, LISTS.map((count) => stepsOf(10, count)))).toBeGreaterThan(0.9);
  const both = LENGTHS.slice(0, 4);
  expect(exponent(both, both.map((units) => stepsOf(units, units)))).toBeGreaterThan(EXPONENT_LIMIT);
});
