// What is known of a thread before and at its first message: everything of the vector that does not change with later ones.

import { acceptRatioBucket, accountAgeBucket, ageGapBucket, rateBucket } from '../../../src/contract/contact-facts.ts';
import { bucketsOf, SIGNAL_PLACE, SIGNAL_NAMES, CONTACT_SIGNALS, type Bucket, type SignalName } from '../../../src/contract/contact-signals.ts';
import type { Rng } from '../../build/rng.ts';
import { aroundOdds, chance, logNormal } from './draws.ts';
import type { Person } from './person.ts';
import { COURSE, SCRIPTS, type Column, type Role } from './rates.ts';
import type { TacticName } from './tactics.ts';
import { timesOdds, type World } from './worlds.ts';

export interface Sender {
  readonly role: Role;
  readonly harmful: boolean;
  readonly tactics: readonly TacticName[];
  /** New minors a week, strangers a day. */
  readonly minorsWeek: number;
  readonly strangersDay: number;
}

type Put = <Name extends SignalName>(name: Name, bucket: Bucket<Name>) => void;
type Cells = Readonly<Record<Column, number>>;

const HOST_SIGNALS = SIGNAL_NAMES.filter((name) => CONTACT_SIGNALS[name].source === 'host').map((name) => SIGNAL_PLACE[name]);

const BUCKETS = SIGNAL_NAMES.map((name) => bucketsOf(name));

/** Puts a bucket's byte into a vector; 'not known' and every unknown name are 0. */
export function putInto(vector: Uint8Array): Put {
  return (name, bucket) => {
    const place = SIGNAL_PLACE[name];
    vector[place] = (BUCKETS[place] as readonly string[]).indexOf(bucket) + 1;
  };
}

export function writeFirstContact(world: World, person: Person, sender: Sender, rng: Rng, vector: Uint8Array): void {
  vector.fill(0);
  const put = putInto(vector);
  const cells = world.roles[sender.role];
  account(world, cells, person, sender, rng, put);
  ages(world, cells, person, sender, rng, put);
  graph(cells, sender, rng, put);
  if (chance(world.rates.hintGiven, rng)) hint(world, cells, sender, rng, put);
  put('night', noYes(chance(Math.min(1, cells.night * (sender.harmful ? 1 : world.rates.night)), rng)));
  put('declinedBefore', noYes(chance(cells.declined, rng)));
  for (const place of HOST_SIGNALS) {
    if (chance(world.rates.factMissing, rng)) vector[place] = 0;
  }
}

const noYes = (yes: boolean): 'no' | 'yes' => (yes ? 'yes' : 'no');

function account({ rates }: World, cells: Cells, person: Person, sender: Sender, rng: Rng, put: Put): void {
  const { tactics, harmful } = sender;
  const regional = harmful ? 1 : rates.accountAge * (person.south ? rates.accountAgeSouth : 1);
  const days = logNormal(cells.ageDays * regional * (tactics.includes('aged') ? COURSE.agedFactor : 1), cells.ageSigma, rng);
  put('accountAge', accountAgeBucket(days));
  put('identity', chance(cells.linked, rng) ? 'linked' : 'not-linked');
  put('nameChanged', noYes(chance(cells.renamed, rng)));
  put('avatarChanged', noYes(chance(cells.repictured, rng)));
  const cross = chance(harmful ? cells.cross : timesOdds(cells.cross, rates.crossBorder * (person.diaspora ? 2 : 1)), rng);
  put('country', cross ? 'another' : 'mine');
  put('countryOfContacts', !cross || chance(person.diaspora ? COURSE.knownCountryDiaspora : COURSE.knownCountry, rng) ? 'one-of-theirs' : 'none-of-theirs');
  identity(rates.namesakes * SCRIPTS[person.script], cells, sender, days, rng, put);
}

