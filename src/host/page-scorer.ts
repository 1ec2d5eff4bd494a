import { ONNX_ASSETS, RUNTIME_ASSET } from '../../build/onnx-assets.gen.ts';
import type { AssetName, AssetRecord } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { RUNTIME, TEXT_MODEL, type ModelAnswer, type OnnxStart } from '../contract/host-model.ts';
import type { MediaOptions } from './media-life.ts';
import type { GivenModel } from './onnx-model.ts';
import { verified } from './verified.ts';
import { createScorer, type RunningModel, type TextScorer } from './text-scorer.ts';
import type { SealChoice } from './worker-forms.ts';

/** Compiling 14 MB of WebAssembly on a slow phone, and the model after it. */
const START_MS = 30_000;

/** The file for a form of the seal. */
const onnxWorkerFile = (form: string): `worker-onnx${'' | '.classic'}.js` => `worker-onnx${form === 'frame' ? '.classic' : ''}.js`;

/** A host's text model in a page: a worker of its own, in the form of the text's, with verified bytes alone. */
export function pageScorer(given: GivenModel, parts: MediaOptions, published: AssetRecord[]): TextScorer {
  const { assets, version, seal, used, openForm, Life, Budget, whichKernel } = parts;
  published.push(...ONNX_ASSETS, RUNTIME_ASSET);

  async function payload(): Promise<OnnxStart> {
    const { model, sha256, form } = given;
    // The two long ones are not kept in the page: after a loss the browser's cache has them.
    const [tables, kernel, scam, runtime, bytes] = await Promise.all([
      assets.load('tables.bin'), assets.load('simd.bin'), assets.load('scam.bin'), assets.other(assets.address(RUNTIME as AssetName), RUNTIME_ASSET),
      typeof model === 'string' ? assets.other(new URL(model, document.baseURI).href, { name: TEXT_MODEL, sha256 }) : verified(model, sha256),
    ]);
    if (!published.some(({ name }) => name === TEXT_MODEL)) published.push({ name: TEXT_MODEL, byteLength: bytes.byteLength, sha256 });
    return { version, form, assets: { 'tables.bin': tables, 'simd.bin': kernel, 'scam.bin': scam, [RUNTIME]: runtime, [TEXT_MODEL]: bytes } };
  }

  async function open(): Promise<RunningModel> {
    // ONNX Runtime's only build for the CPU needs SIMD.
    if (whichKernel() !== 'simd') throw new SafetyError('no-wasm', 'ONNX Runtime needs WebAssembly with SIMD.');
    const first = await payload();
    const opened = await openForm({ assets, version, file: onnxWorkerFile }, seal as SealChoice);
    const life = new Life<OnnxStart>({ ...opened, deadlineMs: given.deadlineMs });
    try {
      await life.call('start', [first], START_MS, Object.values(first.assets));
    } catch (error) {
      await life.dispose();
      throw error;
    }
    for (const name of [RUNTIME, TEXT_MODEL, ...(seal === 'off' ? [] : [onnxWorkerFile(seal)])]) used.add(name);
    return { score: (texts) => life.call('score', [texts]) as Promise<ModelAnswer>, end: () => life.dispose() };
  }

  return createScorer({ points: given.points, deadlineMs: given.deadlineMs, budget: new Budget(), open });
}
