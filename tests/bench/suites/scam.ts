import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { DENSE, IDS, OUT } from '../../../build/regions.gen.ts';
import type { KernelExports } from '../../../src/text/kernel.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { measureAsync, toRows, turns, type AsyncContender, type BenchRow, type Measured } from '../measure.ts';
import { makeLinesOf } from '../synthetic.ts';
import { loadScamKernel } from './kernel.ts';
import type { SuiteOptions } from './suite.ts';

const TEXTS = 200;
const DENSE_INPUTS = 8;
const KERNEL_BATCH = 100;

interface Features {
  readonly ids: Uint32Array;
  readonly dense: Float32Array;
}

/** The same `model.onnx`: our kernel and ONNX Runtime's wasm build, one thread, on 80-unit messages. */
export async function scamSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const { root, quick } = options;
  const kernel = await loadScamKernel(root);
  const session = await openSession(root);
  const texts = makeLinesOf(80, TEXTS, 23);
  const features = texts.map((text) => extract(kernel, text));
  const feeds = features.map(toFeeds);
  const at = (index: number): number => index % TEXTS;
  const precomputed = await measureAsync([
    kernelRun('kernel, features given', (index) => scoreGiven(kernel.exports, features[at(index)] as Features)),
    { name: 'onnxruntime-web/wasm, features given', run: (index) => scoreWith(session, feeds[at(index)] as Feeds) },
  ], turns(quick));
  const whole = await measureAsync([
    kernelRun('kernel, from the text', (index) => scoreText(kernel, texts[at(index)] ?? '')),
    {
      name: 'onnxruntime-web/wasm, from the text',
      run: (index) => scoreWith(session, toFeeds(extract(kernel, texts[at(index)] ?? ''))),
    },
  ], turns(quick));
  await session.release();
  return [...toRows('scam', perMessage(precomputed)), ...toRows('scam', perMessage(whole))];
}

/** The kernel answers at once: a hundred messages are one operation, so that no promise stands between them. */
function kernelRun(name: string, score: (index: number) => number): AsyncContender {
  return {
    name,
    run(index) {
      let sum = 0;
      for (let i = 0; i < KERNEL_BATCH; i++) sum += score(index * KERNEL_BATCH + i);
      // The sum is of shares: a scorer that answered nothing would leave it at zero.
      if (!(sum > 0)) throw new Error(`${name} gave no scores`);
      return Promise.resolve(sum);
    },
  };
}

function perMessage([kernel, ...others]: readonly Measured[]): readonly Measured[] {
  if (kernel === undefined) return [];
  return [{ ...kernel, n: kernel.n * KERNEL_BATCH, medianUs: kernel.medianUs / KERNEL_BATCH }, ...others];
}

/** Features copied in as a host of ONNX Runtime would do it, then the model alone. */
function scoreGiven(kernel: KernelExports, { ids, dense }: Features): number {
  new Uint32Array(kernel.memory.buffer, IDS, ids.length).set(ids);
  new Float32Array(kernel.memory.buffer, DENSE, DENSE_INPUTS).set(dense);
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
  return new Float32Array(kernel.memory.buffer, OUT, classes)[2] ?? 0;
}

function extract(kernel: TextKernel, text: string): Features {
  kernel.read([{ text, scored: true }]);
  const { exports } = kernel;
  const count = exports.features();
  const found = {
    ids: new Uint32Array(exports.memory.buffer, IDS, count).slice(),
    dense: new Float32Array(exports.memory.buffer, DENSE, DENSE_INPUTS).slice(),
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
