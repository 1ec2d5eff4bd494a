// A small network over the cues of a conversation: those of the message that has just come, and those of earlier ones. Logistic loss a turn; Adam.

import { exactExp } from '../build/exact-math.ts';
import { createRng, shuffle, type Rng } from '../build/rng.ts';
import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { cueCount, type CueForm } from '../../src/decide/conversation.ts';
import type { JudgedThread, JudgedTurn } from './thread-turns.ts';

export interface ThreadRecipe extends CueForm {
  readonly seed: number;
  /** Networks side by side, each of so many units. */
  readonly nets: number;
  readonly units: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  /** Pull of every weight towards zero. */
  readonly decay: number;
  /** Share of cues that a visit leaves out: no single one may decide. */
  readonly drop: number;
  /** Weight of a scam's turns before its first evidence: the cost of being early. */
  readonly early: number;
}

export const THREAD_RECIPE: ThreadRecipe = {
  seed: 20_261_122, concepts: 124, levels: [0.05, 0.3, 0.7], nets: 1, units: 8, epochs: 30, batch: 64, rate: 3e-3, decay: 3e-3, drop: 0.2, early: 3,
};

interface Example {
  readonly ids: readonly number[];
  readonly target: number;
  readonly weight: number;
}

/** All of the model but what is decided with it. */
export type ThreadWeights = Omit<ThreadModel, 'point'>;

/** Weights before they are put on whole steps; `w` is [2 × cues, units + 1], the last column the sum's own. */
interface Net {
  readonly w: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
}

/** Distance of character codes around 80 that weights may take: what stands in JSON as one byte. */
const MOST = 46;
const ZERO = 80;

export function trainThreads(threads: readonly JudgedThread[], classes: number, recipe: ThreadRecipe, seed: number): ThreadWeights {
  const cues = cueCount(recipe, classes);
  const examples = threads.flatMap(({ label, turns }) => turns.filter(({ now }) => now.length > 0).map((turn): Example => ({
    ids: idsOf(turn, cues), target: turn.target, weight: label === 'scam' && turn.target === 0 ? recipe.early : 1,
  })));
  const nets = Array.from({ length: recipe.nets }, (_, n) => trainNet(examples, cues, recipe, createRng(seed + n)));
  return packed(nets, cues, recipe);
}

function idsOf({ now, before }: JudgedTurn, cues: number): readonly number[] {
  return [...now, ...before.map((cue) => cues + cue)];
}

function trainNet(examples: readonly Example[], cues: number, recipe: ThreadRecipe, rng: Rng): Net {
  const H = recipe.units;
  const width = H + 1;
  const w = Float64Array.from({ length: 2 * cues * width }, (_, i) => (i % width === H ? 0 : (rng.unit() * 2 - 1) * 0.2));
  const bias = new Float64Array(width);
  const out = Float64Array.from({ length: H }, (_, i) => (i % 2 === 0 ? 0.3 : -0.3));
  const parts = [w, bias, out];
  const [gradients, means, squares] = [0, 1, 2].map(() => parts.map(({ length }) => new Float64Array(length))) as [Float64Array[], Float64Array[], Float64Array[]];
  const [gw, gb, go] = gradients as [Float64Array, Float64Array, Float64Array];
  const order = Uint32Array.from(examples, (_, i) => i);
  const sums = new Float64Array(width);
  let [power1, power2] = [1, 1];
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    shuffle(order, rng);
    const rate = recipe.rate * (1 - (0.9 * epoch) / recipe.epochs);
    for (let start = 0; start < order.length; start += recipe.batch) {
      let total = 0;
      for (const i of order.subarray(start, start + recipe.batch)) {
        const { ids: all, target, weight } = examples[i] as Example;
        const ids = all.filter(() => rng.unit() >= recipe.drop);
        sums.set(bias);
        for (const id of ids) for (let o = 0; o < width; o++) (sums[o] as number) += w[id * width + o] as number;
        let z = sums[H] as number;
        for (let o = 0; o < H; o++) z += Math.max(sums[o] as number, 0) * (out[o] as number);
        const g = (1 / (1 + exactExp(-z)) - target) * weight;
        total += weight;
        // From here on `sums` holds what each sum does to the loss.
        for (let o = 0; o < H; o++) {
          const active = Math.max(sums[o] as number, 0);
          (go[o] as number) += g * active;
          sums[o] = active > 0 ? g * (out[o] as number) : 0;
        }
        sums[H] = g;
        for (let o = 0; o < width; o++) (gb[o] as number) += sums[o] as number;
        for (const id of ids) for (let o = 0; o < width; o++) (gw[id * width + o] as number) += sums[o] as number;
      }
      power1 *= 0.9;
      power2 *= 0.999;
      parts.forEach((values, k) => {
        const decay = k === 1 ? 0 : recipe.decay;
        const [gradient, mean, square] = [gradients[k], means[k], squares[k]] as [Float64Array, Float64Array, Float64Array];
        for (let i = 0; i < values.length; i++) {
          const g = (gradient[i] as number) / total + decay * (values[i] as number);
          const m = mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
          const v = square[i] = 0.999 * (square[i] as number) + 0.001 * g * g;
          (values[i] as number) -= (rate * m) / (1 - power1) / (Math.sqrt(v / (1 - power2)) + 1e-8);
        }
        gradient.fill(0);
      });
    }
  }
  return { w, bias, out };
}

/** All networks as one, their mean, on whole steps. */
function packed(nets: readonly Net[], cues: number, { concepts, levels, units, nets: count }: ThreadRecipe): ThreadWeights {
  const own = units + 1;
  const rows = Array.from({ length: 2 * cues }, (_, id) => [
    ...nets.flatMap(({ w }) => [...w.subarray(id * own, id * own + units)]),
    nets.reduce((sum, { w }) => sum + (w[id * own + units] as number) / count, 0),
  ]);
  const sizes = rows.flat().map(Math.abs).sort((a, b) => a - b);
  const step = rounded((sizes[Math.floor(sizes.length * 0.999)] as number) / MOST);
  const weights = rows.flat().map((x) => String.fromCharCode(ZERO + Math.max(-MOST, Math.min(MOST, Math.round(x / step))))).join('');
  return {
    concepts, levels, weights, step,
    bias: [...nets.flatMap(({ bias }) => [...bias.subarray(0, units)]), nets.reduce((sum, { bias }) => sum + (bias[units] as number) / count, 0)].map(rounded),
    out: nets.flatMap(({ out }) => [...out].map((x) => rounded(x / count))),
  };
}

function rounded(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}
