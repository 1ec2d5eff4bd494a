import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostLookalikes } from '../../assembly/tables/build/host-lookalikes.ts';
import { suffixRules } from '../../assembly/tables/build/suffix-rules.ts';
import { packRows, xorFilter } from '../../assembly/tables/build/xor-filter.ts';
import { TOPS } from '../../src/contract/linked-tops.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Rows a rule: with fewer the filter has hardly ever a solution. */
const ROOM = 1.222;

/** Bytes of `suffixes.bin`, as `src/decide/suffixes.ts` reads them: the same for the same package versions. A second. */
export async function makeSuffixes(): Promise<Uint8Array> {
  const rules = suffixRules().filter((rule) => !TOPS.split('|').includes(rule));
  const third = Math.ceil(rules.length * ROOM / 3);
  let seed = 1;
  let rows = xorFilter(rules, seed, third);
  while (rows === undefined) rows = xorFilter(rules, ++seed, third);
  const letters = await hostLookalikes();
  const packed = packRows(rows);
  // From an even place.
  const lettersAt = 8 + (packed.length + 1 >> 1) * 2;
  const payload = new Uint8Array(lettersAt + letters.length * 2);
  const view = new DataView(payload.buffer);
  view.setUint32(0, seed, true);
  view.setUint32(4, third, true);
  payload.set(packed, 8);
  for (let n = 0; n < letters.length; n++) view.setUint16(lettersAt + n * 2, letters.charCodeAt(n), true);
  return withAssetHeader('PS', payload);
}

export async function buildSuffixes(): Promise<void> {
  writeFile(join(BUILD, 'suffixes.bin'), await makeSuffixes());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSuffixes();
