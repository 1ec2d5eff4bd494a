// Attack: a packed model that was cut, changed or made up. The kernel refuses it, or scores in bounds; it never traps.

import { CONCEPTS, MODEL_BYTES, OUT } from '../../build/regions.gen.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScam } from '../../models/build/pack.ts';
import { formTable } from '../../models/scam/concept-table.ts';
import { FEATURE_VERSION } from '../../models/scam/shape.ts';
import { ASSET_HEADER_BYTES } from '../../src/contract/assets.ts';
import type { TextKernel } from '../../src/text/text-kernel.ts';
import { randomWeights } from '../fixtures/scam-weights.ts';
import { KINDS, makeKernel, runs, tables } from './runs.ts';

const HEADER = 96;
const TEXT = 'A link to www.example.com and 12345 for everybody! ราคา 価格 и цена';
const forms = formTable([{ language: 0, concept: 0, stream: 'link', open: false }, { language: 0, concept: 1, stream: 'every', open: true }], 128);
const packed = packScam(randomWeights({ buckets: 64, dim: 16, hidden: 8, classes: 3, languages: 2, concepts: 2, forms }, 1), FEATURE_VERSION, plainTables(tables().subarray(ASSET_HEADER_BYTES)));

interface Ran { readonly shares: readonly number[]; readonly rows: readonly number[]; readonly language: number }

function run(kernel: TextKernel, text = TEXT): Ran {
  try {
    kernel.read([{ text, scored: true }]);
    const k = kernel.exports;
    k.features();
    const language = k.language();
    const rows = [...new Uint32Array(k.memory.buffer, CONCEPTS, k.concepts(0) * 4)];
    return { language, rows, shares: [...new Float32Array(k.memory.buffer, OUT, k.score())] };
  } finally {
    kernel.wipe();
  }
}

function expectInBounds({ shares, rows }: Ran): void {
  for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
  const concepts = rows.filter((_, i) => i % 4 === 0);
  expect(new Set(concepts).size).toBe(concepts.length);
  expect(concepts.every((concept) => concept < 128)).toBe(true);
  for (let row = 0; row < rows.length; row += 4) {
    expect(rows[row + 1]).toBe(0);
    expect((rows[row + 2] ?? NaN) < (rows[row + 3] ?? NaN) && (rows[row + 3] ?? NaN) <= TEXT.length).toBe(true);
  }
}

describe.each(KINDS)('a hostile model in the %s kernel', (kind) => {
  const kernel = makeKernel(kind);

  it('is taken whole and finds what it should, before anything is changed', () => {
    expect(kernel.loadModel(packed)).toBe(0);
    expect(run(kernel).rows).toEqual([0, 0, 2, 6, 1, 0, 40, 45]);
  });

  it('cut or changed, is refused or scores in bounds', () => {
    fc.assert(fc.property(fc.nat(packed.length), fc.array(fc.tuple(fc.oneof(fc.nat(HEADER - 1), fc.nat(packed.length - 1)), fc.nat(255)), { maxLength: 6 }), (length, changes) => {
      const bytes = packed.slice();
      for (const [at, value] of changes) bytes[at] = value;
      expect(kernel.loadModel(bytes.subarray(0, length)) !== 0 || length === packed.length).toBe(true);
      const answer = kernel.loadModel(bytes);
      const ran = run(kernel);
      if (answer !== 0) expect(ran).toEqual({ shares: [], rows: [], language: -1 });
      expectInBounds(ran);
    }), runs(700));
  });

  it('with any numbers in its header, is refused or scores in bounds', () => {
    const fields = [8, 12, 16, 20, 24, 28, 64];
    const number = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 31 }).map((bit) => 2 ** bit), fc.constantFrom(0x7fffffff, 0xffffffff, 0x80000010, 0x10001));
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), number), { minLength: 1, maxLength: 7 }), fc.constantFrom(packed.length, HEADER, MODEL_BYTES), (changes, length) => {
      const bytes = new Uint8Array(length);
      bytes.set(packed.subarray(0, length));
      const view = new DataView(bytes.buffer);
      for (const [at, value] of changes) view.setUint32(at, value, true);
      kernel.loadModel(bytes);
      expectInBounds(run(kernel));
    }), runs(200));
  });

  it('made up, is refused', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 0, maxLength: 400 }), (bytes) => {
      expect(kernel.loadModel(bytes)).not.toBe(0);
      expect(kernel.loadModel(Uint8Array.from([...packed.subarray(0, HEADER), ...bytes]))).not.toBe(0);
      expect(run(kernel)).toEqual({ shares: [], rows: [], language: -1 });
    }), runs(200));
  });

  it('whose table of forms is full and whose every beginning may be one, ends', () => {
    const full = { prints: new Uint16Array(1 << 17).fill(7), owners: new Uint8Array(1 << 17).fill(255), prefixes: new Uint8Array(1 << 14).fill(255) };
    const hostile = packScam(
      randomWeights({ buckets: 1, dim: 16, hidden: 4, classes: 3, languages: 1, concepts: 128, forms: full }, 1), FEATURE_VERSION,
      plainTables(tables().subarray(ASSET_HEADER_BYTES)));
    expect(kernel.loadModel(hostile)).toBe(0);
    expect(run(kernel, '転送'.repeat(300)).rows).toEqual([]);
  });
});
