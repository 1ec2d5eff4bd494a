// The scam network in f32 with its hand-written gradient. Updates are sparse: only the rows a message asks for.

import { exactExp, exactLog } from '../build/exact-math.ts';
import type { Rng } from '../build/rng.ts';
import { SHAPE } from './shape.ts';

const { dim: D, hidden: H, classes: C } = SHAPE;
const IN = D + SHAPE.dense;

export interface Network {
  /** [buckets, dim] */
  readonly table: Float32Array;
  /** [dim + dense, hidden] */
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  /** [hidden, classes] */
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

export interface Example {
  readonly ids: Uint16Array;
  readonly dense: Float32Array;
}

export function createNetwork(rng: Rng): Network {
  const uniform = (length: number, bound: number): Float32Array =>
    Float32Array.from({ length }, () => (rng.unit() * 2 - 1) * bound);
  return {
    table: uniform(SHAPE.buckets * D, 0.1),
    w1: uniform(IN * H, 0.35), b1: new Float32Array(H),
    w2: uniform(H * C, 0.3), b2: new Float32Array(C),
  };
}

/** Working memory of one pass, so that training allocates nothing per message. */
export class Pass {
  readonly input = new Float64Array(IN);
  readonly hidden = new Float64Array(H);
  readonly shares = new Float64Array(C);
  readonly #gradHidden = new Float64Array(H);
  readonly #gradInput = new Float64Array(IN);

  /** Shares of the classes for these ids. `count` limits how many of `ids` are read. */
  forward(net: Network, ids: Uint16Array, count: number, dense: Float32Array): Float64Array {
    const { input, hidden, shares } = this;
    input.fill(0);
    for (let k = 0; k < count; k++) {
      const row = (ids[k] as number) * D;
      for (let j = 0; j < D; j++) (input[j] as number) += net.table[row + j] as number;
    }
    if (count > 0) for (let j = 0; j < D; j++) (input[j] as number) /= count;
    for (let j = 0; j < SHAPE.dense; j++) input[D + j] = dense[j] as number;
    for (let o = 0; o < H; o++) {
      let sum = net.b1[o] as number;
      for (let i = 0; i < IN; i++) sum += (input[i] as number) * (net.w1[i * H + o] as number);
      hidden[o] = sum > 0 ? sum : 0;
    }
    let largest = -Infinity;
    for (let c = 0; c < C; c++) {
      let sum = net.b2[c] as number;
      for (let o = 0; o < H; o++) sum += (hidden[o] as number) * (net.w2[o * C + c] as number);
      shares[c] = sum;
      if (sum > largest) largest = sum;
    }
    let total = 0;
    for (let c = 0; c < C; c++) total += shares[c] = exactExp((shares[c] as number) - largest);
    for (let c = 0; c < C; c++) (shares[c] as number) /= total;
    return shares;
  }

  /** One step of Adagrad after `forward`. @returns the loss before the step */
  backward(net: Network, state: Adagrad, ids: Uint16Array, count: number, target: number, weight: number, rate: Rates): number {
    const { input, hidden, shares } = this;
    const loss = -exactLog(Math.max(shares[target] as number, 1e-12)) * weight;
    const gh = this.#gradHidden.fill(0);
    const gi = this.#gradInput.fill(0);
    for (let c = 0; c < C; c++) {
      const g = ((shares[c] as number) - (c === target ? 1 : 0)) * weight;
      for (let o = 0; o < H; o++) {
        const at = o * C + c;
        (gh[o] as number) += g * (net.w2[at] as number);
        step(net.w2, state.w2, at, g * (hidden[o] as number), rate.layers);
      }
      step(net.b2, state.b2, c, g, rate.layers);
    }
    for (let o = 0; o < H; o++) {
      if ((hidden[o] as number) <= 0) continue;
      const g = gh[o] as number;
      for (let i = 0; i < IN; i++) {
        const at = i * H + o;
        (gi[i] as number) += g * (net.w1[at] as number);
        step(net.w1, state.w1, at, g * (input[i] as number), rate.layers);
      }
      step(net.b1, state.b1, o, g, rate.layers);
    }
    if (rate.table > 0 && count > 0) this.#updateRows(net, state, ids, count, rate.table);
    return loss;
  }

  /** Every row of the message gets the same gradient; one sum of squares is kept per row instead of sixteen. */
  #updateRows(net: Network, state: Adagrad, ids: Uint16Array, count: number, rate: number): void {
    const gi = this.#gradInput;
    let square = 0;
    for (let j = 0; j < D; j++) {
      (gi[j] as number) /= count;
      square += (gi[j] as number) ** 2;
    }
    square /= D;
    for (let k = 0; k < count; k++) {
      const id = ids[k] as number;
      const held = (state.rows[id] as number) + square;
      state.rows[id] = held;
      const scale = rate / Math.sqrt(held + 1e-12);
      const row = id * D;
      for (let j = 0; j < D; j++) (net.table[row + j] as number) -= scale * (gi[j] as number);
    }
  }
}

export interface Rates {
  readonly table: number;
  readonly layers: number;
}

export interface Adagrad {
  readonly rows: Float32Array;
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

/** `start` for the rows tempers the first steps of rare n-grams. */
export function createAdagrad(startRows: number): Adagrad {
  return {
    rows: new Float32Array(SHAPE.buckets).fill(startRows),
    w1: new Float32Array(IN * H), b1: new Float32Array(H), w2: new Float32Array(H * C), b2: new Float32Array(C),
  };
}

function step(values: Float32Array, squares: Float32Array, at: number, gradient: number, rate: number): void {
  const held = (squares[at] as number) + gradient * gradient;
  squares[at] = held;
  (values[at] as number) -= (rate * gradient) / Math.sqrt(held + 1e-8);
}

/** Largest f32 that maps to 127; the few values outside are cut. */
export interface QuantisedTable {
  readonly values: Int8Array;
  readonly scale: number;
}

/** int8 by one scale, which covers all but `cut` of the values (0–1). */
export function quantise(table: Float32Array, cut: number): QuantisedTable {
  const sizes = Float32Array.from(table, Math.abs).sort();
  const bound = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * (1 - cut)))] as number;
  const scale = Math.fround(Math.max(bound, 1e-6) / 127);
  const values = Int8Array.from(table, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { values, scale };
}
