// Columns of the scorecard before training. Each holds where a signal, or both signals of a pair, are at a bucket or beyond it, so
// that weights of zero or more make points that never fall.

import { bucketsOf, CONTACT_SIGNALS, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../../src/contract/contact-signals.ts';

/** Signals that give no points, and why. */
export const WITHOUT_POINTS: Readonly<Partial<Record<SignalName, string>>> = {
  country: 'being abroad is no evidence: points would fall on people with family and friends in other countries',
  countryOfContacts: 'as country',
  myAge: 'decides the stratum', theirAge: 'decides the stratum', ageGap: 'decides the stratum', ageSource: 'how an age is known says nothing of a person',
  night: 'night falls on players and on people with family in other time zones',
  sinceFirst: 'time alone is no evidence', savedByMe: 'says the same as addressBook, which is known before',
  mixedScript: 'names in two scripts are ordinary where two scripts are written',
};

type Side = readonly [SignalName, string];

/** Pairs that mean more together than one by one. All are declared here; none was searched for. Points count for the group of the first: an
 * identity's and a cue's stand first, for what either may lead to is bounded. */
export const PAIRS: readonly (readonly [Side, Side])[] = [
  [['accountAge', 'under-30-days'], ['mutualContacts', 'none']],
  [['accountAge', 'under-30-days'], ['acceptRatio', 'few']],
  [['accountAge', 'under-30-days'], ['unanswered', 'two-or-three']],
  [['cuePersonal', 'seen'], ['accountAge', 'under-30-days']],
  [['cueMove', 'seen'], ['accountAge', 'under-30-days']],
  [['nameSame', 'yes'], ['accountAge', 'under-30-days']],
  [['nameNear', 'yes'], ['accountAge', 'under-30-days']],
  [['avatarLike', 'yes'], ['accountAge', 'under-30-days']],
  [['accountAge', 'under-30-days'], ['likeBlocked', 'name']],
  [['newMinors', '3-9'], ['acceptRatio', 'few']],
  [['newMinors', '10-or-more'], ['mutualContacts', 'none']],
  [['newMinors', '10-or-more'], ['acceptRatio', 'few']],
  [['newMinors', '10-or-more'], ['commonGroups', 'none']],
  [['strangers', '10-or-more'], ['acceptRatio', 'few']],
  [['strangers', '3-9'], ['acceptRatio', 'few']],
  [['acceptRatio', 'few'], ['mutualContacts', 'none']],
  [['unanswered', 'two-or-three'], ['mutualContacts', 'none']],
  [['unanswered', 'four-to-seven'], ['mutualContacts', 'none']],
  [['reciprocity', 'none'], ['mutualContacts', 'none']],
  [['cuePersonal', 'seen'], ['mutualContacts', 'none']],
  [['cueMove', 'seen'], ['mutualContacts', 'none']],
  [['cueGifts', 'seen'], ['mutualContacts', 'none']],
  [['cuePersonal', 'seen'], ['cueMove', 'seen']],
  [['cuePersonal', 'seen'], ['unanswered', 'two-or-three']],
  [['nameSame', 'yes'], ['mutualContacts', 'one-or-two']],
  [['nameSame', 'yes'], ['mutualContacts', 'none']],
  [['nameNear', 'yes'], ['mutualContacts', 'one-or-two']],
  [['nameNear', 'yes'], ['mutualContacts', 'none']],
  [['avatarLike', 'yes'], ['mutualContacts', 'none']],
  [['nameSame', 'yes'], ['avatarLike', 'yes']],
  [['nameNear', 'yes'], ['avatarLike', 'yes']],
  [['nameSame', 'yes'], ['commonGroups', 'none']],
  [['nameSame', 'yes'], ['nameChanged', 'yes']],
];

export interface FeatureColumn {
  /** One condition, or two that both must hold: place in the vector, least byte. */
  readonly conditions: readonly (readonly [place: number, from: number])[];
  readonly name: string;
}

const sideOf = ([name, bucket]: Side): readonly [number, number] => {
  const at = bucketsOf(name).indexOf(bucket);
  if (at < 0) throw new RangeError(`${name} has no bucket ${bucket}.`);
  return [SIGNAL_PLACE[name], at + 1];
};

export const POINTED = SIGNAL_NAMES.filter((name) => !(name in WITHOUT_POINTS));

export const FEATURES: readonly FeatureColumn[] = [
  ...POINTED.flatMap((name) => bucketsOf(name).slice(1).map((bucket, i) => ({ conditions: [[SIGNAL_PLACE[name], i + 2] as const], name: `${name} ${bucket}` }))),
  ...PAIRS.map(([a, b]) => ({ conditions: [sideOf(a), sideOf(b)], name: `${a.join(' ')} & ${b.join(' ')}` })),
];

export const GROUPS_OF_HOST = ['account', 'ages', 'graph', 'rate'] as const;
export type HostGroup = (typeof GROUPS_OF_HOST)[number];

/** Places of what the host or its hint says, by group: what is missing where a host does not say it. */
export const HOST_PLACES: Readonly<Record<HostGroup, readonly number[]>> = Object.fromEntries(GROUPS_OF_HOST.map((group) => [
  group, SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].group === group && CONTACT_SIGNALS[name].source !== 'device').map((name) => SIGNAL_PLACE[name]),
])) as unknown as Record<HostGroup, readonly number[]>;

/** Numbers of the columns that hold. */
export function columnsOf(vector: ArrayLike<number>): readonly number[] {
  const held: number[] = [];
  FEATURES.forEach(({ conditions }, column) => {
    if (conditions.every(([place, from]) => (vector[place] as number) >= from)) held.push(column);
  });
  return held;
}
