// The scorers, slow and obvious, over the weights of a model before packing.

import { hashText, finish } from './features.ts';
import type { ScamWeights } from '../../models/build/pack.ts';

const f = Math.fround;

/** Softmax shares in ordinary double precision: they agree with the kernel to about 1e-5. */
export function score(
  weights: ScamWeights, text: { readonly ids: readonly number[]; readonly dense: readonly number[] }, concepts: readonly number[], language: number,
): number[] {
  const { columns, dim, w1, b1, w2, b2 } = weights;
  const buckets = columns.length / dim;
  const sums = Array.from({ length: dim }, (_, j) => {
    let sum = 0;
    for (const id of text.ids) sum += columns[(id % buckets) * dim + j] ?? 0;
    return text.ids.length === 0 ? 0 : (sum * f(weights.scale)) / Math.sqrt(text.ids.length);
  });
  const inputs = [
    ...sums, ...text.dense, Math.min(concepts.length, 20) / 10,
    ...Array.from({ length: weights.concepts }, (_, i) => Number(concepts.includes(i))),
    ...Array.from({ length: weights.languages }, (_, i) => Number(i === language)),
  ];
  const hidden = layer(inputs, w1, b1).map((value) => Math.max(0, value));
  const logits = layer(hidden, w2, b2);
  const exponentials = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((value) => value / sum);
}

function layer(inputs: readonly number[], weights: Float32Array, bias: Float32Array): number[] {
  return [...bias].map((start, o) => inputs.reduce((sum, input, i) => sum + input * (weights[i * bias.length + o] ?? 0), start));
}

/** @param wording of a prepared text (undisguise.ts): numbers and addresses are of no language. The likeliest language, in f32 steps: sums are whole numbers, so that it is the kernel's to the last bit. */
export function language(weights: ScamWeights, wording: string): { readonly index: number; readonly unsure: boolean } {
  const runs = Array.from({ length: wording.length }, (_, i) => [1, 2, 3].filter((n) => i + n <= wording.length).map((n) => wording.slice(i, i + n)));
  const rows = runs.flat().filter((run) => !/[0\n]/.test(run)).map((run) => finish(hashText(0x2545f491, run)) & 4_095);
  const factor = f(f(weights.languageScale) / f(Math.sqrt(rows.length)));
  const logits = Array.from({ length: weights.languages }, (_, l) => {
    const sum = rows.reduce((so, row) => so + (weights.languageTable[row * 32 + l] ?? 0), 0);
    return f((weights.languageBias[l] ?? 0) + f(f(sum) * factor));
  });
  const [first = NaN, second = -Infinity] = [...logits].sort((a, b) => b - a);
  return { index: logits.indexOf(first), unsure: f(first - second) < f(weights.margin) };
}
