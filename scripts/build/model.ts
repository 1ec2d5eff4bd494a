import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createFeatureKernel, tablesPayload } from '../../models/build/kernel.ts';
import { scamJson, withJson } from '../../models/scam/asset-json.ts';
import { conceptForms, formsDigest, formTable } from '../../models/scam/concept-table.ts';
import { MODEL_FOLDER, readManifest, type Manifest } from '../../models/scam/manifest.ts';
import { threadModelFor } from '../../models/scam/thread-file.ts';
import { packOnnx } from '../../models/scam/pack-model.ts';
import { jsonStart } from '../../src/contract/scam-json.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

const KIND = 'SM';
/** A family with less of a share is not named. */
const FAMILY_SHARE = 0.35;

/**
 * `scam.bin`: the model and the forms of its concepts, packed, and what stands beside them as JSON.
 * @throws {Error} the model, the tables or the concepts are not those of the manifest: train again
 */
export function packScamAsset(onnx: Uint8Array, manifest: Manifest, tables: Uint8Array): Uint8Array {
  if (sha256(onnx) !== manifest.modelSha256) throw new Error('models/scam/model.onnx is not the file its manifest names.');
  if (sha256(tables) !== manifest.normaliserSha256) throw new Error('The scam model was trained on other normalisation tables: npm run models:build -- scam --data DIR');
  const forms = formTable(conceptForms(createFeatureKernel().fold));
  if (formsDigest(forms) !== manifest.conceptsSha256) throw new Error('The scam model was trained on other concepts: npm run models:build -- scam --data DIR');
  const points = Object.fromEntries(Object.entries(manifest.points).map(([lang, { tip, strong }]) => [lang, [tip.threshold, strong.threshold] as const]));
  const packed = packOnnx(onnx, forms, manifest.margin, tables);
  return withJson(withAssetHeader(KIND, packed), scamJson(points, FAMILY_SHARE, threadModelFor(sha256(packed))));
}

/** Writes `build/scam.bin` from models/scam, `build/tables.bin` and `build/simd.bin`. */
export function buildModel(): void {
  const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
  const asset = packScamAsset(onnx, readManifest(), tablesPayload());
  if (!hasThreads(asset)) console.warn('Every message will be judged by itself: models/scam/threads.json belongs to another model. Then: npm run models:build -- threads && npm run build');
  writeFile(`${BUILD}/scam.bin`, asset);
}

/** Whether conversations are judged with it. */
export function hasThreads(asset: Uint8Array): boolean {
  return 'thread' in (JSON.parse(new TextDecoder().decode(asset.subarray(jsonStart(asset)))) as object);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildModel();
