import { readOnnx, type OnnxWeights, type Tensor } from '../build/onnx.ts';
import { packScam, type FormTable, type ScamWeights } from '../build/pack.ts';
import type { LanguageHead } from './language-head.ts';
import { CLASSES, FEATURE_VERSION, LANGUAGES, SHAPE } from './shape.ts';

/**
 * The kernel's packed form of model.onnx.
 * @param tables payload of tables.bin
 * @throws {RangeError} a graph that models/scam/graph.ts did not write
 */
export function packOnnx(onnx: Uint8Array, forms: FormTable, margin: number, tables: Uint8Array): Uint8Array {
  const model = readOnnx(onnx);
  if (model.metadata.get('feature_version') !== String(FEATURE_VERSION)) throw new RangeError('The model was made for other features.');
  const f32 = (name: string): Float32Array => take(model, name, 'float32').data as Float32Array;
  const i8 = (name: string): Int8Array => take(model, name, 'int8').data as Int8Array;
  return packScam({
    columns: i8('columns'), dim: SHAPE.columns, scale: f32('scale')[0] ?? 0, concepts: SHAPE.concepts, forms,
    languages: LANGUAGES.length, languageTable: i8('language_table'), languageBias: f32('language_bias'), languageScale: f32('language_scale')[0] ?? 0, margin,
    w1: f32('w1'), b1: f32('b1'), w2: f32('w2'), b2: f32('b2'),
  }, FEATURE_VERSION, tables);
}

/** A model that tells languages and finds concepts, and whose scores say nothing: training begins with it. */
export function packHead(head: LanguageHead, forms: FormTable, margin: number, tables: Uint8Array): Uint8Array {
  const [hidden, classes] = [4, CLASSES.length];
  const weights: ScamWeights = {
    columns: new Int8Array(SHAPE.buckets * SHAPE.columns), dim: SHAPE.columns, scale: 1, concepts: SHAPE.concepts, forms, languages: LANGUAGES.length,
    languageTable: head.table, languageBias: head.bias, languageScale: head.scale, margin,
    w1: new Float32Array(SHAPE.inputs * hidden), b1: new Float32Array(hidden), w2: new Float32Array(hidden * classes), b2: new Float32Array(classes),
  };
  return packScam(weights, FEATURE_VERSION, tables);
}

function take(model: OnnxWeights, name: string, type: Tensor['type']): Tensor {
  const tensor = model.tensors.get(name);
  if (tensor?.type !== type) throw new RangeError(`The model has no ${type} tensor "${name}".`);
  return tensor;
}
