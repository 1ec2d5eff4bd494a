import { CONTACT_STRIDE, contactPoints, lineAt, pairHolds, REACH, STRONG_LINE, stratumNumber, type ContactTable, type SignalVector } from '../contract/contact-points.ts';
import { GROUP_MOST } from '../contract/group-most.ts';

export type ContactLevel = 'none' | 'tip' | 'strong';

/** Points, and the place and byte of the signal, or of both signals, that they are for. */
export interface PointsFor {
  readonly because: readonly (readonly [place: number, byte: number])[];
  readonly points: number;
}

/** Every point and what it is for, most first; of several the first signal's. Their sum is `contactPoints`. O(signals + pairs) */
export function pointsOf({ points, pairs, groups }: ContactTable, vector: SignalVector): readonly PointsFor[] {
  const found: PointsFor[] = groups.map((_, place) => {
    const byte = vector[place] ?? 0;
    return { because: [[place, byte]], points: points[place * CONTACT_STRIDE + byte] as number };
  });
  for (let at = 0; at < pairs.length; at += 5) {
    const [place, from, other, least, more] = pairs.slice(at, at + 5) as [number, number, number, number, number];
    if (pairHolds(pairs, at, vector)) found.push({ because: [[place, from], [other, least]], points: more });
  }
  return found.filter((one) => one.points > 0).sort((a, b) => b.points - a.points);
}

/** Points by group. A pair's go to the group of its first signal, so that no point is counted twice. */
export function groupPoints({ points, pairs, groups }: ContactTable, vector: SignalVector): readonly number[] {
  const sums: number[] = Array.from({ length: Math.max(...groups) + 1 }, () => 0);
  const add = (place: number, more: number): void => {
    const group = groups[place] as number;
    sums[group] = sums[group] as number + more;
  };
  groups.forEach((_, place) => { add(place, points[place * CONTACT_STRIDE + (vector[place] ?? 0)] as number); });
  for (let at = 0; at < pairs.length; at += 5) {
    if (pairHolds(pairs, at, vector)) add(pairs[at] as number, pairs[at + 4] as number);
  }
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
