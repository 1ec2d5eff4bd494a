import type { Rng } from '../../build/rng.ts';
import { chance, logNormal, placeIn } from './draws.ts';
import type { Sender } from './first-contact.ts';
import type { Person } from './person.ts';
import { BENIGN_ROLES, COURSE, type Adversary, type BenignRole, type Role } from './rates.ts';
import { EFFORT_MOST, type Plan } from './tactics.ts';
import type { World } from './worlds.ts';

/** What each kind of adversary does at each effort, from none to `EFFORT_MOST`: the best answer to a scorecard (adapt.ts). */
export type Adaptation = Readonly<Record<Adversary, readonly Plan[]>>;

export const NO_PLAN: Plan = { tactics: [], effort: 0, yield: 1 };

function rates({ roles }: World, role: Role, rng: Rng): { readonly minorsWeek: number; readonly strangersDay: number } {
  const { minorsWeek, strangersDay, rateSigma } = roles[role];
  const busy = logNormal(1, rateSigma, rng);
  return { minorsWeek: Math.floor(minorsWeek * busy + rng.unit()), strangersDay: Math.floor(strangersDay * busy + rng.unit()) };
}

export function drawBenign(world: World, person: Person, rng: Rng, role?: BenignRole): Sender {
  const drawn = role ?? BENIGN_ROLES[placeIn(world.benign[person.age === 'adult' ? 1 : 0], rng)] as BenignRole;
  return { role: drawn, harmful: false, tactics: [], ...rates(world, drawn, rng) };
}

/** People that an adversary contacts in a week; each of the other kinds has one. */
export function contactsWeek({ role, minorsWeek, strangersDay }: Sender): number {
  return role === 'mass' ? Math.max(1, minorsWeek) : role === 'crossBorder' ? Math.max(1, strangersDay * 7) : COURSE.contactsFull;
}

export function planned(world: World, kind: Adversary, plan: Plan, rng: Rng): Sender {
  const { minorsWeek, strangersDay } = rates(world, kind, rng);
  const most = plan.tactics.includes('slowest') ? COURSE.slowestMost : plan.tactics.includes('slow') ? COURSE.slowMost : Infinity;
  return { role: kind, harmful: true, tactics: plan.tactics, minorsWeek: Math.min(minorsWeek, most), strangersDay: Math.min(strangersDay, most) };
}

/**
 * The sender of one harmful thread. Threads are drawn, not adversaries: whoever contacts a tenth as many people is met a tenth
 * as often. @param perPerson every adversary counts alike
 */
export function drawAdversary(world: World, kind: Adversary, adaptation: Adaptation | null, rng: Rng, perPerson = false): Sender {
  for (;;) {
    const effort = chance(world.rates.adapts, rng) ? rng.below(EFFORT_MOST) + 1 : 0;
    const plan = effort === 0 ? NO_PLAN : adaptation?.[kind][effort] ?? NO_PLAN;
    const sender = planned(world, kind, plan, rng);
    if (perPerson || chance(contactsWeek(sender) / COURSE.contactsFull, rng)) return sender;
  }
}
