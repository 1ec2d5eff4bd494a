// Reads the authored corpus: corpus/LANG/{scam,benign}/NAME.txt, texts parted by empty lines.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { BENIGN_KINDS, FAMILIES } from './corpus-languages.ts';

export interface CorpusText {
  readonly lang: string;
  readonly label: 'scam' | 'benign';
  /** A family or a kind of honest text. */
  readonly name: string;
  /** As the file says; empty where it says nothing. */
  readonly register: string;
  /** With its slots, line breaks as written. */
  readonly text: string;
  /** Where it begins. */
  readonly file: string;
  readonly line: number;
}

export interface CorpusFault {
  readonly file: string;
  readonly line: number;
  readonly fault: string;
}

export const CORPUS_FOLDER = new URL('./corpus/', import.meta.url);

/** Names of the files a language may have, relative to its folder. */
export const CORPUS_FILES: readonly string[] = [
  ...FAMILIES.map((family) => `scam/${family}.txt`), ...BENIGN_KINDS.map((kind) => `benign/${kind}.txt`),
];

/** @returns languages that have a folder */
export function corpusTags(folder: URL = CORPUS_FOLDER): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** Every text of a language, in the order of its files. Files of other names are faults. */
export function readCorpus(lang: string, folder: URL = CORPUS_FOLDER): { readonly texts: readonly CorpusText[]; readonly faults: readonly CorpusFault[] } {
  const home = new URL(`${lang}/`, folder);
  const faults = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(home.pathname.replace(/\/$/u, '').length + 1))
    .filter((name) => !CORPUS_FILES.includes(name))
    .map((name) => ({ file: `${lang}/${name}`, line: 1, fault: 'is no file of the corpus: families.md has the names' }));
  const texts = CORPUS_FILES.filter((name) => existsSync(new URL(name, home))).flatMap((name) => (
    parseTexts(readFileSync(new URL(name, home), 'utf8'), lang, name)));
  return { texts, faults };
}

/** @param name such as `scam/parcel.txt` */
export function parseTexts(content: string, lang: string, name: string): readonly CorpusText[] {
  const [label, file = ''] = name.split('/');
  let register = '';
  return partTexts(content, '# ', (head) => { register = /^# register: (.+)$/u.exec(head)?.[1] ?? register; }, (text, line) => ({
    lang, label: label === 'scam' ? 'scam' : 'benign', name: file.replace('.txt', ''), register, text, file: `${lang}/${name}`, line,
  }));
}

/**
 * Texts parted by empty lines and by heads.
 * @param head how a line begins that is no text
 * @param made what to make of a text and the line on which it begins
 */
export function partTexts<T>(content: string, head: string, onHead: (line: string) => void, made: (text: string, line: number) => T): readonly T[] {
  const texts: T[] = [];
  let [begin, lines]: [number, string[]] = [0, []];
  const close = (): void => {
    if (lines.length > 0) texts.push(made(lines.join('\n'), begin));
    lines = [];
  };
  content.split('\n').forEach((line, index) => {
    if (line.startsWith(head)) {
      close();
      onHead(line);
    } else if (line.trim() === '') close();
    else {
      if (lines.length === 0) begin = index + 1;
      lines.push(line);
    }
  });
  close();
  return texts;
}
