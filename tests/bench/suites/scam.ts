import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import type { KernelExports } from '../../../src/text/kernel.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { median, toRows, type BenchRow, type Measured } from '../measure.ts';
import { makeLinesOf } from '../synthetic.ts';
import { loadScamKernel } from './kernel.ts';
import type { SuiteOptions } from './suite.ts';

const TEXTS = 200;
const DENSE_INPUTS = 8;

interface Features {
  readonly ids: Uint32Array;
  readonly dense: Float32Array;
}

/** The same `model.onnx`: our kernel and ONNX Runtime's wasm build, one thread, on 80-unit messages. */
export async function scamSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const { root, quick } = options;
  const kernel = loadScamKernel(root);
  const session = await openSession(root);
  const texts = makeLinesOf(80, TEXTS, 23);
  const features = texts.map((text) => extract(kernel, text));
  const feeds = features.map(toFeeds);
  const rounds = quick ? 3 : 9;
  const [kernelOps, ortOps] = quick ? [2_000, 100] : [40_000, 800];

  const precomputed = await interleave(rounds, [
    { name: 'kernel, features given', ops: kernelOps, run: (index) => scoreGiven(kernel.exports, features[index % TEXTS] as Features) },
    { name: 'onnxruntime-web/wasm, features given', ops: ortOps, run: (index) => scoreWith(session, feeds[index % TEXTS] as Feeds) },
  ]);
  const whole = await interleave(rounds, [
    { name: 'kernel, from the text', ops: kernelOps, run: (index) => scoreText(kernel, texts[index % TEXTS] ?? '') },
    {
      name: 'onnxruntime-web/wasm, from the text', ops: ortOps,
      run: (index) => scoreWith(session, toFeeds(extract(kernel, texts[index % TEXTS] ?? ''))),
    },
  ]);
  await session.release();
  return [...toRows('scam', precomputed), ...toRows('scam', whole)];
}

/** Features copied in as a host of ONNX Runtime would do it, then the model alone. */
function scoreGiven(kernel: KernelExports, { ids, dense }: Features): number {
  new Uint32Array(kernel.memory.buffer, kernel.IDS.value, ids.length).set(ids);
  new Float32Array(kernel.memory.buffer, kernel.DENSE.value, DENSE_INPUTS).set(dense);
  return scamShare(kernel);
}

function scoreText(kernel: TextKernel, text: string): number {
  kernel.read([{ text, scored: true }]);
  kernel.exports.features();
  const share = scamShare(kernel.exports);
  kernel.wipe();
  return share;
}

function scamShare(kernel: KernelExports): number {
  const classes = kernel.score();
  return new Float32Array(kernel.memory.buffer, kernel.OUT.value, classes)[2] ?? 0;
}

function extract(kernel: TextKernel, text: string): Features {
  kernel.read([{ text, scored: true }]);
  const { exports } = kernel;
  const count = exports.features();
  const found = {
    ids: new Uint32Array(exports.memory.buffer, exports.IDS.value, count).slice(),
    dense: new Float32Array(exports.memory.buffer, exports.DENSE.value, DENSE_INPUTS).slice(),
  };
  kernel.wipe();
  return found;
}

type Feeds = Readonly<Record<string, ort.Tensor>>;

function toFeeds({ ids, dense }: Features): Feeds {
  return {
    ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [ids.length]),
    dense: new ort.Tensor('float32', dense, [DENSE_INPUTS]),
  };
}

async function scoreWith(session: ort.InferenceSession, feeds: Feeds): Promise<number> {
  const { shares } = await session.run(feeds);
  return (shares?.data as Float32Array | undefined)?.[2] ?? 0;
}

async function openSession(root: string): Promise<ort.InferenceSession> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = readFileSync(
    createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
  return ort.InferenceSession.create(new Uint8Array(readFileSync(join(root, 'models/scam/model.onnx'))));
}

interface Scorer {
  readonly name: string;
  readonly ops: number;
  run(index: number): number | Promise<number>;
}

/** Round by round, turn about; the kernel's rounds stay free of promises. The first round is thrown away. */
async function interleave(rounds: number, scorers: readonly Scorer[]): Promise<readonly Measured[]> {
  const means: number[][] = scorers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [which, { ops, run }] of scorers.entries()) {
      const from = performance.now();
      let sum = 0;
      for (let index = 0; index < ops; index++) {
        const score = run(index);
        sum += typeof score === 'number' ? score : await score;
      }
      const mean = ((performance.now() - from) * 1000) / ops;
      // The sum is of shares: a scorer that answered nothing would leave it at zero.
      if (!(sum > 0)) throw new Error(`${scorers[which]?.name ?? ''} gave no scores`);
      if (round > 0) means[which]?.push(mean);
    }
  }
  return scorers.map(({ name, ops }, which) => ({ name, n: ops * rounds, medianUs: median(means[which] ?? []) }));
}
