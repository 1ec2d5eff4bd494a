import { BAG_OPERATORS, packBag } from '../../../models/build/pack.ts';
import type { OnnxWeights, Tensor } from '../../../models/build/onnx.ts';
import { withCues } from '../../../models/scam/cue-bytes.ts';
import { plainTables } from '../../../assembly/tables/build/plain.ts';
import { withAssetHeader } from '../../../scripts/build/tables.ts';
import { ASSET_HEADER_BYTES } from '../../../src/contract/assets.ts';
import { builtAsset } from './engine-kit.ts';

const DIM = 16;
const DENSE = 8;
const HIDDEN = 4;
const CLASSES = 3;
const BUCKETS = 16;
const LINK = 3;
const CURRENCY = 5;

/**
 * A model whose answers can be read off the text, so that tests of the engine do not hang on the trained one: a link is
 * scam for certain (`strong`), a sign of a currency likely (`tip`), all else is not. Every script counts as measured.
 */
export function tinyModel(scripts = 0x1ff): ArrayBuffer {
  const w1 = new Float32Array((DIM + DENSE) * HIDDEN);
  w1[(DIM + LINK) * HIDDEN] = 1;
  w1[(DIM + CURRENCY) * HIDDEN + 1] = 1;
  const w2 = new Float32Array(HIDDEN * CLASSES);
  w2[2] = 10;
  w2[CLASSES + 2] = 3;
  const list: readonly Tensor[] = [
    { name: 'table', type: 'int8', dims: [BUCKETS, DIM], data: new Int8Array(BUCKETS * DIM) },
    { name: 'w1', type: 'float32', dims: [DIM + DENSE, HIDDEN], data: w1 },
    { name: 'b1', type: 'float32', dims: [HIDDEN], data: new Float32Array(HIDDEN) },
    { name: 'w2', type: 'float32', dims: [HIDDEN, CLASSES], data: w2 },
    { name: 'b2', type: 'float32', dims: [CLASSES], data: Float32Array.of(2, 0, 0) },
    { name: 'scale', type: 'float32', dims: [1], data: Float32Array.of(1) },
  ];
  const weights: OnnxWeights = { operators: BAG_OPERATORS, metadata: new Map(), tensors: new Map(list.map((tensor) => [tensor.name, tensor])) };
  const packed = packBag(weights, {
    featureVersion: 1, tables: plainTables(new Uint8Array(builtAsset('tables.bin')).subarray(ASSET_HEADER_BYTES)), tip: 0.5, strong: 0.9, scripts,
  });
  return new Uint8Array(withCues(withAssetHeader('SM', packed))).buffer;
}
