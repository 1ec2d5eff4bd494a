import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import { readOnnx } from '../../models/build/onnx.ts';
import { packBag } from '../../models/build/pack.ts';
import { withCues } from '../../models/scam/cue-bytes.ts';
import { MODEL_FOLDER, readManifest, type Manifest } from '../../models/scam/manifest.ts';
import { ASSET_HEADER_BYTES, ASSET_MAGIC } from '../../src/contract/assets.ts';
import { BUILD, writeFile } from './paths.ts';
import { packageVersion } from './version.ts';

const KIND = 'SM';

/**
 * The asset: header, packed weights and cues. The same model, cues, manifest, tables and version give the same bytes.
 * @throws {Error} a model or tables other than the manifest names
 */
export function packScamAsset(onnx: Uint8Array, manifest: Manifest, tables: Uint8Array, version: string): Uint8Array {
  if (sha256(onnx) !== manifest.modelSha256) throw new Error('models/scam/model.onnx is not the file its manifest names.');
  if (sha256(tables) !== manifest.normaliserSha256) {
    throw new Error('models/scam was trained with other normalisation tables: run "npm run models:build -- scam --data DIR".');
  }
  const packed = packBag(readOnnx(onnx), {
    featureVersion: manifest.featureVersion, tables, scripts: manifest.scripts.bits,
    tip: manifest.operatingPoints.tip.threshold, strong: manifest.operatingPoints.strong.threshold,
  });
  const out = new Uint8Array(ASSET_HEADER_BYTES + packed.length);
  out.set(new TextEncoder().encode(ASSET_MAGIC + KIND + version.slice(0, 16)));
  out.set(packed, ASSET_HEADER_BYTES);
  return withCues(out);
}

/** Writes `build/scam.bin` from models/scam and `build/tables.bin`. */
export function buildModel(): void {
  const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
  const tables = plainTables(new Uint8Array(readFileSync(`${BUILD}/tables.bin`)).subarray(ASSET_HEADER_BYTES));
  writeFile(`${BUILD}/scam.bin`, packScamAsset(onnx, readManifest(), tables, packageVersion()));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildModel();
