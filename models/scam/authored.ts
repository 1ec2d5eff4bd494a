// Rows of the authored corpus (corpus/LANG, CC0): slots filled and small carelessness, both seeded. Called "authored" everywhere.

import { createRng, type Rng } from '../build/rng.ts';
import { corpusTags, readCorpus, type CorpusText } from './corpus-files.ts';
import type { Row } from './dataset.ts';
import { careless } from './noise.ts';
import { languageOf } from './shape.ts';
import { fillSlots } from './slots.ts';

/** Draws of each text for training; the first is as it was written. */
export const COPIES = { scam: 2, benign: 2 } as const;

/** @param copies draws a text; 1: as it was written, slots filled */
export function authoredRows(seed: number, copies: Readonly<Record<CorpusText['label'], number>> = COPIES, tags: readonly string[] = corpusTags()): readonly Row[] {
  return tags.flatMap((lang) => {
    // By language, so that one more language changes no other's draws.
    const rng = createRng(seed ^ checksum(lang));
    return readCorpus(lang).texts.flatMap((text) => Array.from({ length: copies[text.label] }, (_, copy) => rowOf(text, copy, rng)));
  });
}

function rowOf(text: CorpusText, copy: number, rng: Rng): Row {
  const filled = fillSlots(text.text, text.lang, text.label === 'scam', rng);
  return {
    text: copy === 0 ? filled : careless(filled, text.lang, rng), label: text.label === 'scam' ? 'scam' : text.name === 'promotion' ? 'spam' : 'ham',
    lang: languageOf(text.lang), source: 'authored', group: `${text.file}:${text.line}`, file: text.file, name: text.name, drawn: copy > 0,
  };
}

function checksum(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}
