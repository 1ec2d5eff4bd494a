import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RUNTIME_ASSET } from '../../build/onnx-assets.gen.ts';
import type { AssetRecord } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import { RUNTIME, TEXT_MODEL } from '../contract/host-model.ts';
import { availableKernel } from '../contract/simd.ts';
import { assetError } from '../host/errors.ts';
import type { GivenModel } from '../host/onnx-model.ts';
import type { AssetSource } from '../host/port.ts';
import { RestartBudget } from '../host/restart-budget.ts';
import { createScorer, type TextScorer } from '../host/text-scorer.ts';
import { verified } from '../host/verified.ts';
import { OnnxEngine } from '../worker/onnx-engine.ts';

export interface NodeScorerParts {
  readonly assets: AssetSource;
  readonly version: string;
  /** Names of the files in use, and the list that says what they are, for `about()`. */
  readonly used: Set<string>;
  readonly published: AssetRecord[];
}

/**
 * A host's text model in this very process, by the copy of `onnxruntime-web` that is installed beside this package. Here a model
 * that never ends cannot be cut off.
 */
export function nodeScorer(given: GivenModel, { assets, version, used, published }: NodeScorerParts): TextScorer {
  const { model, sha256, form, points, deadlineMs } = given;
  return createScorer({
    points, deadlineMs, budget: new RestartBudget(),
    async open() {
      if (availableKernel() !== 'simd') throw new SafetyError('no-wasm', 'ONNX Runtime needs WebAssembly with SIMD.');
      const [tables, kernel, scam, runtime, bytes] = await Promise.all([
        assets.load('tables.bin'), assets.load('simd.bin'), assets.load('scam.bin'), readRuntime(), verified(await bytesOf(model), sha256),
      ]);
      const engine = new OnnxEngine();
      await engine.start({ version, form, assets: { 'tables.bin': tables, 'simd.bin': kernel, 'scam.bin': scam, [RUNTIME]: runtime, [TEXT_MODEL]: bytes } });
      if (!used.has(TEXT_MODEL)) published.push(RUNTIME_ASSET, { name: TEXT_MODEL, byteLength: bytes.byteLength, sha256 });
      used.add(TEXT_MODEL).add(RUNTIME);
      return { score: (texts) => engine.score(texts), end: () => engine.close() };
    },
  });
}

async function bytesOf(model: GivenModel['model']): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof model !== 'string') return model;
  return read(model.startsWith('file:') ? fileURLToPath(model) : model, TEXT_MODEL);
}

async function readRuntime(): Promise<ArrayBuffer> {
  const bytes = await read(runtimePath(import.meta.url) ?? '', RUNTIME);
  return verified(bytes, RUNTIME_ASSET.sha256);
}

async function read(path: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path).catch((cause: unknown) => { throw assetError('asset-unavailable', name, cause); }));
}

/** ONNX Runtime's code in the copy of `onnxruntime-web` that a file there would import. */
export function runtimePath(from: string): string | undefined {
  try {
    return join(dirname(createRequire(from).resolve('onnxruntime-web/wasm')), RUNTIME);
  } catch {
    return undefined;
  }
}
