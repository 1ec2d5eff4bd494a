import { describe, expect, it } from 'vitest';
import { createRng, shuffle } from '../../../models/build/rng.ts';
import { calibrate, type ScoredText } from '../../../src/node/eval/calibration.ts';

const rng = createRng(5);
const texts = (n: number, values: number): ScoredText[] => Array.from({ length: n }, () => {
  const score = rng.below(values) / values;
  return { score, scam: rng.unit() < score };
});

describe('calibration', () => {
  it('parts distinct scores into ten bins of equal count, and weighs their errors', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => ({ score: i / 100, scam: i % 10 < 3 }));
    const { bins, ece, n } = calibrate(hundred);
    expect(n).toBe(100);
    expect(bins.map((bin) => bin.n)).toEqual(Array<number>(10).fill(10));
    expect(bins.map(({ score }) => score)).toEqual([0.045, 0.145, 0.245, 0.345, 0.445, 0.545, 0.645, 0.745, 0.845, 0.945]);
    expect(bins.every(({ scams }) => scams === 0.3)).toBe(true);
    const by = [0.045, 0.145, 0.245, 0.345, 0.445, 0.545, 0.645, 0.745, 0.845, 0.945].map((score) => Math.abs(score - 0.3));
    expect(ece).toBeCloseTo(by.reduce((sum, error) => sum + error, 0) / 10, 4);
  });

  it('agrees with every text taken to its bin by hand, however scores tie, and whatever their order', () => {
    for (const [size, values] of [[7, 3], [40, 5], [200, 30], [501, 1000]] as const) {
      const all = texts(size, values);
      const { bins, ece } = calibrate(all);
      expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(size);
      const sorted = [...all].sort((a, b) => a.score - b.score);
      let from = 0;
      let error = 0;
      for (const bin of bins) {
        const members = sorted.slice(from, from + bin.n);
        // No score of this bin stands in another one.
        expect(sorted.filter(({ score }) => members.some((member) => member.score === score)).length).toBe(bin.n);
        const mean = members.reduce((sum, { score }) => sum + score, 0) / bin.n;
        const share = members.filter(({ scam }) => scam).length / bin.n;
        expect([bin.score, bin.scams]).toEqual([mean, share].map((value) => Math.round(value * 1e4) / 1e4));
        error += Math.abs(mean - share) * bin.n;
        from += bin.n;
      }
      expect(ece).toBeCloseTo(error / size, 3);
      const again = [...all];
      shuffle(again, createRng(size));
      expect(calibrate(again)).toEqual({ n: size, ece, bins });
    }
  });

  it('is right where every score is', () => {
    const { ece } = calibrate([...Array<ScoredText>(30).fill({ score: 0, scam: false }), ...Array<ScoredText>(10).fill({ score: 1, scam: true })]);
    expect(ece).toBe(0);
    expect(calibrate([])).toEqual({ n: 0, ece: null, bins: [] });
  });
});
