import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeatureKernel, tablesPayload, type FeatureKernel } from '../../../models/build/kernel.ts';
import { loadPacked } from '../../../models/scam/build.ts';
import { conceptForms, formTable } from '../../../models/scam/concept-table.ts';
import { languageGrams } from '../../../models/scam/grams.ts';
import { MODEL_FOLDER, readManifest } from '../../../models/scam/manifest.ts';
import { packOnnx } from '../../../models/scam/pack-model.ts';
import { CLASSES, LANGUAGES, SHAPE } from '../../../models/scam/shape.ts';
import { readVectors } from '../../../models/scam/vectors.ts';

/** The part of onnxruntime-web used here. */
interface Runtime {
  readonly env: { readonly wasm: { numThreads: number; wasmBinary?: Uint8Array } };
  readonly Tensor: new (type: string, data: BigInt64Array | Float32Array, dims: readonly number[]) => unknown;
  readonly InferenceSession: { create(model: Uint8Array): Promise<Session> };
}
interface Session {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>;
  release(): Promise<void>;
}

const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
const vectors = readVectors(readFileSync(new URL('vectors.tsv', MODEL_FOLDER), 'utf8'));
const oneHot = (length: number, at: readonly number[]): Float32Array => Float32Array.from({ length }, (_, i) => (at.includes(i) ? 1 : 0));

describe('models/scam/model.onnx', () => {
  let runtime: Runtime;
  let session: Session;
  let kernel: FeatureKernel;

  beforeAll(async () => {
    runtime = await import('onnxruntime-web/wasm') as unknown as Runtime;
    runtime.env.wasm.numThreads = 1;
    const folder = createRequire(import.meta.url).resolve('onnxruntime-web/wasm').replace(/[^/\\]+$/, '');
    runtime.env.wasm.wasmBinary = new Uint8Array(readFileSync(`${folder}ort-wasm-simd-threaded.wasm`));
    session = await runtime.InferenceSession.create(onnx);
    kernel = createFeatureKernel();
    loadPacked(kernel, packOnnx(onnx, formTable(conceptForms((text) => kernel.fold(text))), readManifest().margin, tablesPayload()));
  });

  afterAll(async () => { await session.release(); });

  it('gives onnxruntime-web and the kernel the same language and the same shares to 1e-5, on every text with ids', async () => {
    let compared = 0;
    let furthest = 0;
    for (const { text } of vectors) {
      const { ids, dense } = kernel.extract(text);
      if (ids.length === 0) continue;
      const { index } = kernel.language();
      const concepts = kernel.concepts(index);
      const grams = languageGrams(kernel.wording(text));
      kernel.extract(text);
      kernel.concepts(index);
      const kernelShares = kernel.score();
      const i64 = (values: ArrayLike<number>): unknown => new runtime.Tensor('int64', BigInt64Array.from(Array.from(values), BigInt), [values.length]);
      const f32 = (values: Float32Array): unknown => new runtime.Tensor('float32', values, [values.length]);
      const { shares, languages } = await session.run({
        ids: i64(ids), grams: i64(grams), dense: f32(dense), concepts: f32(oneHot(SHAPE.concepts, concepts)), language: f32(oneHot(LANGUAGES.length, [index])),
      });
      const logits = [...languages?.data.subarray(0, LANGUAGES.length) ?? []];
      expect(logits.indexOf(Math.max(...logits)), text).toBe(index);
      expect(shares?.data).toHaveLength(CLASSES.length);
      shares?.data.forEach((share, i) => { furthest = Math.max(furthest, Math.abs(share - (kernelShares[i] ?? NaN))); });
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(200);
    expect(furthest).toBeLessThan(1e-5);
  });

  it('gives the vectors again, to the bit', () => {
    for (const { text, gated, lang, shares } of vectors) {
      expect(kernel.extract(text).gated, text).toBe(gated);
      const { index } = kernel.language();
      expect(LANGUAGES[index], text).toBe(lang);
      kernel.concepts(index);
      expect([...kernel.score()], text).toEqual(shares);
    }
  });
});
