import { DENSE, IDS, OUT } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAG_OPERATORS, packBag, packLinear, type PackFacts } from '../../models/build/pack.ts';
import type { OnnxWeights, Tensor } from '../../models/build/onnx.ts';
import { createRng } from '../../models/build/rng.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { TextKernel } from '../../src/text/text-kernel.ts';
import { scoreBag, scoreLinear, type BagParts } from '../oracle/score.ts';
import { KINDS, makeKernel, runs, tables } from './runs.ts';
import { text } from './text-strings.ts';

const FACTS: PackFacts = { featureVersion: 1, tables: plainTables(tables().subarray(ASSET_HEADER_BYTES)), tip: 0.5, strong: 0.9, scripts: 3 };

interface Shape { readonly bits: number; readonly blocks: number; readonly quads: number; readonly classes: number; readonly dense: number; readonly seed: number }
const shape: fc.Arbitrary<Shape> = fc.record({
  // 2^14 × 64 is what the region for models holds; 2^15 × 16 is the trained one, held by its vectors.
  bits: fc.integer({ min: 0, max: 14 }), blocks: fc.integer({ min: 1, max: 4 }), quads: fc.integer({ min: 1, max: 32 }),
  classes: fc.integer({ min: 1, max: 16 }), dense: fc.integer({ min: 0, max: 8 }), seed: fc.integer(),
});

function randomBag({ bits, blocks, quads, classes, dense, seed }: Shape): { readonly parts: BagParts; readonly packed: Uint8Array } {
  const rng = createRng(seed);
  const floats = (length: number): Float32Array => Float32Array.from({ length }, () => rng.unit() * 2 - 1);
  const [buckets, dim, hidden] = [1 << bits, blocks * 16, quads * 4];
  const parts = {
    table: Int8Array.from({ length: buckets * dim }, () => rng.below(256) - 128), dim, scale: 0.05,
    w1: floats((dim + dense) * hidden), b1: floats(hidden), w2: floats(hidden * classes), b2: floats(classes),
  };
  const f32 = (name: string, dims: number[], data: Float32Array): [string, Tensor] => [name, { name, dims, type: 'float32', data }];
  const tensors = new Map<string, Tensor>([
    ['table', { name: 'table', dims: [buckets, dim], type: 'int8', data: parts.table }], f32('scale', [1], Float32Array.of(parts.scale)),
    f32('w1', [dim + dense, hidden], parts.w1), f32('b1', [hidden], parts.b1), f32('w2', [hidden, classes], parts.w2), f32('b2', [classes], parts.b2),
  ]);
  const weights: OnnxWeights = { tensors, metadata: new Map(), operators: BAG_OPERATORS };
  return { parts, packed: packBag(weights, FACTS) };
}

/** Ids, dense inputs and shares of a text, as plain numbers. */
function run(kernel: TextKernel, input: string): { readonly ids: number[]; readonly dense: number[]; readonly shares: number[] } {
  try {
    kernel.read([{ text: input, scored: true }]);
    const k = kernel.exports;
    const ids = k.features();
    const classes = k.score();
    return {
      ids: [...new Uint32Array(k.memory.buffer, IDS, ids)],
      dense: [...new Float32Array(k.memory.buffer, DENSE, 8)],
      shares: [...new Float32Array(k.memory.buffer, OUT, classes)],
    };
  } finally {
    kernel.wipe();
  }
}

describe('the scorers', () => {
  const [simd, scalar] = KINDS.map(makeKernel) as [TextKernel, TextKernel];

  it('score a bag of any shape as the oracle does, with the same bits in both builds', () => {
    fc.assert(fc.property(shape, fc.oneof(text, fc.constant('a '.repeat(2_500))), (form, input) => {
      const { parts, packed } = randomBag(form);
      expect([simd.loadModel(packed), scalar.loadModel(packed)]).toEqual([0, 0]);
      const { ids, dense, shares } = run(simd, input);
      expect(run(scalar, input).shares).toEqual(shares);
      const oracle = scoreBag(parts, ids, dense.slice(0, form.dense));
      expect(shares).toHaveLength(form.classes);
      shares.forEach((share, i) => { expect(Math.abs(share - (oracle[i] ?? NaN))).toBeLessThan(1e-5); });
    }), runs(60));
  });

  it('score a linear model over ids, over dense inputs or over both', () => {
    fc.assert(fc.property(fc.constantFrom('none', 'int8', 'f32'), fc.integer({ min: 0, max: 8 }), fc.integer(), text, (kind, inputs, seed, input) => {
      const rng = createRng(seed);
      const values = { length: 1 << 10 };
      const table = kind === 'none' ? new Float32Array(0)
        : kind === 'int8' ? Int8Array.from(values, () => rng.below(256) - 128) : Float32Array.from(values, () => rng.unit() - 0.5);
      const weights = Float32Array.from({ length: inputs }, () => rng.unit() * 4 - 2);
      const packed = packLinear(table, 0.25, weights, -0.5, FACTS);
      expect([simd.loadModel(packed), scalar.loadModel(packed)]).toEqual([0, 0]);
      const { ids, dense, shares } = run(simd, input);
      expect(run(scalar, input).shares).toEqual(shares);
      expect(Math.abs((shares[0] ?? NaN) - scoreLinear(table, 0.25, weights, -0.5, ids, dense))).toBeLessThan(1e-5);
    }), runs(200));
  });

  it('never trap: cut, changed or made-up bytes are refused, or score to shares in 0..1, or to none', () => {
    const { packed } = randomBag({ bits: 6, blocks: 1, quads: 2, classes: 3, dense: 8, seed: 1 });
    fc.assert(fc.property(fc.nat(packed.length), fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { maxLength: 6 }), (length, changes) => {
      const bytes = packed.slice();
      for (const [at, value] of changes) bytes[at] = value;
      const answer = simd.loadModel(bytes.subarray(0, length));
      if (length < packed.length) expect(answer).not.toBe(0);
      const { shares } = run(simd, 'A link to www.example.com and 12345 for everybody!');
      if (answer !== 0) expect(shares).toEqual([]);
      for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
    }), runs(1500));
    const header = packed.subarray(0, 96);
    fc.assert(fc.property(fc.uint8Array({ minLength: 0, maxLength: 400 }), (bytes) => {
      expect(simd.loadModel(bytes)).not.toBe(0);
      expect(scalar.loadModel(Uint8Array.from([...header, ...bytes]))).not.toBe(0);
      expect(run(simd, 'nothing is in force').shares).toEqual([]);
    }), runs(300));
  });

  it('give no shares where finite weights are so large that the sums run over', () => {
    const { packed } = randomBag({ bits: 2, blocks: 1, quads: 1, classes: 2, dense: 0, seed: 5 });
    const view = new DataView(packed.buffer, packed.byteOffset);
    for (let at = 96 + 64; at < packed.length; at += 4) view.setFloat32(at, at % 8 === 0 ? 3e38 : -3e38, true);
    view.setFloat32(76, 3e38, true);
    expect(simd.loadModel(packed)).toBe(0);
    expect(run(simd, 'some text of no importance').shares).toEqual([]);
  });
});
