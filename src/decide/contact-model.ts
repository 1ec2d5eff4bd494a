import { bucketsOf, CONTACT_SIGNALS, SIGNAL_NAMES, SIGNAL_PLACE, type SignalGroup, type SignalName } from '../contract/contact-signals.ts';
import { SILENCES, STRATA, type ContactScorecard, type Silence, type Stratum } from '../contract/contact-scorecard.ts';
import { GROUP_MOST } from './group-most.ts';

export type ContactLevel = 'none' | 'tip' | 'strong';


/** A scorecard laid out for scoring. */
export interface ContactModel {
  readonly card: ContactScorecard;
  /** [signal][byte of the vector], `STRIDE` bytes a signal. */
  readonly table: Int32Array;
  /** Five numbers a pair: place, from, place, from, points. */
  readonly pairs: Int32Array;
}

const STRIDE = 8;
const GROUPS: readonly SignalGroup[] = ['account', 'ages', 'graph', 'rate', 'history', 'identity', 'cues'];
const GROUP_OF = SIGNAL_NAMES.map((name) => GROUPS.indexOf(CONTACT_SIGNALS[name].group));
/** What the host or its signed hint says, by group. */
const HOST_PLACES = SILENCES.map((group) => SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].group === group && CONTACT_SIGNALS[name].source !== 'device')
  .map((name) => SIGNAL_PLACE[name]).filter((place) => place !== SIGNAL_PLACE.country && place !== SIGNAL_PLACE.countryOfContacts));
const [MY_AGE, THEIR_AGE] = [SIGNAL_PLACE.myAge, SIGNAL_PLACE.theirAge];

/** @throws {RangeError} a card that names unknown signals or buckets, or whose points fall below zero or along a signal's buckets */
export function contactModel(card: ContactScorecard): ContactModel {
  if (card.version !== 1) throw new RangeError('The contact scorecard has another version.');
  const table = new Int32Array(SIGNAL_NAMES.length * STRIDE);
  for (const [name, points] of Object.entries(card.points)) {
    if (!(name in CONTACT_SIGNALS) || points.length !== bucketsOf(name as SignalName).length) throw new RangeError('The contact scorecard does not fit the signals.');
    points.forEach((value, bucket) => {
      if (!isPoints(value) || value < (points[bucket - 1] ?? 0)) throw new RangeError('Points of the contact scorecard fall.');
      table[SIGNAL_PLACE[name as SignalName] * STRIDE + bucket + 1] = value;
    });
  }
  const pairs = Int32Array.from(card.pairs.flatMap(({ both, points }) => {
    if (!isPoints(points)) throw new RangeError('Points of the contact scorecard fall.');
    return [...both.flatMap(([name, bucket]) => {
      const byte = name in CONTACT_SIGNALS ? bucketsOf(name).indexOf(bucket) + 1 : 0;
      if (byte === 0) throw new RangeError('The contact scorecard does not fit the signals.');
      return [SIGNAL_PLACE[name], byte];
    }), points];
  }));
  const lines = SILENCES.flatMap((silence) => [card.lines[silence].strong, ...STRATA.map((stratum) => card.lines[silence][stratum])]);
  if (![card.groupFloor, ...lines].every(isPoints)) throw new RangeError('A line of the contact scorecard is missing.');
  return { card, table, pairs };
}

function isPoints(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e6;
}

/** Of a vector of `signalVector`. */
export function stratumOf(vector: ArrayLike<number>): Stratum {
  const mine = vector[MY_AGE] ?? 0;
  if (mine === 0) return 'unknown';
  if (mine === 1) return 'adult';
  const theirs = vector[THEIR_AGE] ?? 0;
  return theirs === 0 || theirs === 3 ? 'reach' : 'peers';
}

/** Groups of which the host says nothing; `none` alone where there is no such group. */
export function silencesOf(vector: ArrayLike<number>): readonly Silence[] {
  const silent = SILENCES.filter((silence, i) => i > 0 && (HOST_PLACES[i] as readonly number[]).every((place) => !vector[place]));
  return silent.length === 0 ? ['none'] : silent;
}

