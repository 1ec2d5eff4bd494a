import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolding } from '../../assembly/tables/build/fold.ts';
import { packReadings } from '../../assembly/tables/build/pack-readings.ts';
import { makeReadings } from '../../assembly/tables/build/readings.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Bytes of `lookalikes.bin`: the same for the same package versions, on every machine. About a second. */
export async function makeLookalikes(): Promise<Uint8Array> {
  return withAssetHeader('LK', packReadings(await makeReadings(await makeFolding())));
}

export async function buildLookalikes(): Promise<void> {
  writeFile(join(BUILD, 'lookalikes.bin'), await makeLookalikes());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildLookalikes();
