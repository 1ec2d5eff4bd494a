export interface Share {
  readonly hits: number;
  readonly n: number;
  /** `hits / n`; null where there is nothing to count. */
  readonly share: number | null;
  /** Wilson's score interval at 95 %, `[low, high]` in 0–1; null where n is 0. */
  readonly interval95: readonly [number, number] | null;
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * A counted share with its 95 % score interval (Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference"), which stays inside 0–1 and honest for few cases and for none found.
 */
export function countShare(hits: number, n: number): Share {
  if (n === 0) return { hits, n, share: null, interval95: null };
  const p = hits / n;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the ends the bound is exactly 0 or 1; floating point would leave 1e-19 there.
  const low = hits === 0 ? 0 : Math.max(0, centre - half);
  const high = hits === n ? 1 : Math.min(1, centre + half);
  return { hits, n, share: p, interval95: [low, high] };
}

/** `12.3 %`, or `–` where nothing was counted. */
export function formatShare(value: Share, digits = 1): string {
  return value.share === null ? '–' : `${(value.share * 100).toFixed(digits)} %`;
}

/** `12.3 % (10.1–14.9)`. */
export function formatInterval(value: Share, digits = 2): string {
  if (value.interval95 === null) return '–';
  const [low, high] = value.interval95;
  return `${formatShare(value, digits)} (${(low * 100).toFixed(digits)}–${(high * 100).toFixed(digits)})`;
}
