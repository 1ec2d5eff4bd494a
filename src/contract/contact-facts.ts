import { NOT_KNOWN, type Bucket, type ContactSignals } from './contact-signals.ts';
import { LOOK_BYTES, SAME_LOOK_BITS } from './looks.ts';
import type { AgeBand } from './message.ts';
import { isNearName } from './near-name.ts';

/** What the app itself knows of whoever writes. Absent means not known. */
export interface HostFacts {
  readonly accountAgeDays?: number | undefined;
  /** The service has tied the account to a person or a business. */
  readonly linkedIdentity?: boolean;
  /** Days since the last change; `Infinity` for never. */
  readonly nameChangeDays?: number | undefined;
  readonly avatarChangeDays?: number | undefined;
  /** Two letters of ISO 3166-1, upper case. */
  readonly country?: string;
  readonly myCountry?: string;
  /** Countries of the person's own contacts. */
  readonly contactCountries?: readonly string[];
  readonly myAge?: AgeBand;
  readonly theirAge?: AgeBand;
  readonly ageSource?: 'checked' | 'estimated' | 'declared';
  readonly mutualContacts?: number;
  readonly commonGroups?: number;
  readonly arrival?: 'introduced' | 'shared-group' | 'public-place';
}

/** What this device counted and compared. Counts are whole numbers from 0. */
export interface DeviceFacts {
  readonly joinedAfterBlock?: boolean;
  readonly inAddressBook?: boolean;
  readonly initiatedByMe?: boolean;
  readonly unanswered?: number;
  /** Their messages in the first ten minutes. */
  readonly firstBurst?: number;
  /** Hour of the person's day, 0–23, at which they first wrote. */
  readonly firstHour?: number;
  readonly likeBlocked?: 'no' | 'name' | 'name-and-picture';
  readonly declinedBefore?: boolean;
  /** Messages of either side. */
  readonly mine?: number;
  readonly theirs?: number;
  readonly daysSinceFirst?: number;
  readonly savedByMe?: boolean;
  /** Damerau–Levenshtein distance between skeletons to the nearest of the person's contacts, and code points of that skeleton. */
  readonly nameDistance?: number;
  readonly nameLength?: number;
  /** Bits of 256 in which the pictures' hashes differ (`SAME_LOOK_BITS`). */
  readonly avatarDistance?: number;
  readonly mixedScript?: boolean;
  readonly nameClaims?: boolean;
}

/** Claims of a hint whose signature was checked. Without one there are none. */
export interface HintFacts {
  readonly newMinors?: '0-2' | '3-9' | '10-or-more';
  readonly strangers?: '0-2' | '3-9' | '10-or-more';
  readonly acceptRatio?: 'most' | 'some' | 'few';
}

/** Messages in which a cue was found, per family; absent where cues are off or the language is not covered. */
export interface CueFacts {
  readonly move?: number;
  readonly secret?: number;
  readonly personal?: number;
  readonly gifts?: number;
}

export interface ContactFacts {
  readonly host?: HostFacts;
  readonly device?: DeviceFacts;
  readonly hint?: HintFacts;
  readonly cues?: CueFacts;
}

const RECENT_DAYS = 14;

type Unknown = typeof NOT_KNOWN;

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** Last name whose start is not above the value; what is no number from 0 on is not known. */
function inSteps<Name extends string>(value: number | undefined, steps: readonly (readonly [from: number, name: Name])[], whole = true): Name | Unknown {
  if (typeof value !== 'number' || !(value >= 0) || (whole && !Number.isInteger(value))) return NOT_KNOWN;
  let found: Name | Unknown = NOT_KNOWN;
  for (const [from, name] of steps) {
    if (value >= from) found = name;
  }
  return found;
}

function oneOf<Name extends string>(value: unknown, names: readonly Name[]): Name | Unknown {
  return names.find((name) => name === value) ?? NOT_KNOWN;
}

