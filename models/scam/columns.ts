// Linear columns over hashed n-grams: each says of a message how much it reads like one kind of text. One pass trains all of them.

import { shuffle, type Rng } from '../build/rng.ts';
import type { Examples } from './examples.ts';
import { SHAPE } from './shape.ts';

const { buckets: B, columns: K } = SHAPE;

/** Buckets of many messages: all of Examples that columns read. */
export type Grams = Pick<Examples, 'count' | 'ids' | 'offsets'>;

export interface ColumnRecipe {
  /** C of the support vector machine: the smaller, the smoother. */
  readonly cost: number;
  readonly epochs: number;
  /** Buckets that fewer messages ask for get no weight. */
  readonly leastMessages: number;
  /** Whole numbers from -levels to levels are kept of a weight: few of them press well. */
  readonly levels: number;
  /** Share of weights cut off by the largest level. */
  readonly cut: number;
}

export interface Columns {
  /** int8 [buckets, columns] */
  readonly values: Int8Array;
  readonly scale: number;
  /** [columns] */
  readonly bias: Float64Array;
}

/**
 * How much a bucket tells: 1 + ln of the inverse share of messages that ask for it; 0 where too few do.
 * @param members messages to count; absent: all
 */
export function inverseFrequency(examples: Examples, least: number, log: (x: number) => number, members?: readonly number[]): Float64Array {
  const counts = new Uint32Array(B);
  const count = (ids: Uint16Array): void => { for (const id of ids) counts[id] = (counts[id] as number) + 1; };
  if (members === undefined) count(examples.ids);
  else for (const i of members) count(examples.ids.subarray(examples.offsets[i], examples.offsets[i + 1]));
  const messages = members?.length ?? examples.count;
  return Float64Array.from(counts, (n) => (n < least ? 0 : 1 + log((1 + messages) / (1 + n))));
}

/**
 * K support vector machines with squared hinge loss, by dual coordinate descent (Hsieh et al., ICML 2008, algorithm 1), all of a message at once.
 * A message is the vector of `idf / sqrt(n)` at its n distinct buckets, and 1 for the bias.
 * @param targets int8 [count, columns]: 1, -1, or 0 where nobody knows
 * @param members rows to train on
 */
export function trainColumns(examples: Grams, targets: Int8Array, members: readonly number[], idf: Float64Array, recipe: ColumnRecipe, rng: Rng): Columns {
  const v = new Float64Array(B * K);
  const bias = new Float64Array(K);
  const alpha = new Float64Array(examples.count * K);
  const square = Float64Array.from(idf, (x) => x * x);
  const diagonal = 1 / (2 * recipe.cost);
  const order = Uint32Array.from(members);
  const score = new Float64Array(K);
  const delta = new Float64Array(K);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    shuffle(order, rng);
    for (const i of order) {
      const from = examples.offsets[i] as number;
      const to = examples.offsets[i + 1] as number;
      if (from === to) continue;
      const inverse = 1 / Math.sqrt(to - from);
      let norm = 0;
      score.fill(0);
      for (let p = from; p < to; p++) {
        const id = examples.ids[p] as number;
        norm += square[id] as number;
        for (let k = 0, at = id * K; k < K; k++, at++) (score[k] as number) += v[at] as number;
      }
      const q = norm * inverse * inverse + 1 + diagonal;
      let any = false;
      for (let k = 0; k < K; k++) {
        const y = targets[i * K + k] as number;
        delta[k] = 0;
        if (y === 0) continue;
        const held = alpha[i * K + k] as number;
        const gradient = y * ((score[k] as number) * inverse + (bias[k] as number)) - 1 + held * diagonal;
        if (held === 0 && gradient >= 0) continue;
        const next = Math.max(held - gradient / q, 0);
        if (next === held) continue;
        alpha[i * K + k] = next;
        delta[k] = (next - held) * y * inverse;
        (bias[k] as number) += (next - held) * y;
        any = true;
      }
      if (!any) continue;
      for (let p = from; p < to; p++) {
        const id = examples.ids[p] as number;
        const weight = square[id] as number;
        if (weight !== 0) for (let k = 0, at = id * K; k < K; k++, at++) (v[at] as number) += weight * (delta[k] as number);
      }
    }
  }
  return { ...quantise(v, recipe), bias };
}

/** Whole numbers by one scale for all columns. */
function quantise(v: Float64Array, { levels, cut }: ColumnRecipe): Pick<Columns, 'values' | 'scale'> {
  const sizes = v.filter((x) => x !== 0).map(Math.abs).sort();
  const bound = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * (1 - cut)))] ?? 1;
  const scale = Math.fround(Math.max(bound, 1e-6) / levels);
  return { scale, values: Int8Array.from(v, (x) => Math.max(-levels, Math.min(levels, Math.round(x / scale)))) };
}

/** float32 [count, columns] for `rows`, as the kernel computes them and the network reads them; bias included. */
export function columnScores(examples: Examples, rows: readonly number[], columns: Columns, into: Float32Array): void {
  const sums = new Int32Array(K);
  for (const i of rows) {
    const from = examples.offsets[i] as number;
    const to = examples.offsets[i + 1] as number;
    sums.fill(0);
    for (let p = from; p < to; p++) {
      for (let k = 0, at = (examples.ids[p] as number) * K; k < K; k++, at++) (sums[k] as number) += columns.values[at] as number;
    }
    const factor = to > from ? columns.scale / Math.sqrt(to - from) : 0;
    for (let k = 0; k < K; k++) into[i * K + k] = (sums[k] as number) * factor;
  }
}
