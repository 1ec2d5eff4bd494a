/**
 * What the contact model may look at: 36 signals, each in a few buckets, never a name, a number or a word. 'Not known' is a
 * value of its own and never means "no". Groups and signals: signals.md §3.1 of the project's research.
 */

export type SignalGroup = 'account' | 'ages' | 'graph' | 'rate' | 'history' | 'identity' | 'cues';

/**
 * Where a signal comes from. `device`: counted on this device. `host`: what the app itself knows, trusted unsigned.
 * `hint`: a rate that only the service can count, taken from a signed hint alone.
 */
export type SignalSource = 'device' | 'host' | 'hint';

export const NOT_KNOWN = 'not-known';

interface Signal {
  readonly group: SignalGroup;
  readonly source: SignalSource;
  /** From what tells least to what tells most. Points never fall along this order. */
  readonly buckets: readonly [string, string, ...string[]];
}

const NO_YES = ['no', 'yes'] as const;
const CUE = ['not-seen', 'seen', 'again'] as const;

/** In the order of the vector. Buckets are only ever added; a model names the table's length that it was trained with. */
export const CONTACT_SIGNALS = {
  accountAge: { group: 'account', source: 'host', buckets: ['a-year-or-more', 'under-a-year', 'under-30-days', 'under-7-days', 'under-a-day'] },
  /** Made within 30 days after the person blocked somebody who looks like this account. */
  joinedAfterBlock: { group: 'account', source: 'device', buckets: NO_YES },
  identity: { group: 'account', source: 'host', buckets: ['linked', 'not-linked'] },
  nameChanged: { group: 'account', source: 'host', buckets: NO_YES },
  avatarChanged: { group: 'account', source: 'host', buckets: NO_YES },
  country: { group: 'account', source: 'host', buckets: ['mine', 'another'] },
  countryOfContacts: { group: 'account', source: 'host', buckets: ['one-of-theirs', 'none-of-theirs'] },
  myAge: { group: 'ages', source: 'host', buckets: ['adult', 'teen', 'child'] },
  theirAge: { group: 'ages', source: 'host', buckets: ['child', 'teen', 'adult'] },
  ageGap: { group: 'ages', source: 'host', buckets: ['none', 'child-and-teen', 'adult-and-minor'] },
  ageSource: { group: 'ages', source: 'host', buckets: ['checked', 'estimated', 'declared'] },
  mutualContacts: { group: 'graph', source: 'host', buckets: ['three-or-more', 'one-or-two', 'none'] },
  commonGroups: { group: 'graph', source: 'host', buckets: ['two-or-more', 'one', 'none'] },
  addressBook: { group: 'graph', source: 'device', buckets: ['in-it', 'not-in-it'] },
  initiator: { group: 'graph', source: 'device', buckets: ['me', 'them'] },
  arrival: { group: 'graph', source: 'host', buckets: ['introduced', 'shared-group', 'public-place'] },
  newMinors: { group: 'rate', source: 'hint', buckets: ['0-2', '3-9', '10-or-more'] },
  strangers: { group: 'rate', source: 'hint', buckets: ['0-2', '3-9', '10-or-more'] },
  acceptRatio: { group: 'rate', source: 'hint', buckets: ['most', 'some', 'few'] },
  /** Messages of theirs since the person last wrote. */
  unanswered: { group: 'rate', source: 'device', buckets: ['none', 'one', 'two-or-three', 'four-to-seven', 'eight-or-more'] },
  /** Their messages in the first ten minutes. */
  burst: { group: 'rate', source: 'device', buckets: ['one', 'two-to-four', 'five-or-more'] },
  /** Their first message came between 23 and 6 o'clock of the person's day. */
  night: { group: 'rate', source: 'device', buckets: NO_YES },
  likeBlocked: { group: 'history', source: 'device', buckets: ['no', 'name', 'name-and-picture'] },
  declinedBefore: { group: 'history', source: 'device', buckets: NO_YES },
  /** The person's share of the last messages. */
  reciprocity: { group: 'history', source: 'device', buckets: ['even', 'some', 'none'] },
  sinceFirst: { group: 'history', source: 'device', buckets: ['a-month-or-more', 'under-a-month', 'under-a-week', 'under-a-day'] },
  savedByMe: { group: 'history', source: 'device', buckets: ['yes', 'no'] },
  /** The skeleton of the name (UTS #39 §4) is that of one of the person's own contacts. */
  nameSame: { group: 'identity', source: 'device', buckets: NO_YES },
  /** Its Damerau–Levenshtein distance to such a skeleton is 1 or 2, and the name is long enough for that to mean something. */
  nameNear: { group: 'identity', source: 'device', buckets: NO_YES },
  avatarLike: { group: 'identity', source: 'device', buckets: NO_YES },
  mixedScript: { group: 'identity', source: 'device', buckets: NO_YES },
  /** The name says official, bank, support or the like. */
  nameClaims: { group: 'identity', source: 'device', buckets: NO_YES },
  cueMove: { group: 'cues', source: 'device', buckets: CUE },
  cueSecret: { group: 'cues', source: 'device', buckets: CUE },
  cuePersonal: { group: 'cues', source: 'device', buckets: CUE },
  cueGifts: { group: 'cues', source: 'device', buckets: CUE },
} as const satisfies Readonly<Record<string, Signal>>;

export type SignalName = keyof typeof CONTACT_SIGNALS;
export type Bucket<Name extends SignalName> = (typeof CONTACT_SIGNALS)[Name]['buckets'][number] | typeof NOT_KNOWN;

/** One thread at one moment. */
export type ContactSignals = { readonly [Name in SignalName]: Bucket<Name> };

export const SIGNAL_NAMES = Object.keys(CONTACT_SIGNALS) as readonly SignalName[];

/** Place of each signal in the vector. */
export const SIGNAL_PLACE = Object.fromEntries(SIGNAL_NAMES.map((name, place) => [name, place])) as Readonly<Record<SignalName, number>>;

/** Buckets of a signal, as a plain list of strings. */
export function bucketsOf(name: SignalName): readonly string[] {
  return CONTACT_SIGNALS[name].buckets;
}

/**
 * One byte a signal: 0 for 'not known', 1 for the bucket that tells least. What is no bucket of the signal, a missing field
 * included, is not known. O(36).
 */
export function signalVector(signals: Partial<ContactSignals>): Uint8Array {
  return Uint8Array.from(SIGNAL_NAMES, (name) => bucketsOf(name).indexOf(signals[name] ?? NOT_KNOWN) + 1);
}

/** The other way round. A byte that stands for no bucket is not known. */
export function signalsOf(vector: ArrayLike<number>): ContactSignals {
  return Object.fromEntries(SIGNAL_NAMES.map((name, place) => [name, bucketsOf(name)[(vector[place] ?? 0) - 1] ?? NOT_KNOWN])) as unknown as ContactSignals;
}
