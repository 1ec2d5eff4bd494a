import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toZawgyi } from '../../models/scam/zawgyi.ts';
import { makeSketchKernel, SECRET, SKETCH_KINDS } from '../fixtures/sketch-kernel.ts';
import { bytesOf, estimatedJaccard, gramsOf, isNear, jaccard, sharedPlaces, sketchOf } from '../oracle/minhash.ts';
import { runs } from './runs.ts';

const KEY = [...SECRET];
const word = (letters: string): fc.Arbitrary<string> => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 }).map((them) => them.join(''));
const WORDS = ['abcdefghijklmnoprstuvyzéñüßABCDEFG', 'абвгдежзийклмно', 'ابتثجحخدذرز', 'अआइकखगघचतदनपमरस', 'ကခဂငစဆညတထနပဖမယရလဝသဟအ', '가나다라마바사', '1234567890'].map(word);
const BURMESE = ['မြန်မာ', 'ကျေးဇူး', 'သတင်း', 'မင်္ဂလာပါ', 'ရွာသား', 'နွေးနွေး', 'ကြောင့်', 'ညီအစ်ကို', 'ဖြန့်ဝေ', 'သောက်ရေ', 'လူကြီး', 'မိသားစု', '၂၅', 'အန္တရာယ်'];
const between = fc.constantFrom(' ', '  ', ', ', '. ', '!\n', ' 🙏 ', '…', '\u200b', ' — ');
const textOf = (part: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(part, between), { minLength: 1, maxLength: most }).map((parts) => parts.flat().join(''));
const burmese = textOf(fc.constantFrom(...BURMESE), 40);
const text = fc.oneof(textOf(fc.oneof(...WORDS), 60), burmese, burmese.map(toZawgyi), textOf(WORDS[0] as fc.Arbitrary<string>, 400));

describe.each(SKETCH_KINDS)('the %s sketch kernel', (kind) => {
  const kernel = makeSketchKernel(kind);

  it('makes the sketch that the oracle makes, bit for bit', () => {
    fc.assert(fc.property(text, (input) => {
      const wanted = sketchOf(input, KEY);
      expect(kernel.sketch(input)).toBe(wanted.size);
      if (wanted.size > 0) expect([...kernel.bytes()]).toEqual(bytesOf(wanted));
      kernel.wipe();
    }), runs(60, 0.1));
  });

  it('finds the near-copies that the oracle finds, whatever is near enough', () => {
    const parts = fc.array(textOf(WORDS[0] as fc.Arbitrary<string>, 25), { minLength: 2, maxLength: 4 });
    // Texts that share whole parts, in any order and number.
    const picks = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 9 });
    fc.assert(fc.property(parts, picks, fc.nat(128), fc.nat(1000), (pieces, texts, shared, contained) => {
      const inputs = texts.map((pick) => pick.map((n) => pieces[n % pieces.length]).join(' '));
      const sketches = inputs.map((input) => sketchOf(input, KEY));
      const asked = sketches[0];
      if (!asked || asked.size === 0) return;
      const kept = inputs.flatMap((input, n) => (n > 0 && sketches[n]?.size ? [n] : []));
      for (const [slot, n] of kept.entries()) { kernel.sketch(inputs[n] ?? ''); kernel.put(slot); }
      kernel.sketch(inputs[0] ?? '');
      const found = kernel.lookup(kept.length, { shared, contained }).map(({ slot, shared: places }) => [slot, places]);
      const wanted = kept.flatMap((n, slot) => {
        const one = sketches[n];
        return one && isNear(asked, one, shared, contained) ? [[slot, sharedPlaces(asked, one)]] : [];
      });
      expect(found).toEqual(wanted);
      kernel.wipe();
    }), runs(40, 0.1));
  });
});

describe('the oracle', () => {
  it('estimates the Jaccard index as well as 128 independent hashes would', () => {
    // Places that are shared are a binomial count: its standard deviation is √(J (1 − J) / 128).
    const errors: number[] = [];
    fc.assert(fc.property(fc.array(word('abcdefghijklmnop'), { minLength: 60, maxLength: 60 }), fc.integer({ min: 5, max: 55 }), (words, changed) => {
      const [a, b] = [words.join(' '), words.map((one, n) => (n < changed ? [...one].reverse().join('') : one)).join(' ')];
      const j = jaccard(gramsOf(a), gramsOf(b));
      if (j > 0.02 && j < 0.98) errors.push((estimatedJaccard(sketchOf(a, KEY), sketchOf(b, KEY)) - j) / Math.sqrt(j * (1 - j) / 128));
    }), { numRuns: 60, seed: 7 });
    expect(errors.length).toBeGreaterThan(40);
    const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length;
    const spread = Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan(0.5);
    expect(spread).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(1.4);
  });
});
