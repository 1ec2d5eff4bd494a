import { CONTACT_STRIDE, eachPoints, lineAt, silentGroups, STRONG_LINE, stratumNumber, type ContactTable, type SignalVector } from '../contract/contact-points.ts';
import { bucketsOf, CONTACT_SIGNALS, SIGNAL_NAMES, SIGNAL_PLACE, type SignalGroup, type SignalName } from '../contract/contact-signals.ts';
import { SILENCES, STRATA, type ContactScorecard, type Silence, type Stratum } from '../contract/contact-scorecard.ts';

// The scorecard by its names: packed for scoring, and read back. At the build, in training and in evaluation; no worker needs it.

/** A card and its table. */
export interface ContactModel extends ContactTable {
  readonly card: ContactScorecard;
}

export const SIGNAL_GROUPS: readonly SignalGroup[] = ['account', 'ages', 'graph', 'rate', 'history', 'identity', 'cues'];

/** What the host or its signed hint says, by group. */
const HOST_PLACES = SILENCES.map((group) => SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].group === group && CONTACT_SIGNALS[name].source !== 'device')
  .map((name) => SIGNAL_PLACE[name]).filter((place) => place !== SIGNAL_PLACE.country && place !== SIGNAL_PLACE.countryOfContacts));

/** @throws {RangeError} a card that names unknown signals or buckets, or whose points fall below zero or along a signal's buckets */
export function contactModel(card: ContactScorecard): ContactModel {
  if (card.version !== 1) throw new RangeError('The contact scorecard has another version.');
  const points = SIGNAL_NAMES.flatMap(() => Array.from({ length: CONTACT_STRIDE }, () => 0));
  for (const [name, steps] of Object.entries(card.points)) {
    if (!(name in CONTACT_SIGNALS) || steps.length !== bucketsOf(name as SignalName).length) throw new RangeError('The contact scorecard does not fit the signals.');
    steps.forEach((value, bucket) => {
      if (!isPoints(value) || value < (steps[bucket - 1] ?? 0)) throw new RangeError('Points of the contact scorecard fall.');
      points[SIGNAL_PLACE[name as SignalName] * CONTACT_STRIDE + bucket + 1] = value;
    });
  }
  const pairs = card.pairs.flatMap(({ both, points: more }) => {
    if (!isPoints(more)) throw new RangeError('Points of the contact scorecard fall.');
    return [...both.flatMap(([name, bucket]) => {
      const byte = name in CONTACT_SIGNALS ? bucketsOf(name).indexOf(bucket) + 1 : 0;
      if (byte === 0) throw new RangeError('The contact scorecard does not fit the signals.');
      return [SIGNAL_PLACE[name], byte];
    }), more];
  });
  const lines = SILENCES.map((silence) => [...STRATA.map((stratum) => card.lines[silence][stratum]), card.lines[silence].strong]);
  if (![card.groupFloor, ...lines.flat()].every(isPoints)) throw new RangeError('A line of the contact scorecard is missing.');
  return {
    card, points, pairs, lines, groups: SIGNAL_NAMES.map((name) => SIGNAL_GROUPS.indexOf(CONTACT_SIGNALS[name].group)), identity: SIGNAL_GROUPS.indexOf('identity'),
    hostPlaces: HOST_PLACES, ages: [SIGNAL_PLACE.myAge, SIGNAL_PLACE.theirAge], groupFloor: card.groupFloor,
  };
}

function isPoints(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e6;
}

/** Of a vector of `signalVector`. */
export function stratumOf(vector: SignalVector): Stratum {
  return STRATA[stratumNumber(AGES_ONLY, vector)] as Stratum;
}

/** Groups of which the host says nothing; `none` alone where there is no such group. */
export function silencesOf(vector: SignalVector): readonly Silence[] {
  return silentGroups(AGES_ONLY, vector).map((silence) => SILENCES[silence] as Silence);
}

const AGES_ONLY: ContactTable = {
  points: [], pairs: [], groups: [], identity: 0, lines: [], hostPlaces: HOST_PLACES, ages: [SIGNAL_PLACE.myAge, SIGNAL_PLACE.theirAge], groupFloor: 0,
};

/** Line of a level in force for this vector. */
export function lineOf(model: ContactTable, vector: SignalVector, level: Stratum | 'strong'): number {
  return lineAt(model, vector, level === 'strong' ? STRONG_LINE : STRATA.indexOf(level));
}

export interface ContactReason {
  /** A signal and its bucket, or two. */
  readonly because: readonly (readonly [SignalName, string])[];
  readonly group: SignalGroup;
  readonly points: number;
}

/** Every point and why, most first; of several the first signal's. Their sum is `contactPoints`. */
export function contactReasons(model: ContactTable, vector: SignalVector): readonly ContactReason[] {
  const found: ContactReason[] = [];
  const named = (place: number, byte: number): readonly [SignalName, string] => {
    const name = SIGNAL_NAMES[place] as SignalName;
    return [name, bucketsOf(name)[byte - 1] as string];
  };
  eachPoints(model, vector, (points, place, byte, other, least) => {
    if (points === 0) return;
    found.push({ because: [named(place, byte), ...other === undefined ? [] : [named(other, least as number)]], group: SIGNAL_GROUPS[model.groups[place] as number] as SignalGroup, points });
  });
  return found.sort((a, b) => b.points - a.points);
}
