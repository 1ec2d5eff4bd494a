// Reads the blind final tests: final/LANG/{scam,benign}.txt and final-second, written from families.md alone by writers who saw neither corpus nor code.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CORPUS_FOLDER, corpusTags, partTexts, readCorpus, type CorpusFault } from './corpus-files.ts';
import { BENIGN_KINDS, FAMILIES } from './corpus-languages.ts';
import { gramsOf, jaccard } from './corpus-grams.ts';
import { threadTags } from './thread-files.ts';

export interface FinalText {
  readonly lang: string;
  readonly label: 'scam' | 'benign';
  readonly name: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export const FINAL_FOLDER = new URL('./final/', import.meta.url);
export const FINAL_THREAD_FOLDER = new URL('./final-threads/', import.meta.url);

export interface FinalTest {
  readonly name: 'first' | 'second';
  readonly texts: URL;
  /** Folder of its conversations; null where it has none. */
  readonly threads: URL | null;
  /** Name of the file beside the card that has its figures. */
  readonly file: string;
}

/** The second was written when the first had been scored, and what the first found weak had chosen texts for training. */
export const FINAL_TESTS: readonly [FinalTest, FinalTest] = [
  { name: 'first', texts: FINAL_FOLDER, threads: FINAL_THREAD_FOLDER, file: 'final.json' },
  { name: 'second', texts: new URL('./final-second/', import.meta.url), threads: new URL('./final-second-threads/', import.meta.url), file: 'final-second.json' },
];

/** No text of the test is so like one of training, by Jaccard of character 5-grams. */
export const NEAR_TRAINING = 0.4;
export const LEAST = { scam: 60, benign: 100 } as const;

export function finalTags(folder: URL = FINAL_FOLDER): readonly string[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort() : [];
}

export function readFinal(lang: string, folder: URL = FINAL_FOLDER): readonly FinalText[] {
  return (['scam', 'benign'] as const).flatMap((label) => {
    const file = new URL(`${lang}/${label}.txt`, folder);
    return existsSync(file) ? parseFinal(readFileSync(file, 'utf8'), lang, label) : [];
  });
}

export function parseFinal(content: string, lang: string, label: FinalText['label']): readonly FinalText[] {
  let name = '';
  return partTexts(content, '## ', (head) => { name = head.slice(3).trim(); }, (text, line) => ({
    lang, label, name, text, file: `${lang}/${label}.txt`, line,
  }));
}

/** SHA-256 over every file of the test, by name: committed before the final training. */
export function finalDigest(folder: URL = FINAL_FOLDER): string {
  const hash = createHash('sha256');
  for (const lang of finalTags(folder)) {
    for (const label of ['scam', 'benign']) hash.update(`${lang}/${label}\n`).update(readFileSync(new URL(`${lang}/${label}.txt`, folder)));
  }
  return hash.digest('hex');
}

/** The same over its conversations and the turns of first evidence. */
export function finalThreadsDigest(folder: URL = FINAL_THREAD_FOLDER): string {
  const hash = createHash('sha256');
  for (const lang of threadTags(folder)) {
    for (const file of [`${lang}/scam.txt`, `${lang}/benign.txt`, `evidence/${lang}.tsv`]) hash.update(`${file}\n`).update(readFileSync(new URL(file, folder)));
  }
  return hash.digest('hex');
}

/** What is wrong with the test of a language, by itself and beside the texts of training. */
export function lintFinal(lang: string, folder: URL = FINAL_FOLDER, corpus: URL = CORPUS_FOLDER): readonly CorpusFault[] {
  const texts = readFinal(lang, folder);
  const at = ({ file, line }: FinalText, fault: string): CorpusFault => ({ file, line, fault });
  // `zh` stands beside both ways of writing Chinese, `hi` beside both of Hindi.
  const training = corpusTags(corpus).filter((tag) => tag === lang || tag.startsWith(`${lang}-`) || lang.startsWith(`${tag}-`))
    .flatMap((tag) => readCorpus(tag, corpus).texts).map((text) => ({ text, grams: gramsOf(text.text, 5) }));
  return [
    ...(['scam', 'benign'] as const).flatMap((label) => {
      const count = texts.filter((text) => text.label === label).length;
      return count < LEAST[label] ? [{ file: `${lang}/${label}.txt`, line: 1, fault: `has ${count} texts of at least ${LEAST[label]}` }] : [];
    }),
    ...texts.flatMap((text) => {
      const names: readonly string[] = text.label === 'scam' ? FAMILIES : BENIGN_KINDS;
      const grams = gramsOf(text.text, 5);
      const near = training.find((one) => jaccard(grams, one.grams) >= NEAR_TRAINING);
      return [
        ...(names.includes(text.name) ? [] : [at(text, `stands under "${text.name}", which families.md does not have`)]),
        ...(text.text === text.text.normalize('NFC') ? [] : [at(text, 'is not in NFC')]),
        ...(/\{\w+\}/u.test(text.text) ? [at(text, 'has a slot')] : []),
        ...(near === undefined ? [] : [at(text, `is too like ${near.text.file}:${near.text.line}`)]),
      ];
    }),
  ];
}
