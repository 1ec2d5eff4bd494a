// The authored corpus of chain letters and of long messages that have nothing to do with each other: models/chain/corpus/LANG/*.txt, CC0.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('corpus/', import.meta.url);

export interface CorpusText {
  /** Of its folder. */
  readonly lang: string;
  /** Of the head line it stands under. */
  readonly kind: string;
  readonly text: string;
  /** Place in its file, from 0: by which folds are made. */
  readonly index: number;
}

export interface ChainCorpus {
  readonly letters: readonly CorpusText[];
  /** Without festival wishes. */
  readonly unrelated: readonly CorpusText[];
  /** They share boilerplate by nature. */
  readonly festival: readonly CorpusText[];
}

/** @throws {Error} there is no corpus */
export function readChainCorpus(folder: URL = FOLDER): ChainCorpus {
  if (!existsSync(folder)) throw new Error('models/chain/corpus is missing.');
  const langs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  const read = (lang: string, name: string): readonly CorpusText[] => {
    const file = new URL(`${lang}/${name}.txt`, folder);
    return existsSync(file) ? parseChainTexts(lang, readFileSync(file, 'utf8')) : [];
  };
  const unrelated = langs.flatMap((lang) => read(lang, 'unrelated'));
  return {
    letters: langs.flatMap((lang) => read(lang, 'chain')),
    unrelated: unrelated.filter(({ kind }) => kind !== 'festival'), festival: unrelated.filter(({ kind }) => kind === 'festival'),
  };
}

/** A first line of `#`, heads of `## kind`, texts parted by lines of `%`. @throws {Error} by line: a text before a head */
export function parseChainTexts(lang: string, file: string): readonly CorpusText[] {
  const found: CorpusText[] = [];
  let kind = '';
  let lines: string[] = [];
  const end = (): void => {
    const text = lines.join('\n').trim();
    if (text !== '' && kind === '') throw new Error(`${lang}: a text before the first head.`);
    if (text !== '') found.push({ lang, kind, text, index: found.length });
    lines = [];
  };
  for (const [n, line] of file.split('\n').entries()) {
    if (n === 0 && line.startsWith('# ')) continue;
    if (line.trim() === '%') end();
    else if (/^## \S/u.test(line)) {
      end();
      kind = line.slice(3).trim();
    } else lines.push(line);
  }
  end();
  return found;
}
