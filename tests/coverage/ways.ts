/** One condition of a source, and which of its two ways were taken. */
export interface Ways {
  /** File and line, or function. */
  readonly at: string;
  /** True (or there), false (or missing). */
  readonly taken: readonly [boolean, boolean];
}

/** Of all ways, how many were taken, 0 to 1. */
export function shareTaken(list: readonly Ways[]): number {
  return list.flatMap(({ taken }) => taken).filter((way) => way).length / (2 * list.length);
}

export function missedOf(list: readonly Ways[]): readonly string[] {
  return list.flatMap(({ at, taken }) => taken.flatMap((way, n) => (way ? [] : [`${at} never ${n === 0 ? 'yes' : 'no'}`])));
}
