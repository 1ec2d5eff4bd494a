import { LIMITS } from '../contract/limits.ts';
import type { Entity } from '../contract/message.ts';

export interface EntityReport {
  /** Ranges of whole units that lie in the text; the first `LIMITS.entities`. */
  readonly entities: readonly Entity[];
  /** There are more, or one of them covers nothing that can be told: not every marked-up link is known. */
  readonly cut: boolean;
}

/**
 * The marked-up links of a text of so many UTF-16 units. A range that reaches out of the text, or begins within a unit,
 * is widened and clamped: hosts that render it do the same. Tolerates malformed input.
 */
export function readEntities(entities: unknown, units: number): EntityReport {
  const all = Array.isArray(entities) ? entities as readonly (Entity | null | undefined)[] : [];
  const known = all.slice(0, LIMITS.entities).map((entity) => ({
    start: Math.max(0, Math.floor(entity?.start as number)), end: Math.min(units, Math.ceil(entity?.end as number)), href: entity?.href as string,
  // What is no number is NaN here, and smaller than nothing.
  })).filter(({ start, end, href }) => start < end && typeof href === 'string');
  return { entities: known, cut: known.length < all.length };
}
