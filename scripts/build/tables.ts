import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeClasses } from '../../assembly/tables/build/classes.ts';
import { makeFolding } from '../../assembly/tables/build/fold.ts';
import { packTables } from '../../assembly/tables/build/pack.ts';
import { plainTables } from '../../assembly/tables/build/plain.ts';
import { ASSET_HEADER_BYTES, ASSET_MAGIC } from '../../src/contract/assets.ts';
import { BUILD, inRoot, writeFile } from './paths.ts';

/** In the header of `tables.bin`. */
const CHECK_AT = 28;

/** The 32-byte header of `src/contract/assets.ts`. @param kind two ASCII letters */
export function withAssetHeader(kind: string, payload: Uint8Array): Uint8Array {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { readonly version: string };
  const out = new Uint8Array(ASSET_HEADER_BYTES + payload.length);
  const text = new TextEncoder();
  out.set(text.encode(ASSET_MAGIC + kind), 0);
  out.set(text.encode(version).subarray(0, 16), 8);
  new DataView(out.buffer).setUint32(24, payload.length, true);
  out.set(payload, ASSET_HEADER_BYTES);
  return out;
}

/** Bytes of `tables.bin`: the same for the same package versions, on every machine. About a second. */
export async function makeTables(): Promise<Uint8Array> {
  const folding = await makeFolding();
  const payload = packTables(folding, await makeClasses(folding));
  const asset = withAssetHeader('TB', payload);
  // By which a model knows the tables it was trained with (assembly/score/model.ts).
  asset.set(createHash('sha256').update(plainTables(payload)).digest().subarray(0, 4), CHECK_AT);
  return asset;
}

export async function buildTables(): Promise<void> {
  writeFile(join(BUILD, 'tables.bin'), await makeTables());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildTables();
