import { exactExp } from '../build/exact-math.ts';

/** Rows as lists of columns that hold, one after another: row i is `columns[starts[i] … starts[i + 1]]`. */
export interface Rows {
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
  /** Its bias: one per stratum. */
  readonly strata: Uint8Array;
}

export interface Fit {
  /** Log-odds, none below zero. */
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  readonly loss: number;
}

export interface FitRecipe {
  readonly steps: number;
  /** On the mean loss. */
  readonly ridge: number;
}

/**
 * Logistic regression with weights of zero or more (biases free), by accelerated projected gradient with a step of its own for every
 * column: the curvature is at most a quarter of weight times columns in the row. No chance, no clock: the same rows give the same bits.
 */
export function fitScorecard(rows: Rows, width: number, strata: number, { steps, ridge }: FitRecipe): Fit {
  const n = rows.labels.length;
  const total = rows.weights.reduce((sum, weight) => sum + weight, 0);
  const curve = new Float64Array(width + strata);
  for (let i = 0; i < n; i++) {
    const [from, to] = [rows.starts[i] as number, rows.starts[i + 1] as number];
    const share = (0.25 * (rows.weights[i] as number) * (to - from + 1)) / total;
    for (let at = from; at < to; at++) curve[rows.columns[at] as number] = (curve[rows.columns[at] as number] as number) + share;
    curve[width + (rows.strata[i] as number)] = (curve[width + (rows.strata[i] as number)] as number) + share;
  }
  let now = new Float64Array(width + strata);
  let ahead = now.slice();
  let momentum = 1;
  let loss = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width + strata);
    for (let i = 0; i < n; i++) {
      const [from, to] = [rows.starts[i] as number, rows.starts[i + 1] as number];
      const own = width + (rows.strata[i] as number);
      let z = ahead[own] as number;
      for (let at = from; at < to; at++) z += ahead[rows.columns[at] as number] as number;
      const p = z >= 0 ? 1 / (1 + exactExp(-z)) : 1 - 1 / (1 + exactExp(z));
      const error = ((p - (rows.labels[i] as number)) * (rows.weights[i] as number)) / total;
      for (let at = from; at < to; at++) gradient[rows.columns[at] as number] = (gradient[rows.columns[at] as number] as number) + error;
      gradient[own] = (gradient[own] as number) + error;
    }
    const next = new Float64Array(width + strata);
    for (let j = 0; j < next.length; j++) {
      const pull = j < width ? ridge : 0;
      const value = (ahead[j] as number) - ((gradient[j] as number) + pull * (ahead[j] as number)) / ((curve[j] as number) + pull + 1e-9);
      next[j] = j < width && value < 0 ? 0 : value;
    }
    const following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const by = (momentum - 1) / following;
    ahead = next.map((value, j) => value + by * (value - (now[j] as number)));
    now = next;
    momentum = following;
    loss = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
  }
  return { weights: now.slice(0, width), biases: now.slice(width), loss };
}
