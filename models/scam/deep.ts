// The network over columns, counts, concepts and language: one hidden layer and a softmax. Adam; only inputs that are not zero are visited.

import { exactExp, exactLog } from '../build/exact-math.ts';
import { shuffle, type Rng } from '../build/rng.ts';
import { SHAPE } from './shape.ts';

const { inputs: N, classes: C } = SHAPE;

/** Inputs of many messages that are not zero: message i has `at[offsets[i] .. offsets[i+1])` and their values. */
export interface Inputs {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly at: Uint16Array;
  readonly values: Float32Array;
}

export interface Network {
  readonly hidden: number;
  /** [inputs, hidden] */
  readonly w1: Float64Array;
  readonly b1: Float64Array;
  /** [hidden, classes] */
  readonly w2: Float64Array;
  readonly b2: Float64Array;
}

export interface DeepRecipe {
  readonly hidden: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  /** Pull of every weight towards zero. */
  readonly decay: number;
  /** Share of inputs from `SHAPE.columns` on that a visit leaves out: no single word may decide. */
  readonly drop: number;
  /** Networks trained from different draws, side by side in one. */
  readonly seeds: number;
}

/** Share of each class that a message may belong to: one class, or, of a scam whose family nobody noted, any of the families. */
export interface Targets {
  /** First and last class of the range, per message. */
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  readonly weight: Float32Array;
}

class Adam {
  readonly values: Float64Array;
  readonly decay: number;
  readonly m: Float64Array;
  readonly v: Float64Array;
  constructor(values: Float64Array, decay: number) {
    this.values = values;
    this.decay = decay;
    this.m = new Float64Array(values.length);
    this.v = new Float64Array(values.length);
  }

  step(gradient: Float64Array, scale: number, rate: number, fix1: number, fix2: number): void {
    const { m, v, values, decay } = this;
    for (let i = 0; i < values.length; i++) {
      const g = (gradient[i] as number) * scale + decay * (values[i] as number);
      const mi = m[i] = 0.9 * (m[i] as number) + 0.1 * g;
      const vi = v[i] = 0.999 * (v[i] as number) + 0.001 * g * g;
      (values[i] as number) -= (rate * mi * fix1) / (Math.sqrt(vi * fix2) + 1e-8);
    }
    gradient.fill(0);
  }
}

/** @param members rows to train on */
export function trainDeep(inputs: Inputs, targets: Targets, members: readonly number[], recipe: DeepRecipe, rng: Rng): Network {
  return beside(Array.from({ length: recipe.seeds }, () => trainOne(inputs, targets, members, recipe, rng)));
}

function trainOne(inputs: Inputs, targets: Targets, members: readonly number[], recipe: DeepRecipe, rng: Rng): Network {
  const H = recipe.hidden;
  const uniform = (length: number, bound: number): Float64Array => Float64Array.from({ length }, () => (rng.unit() * 2 - 1) * bound);
  const net: Network = { hidden: H, w1: uniform(N * H, Math.sqrt(2 / (40 + H))), b1: new Float64Array(H), w2: uniform(H * C, Math.sqrt(6 / (H + C))), b2: new Float64Array(C) };
  const steps = [new Adam(net.w1, recipe.decay), new Adam(net.b1, 0), new Adam(net.w2, recipe.decay), new Adam(net.b2, 0)];
  const gradients = steps.map(({ values }) => new Float64Array(values.length));
  const [g1, gb1, g2, gb2] = gradients as [Float64Array, Float64Array, Float64Array, Float64Array];
  const pass = new Pass(H);
  const slope = new Float64Array(C);
  const back = new Float64Array(H);
  const units = new Uint16Array(H);
  const order = Uint32Array.from(members);
  let [power1, power2] = [1, 1];
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    shuffle(order, rng);
    const rate = recipe.rate * (1 - (0.9 * epoch) / recipe.epochs);
    for (let start = 0; start < order.length; start += recipe.batch) {
      const end = Math.min(order.length, start + recipe.batch);
      let total = 0;
      for (let n = start; n < end; n++) {
        const i = order[n] as number;
        const weight = targets.weight[i] as number;
        total += weight;
        const { hidden, shares } = pass;
        pass.forward(net, inputs, i, recipe.drop, rng);
        const [first, last] = [targets.first[i] as number, targets.last[i] as number];
        let held = 0;
        for (let c = first; c <= last; c++) held += shares[c] as number;
        for (let c = 0; c < C; c++) {
          const share = shares[c] as number;
          const g = slope[c] = (share - (c >= first && c <= last ? share / Math.max(held, 1e-12) : 0)) * weight;
          (gb2[c] as number) += g;
        }
        // Units that are silent change nothing: about half of them.
        let active = 0;
        for (let o = 0; o < H; o++) {
          const h = hidden[o] as number;
          if (h <= 0) continue;
          let sum = 0;
          for (let c = 0, at = o * C; c < C; c++, at++) {
            const g = slope[c] as number;
            (g2[at] as number) += g * h;
            sum += g * (net.w2[at] as number);
          }
          (gb1[o] as number) += sum;
          units[active] = o;
          back[active++] = sum;
        }
        const begin = inputs.offsets[i] as number;
        const finish = inputs.offsets[i + 1] as number;
        for (let p = begin; p < finish; p++) {
          if (pass.left[p - begin] === 1) continue;
          const x = inputs.values[p] as number;
          const row = (inputs.at[p] as number) * H;
          for (let u = 0; u < active; u++) (g1[row + (units[u] as number)] as number) += x * (back[u] as number);
        }
      }
      power1 *= 0.9;
      power2 *= 0.999;
      steps.forEach((adam, at) => { adam.step(gradients[at] as Float64Array, 1 / Math.max(total, 1e-9), rate, 1 / (1 - power1), 1 / (1 - power2)); });
    }
  }
  return net;
}

