import { contactPoints, eachPoints, lineAt, REACH, STRONG_LINE, stratumNumber, type ContactTable, type SignalVector } from '../contract/contact-points.ts';
import { GROUP_MOST } from '../contract/group-most.ts';

export type ContactLevel = 'none' | 'tip' | 'strong';

/** Points by group. A pair's go to the group of its first signal, so that no point is counted twice. */
function groupPoints(table: ContactTable, vector: SignalVector): readonly number[] {
  const sums: number[] = [];
  eachPoints(table, vector, (points, place) => {
    const group = table.groups[place] as number;
    sums[group] = (sums[group] ?? 0) + points;
  });
  return sums;
}

/**
 * Points that count for `strong`: of groups with `groupFloor` or more; 0 where there is one alone, so cues are never enough by
 * themselves. Identity is left out: a name or picture like a contact's leads to a tip about that.
 */
export function strongPoints(model: ContactTable, vector: SignalVector): number {
  const evidence = groupPoints(model, vector).filter((sum, group) => group !== model.identity && sum >= Math.max(model.groupFloor, 1));
  return evidence.length < 2 ? 0 : evidence.reduce((sum, points) => sum + points, 0);
}

/**
 * What to say of a thread at this moment. `strong` only where somebody adult or of unknown age writes to a minor and two groups of
 * evidence have at least `groupFloor` points each, so never for cues of the text alone.
 * @param members of the conversation; absent or 2 in a direct one
 */
export function contactLevel(model: ContactTable, vector: SignalVector, members = 2): ContactLevel {
  if (members > GROUP_MOST) return 'none';
  const stratum = stratumNumber(model, vector);
  if (stratum === REACH && strongPoints(model, vector) >= lineAt(model, vector, STRONG_LINE)) return 'strong';
  return contactPoints(model, vector) >= lineAt(model, vector, stratum) ? 'tip' : 'none';
}
