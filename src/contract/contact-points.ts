// How the contact scorecard adds up, over numbers alone: a vector of `signalVector` and a table packed from the card (src/decide/contact-table.ts), so
// that neither the page nor the worker carries the names of signals for it.

/** A scorecard laid out for scoring. Plain data. */
export interface ContactTable {
  /** [signal][byte of the vector], `CONTACT_STRIDE` a signal. */
  readonly points: readonly number[];
  /** Five numbers a pair: place, from, place, from, points. */
  readonly pairs: readonly number[];
  /** Group of each signal, as a number. */
  readonly groups: readonly number[];
  /** The group that a strong notice does not rest on. */
  readonly identity: number;
  /** By silence: lines of `reach`, `peers`, `adult`, `unknown`, and that of `strong`. */
  readonly lines: readonly (readonly number[])[];
  /** By silence, the places of what the host says; empty for the first, which is none. */
  readonly hostPlaces: readonly (readonly number[])[];
  /** Places of either side's age. */
  readonly ages: readonly [mine: number, theirs: number];
  readonly groupFloor: number;
}

export const CONTACT_STRIDE = 8;
/** Numbers of strata, and the place of the line of `strong` behind them. */
export const REACH = 0;
export const STRONG_LINE = 4;

/** A vector of `signalVector`: one byte a signal. */
export type SignalVector = ArrayLike<number>;

/** 0 `reach`, 1 `peers`, 2 `adult`, 3 `unknown`. */
export function stratumNumber({ ages: [mine, theirs] }: ContactTable, vector: SignalVector): number {
  const [me, them] = [vector[mine] ?? 0, vector[theirs] ?? 0];
  if (me < 2) return me === 0 ? 3 : 2;
  return them === 0 || them === 3 ? REACH : 1;
}

/** Numbers of silences: of groups of which the host says nothing; 0 alone where there is none. */
export function silentGroups({ hostPlaces }: ContactTable, vector: SignalVector): readonly number[] {
  const silent = hostPlaces.flatMap((places, n) => (n > 0 && places.every((place) => !vector[place]) ? [n] : []));
  return silent.length === 0 ? [0] : silent;
}

/** Line in force for this vector: the highest of those of what is silent. @param level a stratum, or `STRONG_LINE` */
export function lineAt(table: ContactTable, vector: SignalVector, level: number): number {
  return Math.max(...silentGroups(table, vector).map((silence) => table.lines[silence]?.[level] as number));
}

/** Points, the place and byte of the signal that they are for, and of the second one of a pair. */
type See = (points: number, place: number, byte: number, other?: number, least?: number) => void;

/** Every signal's points, which may be none, and those of every pair that holds. O(signals + pairs) */
export function eachPoints({ points, pairs, groups }: ContactTable, vector: SignalVector, see: See): void {
  for (let place = 0; place < groups.length; place++) {
    const byte = vector[place] as number;
    see(points[place * CONTACT_STRIDE + byte] as number, place, byte);
  }
  const number = (at: number): number => pairs[at] as number;
  for (let at = 0; at < pairs.length; at += 5) {
    const [place, from, other, least] = [number(at), number(at + 1), number(at + 2), number(at + 3)];
    if ((vector[place] as number) >= from && (vector[other] as number) >= least) see(number(at + 4), place, from, other, least);
  }
}

/** Sum of points. O(signals + pairs). */
export function contactPoints(table: ContactTable, vector: SignalVector): number {
  let sum = 0;
  eachPoints(table, vector, (points) => { sum += points; });
  return sum;
}