function part<Facts extends object>(facts: Facts | undefined): Partial<Facts> {
  return typeof facts === 'object' && facts !== null ? facts : {};
}

function noYes(value: boolean | undefined): 'no' | 'yes' | Unknown {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : NOT_KNOWN;
}

/** In days, fractions allowed. */
export function accountAgeBucket(days: number | undefined): Bucket<'accountAge'> {
  return inSteps(days, [[0, 'under-a-day'], [1, 'under-7-days'], [7, 'under-30-days'], [30, 'under-a-year'], [365, 'a-year-or-more']], false);
}

export function mutualContactsBucket(count: number | undefined): Bucket<'mutualContacts'> {
  return inSteps(count, [[0, 'none'], [1, 'one-or-two'], [3, 'three-or-more']]);
}

export function commonGroupsBucket(count: number | undefined): Bucket<'commonGroups'> {
  return inSteps(count, [[0, 'none'], [1, 'one'], [2, 'two-or-more']]);
}

export function unansweredBucket(count: number | undefined): Bucket<'unanswered'> {
  return inSteps(count, [[0, 'none'], [1, 'one'], [2, 'two-or-three'], [4, 'four-to-seven'], [8, 'eight-or-more']]);
}

export function burstBucket(count: number | undefined): Bucket<'burst'> {
  return inSteps(count, [[0, 'one'], [2, 'two-to-four'], [5, 'five-or-more']]);
}

/** Of a week or of a day, as the service counts it. */
export function rateBucket(count: number | undefined): Bucket<'newMinors'> {
  return inSteps(count, [[0, '0-2'], [3, '3-9'], [10, '10-or-more']]);
}

/** Share 0–1 of requests that were accepted. */
export function acceptRatioBucket(share: number | undefined): Bucket<'acceptRatio'> {
  return typeof share === 'number' && share <= 1 ? inSteps(share, [[0, 'few'], [0.3, 'some'], [0.6, 'most']], false) : NOT_KNOWN;
}

export function reciprocityBucket(mine: number | undefined, theirs: number | undefined): Bucket<'reciprocity'> {
  if (!isCount(mine) || !isCount(theirs) || mine + theirs === 0) return NOT_KNOWN;
  return inSteps(mine / (mine + theirs), [[0, 'none'], [Number.MIN_VALUE, 'some'], [0.25, 'even']], false);
}

export function sinceFirstBucket(days: number | undefined): Bucket<'sinceFirst'> {
  return inSteps(days, [[0, 'under-a-day'], [1, 'under-a-week'], [7, 'under-a-month'], [30, 'a-month-or-more']], false);
}

export function cueBucket(messages: number | undefined): Bucket<'cueMove'> {
  return inSteps(messages, [[0, 'not-seen'], [1, 'seen'], [2, 'again']]);
}

/** Whether a name that is not the same counts as near, by its length in code points. */
export function nameNearBucket(distance: number | undefined, length: number | undefined): Bucket<'nameNear'> {
  if (!isCount(distance) || !isCount(length)) return NOT_KNOWN;
  return noYes(distance > 0 && isNearName(distance, length));
}

/** Of either side; unknown where either is. */
export function ageGapBucket(mine: AgeBand | undefined, theirs: AgeBand | undefined): Bucket<'ageGap'> {
  const known = ['child', 'teen', 'adult'] as const;
  const [a, b] = [oneOf(mine, known), oneOf(theirs, known)];
  if (a === NOT_KNOWN || b === NOT_KNOWN) return NOT_KNOWN;
  if (a === b) return 'none';
  return a === 'adult' || b === 'adult' ? 'adult-and-minor' : 'child-and-teen';
}

function recent(days: number | undefined): 'no' | 'yes' | Unknown {
  return inSteps(days, [[0, 'yes'], [RECENT_DAYS, 'no']], false);
}

