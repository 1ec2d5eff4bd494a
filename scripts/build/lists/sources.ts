// Where the default lists come from. Words are read by script only: never printed, quoted or edited by hand.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../paths.ts';

/** One language as its sources give it. */
export interface SourceList {
  /** Lower-case language tag: the name in `settings.hiddenWords.lists`. */
  readonly tag: string;
  readonly texts: readonly string[];
  /** Texts that a source calls unlikely to be meant badly (`cuss` sureness 0). */
  readonly clean: ReadonlySet<string>;
}

/** `cuss` by the file of each language. Sureness 2: likely used as profanity, unlikely in clean text. */
const CUSS: Readonly<Record<string, string>> = {
  en: 'index.js', 'ar-latn': 'ar-latn.js', es: 'es.js', fr: 'fr.js', it: 'it.js', pt: 'pt.js', 'pt-pt': 'pt-pt.js',
};
const SURE = 2;
const UNLIKELY = 0;

export const COMMUNITY = inRoot('lists/community');

/** Every language, in order of tag. @param community folder of `<tag>.txt` files, see lists/README.md */
export async function sourceLists(community: string = COMMUNITY): Promise<readonly SourceList[]> {
  const texts = new Map<string, string[]>();
  const clean = new Map<string, Set<string>>();
  const add = (tag: string, more: readonly string[]): void => { texts.set(tag, [...texts.get(tag) ?? [], ...more]); };

  const naughty = inRoot('node_modules/naughty-words');
  for (const file of readdirSync(naughty).filter((name) => /^[a-z]{2,3}(-.*)?\.json$/u.test(name))) {
    add(tagOf(file), JSON.parse(readFileSync(`${naughty}/${file}`, 'utf8')) as string[]);
  }
  for (const [tag, file] of Object.entries(CUSS)) {
    const { cuss } = await import(/* @vite-ignore */ pathToFileURL(inRoot('node_modules/cuss', file)).href) as { readonly cuss: Readonly<Record<string, number>> };
    const rated = (sureness: number): string[] => Object.keys(cuss).filter((word) => cuss[word] === sureness);
    add(tag, rated(SURE));
    clean.set(tag, new Set(rated(UNLIKELY)));
  }
  for (const [tag, words] of communityLists(community)) {
    add(tag, words);
    // Who adds a word means it.
    for (const word of words) clean.get(tag)?.delete(word.toLowerCase());
  }
  return [...texts.keys()].sort().map((tag) => ({ tag, texts: texts.get(tag) ?? [], clean: clean.get(tag) ?? new Set() }));
}

/** `fr-CA-u-sd-caqc.json` is `fr-ca`: what follows `-u-` says which province, and no chat knows that. */
function tagOf(file: string): string {
  return file.replace('.json', '').replace(/-u-.*$/u, '').toLowerCase();
}

/** @throws {Error} a file whose name is no language tag in lower case */
function communityLists(folder: string): readonly (readonly [tag: string, words: readonly string[]])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => {
    const tag = name.slice(0, -4);
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u.test(tag)) throw new Error(`lists/community/${name}: name the file for a language tag in lower case.`);
    const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n').map((line) => line.trim());
    return [tag, lines.filter((line) => line !== '' && !line.startsWith('#'))] as const;
  });
}