/** Working memory of one pass. */
export class Pass {
  readonly hidden: Float64Array;
  readonly shares = new Float64Array(C);
  /** 1 where the last `forward` left an input out, in the order of the message's inputs. */
  readonly left = new Uint8Array(N);
  constructor(hidden: number) {
    this.hidden = new Float64Array(hidden);
  }

  forward(net: Network, inputs: Inputs, i: number, drop = 0, rng?: Rng): Float64Array {
    const { hidden, shares, left } = this;
    const H = net.hidden;
    hidden.set(net.b1);
    const begin = inputs.offsets[i] as number;
    for (let p = begin; p < (inputs.offsets[i + 1] as number); p++) {
      const isLeft = rng !== undefined && (inputs.at[p] as number) >= SHAPE.columns && rng.unit() < drop;
      left[p - begin] = isLeft ? 1 : 0;
      if (isLeft) continue;
      const x = inputs.values[p] as number;
      for (let o = 0, at = (inputs.at[p] as number) * H; o < H; o++, at++) (hidden[o] as number) += x * (net.w1[at] as number);
    }
    shares.set(net.b2);
    for (let o = 0; o < H; o++) {
      const h = hidden[o] as number;
      if (h <= 0) {
        hidden[o] = 0;
        continue;
      }
      for (let c = 0, at = o * C; c < C; c++, at++) (shares[c] as number) += h * (net.w2[at] as number);
    }
    let largest = -Infinity;
    for (let c = 0; c < C; c++) if ((shares[c] as number) > largest) largest = shares[c] as number;
    let total = 0;
    for (let c = 0; c < C; c++) total += shares[c] = exactExp((shares[c] as number) - largest);
    for (let c = 0; c < C; c++) (shares[c] as number) /= total;
    return shares;
  }
}

/** Without the weights of inputs that it did not learn from, in place. */
export function silenced(net: Network, reads: (input: number) => boolean): Network {
  for (let i = 0; i < N; i++) if (!reads(i)) net.w1.fill(0, i * net.hidden, (i + 1) * net.hidden);
  return net;
}

/** Several networks as one whose logits are their mean. */
function beside(nets: readonly Network[]): Network {
  const H = nets.reduce((sum, { hidden }) => sum + hidden, 0);
  const w1 = new Float64Array(N * H);
  const b1 = new Float64Array(H);
  const w2 = new Float64Array(H * C);
  const b2 = new Float64Array(C);
  let at = 0;
  for (const net of nets) {
    for (let i = 0; i < N; i++) w1.set(net.w1.subarray(i * net.hidden, (i + 1) * net.hidden), i * H + at);
    b1.set(net.b1, at);
    net.w2.forEach((x, i) => { w2[at * C + i] = x / nets.length; });
    net.b2.forEach((x, c) => { (b2[c] as number) += x / nets.length; });
    at += net.hidden;
  }
  return { hidden: H, w1, b1, w2, b2 };
}

export function meanLoss(net: Network, inputs: Inputs, targets: Targets, members: readonly number[]): number {
  const pass = new Pass(net.hidden);
  let loss = 0;
  for (const i of members) {
    const shares = pass.forward(net, inputs, i);
    let held = 0;
    for (let c = targets.first[i] as number; c <= (targets.last[i] as number); c++) held += shares[c] as number;
    loss -= exactLog(Math.max(held, 1e-12));
  }
  return loss / Math.max(members.length, 1);
}
