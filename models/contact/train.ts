import type { ContactScorecard } from '../../src/contract/contact-scorecard.ts';
import { contactLevel } from '../../src/decide/contact-model.ts';
import { contactModel } from '../../src/decide/contact-table.ts';
import { sideOf, Tally, type Calibrations } from './calibration.ts';
import { chooseLines, type Allowance } from './choose-lines.ts';
import { FEATURES } from './features.ts';
import { fitScorecard } from './fit.ts';
import { weightOf } from './measure.ts';
import { benignOutcomes, harmfulOutcomes } from './outcomes.ts';
import { pointsOf } from './scorecard.ts';
import { adaptTo } from './simulator/adapt.ts';
import { ADVERSARIES } from './simulator/rates.ts';
import type { Adaptation } from './simulator/senders.ts';
import { makeWorld, TRAINING_WORLDS, type World } from './simulator/worlds.ts';
import { trainingRows } from './training-rows.ts';

/** All that was chosen by hand, on training worlds of other seeds. */
export const RECIPE = {
  /** Seeds of the worlds that weights come from, and of those that lines and calibration come from. */
  seed: 1, lineSeed: 51,
  /** Rounds: train, choose lines, let adversaries answer, train again. */
  rounds: 3,
  benign: 10_000, perKind: 1_000, steps: 160, ridge: 1e-5, lineThreads: 15_000,
  allow: { minors: 0.018, adults: 0.026, strong: 0.0028, strongRole: 0.004, worst: 1.4, silent: { none: 1, account: 1, graph: 0.95, rate: 0.92 } } as Allowance,
} as const;

export interface Trained {
  readonly card: ContactScorecard;
  readonly calibrations: Calibrations;
  readonly rows: number;
}

const worldsFrom = (seed: number): readonly { readonly world: World; readonly seed: number }[] => (
  TRAINING_WORLDS.map((name, i) => ({ world: makeWorld(name, seed + i), seed: seed + i })));

/** Two minutes on one core. @param scale of the sizes, for tests */
export function trainContact(say: (line: string) => void, scale = 1): Trained {
  const [worlds, lineWorlds] = [worldsFrom(RECIPE.seed), worldsFrom(RECIPE.lineSeed)];
  const sized = (count: number): number => Math.max(50, Math.round(count * scale));
  let adaptation: Adaptation | null = null;
  let card: ContactScorecard | null = null;
  let count = 0;
  for (let round = 1; round <= RECIPE.rounds; round++) {
    const rows = trainingRows(worlds.map((one) => ({ ...one, adaptation })), sized(RECIPE.benign), sized(RECIPE.perKind));
    count = rows.labels.length;
    const fit = fitScorecard(rows, FEATURES.length, 4, RECIPE);
    const chosen: ContactScorecard = chooseLines(pointsOf(fit.weights), lineWorlds, sized(RECIPE.lineThreads), RECIPE.allow);
    const model = contactModel(chosen);
    adaptation = adaptTo((worlds[0] as (typeof worlds)[number]).world, (vector) => contactLevel(model, vector) !== 'none', RECIPE.seed);
    card = chosen;
    say(`round ${round}: ${count} states, gradient ${fit.loss.toExponential(1)}, lines ${JSON.stringify(chosen.lines.none)}`);
  }
  const done = card as ContactScorecard;
  return { card: done, calibrations: calibrate(done, lineWorlds, adaptation as Adaptation, sized(RECIPE.lineThreads)), rows: count };
}

/** Shares of harmful threads by points, each world counted alike. */
function calibrate(card: ContactScorecard, worlds: readonly { readonly world: World; readonly seed: number }[], adaptation: Adaptation, threads: number): Calibrations {
  const model = contactModel(card);
  const tally = new Tally();
  for (const { world, seed } of worlds) {
    const total = { minors: 0, adults: 0 };
    for (const outcome of benignOutcomes(world, seed + 100, model, threads, threads)) {
      total[sideOf(outcome)]++;
      tally.add(sideOf(outcome), outcome.full.most, false, 1);
    }
    for (const kind of ADVERSARIES) {
      const outcomes = [...harmfulOutcomes(world, seed + 100, kind, model, adaptation, Math.ceil(threads / 20))];
      const share = weightOf(world, kind, outcomes);
      for (const outcome of outcomes) {
        const side = sideOf(outcome);
        const harmful = side === 'minors' ? world.rates.harmfulToMinors : world.rates.harmfulToAdults;
        tally.add(side, outcome.full.most, true, (share[side] * total[side] * harmful) / (1 - harmful));
      }
    }
  }
  return { minors: tally.fit('minors'), adults: tally.fit('adults') };
}
