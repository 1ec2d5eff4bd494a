/** Of several runs: the middle one, and the range that nine in ten lie in. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q: number): number => {
    const place = q * (sorted.length - 1);
    const below = Math.floor(place);
    const [one, next] = [sorted[below] ?? 0, sorted[below + 1] ?? sorted[below] ?? 0];
    return one === next ? one : one + (next - one) * (place - below);
  };
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}
