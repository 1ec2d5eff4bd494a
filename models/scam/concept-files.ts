// Reads the concepts: concepts/README.md names them in order, concepts/LANG.txt has their forms in one language.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CorpusFault } from './corpus-files.ts';

export interface ConceptForms {
  readonly concept: string;
  /** Lower case, up to six words; one that ends in `*` stands for every ending. */
  readonly forms: readonly string[];
}

export const CONCEPT_FOLDER = new URL('./concepts/', import.meta.url);
/** Forms of one concept in one language, at most: what says everything says nothing. */
export const FORMS_MOST = 30;
const WORDS_MOST = 6;

/** Names of all concepts, in the order of the tables of README.md. */
export function conceptNames(folder: URL = CONCEPT_FOLDER): readonly string[] {
  return readFileSync(new URL('README.md', folder), 'utf8').split('\n').flatMap((line) => /^\| ([a-z-]+) \| \S/u.exec(line)?.[1] ?? []);
}

export function conceptTags(folder: URL = CONCEPT_FOLDER): readonly string[] {
  return readdirSync(folder).flatMap((name) => /^(.+)\.txt$/u.exec(name)?.[1] ?? []).sort();
}

export function readConcepts(lang: string, folder: URL = CONCEPT_FOLDER): readonly ConceptForms[] {
  const file = new URL(`${lang}.txt`, folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => {
    const at = line.indexOf(':');
    return { concept: line.slice(0, Math.max(at, 0)), forms: line.slice(at + 1).split(',').map((form) => form.trim()).filter((form) => form !== '') };
  });
}

/** What is wrong with the concepts of a language. */
export function lintConcepts(lang: string, folder: URL = CONCEPT_FOLDER): readonly CorpusFault[] {
  const lines = readConcepts(lang, folder);
  const names = conceptNames(folder);
  const fault = (index: number, text: string): CorpusFault => ({ file: `concepts/${lang}.txt`, line: index + 1, fault: text });
  return [
    ...(lines.map(({ concept }) => concept).join() === names.join() ? [] : [fault(0, `has not the ${names.length} concepts of README.md in their order`)]),
    ...lines.flatMap(({ concept, forms }, index) => [
      ...(forms.length > FORMS_MOST ? [fault(index, `${concept} has ${forms.length} forms, more than ${FORMS_MOST}`)] : []),
      ...(new Set(forms).size < forms.length ? [fault(index, `${concept} has a form twice`)] : []),
      ...forms.flatMap((form) => [
        ...(form.split(/\s+/u).length > WORDS_MOST ? [fault(index, `"${form}" has more than ${WORDS_MOST} words`)] : []),
        ...(/\p{L}/u.test(form) ? [] : [fault(index, `"${form}" has no letter: every number and every picture would name it`)]),
        ...(form === form.toLowerCase() && form === form.normalize('NFC') ? [] : [fault(index, `"${form}" is not in lower case and NFC`)]),
        ...(/\p{L}\*./u.test(form) || form === '*' ? [fault(index, `"${form}" has a star inside`)] : []),
      ]),
    ]),
  ];
}
