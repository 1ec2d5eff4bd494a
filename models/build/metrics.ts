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

/**
 * The lowest threshold that fires on at most `share` of the scores, as an f32 just above the first score too many: a
 * threshold is compared with f32 scores. 0 < result ≤ 1.
 */
export function thresholdFor(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  const allowed = Math.floor(sorted.length * share);
  const tooMany = sorted[allowed] ?? 0;
  return Math.min(1, nextFloat(Math.fround(tooMany)));
}

/** Next larger f32 of a value in 0 ≤ x < 1. */
function nextFloat(x: number): number {
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  value[0] = x;
  bits[0] = (bits[0] as number) + 1;
  return value[0];
}

/** Area under the ROC curve by ranks, ties counted half; null where a side is empty. O(n log n). */
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
