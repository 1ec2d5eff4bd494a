// A small ONNX writer and reader (onnx.proto3, IR 8, opset 17): enough for graphs of a dozen nodes.

import { ProtoWriter, readFields, type Fields } from './protobuf.ts';

export const ELEMENT = { float32: 1, int8: 3, int32: 6, int64: 7 } as const;
export type Element = keyof typeof ELEMENT;

export interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: Element;
  /** Little-endian, row-major. */
  readonly data: Float32Array | Int8Array | BigInt64Array;
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers and lists of them; no other kind is needed. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Port {
  readonly name: string;
  readonly type: Element;
  /** A string is a free dimension. */
  readonly dims: readonly (number | string)[];
}

export interface Graph {
  readonly name: string;
  readonly doc: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly nodes: readonly Node[];
  readonly initializers: readonly Tensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

const IR_VERSION = 8;
const OPSET = 17;

function rawBytes(data: Tensor['data']): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function tensor(t: Tensor): ProtoWriter {
  const out = new ProtoWriter();
  for (const dim of t.dims) out.varint(1, dim);
  return out.varint(2, ELEMENT[t.type]).text(8, t.name).bytes(9, rawBytes(t.data));
}

function node(n: Node): ProtoWriter {
  const out = new ProtoWriter();
  for (const name of n.inputs) out.text(1, name);
  out.text(2, n.output).text(3, n.output).text(4, n.op);
  for (const [name, value] of Object.entries(n.attributes ?? {})) {
    const attribute = new ProtoWriter().text(1, name);
    if (typeof value === 'number') attribute.varint(3, value).varint(20, 2);
    else {
      for (const item of value) attribute.varint(8, item);
      attribute.varint(20, 7);
    }
    out.message(5, attribute);
  }
  return out;
}

function port(p: Port): ProtoWriter {
  const shape = new ProtoWriter();
  for (const dim of p.dims) {
    shape.message(1, typeof dim === 'number' ? new ProtoWriter().varint(1, dim) : new ProtoWriter().text(2, dim));
  }
  const type = new ProtoWriter().varint(1, ELEMENT[p.type]).message(2, shape);
  return new ProtoWriter().text(1, p.name).message(2, new ProtoWriter().message(1, type));
}

/** The same graph gives the same bytes: no time, no version of this package, no unordered map. */
export function writeOnnx(g: Graph): Uint8Array {
  const graph = new ProtoWriter();
  for (const n of g.nodes) graph.message(1, node(n));
  graph.text(2, g.name);
  for (const t of g.initializers) graph.message(5, tensor(t));
  graph.text(10, g.doc);
  for (const p of g.inputs) graph.message(11, port(p));
  for (const p of g.outputs) graph.message(12, port(p));
  const model = new ProtoWriter().varint(1, IR_VERSION).text(2, 'inward models/build').message(7, graph)
    .message(8, new ProtoWriter().text(1, '').varint(2, OPSET));
  for (const [key, value] of Object.entries(g.metadata)) {
    model.message(14, new ProtoWriter().text(1, key).text(2, value));
  }
  return model.finish();
}

export interface OnnxWeights {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: ReadonlyMap<string, string>;
  /** Operators in order, to refuse a graph of another form. */
  readonly operators: readonly string[];
}

/** @throws {RangeError} bytes that are no ONNX model, or a tensor kept in another way than the writer's */
export function readOnnx(bytes: Uint8Array): OnnxWeights {
  const model = readFields(bytes);
  const graph = readFields(one(model, 7));
  const tensors = new Map<string, Tensor>();
  for (const raw of all(graph, 5)) {
    const t = readTensor(readFields(raw));
    tensors.set(t.name, t);
  }
  const metadata = new Map<string, string>();
  for (const raw of all(model, 14)) {
    const entry = readFields(raw);
    metadata.set(text(one(entry, 1)), text(one(entry, 2)));
  }
  return { tensors, metadata, operators: all(graph, 1).map((raw) => text(one(readFields(raw), 4))) };
}

function readTensor(fields: Fields): Tensor {
  const dims = (fields.get(1) ?? []).map(Number);
  const type = (Object.keys(ELEMENT) as Element[]).find((name) => ELEMENT[name] === fields.get(2)?.[0]);
  // A copy, because the raw bytes need not be aligned.
  const raw = one(fields, 9).slice();
  const count = dims.reduce((product, dim) => product * dim, 1);
  const width = type === 'int8' ? 1 : type === 'int64' ? 8 : 4;
  if (type === undefined || raw.length !== count * width) throw new RangeError('A tensor has an unknown type or a wrong length.');
  const data = type === 'int8' ? new Int8Array(raw.buffer) : type === 'int64' ? new BigInt64Array(raw.buffer) : new Float32Array(raw.buffer);
  return { name: text(one(fields, 8)), dims, type, data };
}

function all(fields: Fields, field: number): readonly Uint8Array[] {
  return (fields.get(field) ?? []).filter((value): value is Uint8Array => typeof value !== 'number');
}

function one(fields: Fields, field: number): Uint8Array {
  const found = all(fields, field)[0];
  if (found === undefined) throw new RangeError('An ONNX field is missing.');
  return found;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
