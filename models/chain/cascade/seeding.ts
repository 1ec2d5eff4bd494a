import { createRng } from '../../build/rng.ts';
import { communityOf, type CascadeGraph } from './graph.ts';
import { CASCADE_SHAPE, type CascadeRates } from './rates.ts';
import type { Seeding } from './scenarios.ts';

/** A message that comes from outside: of a stranger to a person, or in its place from one of their contacts. */
export interface SeedMessage {
  /** Minutes from the first possible one. */
  readonly at: number;
  /** 0 or 1: the community it is written for, and its text. */
  readonly text: 0 | 1;
  readonly to: number;
  readonly account: number;
  /** The chat it comes in, where a contact sends it. */
  readonly pair: number | undefined;
}

/** Accounts of strangers for each community: so many that nobody's device takes them for one side. */
export function accountsOf(people: number, { seeded, perAccount }: CascadeRates): number {
  return Math.max(4, Math.round((people / 2) * seeded / perAccount));
}

/**
 * Who is written to from outside, in order of time: the same people at the same minutes for both ways of seeding, and for every scenario.
 */
export function seedMessages({ people, chats, pairsOf }: CascadeGraph, rates: CascadeRates, seed: number, seeding: Seeding): readonly SeedMessage[] {
  const rng = createRng(Math.imul(seed + 1, 0x85ebca6b) >>> 0);
  const { begins, strangersFrom, strangersUntil, days } = CASCADE_SHAPE;
  const half = people / 2;
  const each = accountsOf(people, rates);
  const messages: SeedMessage[] = [];
  const sent = Math.round(half * rates.seeded);
  for (const text of [0, 1] as const) {
    for (let n = 0; n < sent; n++) {
      const to = text * half + rng.below(half);
      const clock = strangersFrom + rng.unit() * (strangersUntil - strangersFrom);
      const at = rng.below(days) * 24 * 60 + clock - begins;
      // One draw for either way, so that what follows is the same.
      const place = rng.unit();
      const friends = (pairsOf[to] ?? []).filter((chat) => (chats[chat] ?? []).every((member) => communityOf(member, people) === text));
      const pair = seeding === 'friends' ? friends[Math.floor(place * friends.length)] : undefined;
      if (seeding === 'friends' && pair === undefined) continue;
      messages.push({ at, text, to, account: text * each + (n % each), pair });
    }
  }
  return messages.sort((a, b) => a.at - b.at);
}
