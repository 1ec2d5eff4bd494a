import { DENSE, IDS, OUT, SCRATCH } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScam, type ScamWeights } from '../../models/build/pack.ts';
import { FEATURE_VERSION } from '../../models/scam/shape.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { TextKernel } from '../../src/text/text-kernel.ts';
import { randomWeights } from '../fixtures/scam-weights.ts';
import { features } from '../oracle/features.ts';
import { language, score } from '../oracle/score.ts';
import { KINDS, makeKernel, runs, tables } from './runs.ts';
import { text } from './text-strings.ts';

const TABLES = plainTables(tables().subarray(ASSET_HEADER_BYTES));
const HEADER = 96;
const pack = (weights: ScamWeights): Uint8Array => packScam(weights, FEATURE_VERSION, TABLES);

interface Shape {
  readonly bits: number; readonly wide: boolean; readonly quads: number; readonly classes: number; readonly languages: number; readonly concepts: number; readonly seed: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  bits: fc.integer({ min: 0, max: 12 }), wide: fc.boolean(), quads: fc.integer({ min: 1, max: 32 }), classes: fc.integer({ min: 1, max: 32 }),
  languages: fc.integer({ min: 1, max: 32 }), concepts: fc.integer({ min: 0, max: 128 }), seed: fc.integer(),
});

function weightsOf({ bits, wide, quads, classes, languages, concepts, seed }: Shape): ScamWeights {
  return randomWeights({ buckets: 1 << bits, dim: wide ? 32 : 16, hidden: quads * 4, classes, languages, concepts }, seed);
}

interface Ran { readonly text: string; readonly ids: number[]; readonly dense: number[]; readonly language: number; readonly unsure: boolean; readonly shares: number[] }

/** Everything a message goes through, and what came of it as plain numbers. */
function run(kernel: TextKernel, input: string, asked?: number): Ran {
  try {
    kernel.read([{ text: input, scored: true }]);
    const k = kernel.exports;
    const ids = k.features();
    const first = [...new Uint32Array(k.memory.buffer, IDS, ids)];
    const top = k.language();
    k.concepts(asked ?? top);
    const classes = k.score();
    return {
      text: String.fromCharCode(...new Uint16Array(k.memory.buffer, SCRATCH, k.featureUnits())), ids: first,
      dense: [...new Float32Array(k.memory.buffer, DENSE, 8)], language: top, unsure: (k.featureFlags() & 16) !== 0,
      shares: [...new Float32Array(k.memory.buffer, OUT, classes)],
    };
  } finally {
    kernel.wipe();
  }
}

describe('the network', () => {
  const [simd, scalar] = KINDS.map(makeKernel) as [TextKernel, TextKernel];

  it('scores with any shape as the oracle does, with the same bits in both builds', () => {
    fc.assert(fc.property(shape, fc.oneof(text, fc.constant('a b'.repeat(1_500))), fc.integer({ min: -1, max: 31 }), (form, input, asked) => {
      const weights = weightsOf(form);
      const packed = pack(weights);
      expect([simd.loadModel(packed), scalar.loadModel(packed)]).toEqual([0, 0]);
      const ran = run(simd, input, asked);
      expect(run(scalar, input, asked)).toEqual(ran);
      const oracle = score(weights, ran, [], asked);
      expect(ran.shares).toHaveLength(form.classes);
      ran.shares.forEach((share, i) => { expect(Math.abs(share - (oracle[i] ?? NaN))).toBeLessThan(1e-5); });
    }), runs(80));
  });

  it('says the language, and whether it is unsure, as the oracle does', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 32 }), fc.constantFrom(0, 0.05, 0.5, 1e9), text, (seed, languages, margin, input) => {
      const weights = randomWeights({ buckets: 1, dim: 16, hidden: 4, classes: 3, languages, concepts: 0, margin }, seed);
      expect(simd.loadModel(pack(weights))).toBe(0);
      const ran = run(simd, input);
      expect({ index: ran.language, unsure: ran.unsure }).toEqual(language(weights, features([{ text: input, scored: true }]).wording));
    }), runs(150));
  });

  it('takes the first of languages that tie, and is unsure of it unless it is the only one', () => {
    const weights = randomWeights({ buckets: 1, dim: 16, hidden: 4, classes: 3, languages: 5, concepts: 0 }, 1);
    weights.languageTable.fill(7);
    weights.languageBias.fill(-3);
    expect(simd.loadModel(pack(weights))).toBe(0);
    expect(run(simd, 'which of them is it')).toMatchObject({ language: 0, unsure: true });
    const one = randomWeights({ buckets: 1, dim: 16, hidden: 4, classes: 3, languages: 1, concepts: 0, margin: 100 }, 1);
    expect(simd.loadModel(pack(one))).toBe(0);
    expect(run(simd, 'which of them is it')).toMatchObject({ language: 0, unsure: false });
  });

  it('forgets what an earlier text named: a text whose concepts nobody asked for has none', () => {
    const weights = randomWeights({ buckets: 64, dim: 16, hidden: 8, classes: 4, languages: 4, concepts: 2 }, 3);
    expect(simd.loadModel(pack(weights))).toBe(0);
    const asked = run(simd, 'a sentence to score', 2).shares;
    const k = simd.exports;
    simd.read([{ text: 'a sentence to score', scored: true }]);
    k.features();
    k.concepts(2);
    k.features();
    k.score();
    const unasked = [...new Float32Array(k.memory.buffer, OUT, 4)];
    simd.wipe();
    expect(unasked).toEqual(run(simd, 'a sentence to score', -1).shares);
    expect(unasked).not.toEqual(asked);
  });

  it('gives no shares where finite weights are so large that the sums run over', () => {
    const packed = pack(randomWeights({ buckets: 4, dim: 16, hidden: 4, classes: 2, languages: 2, concepts: 0 }, 5));
    const view = new DataView(packed.buffer, packed.byteOffset);
    for (let at = HEADER + 64 + 4_096 * 32; at < packed.length; at += 4) view.setFloat32(at, at % 8 === 0 ? 3e38 : -3e38, true);
    for (const at of [68, 72]) view.setFloat32(at, 3e38, true);
    expect(simd.loadModel(packed)).toBe(0);
    expect(run(simd, 'some text of no importance').shares).toEqual([]);
  });
});