function countryBucket(country: unknown, others: readonly unknown[] | undefined): 'in' | 'out' | Unknown {
  const isCountry = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{2}$/u.test(value);
  if (!isCountry(country) || !Array.isArray(others) || !others.some(isCountry)) return NOT_KNOWN;
  return others.includes(country) ? 'in' : 'out';
}

/** Facts into buckets. Pure; never throws on plain data: what is malformed or out of range is not known. O(36) and the countries. */
export function contactSignals(facts: ContactFacts): ContactSignals {
  const [host, device, hint, cues] = [part(facts.host), part(facts.device), part(facts.hint), part(facts.cues)];
  const mine = countryBucket(host.country, [host.myCountry]);
  const theirs = countryBucket(host.country, host.contactCountries);
  const ages = ['child', 'teen', 'adult'] as const;
  const rates = ['0-2', '3-9', '10-or-more'] as const;
  return {
    accountAge: accountAgeBucket(host.accountAgeDays),
    joinedAfterBlock: noYes(device.joinedAfterBlock),
    identity: ({ 'yes': 'linked', 'no': 'not-linked', [NOT_KNOWN]: NOT_KNOWN } as const)[noYes(host.linkedIdentity)],
    nameChanged: recent(host.nameChangeDays),
    avatarChanged: recent(host.avatarChangeDays),
    country: ({ in: 'mine', out: 'another', [NOT_KNOWN]: NOT_KNOWN } as const)[mine],
    countryOfContacts: ({ in: 'one-of-theirs', out: 'none-of-theirs', [NOT_KNOWN]: NOT_KNOWN } as const)[theirs],
    myAge: oneOf(host.myAge, ages),
    theirAge: oneOf(host.theirAge, ages),
    ageGap: ageGapBucket(host.myAge, host.theirAge),
    ageSource: oneOf(host.ageSource, ['checked', 'estimated', 'declared']),
    mutualContacts: mutualContactsBucket(host.mutualContacts),
    commonGroups: commonGroupsBucket(host.commonGroups),
    addressBook: ({ 'yes': 'in-it', 'no': 'not-in-it', [NOT_KNOWN]: NOT_KNOWN } as const)[noYes(device.inAddressBook)],
    initiator: ({ 'yes': 'me', 'no': 'them', [NOT_KNOWN]: NOT_KNOWN } as const)[noYes(device.initiatedByMe)],
    arrival: oneOf(host.arrival, ['introduced', 'shared-group', 'public-place']),
    newMinors: oneOf(hint.newMinors, rates),
    strangers: oneOf(hint.strangers, rates),
    acceptRatio: oneOf(hint.acceptRatio, ['most', 'some', 'few']),
    unanswered: unansweredBucket(device.unanswered),
    burst: burstBucket(device.firstBurst),
    night: inSteps(device.firstHour, [[0, 'yes'], [6, 'no'], [23, 'yes'], [24, NOT_KNOWN]]),
    likeBlocked: oneOf(device.likeBlocked, ['no', 'name', 'name-and-picture']),
    declinedBefore: noYes(device.declinedBefore),
    reciprocity: reciprocityBucket(device.mine, device.theirs),
    sinceFirst: sinceFirstBucket(device.daysSinceFirst),
    savedByMe: noYes(device.savedByMe),
    nameSame: inSteps(device.nameDistance, [[0, 'yes'], [1, 'no']]),
    nameNear: nameNearBucket(device.nameDistance, device.nameLength),
    avatarLike: inSteps(device.avatarDistance, [[0, 'yes'], [SAME_LOOK_BITS + 1, 'no'], [LOOK_BYTES * 8 + 1, NOT_KNOWN]]),
    mixedScript: noYes(device.mixedScript),
    nameClaims: noYes(device.nameClaims),
    cueMove: cueBucket(cues.move),
    cueSecret: cueBucket(cues.secret),
    cuePersonal: cueBucket(cues.personal),
    cueGifts: cueBucket(cues.gifts),
  };
}
