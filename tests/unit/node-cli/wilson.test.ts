import { describe, expect, it } from 'vitest';
import { countShare, formatInterval, formatShare } from '../../../src/node/eval/wilson.ts';

describe('Wilson interval', () => {
  // Roots of (p − x)² = z² x (1 − x) / n, to four places.
  it.each([
    [0, 10, 0, 0.2775], [10, 10, 0.7225, 1], [5, 10, 0.2366, 0.7634], [1, 100, 0.0018, 0.0545], [30, 6000, 0.0035, 0.0071],
  ])('%i of %i', (hits, n, low, high) => {
    const [from, to] = countShare(hits, n).interval95 ?? [NaN, NaN];
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  it.each([[3, 17], [1, 60], [59, 60], [99, 100], [2, 3], [400, 20_000]])('%i of %i, against its definition solved by halving', (hits, n) => {
    const [from, to] = countShare(hits, n).interval95 ?? [NaN, NaN];
    const z = 1.959963984540054;
    // The bounds are the shares from which what was seen is exactly z standard errors away.
    const solve = (inside: number, outside: number): number => {
      let [near, far] = [inside, outside];
      for (let i = 0; i < 200; i++) {
        const p = (near + far) / 2;
        if (Math.abs(hits / n - p) <= z * Math.sqrt((p * (1 - p)) / n)) near = p;
        else far = p;
      }
      return near;
    };
    expect(from).toBeCloseTo(solve(hits / n, 0), 9);
    expect(to).toBeCloseTo(solve(hits / n, 1), 9);
  });

  it('counts nothing of nothing', () => {
    const none = countShare(0, 0);
    expect(none).toEqual({ hits: 0, n: 0, share: null, interval95: null });
    expect(formatShare(none) + formatInterval(none)).toBe('––');
  });

  it('is printed with its interval', () => {
    expect(formatInterval(countShare(1, 100))).toBe('1.00 % (0.18–5.45)');
  });
});
