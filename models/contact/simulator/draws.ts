import { exactExp, exactLog } from '../../build/exact-math.ts';
import type { Rng } from '../../build/rng.ts';

export function chance(p: number, rng: Rng): boolean {
  return rng.unit() < p;
}

/** A normal number as the sum of twelve even ones (Irwin–Hall): no function that differs between machines. */
export function normal(rng: Rng): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += rng.unit();
  return sum;
}

export function logNormal(median: number, sigma: number, rng: Rng): number {
  return median * exactExp(sigma * normal(rng));
}

/** A probability spread around another on the scale of odds. */
export function aroundOdds(p: number, sigma: number, rng: Rng): number {
  if (p <= 0 || p >= 1) return p;
  const odds = (p / (1 - p)) * exactExp(sigma * normal(rng));
  return odds / (1 + odds);
}

/** Whole number from 1 with this mean, geometric. */
export function waits(mean: number, rng: Rng): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(exactLog(Math.max(rng.unit(), 1e-9)) / exactLog(1 - 1 / mean));
}

/** Place in a cumulative list. */
export function placeIn(cumulative: readonly number[], rng: Rng): number {
  const u = rng.unit();
  let place = 0;
  while (place < cumulative.length - 1 && u >= (cumulative[place] as number)) place++;
  return place;
}
