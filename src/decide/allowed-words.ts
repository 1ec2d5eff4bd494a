import type { Hit } from '../contract/verdict.ts';

/** A place where a word of the allow list stands. */
export type AllowedRange = Pick<Hit, 'surface' | 'start' | 'end'>;

/**
 * Takes out the hits that a word of the allow list covers: who allows "plum pie" wants to read it although "plum" is
 * hidden. A hit that only overlaps stays. O(hits × allowed): together at most 256 a
 * message from the kernel; each at most `LIMITS.hits` a surface without it.
 */
export function withoutAllowed(hits: readonly Hit[], allowed: readonly AllowedRange[]): readonly Hit[] {
  if (allowed.length === 0) return hits;
  return hits.filter((hit) => !allowed.some((range) => (
    range.surface === hit.surface && range.start <= hit.start && hit.end <= range.end
  )));
}