/** Line of a level in force for this vector. */
export function lineOf({ card }: ContactModel, vector: ArrayLike<number>, level: Stratum | 'strong'): number {
  let line = 0;
  for (const silence of silencesOf(vector)) line = Math.max(line, card.lines[silence][level]);
  return line;
}

/** Sum of points. O(signals + pairs), no allocation. */
export function contactPoints({ table, pairs }: ContactModel, vector: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < GROUP_OF.length; place++) sum += table[place * STRIDE + (vector[place] as number)] as number;
  for (let at = 0; at < pairs.length; at += 5) {
    if (holds(pairs, at, vector)) sum += pairs[at + 4] as number;
  }
  return sum;
}

function holds(pairs: Int32Array, at: number, vector: ArrayLike<number>): boolean {
  return (vector[pairs[at] as number] as number) >= (pairs[at + 1] as number) && (vector[pairs[at + 2] as number] as number) >= (pairs[at + 3] as number);
}

/** Points by group. A pair's go to the group of its first signal, so that no point is counted twice. */
function byGroup({ table, pairs }: ContactModel, vector: ArrayLike<number>): readonly number[] {
  const sums = GROUPS.map(() => 0);
  const add = (place: number, points: number): void => { sums[GROUP_OF[place] as number] = (sums[GROUP_OF[place] as number] as number) + points; };
  for (let place = 0; place < GROUP_OF.length; place++) add(place, table[place * STRIDE + (vector[place] as number)] as number);
  for (let at = 0; at < pairs.length; at += 5) {
    if (holds(pairs, at, vector)) add(pairs[at] as number, pairs[at + 4] as number);
  }
  return sums;
}

/**
 * Points that count for `strong`: of groups with `groupFloor` or more; 0 where there is one alone, so cues are never enough by
 * themselves. Identity is left out: a name or picture like a contact's leads to a tip about that.
 */
export function strongPoints(model: ContactModel, vector: ArrayLike<number>): number {
  const evidence = byGroup(model, vector).filter((sum, group) => GROUPS[group] !== 'identity' && sum >= Math.max(model.card.groupFloor, 1));
  return evidence.length < 2 ? 0 : evidence.reduce((sum, points) => sum + points, 0);
}

/**
 * What to say of a thread at this moment. `strong` only where somebody adult or of unknown age writes to a minor and two groups of
 * evidence have at least `groupFloor` points each, so never for cues of the text alone.
 * @param members of the conversation; absent or 2 in a direct one
 */
export function contactLevel(model: ContactModel, vector: ArrayLike<number>, members = 2): ContactLevel {
  if (members > GROUP_MOST) return 'none';
  const points = contactPoints(model, vector);
  const stratum = stratumOf(vector);
  if (stratum === 'reach' && strongPoints(model, vector) >= lineOf(model, vector, 'strong')) return 'strong';
  return points >= lineOf(model, vector, stratum) ? 'tip' : 'none';
}

export interface ContactReason {
  /** A signal and its bucket, or two. */
  readonly because: readonly (readonly [SignalName, string])[];
  readonly group: SignalGroup;
  readonly points: number;
}

/** Every point and why, most first. Their sum is `contactPoints`. */
export function contactReasons({ card }: ContactModel, vector: ArrayLike<number>): readonly ContactReason[] {
  const singles = SIGNAL_NAMES.flatMap((name, place): readonly ContactReason[] => {
    const byte = vector[place] ?? 0;
    const points = card.points[name]?.[byte - 1] ?? 0;
    return points === 0 ? [] : [{ because: [[name, bucketsOf(name)[byte - 1] as string]], group: CONTACT_SIGNALS[name].group, points }];
  });
  const pairs = card.pairs.flatMap(({ both, points }): readonly ContactReason[] => {
    const met = both.every(([name, bucket]) => (vector[SIGNAL_PLACE[name]] ?? 0) > bucketsOf(name).indexOf(bucket));
    return met && points > 0 ? [{ because: both, group: CONTACT_SIGNALS[both[0][0]].group, points }] : [];
  });
  return [...singles, ...pairs].sort((a, b) => b.points - a.points);
}
