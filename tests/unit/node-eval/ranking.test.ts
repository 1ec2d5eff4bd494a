import { describe, expect, it } from 'vitest';
import { createRng } from '../../../models/build/rng.ts';
import { areaUnderCurve, recallAt, scoreBelow, thresholdFor } from '../../../src/node/eval/ranking.ts';
import { countShare } from '../../../src/node/eval/wilson.ts';

const rng = createRng(11);
/** Few values, so that scores tie within a side and across. */
const scores = (n: number): number[] => Array.from({ length: n }, () => Math.fround(rng.below(12) / 11));
const cases = Array.from({ length: 60 }, (_, i) => ({ positives: scores(1 + (i % 9)), negatives: scores(1 + rng.below(130)), share: rng.below(30) / 100 }));

describe('ranking', () => {
  it('counts pairs: a scam above an honest text is one, a tie is half', () => {
    for (const { positives, negatives } of cases) {
      let won = 0;
      for (const a of positives) for (const b of negatives) won += a > b ? 1 : a === b ? 0.5 : 0;
      expect(areaUnderCurve(positives, negatives)).toBeCloseTo(won / (positives.length * negatives.length), 3);
    }
  });

  it('finds at a given cost what the best of all thresholds finds', () => {
    for (const { positives, negatives, share } of cases) {
      const found = [...positives, ...negatives, -1].map((above) => ({
        cost: negatives.filter((score) => score > above).length, hits: positives.filter((score) => score > above).length,
      })).filter(({ cost }) => cost <= negatives.length * share + 1e-9).map(({ hits }) => hits);
      const at = recallAt(positives, negatives, share);
      // A score of 0 is no verdict and never counts as found.
      const judged = positives.filter((score) => score > 0).length;
      expect(at?.recall).toEqual(countShare(Math.min(judged, Math.max(...found)), positives.length));
      expect(at?.falsely.hits).toBeLessThanOrEqual(negatives.length * share + 1e-9);
    }
  });

  it('lets one in a hundred and 29 in a hundred through, whatever binary fractions make of them', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i / 100);
    expect([0.01, 0.05, 0.29].map((share) => hundred.filter((score) => score > scoreBelow(hundred, share)).length)).toEqual([1, 5, 29]);
    expect(thresholdFor(hundred, 0.01)).toBeGreaterThan(0.98);
    expect(hundred.filter((score) => score >= thresholdFor(hundred, 0.01)).length).toBe(1);
  });

  it('counts nothing of nothing', () => {
    expect([areaUnderCurve([], [1]), areaUnderCurve([1], []), recallAt([], [1], 0.01), recallAt([1], [], 0.01)]).toEqual([null, null, null, null]);
  });
});
