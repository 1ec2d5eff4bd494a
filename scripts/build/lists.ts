import { readdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { makeFolding } from '../../assembly/tables/build/fold.ts';
import { makeLanguages } from './lists/languages.ts';
import { packLanguages, packList } from './lists/pack.ts';
import { cleanList, type CleanedList } from './lists/rules.ts';
import { COMMUNITY, sourceLists } from './lists/sources.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

export interface DefaultLists {
  /** File name and bytes: `words-<tag>.bin` for each list, and `languages.bin`. */
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** What was kept and dropped: numbers only. */
  readonly lists: readonly CleanedList[];
}

/** Every default list, the same bytes from the same sources on every machine. @param community folder of community lists */
export async function makeLists(community: string = COMMUNITY): Promise<DefaultLists> {
  const folding = await makeFolding();
  const folds = new Map<string, string>();
  const foldOne = (char: string): string => {
    const folded = String.fromCodePoint(...folding.fold(char.codePointAt(0) ?? 0));
    folds.set(char, folded);
    return folded;
  };
  const fold = (text: string): string => Array.from(text, (char) => folds.get(char) ?? foldOne(char)).join('');
  const lists = (await sourceLists(community)).map((source) => cleanList(source, fold));
  const languages = makeLanguages(fold, new Set(lists.flatMap(({ texts }) => texts.map(fold))));
  return {
    lists,
    files: [
      ['languages.bin', withAssetHeader('LG', packLanguages(languages))],
      ...lists.map((list) => [
        `words-${list.tag}.bin`, withAssetHeader('WL', packList(list, (text) => languages.everyday(fold(text)))),
      ] as const),
    ],
  };
}

/** Writes them into `build/`, and removes the files of lists that are gone. */
export async function buildLists(): Promise<void> {
  const { files } = await makeLists();
  for (const name of builtLists()) rmSync(`${BUILD}/${name}`);
  for (const [name, bytes] of files) writeFile(`${BUILD}/${name}`, bytes);
}

/** Names of the files in `build/`, in order. */
export function builtLists(): readonly string[] {
  return readdirSync(BUILD).filter((name) => /^(?:words-.*|languages)\.bin$/u.test(name)).sort();
}

/** `npx tsx scripts/build/lists.ts` also reports, in numbers: no word of a list is ever printed. */
async function report(): Promise<void> {
  const { files, lists } = await makeLists();
  const size = new Map(files.map(([name, bytes]) => [name, brotliCompressSync(bytes).length]));
  for (const { tag, texts, dropped } of lists) {
    const counts = Object.entries(dropped).map(([reason, count]) => `${reason} ${count}`).join(', ');
    console.log(`${tag.padEnd(8)} ${String(texts.length).padStart(5)} entries, ${String(size.get(`words-${tag}.bin`)).padStart(6)} bytes brotli; left out: ${counts}`);
  }
  console.log(`languages.bin ${size.get('languages.bin')} bytes brotli`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildLists();
  await report();
}
