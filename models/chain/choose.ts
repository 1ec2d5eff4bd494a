// Thresholds of near-copies, chosen on some letters and messages; others are judged by them.

import type { NearCopy } from '../../src/text/sketch-kernel.ts';
import { SHARED_FLOOR, type Pair } from './pairs.ts';

/** Ten times less than the bar, so that there is room for texts that nobody saw. */
export const FLAGGED_MOST = 1e-5;

const SHARED = Array.from({ length: 12 }, (_, n) => SHARED_FLOOR + n * 4);
const CONTAINED = Array.from({ length: 11 }, (_, n) => 300 + n * 50);

export function isNearCopy({ shared, contained }: Pair, least: NearCopy): boolean {
  return shared >= least.shared && contained >= least.contained;
}

export interface Learning {
  /** Letters and their variants, by the kind of variant. */
  readonly copies: ReadonlyMap<string, readonly (Pair | undefined)[]>;
  /** Pairs of unrelated texts that share something, and how many pairs there are. */
  readonly unrelated: readonly Pair[];
  readonly pairs: number;
}

/** Of the thresholds that flag few enough unrelated pairs, those by which the worst kind of variant is found most often; of equals the strictest. */
export function chooseThresholds({ copies, unrelated, pairs }: Learning): NearCopy {
  let best: { readonly least: NearCopy; readonly recall: number } | undefined;
  for (const contained of CONTAINED) {
    for (const shared of SHARED) {
      const least = { shared, contained };
      if (unrelated.filter((pair) => isNearCopy(pair, least)).length > FLAGGED_MOST * pairs) continue;
      const recall = Math.min(...[...copies.values()].filter((them) => them.length > 0).map((them) => (
        them.filter((pair) => pair && isNearCopy(pair, least)).length / them.length)));
      if (!best || recall >= best.recall) best = { least, recall };
    }
  }
  if (!best) throw new Error('Every threshold flags too many unrelated pairs.');
  return best.least;
}
