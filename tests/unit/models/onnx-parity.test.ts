import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeatureKernel, type FeatureKernel } from '../../../models/build/kernel.ts';
import { loadOnnx } from '../../../models/scam/build.ts';
import { MODEL_FOLDER } from '../../../models/scam/manifest.ts';
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
    loadOnnx(kernel, onnx, { tip: 0.5, strong: 0.9 });
  });

  afterAll(async () => { await session.release(); });

  it('gives onnxruntime-web and the kernel the same shares to 1e-5, on every text with ids', async () => {
    let compared = 0;
    let furthest = 0;
    for (const { text } of vectors) {
      const { ids, dense } = kernel.extract(text);
      if (ids.length === 0) continue;
      const { shares } = await session.run({
        ids: new runtime.Tensor('int64', BigInt64Array.from(ids, BigInt), [ids.length]),
        dense: new runtime.Tensor('float32', dense, [8]),
      });
      const kernelShares = kernel.score();
      expect(shares?.data).toHaveLength(3);
      shares?.data.forEach((share, i) => { furthest = Math.max(furthest, Math.abs(share - (kernelShares[i] ?? NaN))); });
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(200);
    expect(furthest).toBeLessThan(1e-5);
  });
});
