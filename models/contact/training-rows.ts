import { SIGNAL_NAMES } from '../../src/contract/contact-signals.ts';
import { STRATA } from '../../src/contract/contact-scorecard.ts';
import { stratumOf } from '../../src/decide/contact-table.ts';
import type { Rng } from '../build/rng.ts';
import { columnsOf, HOST_PLACES, type HostGroup } from './features.ts';
import type { Rows } from './fit.ts';
import { minorsOf } from './outcomes.ts';
import { drawPerson, type Person } from './simulator/person.ts';
import { ADVERSARIES, type Adversary } from './simulator/rates.ts';
import { drawAdversary, drawBenign, type Adaptation } from './simulator/senders.ts';
import type { Sender } from './simulator/first-contact.ts';
import { playThread } from './simulator/thread.ts';
import { streamOf, type World } from './simulator/worlds.ts';

/** States of a thread that are learned from: of this message, or of the last one before it ended. */
const LOOKS = [1, 3, 8] as const;

/** How much each kind counts in training, of all that is harmful: by what is asked of the model, not by how common they are. */
export const KIND_WEIGHT: Readonly<Record<Adversary, number>> = { mass: 0.45, patient: 0.03, impersonator: 0.3, crossBorder: 0.14, returner: 0.08 };
/** Weight of all harmful threads against all benign ones. */
export const HARMFUL_WEIGHT = 0.15;
/** Of threads, so many are learned from with one group of the host's missing. */
export const DROPPED = 0.6;
/** Which: rates most often, for many services give no hints. */
const DROPS: readonly HostGroup[] = ['account', 'graph', 'graph', 'rate', 'rate', 'rate'];

export interface WorldSet {
  readonly world: World;
  readonly seed: number;
  readonly adaptation: Adaptation | null;
}

export function trainingRows(sets: readonly WorldSet[], benign: number, perKind: number): Rows {
  const starts: number[] = [0];
  const columns: number[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const strata: number[] = [];
  const vector = new Uint8Array(SIGNAL_NAMES.length);
  const kept = new Uint8Array(SIGNAL_NAMES.length);
  const learn = (world: World, person: Person, sender: Sender, rng: Rng, weight: number): void => {
    const masked = rng.unit() < DROPPED ? HOST_PLACES[DROPS[rng.below(DROPS.length)] as HostGroup] : [];
    const add = (): void => {
      for (const place of masked) kept[place] = 0;
      for (const column of columnsOf(kept)) columns.push(column);
      starts.push(columns.length);
      labels.push(sender.harmful ? 1 : 0);
      weights.push(weight);
      strata.push(STRATA.indexOf(stratumOf(kept)));
    };
    let last = 0;
    playThread(world, person, sender, rng, vector, (message) => {
      kept.set(vector);
      last = message;
      if ((LOOKS as readonly number[]).includes(message)) { add(); last = 0; }
      return message === LOOKS[LOOKS.length - 1];
    });
    if (last > 0) add();
  };
  for (const { world, seed, adaptation } of sets) {
    const rng = streamOf(seed, `training ${world.name}`);
    for (let i = 0; i < benign; i++) {
      const person = drawPerson(world, null, rng);
      learn(world, person, drawBenign(world, person, rng), rng, 1);
    }
    for (const kind of ADVERSARIES) {
      for (let i = 0; i < perKind; i++) {
        const person = drawPerson(world, rng.unit() < minorsOf(world, kind), rng);
        learn(world, person, drawAdversary(world, kind, adaptation, rng), rng, (HARMFUL_WEIGHT * KIND_WEIGHT[kind] * benign) / perKind);
      }
    }
  }
  return { starts: Uint32Array.from(starts), columns: Uint16Array.from(columns), labels: Uint8Array.from(labels), weights: Float64Array.from(weights), strata: Uint8Array.from(strata) };
}
