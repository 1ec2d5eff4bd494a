import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostLookalikes } from '../../assembly/tables/build/host-lookalikes.ts';
import { suffixRules } from '../../assembly/tables/build/suffix-rules.ts';
import { packRows, xorFilter } from '../../assembly/tables/build/xor-filter.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Rows a rule: with fewer the filter has no solution. */
const ROOM = 1.23;

/** Bytes of `suffixes.bin`, as `src/decide/suffixes.ts` reads them: the same for the same package versions. A second. */
export async function makeSuffixes(): Promise<Uint8Array> {
  const rules = suffixRules();
  const third = Math.ceil(rules.length * ROOM / 3) + 11;
  let seed = 1;
  let rows = xorFilter(rules, seed, third);
  while (rows === undefined) rows = xorFilter(rules, ++seed, third);
  const letters = await hostLookalikes();
  const lettersAt = 8 + (third * 30 >> 4) * 2 + 4;
  const payload = new Uint8Array(lettersAt + letters.length * 2);
  const view = new DataView(payload.buffer);
  view.setUint32(0, seed, true);
  view.setUint32(4, third, true);
  payload.set(packRows(rows), 8);
  for (let n = 0; n < letters.length; n++) view.setUint16(lettersAt + n * 2, letters.charCodeAt(n), true);
  return withAssetHeader('PS', payload);
}

export async function buildSuffixes(): Promise<void> {
  writeFile(join(BUILD, 'suffixes.bin'), await makeSuffixes());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSuffixes();
