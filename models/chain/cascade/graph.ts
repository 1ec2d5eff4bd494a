import { createRng, type Rng } from '../../build/rng.ts';
import { exactExp } from '../../build/exact-math.ts';
import { logNormal } from '../../contact/simulator/draws.ts';
import { CASCADE_SHAPE, type CascadeRates } from './rates.ts';

/** Who has a chat with whom. People are numbers; the first half is one community, the second the other. */
export interface CascadeGraph {
  readonly people: number;
  /** Members of each chat, ascending; of two people where it is a pair. */
  readonly chats: readonly (readonly number[])[];
  /** By person: numbers of chats. */
  readonly groupsOf: readonly (readonly number[])[];
  readonly pairsOf: readonly (readonly number[])[];
  /** Whether they have each other as contacts: those who have a one-to-one chat. */
  knows(a: number, b: number): boolean;
}

export function communityOf(person: number, people: number): 0 | 1 {
  return person < people / 2 ? 0 : 1;
}

/**
 * Two communities, each on a ring: groups and pairs are mostly of people nearby, some of anybody of the community, few across. So ties are clustered (a group's members know each other more often than others do) and ways are short.
 * @param people even, from 100
 */
export function makeCascadeGraph(rates: CascadeRates, people: number, seed: number): CascadeGraph {
  const rng = createRng(Math.imul(seed + 1, 0x9e3779b1) >>> 0);
  const half = people / 2;
  const chats: (readonly number[])[] = [];
  const groupsOf: number[][] = Array.from({ length: people }, () => []);
  const pairsOf: number[][] = Array.from({ length: people }, () => []);
  const known = new Set<number>();
  const keyOf = (a: number, b: number): number => Math.min(a, b) * people + Math.max(a, b);
  const add = (members: readonly number[], of: number[][]): void => {
    for (const member of members) of[member]?.push(chats.length);
    chats.push(members);
  };

  for (let person = 0; person < people; person++) {
    // Each pair stands once and counts for both.
    const wanted = Math.round(logNormal(rates.pairsEach / 2 / meanFactor(CASCADE_SHAPE.pairsSigma), CASCADE_SHAPE.pairsSigma, rng));
    for (let i = 0; i < wanted; i++) {
      const other = somebody(person, half, rates, rng);
      if (other === person || known.has(keyOf(person, other))) continue;
      known.add(keyOf(person, other));
      add([person, other].sort((a, b) => a - b), pairsOf);
    }
  }
  const groups = Math.round((people * rates.groupsEach) / rates.groupSize);
  for (let i = 0; i < groups; i++) {
    const drawn = Math.round(logNormal(rates.groupSize / meanFactor(CASCADE_SHAPE.groupSigma), CASCADE_SHAPE.groupSigma, rng));
    const size = Math.min(Math.max(drawn, CASCADE_SHAPE.groupLeast), CASCADE_SHAPE.groupMost, half >> 1);
    const host = rng.below(people);
    const members = new Set([host]);
    while (members.size < size) members.add(somebody(host, half, rates, rng));
    add([...members].sort((a, b) => a - b), groupsOf);
  }
  return { people, chats, groupsOf, pairsOf, knows: (a, b) => known.has(keyOf(a, b)) };
}

/** Mean of a log-normal number over its median. */
function meanFactor(sigma: number): number {
  return exactExp((sigma * sigma) / 2);
}

function somebody(person: number, half: number, { across, clustered }: CascadeRates, rng: Rng): number {
  const u = rng.unit();
  const own = person < half ? 0 : half;
  if (u < across) return half - own + rng.below(half);
  // Large groups reach beyond the neighbourhood, or they could not be filled.
  const isNear = rng.unit() < clustered;
  if (!isNear) return own + rng.below(half);
  const far = 1 + rng.below(CASCADE_SHAPE.nearby);
  const step = rng.unit() < 0.5 ? far : -far;
  return own + ((((person - own + step) % half) + half) % half);
}
