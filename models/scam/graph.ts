import { writeOnnx, type Tensor } from '../build/onnx.ts';
import type { Network, QuantisedTable } from './network.ts';
import { CLASSES, FEATURE_VERSION, SHAPE } from './shape.ts';

/**
 * model.onnx: `ids` int64 [n ≥ 1] and `dense` float32 [8] in, `shares` float32 [1, 3] (ham, spam, scam) out.
 * Operators stand in the order models/build/pack.ts expects.
 */
export function scamOnnx(net: Network, table: QuantisedTable): Uint8Array {
  const { buckets, dim, dense, hidden, classes } = SHAPE;
  const f32 = (name: string, dims: readonly number[], data: Float32Array): Tensor => ({ name, dims, type: 'float32', data });
  return writeOnnx({
    name: 'scam',
    doc: 'Hashed character 1-5-grams and word 1-2-grams, int8 embedding bag, dense layer, softmax. See models/scam/card.md.',
    inputs: [{ name: 'ids', type: 'int64', dims: ['n'] }, { name: 'dense', type: 'float32', dims: [dense] }],
    outputs: [{ name: 'shares', type: 'float32', dims: [1, classes] }],
    nodes: [
      { op: 'Gather', inputs: ['table', 'ids'], output: 'rows', attributes: { axis: 0 } },
      { op: 'Cast', inputs: ['rows'], output: 'rows_f32', attributes: { to: 1 } },
      { op: 'ReduceMean', inputs: ['rows_f32'], output: 'mean', attributes: { axes: [0], keepdims: 1 } },
      { op: 'Mul', inputs: ['mean', 'scale'], output: 'bag' },
      { op: 'Reshape', inputs: ['dense', 'dense_shape'], output: 'dense_row' },
      { op: 'Concat', inputs: ['bag', 'dense_row'], output: 'inputs', attributes: { axis: 1 } },
      { op: 'Gemm', inputs: ['inputs', 'w1', 'b1'], output: 'layer1' },
      { op: 'Relu', inputs: ['layer1'], output: 'hidden' },
      { op: 'Gemm', inputs: ['hidden', 'w2', 'b2'], output: 'logits' },
      { op: 'Softmax', inputs: ['logits'], output: 'shares', attributes: { axis: 1 } },
    ],
    initializers: [
      { name: 'table', dims: [buckets, dim], type: 'int8', data: table.values },
      f32('scale', [1], Float32Array.of(table.scale)),
      { name: 'dense_shape', dims: [2], type: 'int64', data: BigInt64Array.of(1n, BigInt(dense)) },
      f32('w1', [dim + dense, hidden], net.w1), f32('b1', [hidden], net.b1),
      f32('w2', [hidden, classes], net.w2), f32('b2', [classes], net.b2),
    ],
    metadata: { classes: CLASSES.join(' '), feature_version: String(FEATURE_VERSION) },
  });
}
