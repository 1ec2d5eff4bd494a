import { drawPerson } from './person.ts';
import { ADVERSARIES, COURSE, type Adversary } from './rates.ts';
import { contactsWeek, planned, type Adaptation } from './senders.ts';
import { EFFORT_MOST, plansOf, type Plan } from './tactics.ts';
import { playThread } from './thread.ts';
import { streamOf, type World } from './worlds.ts';
import { SIGNAL_NAMES } from '../../../src/contract/contact-signals.ts';

/** Whether a notice would be shown at this moment. */
export type Noticed = (vector: Uint8Array) => boolean;

export interface PlanOutcome {
  readonly plan: Plan;
  /** Share of threads without any notice. */
  readonly unseen: number;
  /** Contacts a week without any notice. */
  readonly unseenWeek: number;
  /** What the adversary gets of it. */
  readonly worth: number;
}

const TRIALS = 100;
export const COUNTED_KINDS: readonly Adversary[] = ['mass', 'crossBorder'];

/** Contacts a week that come to something: of those who were told fewer do, and where many were told the account is closed early. */
function worthOf(untold: number, told: number): number {
  return (untold + COURSE.toldStill * told) * Math.min(1, COURSE.toldThatCloses / Math.max(told, 1e-9));
}

/** Every plan of one kind tried against a scorecard that everybody can read. */
export function tryPlans(world: World, kind: Adversary, noticed: Noticed, seed: number, trials = TRIALS): readonly PlanOutcome[] {
  const vector = new Uint8Array(SIGNAL_NAMES.length);
  const minors = world.adversaries[kind][0] > 0 ? world.adversaries[kind][1] > 0 ? null : true : false;
  return plansOf(kind).map((plan) => {
    // The same chance for each plan, so that plans differ by what they are.
    const rng = streamOf(seed, `try ${kind}`);
    let [unseen, contacts, free] = [0, 0, 0];
    for (let i = 0; i < trials; i++) {
      const sender = planned(world, kind, plan, rng);
      // Kinds that seek one person contact one: what `contactsWeek` says of them is how often they are met.
      const reach = COUNTED_KINDS.includes(kind) ? contactsWeek(sender) : 1;
      let seen = false;
      playThread(world, drawPerson(world, minors, rng), sender, rng, vector, () => (seen = noticed(vector)));
      contacts += reach;
      if (seen) continue;
      unseen++;
      free += reach;
    }
    return { plan, unseen: unseen / trials, unseenWeek: free / trials, worth: plan.yield * worthOf(free / trials, (contacts - free) / trials) };
  });
}

/** The plan worth most at each effort. */
export function adaptTo(world: World, noticed: Noticed, seed: number): Adaptation {
  return Object.fromEntries(ADVERSARIES.map((kind) => {
    const outcomes = tryPlans(world, kind, noticed, seed);
    return [kind, Array.from({ length: EFFORT_MOST + 1 }, (_, effort) => (
      outcomes.filter(({ plan }) => plan.effort <= effort).reduce((best, one) => (one.worth > best.worth ? one : best)).plan))];
  })) as unknown as Adaptation;
}

/** Most contacts a day that any plan makes without a notice. */
export function unseenADay(outcomes: readonly PlanOutcome[]): { readonly contacts: number; readonly plan: Plan } {
  const best = outcomes.reduce((most, one) => (one.unseenWeek > most.unseenWeek ? one : most));
  return { contacts: best.unseenWeek / 7, plan: best.plan };
}

