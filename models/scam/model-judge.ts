// The whole engine with a model that is not in the package yet, or a proof of which one is.

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSETS } from '../../build/assets.gen.ts';
import { WORD_ASSETS } from '../../build/word-assets.gen.ts';
import { packScamAsset } from '../../scripts/build/model.ts';
import { defaultSettings } from '../../src/contract/default-settings.ts';
import type { About } from '../../src/contract/safety.ts';
import { packageAssets } from '../../src/node/assets.ts';
import { createSafetyFrom } from '../../src/node/create-safety.ts';
import { JUDGED_AT, judgeOver, type ScamJudge } from '../../src/node/eval/scam-judge.ts';
import { tablesPayload } from '../build/kernel.ts';
import { MODEL_FOLDER, readManifest } from './manifest.ts';

const ASSET = 'scam.bin';

/**
 * Judges with a model that no build holds yet (a fold's, or one just trained), by all the engine does: gate, language,
 * thresholds, families. Needs a build for everything else. About 50 ms.
 * @param asset what `build/scam.bin` would be (`packScamAsset`)
 */
export async function openModelJudge(asset: Uint8Array): Promise<ScamJudge> {
  const folder = mkdtempSync(join(tmpdir(), 'scam-model-'));
  try {
    const built = fileURLToPath(packageAssets());
    for (const name of readdirSync(built)) if (name !== ASSET) symlinkSync(join(built, name), join(folder, name));
    writeFileSync(join(folder, ASSET), asset);
    const list = [...ASSETS, ...WORD_ASSETS].map((record) => (
      record.name === ASSET ? { name: ASSET, byteLength: asset.length, sha256: sha256(asset) } : record));
    const judge = judgeOver(await createSafetyFrom({ assets: folder, settings: { ...defaultSettings(), scam: { enabled: true } }, now: () => JUDGED_AT }, list));
    // The engine reads the model with the first text that needs it: now, while it is there.
    await judge.judge('A first text, so that everything is read and the folder can go.');
    return judge;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The asset of the model in this folder. */
export function committedAsset(): Uint8Array {
  const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
  return packScamAsset(onnx, readManifest(), tablesPayload());
}

/** SHA-256 of model.onnx. @throws {Error} the engine that was built holds another model, or other thresholds */
export function requireShippedModel(about: About): string {
  if (about.assets.find(({ name }) => name === ASSET)?.sha256 !== sha256(committedAsset())) {
    throw new Error('The build holds another model than models/scam: run "npm run build" first.');
  }
  return readManifest().modelSha256;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
