// Reads the texts that text cues are measured on: cue-texts/TAG/{positive,negative,second,third,later}.txt (cue-texts/README.md).

import { readFileSync } from 'node:fs';
import { CUES, type Cue } from './cue-files.ts';

export const CUE_TEXT_FOLDER = new URL('./cue-texts/', import.meta.url);
/** Headings of negative.txt: what comes close to a cue, and any other chat. */
const NEGATIVE = ['near', 'plain'] as const;
/** Later texts of earlier rounds: scored once, then for choosing. */
const SPENT = ['second', 'third'] as const;

export interface CueText {
  readonly text: string;
  /** Null for a text without any cue. */
  readonly cue: Cue | null;
  readonly heading: Cue | (typeof NEGATIVE)[number] | '';
  /** Under each heading the first text, the third and so on are for choosing forms, the others only for reporting; `later`: written when the forms stood. */
  readonly half: 'choose' | 'report' | 'later';
  readonly file: string;
  readonly line: number;
}

export function readCueTexts(tag: string, folder: URL = CUE_TEXT_FOLDER): readonly CueText[] {
  return [
    ...readHeadings(`${tag}/positive.txt`, CUES, folder),
    ...readHeadings(`${tag}/negative.txt`, NEGATIVE, folder),
    ...SPENT.flatMap((name) => readHeadings(`${tag}/${name}.txt`, [...CUES, ...NEGATIVE], folder).map((text): CueText => ({ ...text, half: 'choose' }))),
    ...readHeadings(`${tag}/later.txt`, [...CUES, ...NEGATIVE], folder).map((text): CueText => ({ ...text, half: 'later' })),
  ];
}

function readHeadings<Heading extends Cue | (typeof NEGATIVE)[number]>(path: string, headings: readonly Heading[], folder: URL): readonly CueText[] {
  let heading: CueText['heading'] = '';
  let n = 0;
  return readFileSync(new URL(path, folder), 'utf8').split('\n').flatMap((text, index): CueText[] => {
    if (text.startsWith('## ')) {
      heading = headings.find((one) => one === text.slice(3)) ?? '';
      n = 0;
      return [];
    }
    if (text.trim() === '') return [];
    const cue = CUES.find((one) => one === heading) ?? null;
    return [{ text, cue, heading, half: n++ % 2 === 0 ? 'choose' : 'report', file: `cue-texts/${path}`, line: index + 1 }];
  });
}
