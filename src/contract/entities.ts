import { LIMITS } from './limits.ts';
import type { Entity } from './message.ts';

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
  if (!Array.isArray(entities)) return { entities: [], cut: entities !== undefined && entities !== null };
  const read: Entity[] = [];
  let cut = entities.length > LIMITS.entities;
  for (const entity of entities.slice(0, LIMITS.entities) as readonly (Partial<Entity> | null | undefined)[]) {
    const start = Math.max(0, Math.floor(entity?.start ?? NaN));
    const end = Math.min(units, Math.ceil(entity?.end ?? NaN));
    // NaN is smaller than nothing.
    if (start < end && typeof entity?.href === 'string') read.push({ start, end, href: entity.href });
    else cut = true;
  }
  return { entities: read, cut };
}