function identity(namesakes: number, cells: Cells, { harmful, tactics, role }: Sender, accountDays: number, rng: Rng, put: Put): void {
  // Whoever pretends, and a friend's new account, look alike by what they are, not by chance.
  const by = harmful || role === 'returning' ? 1 : namesakes;
  const other = tactics.includes('renamed');
  const u = rng.unit();
  const same = !other && u < cells.same * by;
  put('nameSame', noYes(same));
  put('nameNear', noYes(!other && !same && u < (cells.same + cells.near) * by));
  put('avatarLike', noYes(!tactics.includes('faceless') && chance(cells.avatar, rng)));
  put('mixedScript', noYes(chance(cells.mixed, rng)));
  put('nameClaims', noYes(chance(cells.claims, rng)));
  const v = rng.unit();
  const like = other ? 'no' : v < cells.likeBoth ? 'name-and-picture' : v < cells.likeBoth + cells.likeBlocked * (harmful ? 1 : namesakes) ? 'name' : 'no';
  put('likeBlocked', like);
  put('joinedAfterBlock', noYes(like !== 'no' && accountDays < 30));
}

function ages({ rates }: World, cells: Cells, person: Person, { harmful, tactics }: Sender, rng: Rng, put: Put): void {
  const toMinor = person.age !== 'adult';
  const truly = harmful || !toMinor || chance(cells.adult, rng) ? 'adult' : person.age === 'child' && chance(0.6, rng) ? 'child' : 'teen';
  const u = rng.unit();
  const source = u < COURSE.ageChecked ? 'checked' : u < COURSE.ageChecked + COURSE.ageEstimated ? 'estimated' : 'declared';
  let said: 'child' | 'teen' | 'adult' = truly;
  if (source !== 'checked') {
    if (truly !== 'adult') said = chance(rates.minorSaysAdult, rng) ? 'adult' : truly;
    else if (tactics.includes('young') || chance(harmful ? rates.adversarySaysMinor : rates.adultSaysMinor, rng)) said = 'teen';
  }
  put('myAge', person.age);
  if (chance(rates.ageUnknown, rng)) return;
  put('theirAge', said);
  put('ageGap', ageGapBucket(person.age, said));
  put('ageSource', source);
}

function graph(cells: Cells, { tactics }: Sender, rng: Rng, put: Put): void {
  const u = rng.unit();
  const bought = tactics.includes('mutuals') && chance(COURSE.mutualsBought, rng);
  put('mutualContacts', u < cells.mutual3 ? 'three-or-more' : bought || u < cells.mutual3 + cells.mutual1 ? 'one-or-two' : 'none');
  const v = rng.unit();
  put('commonGroups', v < cells.groups2 ? 'two-or-more' : v < cells.groups2 + cells.groups1 ? 'one' : 'none');
  const w = rng.unit();
  put('arrival', w < cells.introduced ? 'introduced' : w < cells.introduced + cells.sharedGroup ? 'shared-group' : 'public-place');
  const inBook = chance(cells.book, rng);
  put('addressBook', inBook ? 'in-it' : 'not-in-it');
  put('savedByMe', inBook ? 'yes' : 'no');
  put('initiator', chance(cells.byMe, rng) ? 'me' : 'them');
}

function hint({ rates }: World, cells: Cells, { minorsWeek, strangersDay }: Sender, rng: Rng, put: Put): void {
  const flipped = (bucket: Bucket<'newMinors'>): Bucket<'newMinors'> => {
    if (!chance(rates.hintFlipped, rng)) return bucket;
    if (bucket !== '3-9') return '3-9';
    return chance(0.5, rng) ? '0-2' : '10-or-more';
  };
  put('newMinors', flipped(rateBucket(minorsWeek)));
  put('strangers', flipped(rateBucket(strangersDay)));
  const over = Math.min(COURSE.acceptOver, 1 + minorsWeek + strangersDay);
  const p = aroundOdds(cells.accept, COURSE.acceptSigma, rng);
  let accepted = 0;
  for (let i = 0; i < over; i++) accepted += rng.unit() < p ? 1 : 0;
  const ratio = acceptRatioBucket(accepted / over);
  put('acceptRatio', !chance(rates.hintFlipped, rng) ? ratio : ratio !== 'some' ? 'some' : chance(0.5, rng) ? 'few' : 'most');
}
