// Area, threshold, interval and calibration stand in src/node/eval, for the command line prints them too.

export { areaUnderCurve, thresholdFor } from '../../src/node/eval/ranking.ts';

/** How many of `n` a threshold fires on. */
export interface Fired {
  readonly n: number;
  readonly fired: number;
  /** fired / n, 4 decimals; null for n = 0. */
  readonly rate: number | null;
}

export function firedAbove(scores: readonly number[], threshold: number): Fired {
  const fired = scores.filter((score) => score >= threshold).length;
  return { n: scores.length, fired, rate: scores.length === 0 ? null : Math.round((fired / scores.length) * 1e4) / 1e4 };
}
