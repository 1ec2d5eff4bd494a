import { exactExp, exactLog } from '../../build/exact-math.ts';
import { createRng, type Rng } from '../../build/rng.ts';
import { ADVERSARIES, ADVERSARY_SHARES, BENIGN_ROLES, BENIGN_SHARES, CELL_SWEEP, COLUMNS, MEDIANS, RATES, ROLE_RATES, SHARE_SWEEP,
  type Adversary, type BenignRole, type Column, type RateName, type Role } from './rates.ts';

/** What a world is like besides its drawn rates: factors on shares of roles, on cells, on single rates. Assumed. */
export interface Tilt {
  readonly about: string;
  readonly shares?: Readonly<Partial<Record<BenignRole, number>>>;
  /** Odds of a probability, or a median, times so much. */
  readonly cells?: readonly (readonly [roles: readonly Role[], column: Column, factor: number])[];
  /** Set to the middle of its range's upper or lower half, or to a number. */
  readonly rates?: Readonly<Partial<Record<RateName, number>>>;
}

const HONEST: readonly BenignRole[] = BENIGN_ROLES;

/** Worlds to train and choose on. `middle` has every rate at its middle; the others draw each from its range. */
export const TRAINING_WORLDS = ['middle', 'drawn-1', 'drawn-2', 'drawn-3', 'drawn-4', 'drawn-5', 'drawn-6'] as const;

/** Worlds only for judging; each draws its rates from the ranges too. */
export const JUDGED_WORLDS: Readonly<Record<'diaspora' | 'school-start' | 'gaming' | 'myanmar', Tilt>> = {
  'diaspora': {
    about: 'Half of the people have family and friends abroad.',
    shares: { relative: 2.5 }, cells: [[HONEST, 'cross', 2]], rates: { diasporaPeople: 0.5 },
  },
  'school-start': {
    about: 'The first weeks of a school year: new pupils, new classes, new phones.',
    shares: { newPupil: 5, teacher: 2.5, coach: 2.5, groupmate: 1.5 },
    cells: [[['peer', 'groupmate', 'newPupil'], 'minorsWeek', 2], [['coach', 'teacher', 'organiser'], 'minorsWeek', 1.5], [HONEST, 'ageDays', 0.7]],
  },
  'gaming': {
    about: 'A community of players: most new threads are with people met online.',
    shares: { onlinePeer: 5, stray: 1.5, coach: 0.5, teacher: 0.5 },
    cells: [[['onlinePeer'], 'minorsWeek', 1.5], [['onlinePeer'], 'move', 1.5], [HONEST, 'night', 1.5]],
  },
  'myanmar': {
    about: 'Numbers change often, names are short and shared, address books are thin, the service says little.',
    shares: { stray: 1.5, returning: 1.5, seller: 1.5 },
    cells: [[HONEST, 'ageDays', 0.6], [HONEST, 'book', 0.3], [HONEST, 'renamed', 2], [HONEST, 'repictured', 1.5]],
    rates: { namesakes: 2.5, hintGiven: 0.4, ageUnknown: 0.5 },
  },
};
export type JudgedWorld = keyof typeof JUDGED_WORLDS;
export const WORLDS: readonly string[] = [...TRAINING_WORLDS, ...Object.keys(JUDGED_WORLDS)];

/** One world with its rates settled. */
export interface World {
  readonly name: string;
  readonly rates: Readonly<Record<RateName, number>>;
  readonly roles: Readonly<Record<Role, Readonly<Record<Column, number>>>>;
  /** Cumulative, in the order of BENIGN_ROLES and ADVERSARIES, up to 1: to minors, to adults. */
  readonly benign: readonly [minors: readonly number[], adults: readonly number[]];
  readonly adversaries: Readonly<Record<Adversary, readonly [minors: number, adults: number]>>;
}

/** A stream of chance of its own for every name, so that one more draw in one place moves nothing elsewhere. */
export function streamOf(seed: number, name: string): Rng {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return createRng((hash ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0);
}

/** Evenly over the logarithm between 1/width and width. */
function factor(rng: Rng, width: number): number {
  return exactExp((rng.unit() * 2 - 1) * exactLog(width));
}

export function timesOdds(p: number, by: number): number {
  return p <= 0 || p >= 1 ? p : (p * by) / (1 - p + p * by);
}

/** What may be put in the place of drawn rates, one at a time: for the tornado plot. */
export type Pinned = Readonly<Partial<Record<RateName, number>>>;

/** @throws {RangeError} no such world */
export function makeWorld(name: string, seed: number, pinned: Pinned = {}): World {
  if (!WORLDS.includes(name)) throw new RangeError(`There is no world ${name}.`);
  const tilt: Partial<Tilt> = name in JUDGED_WORLDS ? JUDGED_WORLDS[name as JudgedWorld] : {};
  const drawn = name !== 'middle';
  const rng = streamOf(seed, `world ${name}`);
  const rates = Object.fromEntries((Object.keys(RATES) as RateName[]).map((key) => {
    const { low, high, middle } = RATES[key];
    const value = drawn ? low + rng.unit() * (high - low) : middle;
    return [key, pinned[key] ?? tilt.rates?.[key] ?? value];
  })) as Record<RateName, number>;
  const roles = Object.fromEntries([...BENIGN_ROLES, ...ADVERSARIES].map((role) => [role, Object.fromEntries(COLUMNS.map((column, at) => {
    const by = (drawn ? factor(rng, CELL_SWEEP) : 1) * (tilt.cells ?? []).reduce((product, [of, which, times]) => (of.includes(role) && which === column ? product * times : product), 1);
    const middle = ROLE_RATES[role][at] as number;
    if (column === 'ageSigma' || column === 'rateSigma') return [column, middle];
    return [column, MEDIANS.includes(column) ? middle * by : timesOdds(middle, by)];
  }))])) as unknown as World['roles'];
  const shares = (side: 0 | 1): readonly number[] => cumulative(BENIGN_ROLES.map((role) => (
    BENIGN_SHARES[role][side] * (drawn ? factor(rng, SHARE_SWEEP) : 1) * (tilt.shares?.[role] ?? 1) * (role === 'onlinePeer' ? rates.onlinePeers : 1))));
  const benign = [shares(0), shares(1)] as const;
  const sums = [0, 1].map((side) => ADVERSARIES.reduce((sum, kind) => sum + ADVERSARY_SHARES[kind][side as 0 | 1], 0));
  const adversaries = Object.fromEntries(ADVERSARIES.map((kind) => [kind, ADVERSARY_SHARES[kind].map((share, side) => share / (sums[side] as number))])) as unknown as World['adversaries'];
  return { name, rates, roles, benign, adversaries };
}

function cumulative(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return shares.map((share) => (sum += share) / total);
}
