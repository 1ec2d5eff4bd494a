import { countShare, type Share } from './wilson.ts';

/** Area under the ROC curve by ranks, ties counted half, 4 decimals; null where a side is empty. O(n log n). */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [...positives.map((score) => ({ score, positive: true })), ...negatives.map((score) => ({ score, positive: false }))]
    .sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < all.length;) {
    let end = i;
    while (end < all.length && all[end]?.score === all[i]?.score) end++;
    const rank = (i + 1 + end) / 2;
    for (; i < end; i++) if (all[i]?.positive === true) rankSum += rank;
  }
  const n = positives.length;
  return Math.round(((rankSum - (n * (n + 1)) / 2) / (n * negatives.length)) * 1e4) / 1e4;
}

/** The score of which at most `share` of the scores lie above; 0 where none must be left out. */
export function scoreBelow(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  // A millionth more: 0.29 × 100 is 28.999999999999996.
  return sorted[Math.floor(sorted.length * share + 1e-6)] ?? 0;
}

/**
 * The lowest threshold that fires on at most `share` of the scores, as an f32 just above the first score too many: a
 * threshold is compared with f32 scores. 0 < result ≤ 1.
 */
export function thresholdFor(scores: readonly number[], share: number): number {
  return Math.min(1, nextFloat(Math.fround(scoreBelow(scores, share))));
}

export interface RecallAt {
  /** What a score must be above. */
  readonly above: number;
  readonly recall: Share;
  /** What the point costs: never more than was asked for, less where scores tie. */
  readonly falsely: Share;
}

/** The most of the positives that any threshold finds which fires on at most `share` of the negatives; null where a side is empty. */
export function recallAt(positives: readonly number[], negatives: readonly number[], share: number): RecallAt | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const above = scoreBelow(negatives, share);
  const over = (scores: readonly number[]): Share => countShare(scores.filter((score) => score > above).length, scores.length);
  return { above, recall: over(positives), falsely: over(negatives) };
}

/** Next larger f32 of a value in 0 ≤ x < 1. */
function nextFloat(x: number): number {
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  value[0] = x;
  bits[0] = (bits[0] as number) + 1;
  return value[0];
}
