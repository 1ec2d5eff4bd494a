// From ONNX weights to the kernel's packed form (drawn in assembly/score/model.ts).

import { createHash } from 'node:crypto';
import type { OnnxWeights, Tensor } from './onnx.ts';

export const PACKED_HEADER_BYTES = 96;
const MAGIC = 0x314d4353;

export interface PackFacts {
  readonly featureVersion: number;
  /** Payload of tables.bin: the packed file carries its SHA-256 and the kernel's check. */
  readonly tables: Uint8Array;
  readonly tip: number;
  readonly strong: number;
  /** Bit set of scripts in the order of assembly/features/units.ts. */
  readonly scripts: number;
}

interface Shape {
  readonly format: 1 | 2;
  readonly classes: number;
  readonly buckets: number;
  readonly dim: number;
  readonly dense: number;
  readonly hidden: number;
  readonly scale: number;
}

/** Operators of the one bag graph the kernel knows, in order. */
export const BAG_OPERATORS = [
  'Gather', 'Cast', 'ReduceMean', 'Mul', 'Reshape', 'Concat', 'Gemm', 'Relu', 'Gemm', 'Softmax',
] as const;

/** @throws {RangeError} a graph of another form */
export function packBag(model: OnnxWeights, facts: PackFacts): Uint8Array {
  if (model.operators.join() !== BAG_OPERATORS.join()) throw new RangeError('The graph is not the embedding bag the kernel knows.');
  const table = take(model, 'table', 'int8');
  const w1 = take(model, 'w1', 'float32');
  const w2 = take(model, 'w2', 'float32');
  const [buckets = 0, dim = 0] = table.dims;
  const [inputs = 0, hidden = 0] = w1.dims;
  const classes = w2.dims[1] ?? 0;
  const lanes = Math.ceil(classes / 4) * 4;
  const wide = new Float32Array(hidden * lanes);
  for (let o = 0; o < hidden; o++) for (let c = 0; c < classes; c++) wide[o * lanes + c] = Number(w2.data[o * classes + c]);
  const bias = new Float32Array(lanes);
  bias.set(take(model, 'b2', 'float32').data as Float32Array);
  const scale = Number(take(model, 'scale', 'float32').data[0]);
  return pack({ format: 1, classes, buckets, dim, dense: inputs - dim, hidden, scale }, facts,
    [table.data, w1.data, take(model, 'b1', 'float32').data, wide, bias]);
}

/** A linear scorer: sigmoid(mean of ids' weights + dense · weights + bias). `table` may be empty. */
export function packLinear(
  table: Int8Array | Float32Array, scale: number, dense: Float32Array, bias: number, facts: PackFacts,
): Uint8Array {
  const dim = table.length === 0 ? 0 : table instanceof Int8Array ? 1 : 2;
  return pack({ format: 2, classes: 1, buckets: table.length, dim, dense: dense.length, hidden: 0, scale }, facts,
    [table, dense, Float32Array.of(bias)]);
}

function pack(shape: Shape, facts: PackFacts, blocks: readonly Tensor['data'][]): Uint8Array {
  const sizes = blocks.map((block) => Math.ceil(block.byteLength / 16) * 16);
  const out = new Uint8Array(sizes.reduce((sum, size) => sum + size, PACKED_HEADER_BYTES));
  const view = new DataView(out.buffer);
  const words = [MAGIC, shape.format, facts.featureVersion, shape.classes, shape.buckets, shape.dim, shape.dense, shape.hidden];
  words.forEach((word, i) => { view.setUint32(i * 4, word, true); });
  out.set(createHash('sha256').update(facts.tables).digest(), 32);
  view.setFloat32(64, facts.tip, true);
  view.setFloat32(68, facts.strong, true);
  view.setUint32(72, facts.scripts, true);
  view.setFloat32(76, shape.scale, true);
  view.setBigUint64(80, tablesCheck(facts.tables), true);
  let at = PACKED_HEADER_BYTES;
  blocks.forEach((block, i) => {
    out.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), at);
    at += sizes[i] as number;
  });
  return out;
}

function take(model: OnnxWeights, name: string, type: Tensor['type']): Tensor {
  const tensor = model.tensors.get(name);
  if (tensor?.type !== type) throw new RangeError(`The model has no ${type} tensor "${name}".`);
  return tensor;
}

/** FNV-1a over little-endian u32 words, as `tablesCheck` of assembly/score/model.ts. */
export function tablesCheck(tables: Uint8Array): bigint {
  const view = new DataView(tables.buffer, tables.byteOffset, tables.byteLength);
  let h = 0xcbf29ce484222325n;
  for (let at = 0; at + 4 <= tables.length; at += 4) {
    h = BigInt.asUintN(64, (h ^ BigInt(view.getUint32(at, true))) * 0x100000001b3n);
  }
  return h;
}
