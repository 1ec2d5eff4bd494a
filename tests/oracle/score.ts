// The scorers, slow and obvious, over a packed model's parts; f32 after every step, as the kernel.

const f = Math.fround;

export interface BagParts {
  readonly table: Int8Array;
  readonly dim: number;
  readonly scale: number;
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

/** Softmax shares in ordinary double precision: they agree with the kernel to about 1e-6. */
export function scoreBag(parts: BagParts, ids: readonly number[], dense: readonly number[]): number[] {
  const { table, dim, w1, b1, w2, b2 } = parts;
  const buckets = table.length / dim;
  const mean = Array.from({ length: dim }, (_, j) => {
    let sum = 0;
    for (const id of ids) sum += table[(id % buckets) * dim + j] ?? 0;
    return ids.length === 0 ? 0 : (sum * parts.scale) / ids.length;
  });
  const hidden = layer([...mean, ...dense], w1, b1).map((value) => Math.max(0, value));
  const logits = layer(hidden, w2, b2);
  const exponentials = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((value) => value / sum);
}

function layer(inputs: readonly number[], weights: Float32Array, bias: Float32Array): number[] {
  return [...bias].map((start, o) => inputs.reduce((sum, input, i) => sum + input * (weights[i * bias.length + o] ?? 0), start));
}

/** The linear scorer; `table` of int8 counts times `scale`, of f32 as it is. */
export function scoreLinear(
  table: Int8Array | Float32Array, scale: number, denseWeights: Float32Array, bias: number, ids: readonly number[], dense: readonly number[],
): number {
  let sum = 0;
  for (const id of ids) sum += table.length === 0 ? 0 : table[id % table.length] ?? 0;
  if (table instanceof Int8Array) sum *= f(scale);
  let logit = bias + (ids.length === 0 ? 0 : sum / ids.length);
  denseWeights.forEach((weight, i) => { logit += weight * (dense[i] ?? 0); });
  return 1 / (1 + Math.exp(-logit));
}
