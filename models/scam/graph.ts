import { writeOnnx, type Tensor } from '../build/onnx.ts';
import type { Columns } from './columns.ts';
import type { Network } from './deep.ts';
import { GRAM_BUCKETS } from './grams.ts';
import { LANES, type LanguageHead } from './language-head.ts';
import { CLASSES, FEATURE_VERSION, LANGUAGES, SHAPE } from './shape.ts';

/**
 * model.onnx. In: `ids` int64 [n ≥ 1], each bucket once; `dense` f32 [8]; `concepts` f32 [124], 0 or 1; `language` f32 [23], one-hot; `grams`
 * int64 [m ≥ 1], repeats included. Out: `shares` f32 [1, 18] (ham, spam, families) and `languages` f32 [1, 32], logits.
 */
export function scamOnnx(head: LanguageHead, columns: Columns, net: Network): Uint8Array {
  const { buckets, columns: K, dense, concepts, inputs, classes } = SHAPE;
  const f32 = (name: string, dims: readonly number[], data: ArrayLike<number>): Tensor => ({ name, dims, type: 'float32', data: Float32Array.from(data) });
  const i64 = (name: string, ...values: readonly number[]): Tensor => ({ name, dims: [values.length], type: 'int64', data: BigInt64Array.from(values, BigInt) });
  const layer1 = pressed(net.w1);
  return writeOnnx({
    name: 'scam',
    doc: 'Linear columns over hashed n-grams, concepts of the language, counts; one hidden layer, softmax. See models/scam/card.md.',
    inputs: [
      { name: 'ids', type: 'int64', dims: ['n'] }, { name: 'dense', type: 'float32', dims: [dense] }, { name: 'concepts', type: 'float32', dims: [concepts] },
      { name: 'language', type: 'float32', dims: [LANGUAGES.length] }, { name: 'grams', type: 'int64', dims: ['m'] },
    ],
    outputs: [{ name: 'shares', type: 'float32', dims: [1, classes] }, { name: 'languages', type: 'float32', dims: [1, LANES] }],
    nodes: [
      { op: 'Gather', inputs: ['columns', 'ids'], output: 'rows', attributes: { axis: 0 } },
      { op: 'Cast', inputs: ['rows'], output: 'rows_f32', attributes: { to: 1 } },
      { op: 'ReduceSum', inputs: ['rows_f32', 'first_axis'], output: 'sums', attributes: { keepdims: 1 } },
      { op: 'Shape', inputs: ['ids'], output: 'n' },
      { op: 'Cast', inputs: ['n'], output: 'n_f32', attributes: { to: 1 } },
      { op: 'Sqrt', inputs: ['n_f32'], output: 'root' },
      { op: 'Div', inputs: ['scale', 'root'], output: 'factor' },
      { op: 'Mul', inputs: ['sums', 'factor'], output: 'column_row' },
      { op: 'ReduceSum', inputs: ['concepts', 'first_axis'], output: 'count', attributes: { keepdims: 1 } },
      { op: 'Min', inputs: ['count', 'twenty'], output: 'count_most' },
      { op: 'Div', inputs: ['count_most', 'ten'], output: 'count_share' },
      { op: 'Concat', inputs: ['dense', 'count_share', 'concepts', 'language'], output: 'others', attributes: { axis: 0 } },
      { op: 'Reshape', inputs: ['others', 'others_shape'], output: 'others_row' },
      { op: 'Concat', inputs: ['column_row', 'others_row'], output: 'inputs', attributes: { axis: 1 } },
      { op: 'Gemm', inputs: ['inputs', 'w1', 'b1'], output: 'layer1' },
      { op: 'Relu', inputs: ['layer1'], output: 'hidden' },
      { op: 'Gemm', inputs: ['hidden', 'w2', 'b2'], output: 'logits' },
      { op: 'Softmax', inputs: ['logits'], output: 'shares', attributes: { axis: 1 } },
      { op: 'Gather', inputs: ['language_table', 'grams'], output: 'gram_rows', attributes: { axis: 0 } },
      { op: 'Cast', inputs: ['gram_rows'], output: 'gram_rows_f32', attributes: { to: 1 } },
      { op: 'ReduceSum', inputs: ['gram_rows_f32', 'first_axis'], output: 'gram_sums', attributes: { keepdims: 1 } },
      { op: 'Shape', inputs: ['grams'], output: 'm' },
      { op: 'Cast', inputs: ['m'], output: 'm_f32', attributes: { to: 1 } },
      { op: 'Sqrt', inputs: ['m_f32'], output: 'gram_root' },
      { op: 'Div', inputs: ['language_scale', 'gram_root'], output: 'gram_factor' },
      { op: 'Mul', inputs: ['gram_sums', 'gram_factor'], output: 'gram_row' },
      { op: 'Add', inputs: ['gram_row', 'language_bias'], output: 'languages' },
    ],
    initializers: [
      { name: 'columns', dims: [buckets, K], type: 'int8', data: columns.values }, f32('scale', [1], [columns.scale]),
      i64('first_axis', 0), f32('twenty', [1], [20]), f32('ten', [1], [10]), i64('others_shape', 1, inputs - K),
      f32('w1', [inputs, net.hidden], layer1), f32('b1', [net.hidden], net.b1), f32('w2', [net.hidden, classes], net.w2), f32('b2', [classes], net.b2),
      { name: 'language_table', dims: [GRAM_BUCKETS, LANES], type: 'int8', data: head.table },
      f32('language_scale', [1], [head.scale]), f32('language_bias', [LANES], head.bias),
    ],
    metadata: { classes: CLASSES.join(' '), languages: LANGUAGES.join(' '), feature_version: String(FEATURE_VERSION) },
  });
}

const STEPS = 100;

/** Weights on whole steps, so that the file presses well; a step is 1 % of all but the largest thousandth of them. */
function pressed(weights: Float64Array): Float64Array {
  const sizes = weights.map(Math.abs).sort();
  const step = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / STEPS;
  return weights.map((x) => Math.fround(Math.round(x / step)) * Math.fround(step));
}
