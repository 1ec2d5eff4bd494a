// Reads the forms of text cues: cues/TAG.txt, plain files that a person can read and extend (cues/README.md).

import { readFileSync } from 'node:fs';

export { CUES, type Cue } from '../../src/contract/text-cues.ts';

/** The languages of the catalogues; Hindi in both scripts. Others are not covered. */
export const CUE_TAGS = ['en', 'es', 'pt', 'fr', 'de', 'hi', 'hi-Latn', 'id', 'ar', 'my'] as const;
export type CueTag = (typeof CUE_TAGS)[number];

export const CUE_FOLDER = new URL('./cues/', import.meta.url);
/** Lines with a plus that one cue may have in one language. */
export const PAIRS_MOST = 2;

export interface CueFault { readonly file: string; readonly line: number; readonly fault: string }

/** One line of a file. `forms`: any of them is the cue. `pair`: one of `forms` near one of `others` is. `unless`: with any of them there is no cue. */
export interface CueLine {
  readonly line: number;
  readonly cue: string;
  readonly kind: 'forms' | 'pair' | 'unless';
  readonly forms: readonly string[];
  /** Empty but for a pair. */
  readonly others: readonly string[];
}

/** All lines of a language, in their order; comments and empty lines are left out. */
export function readCues(tag: string, folder: URL = CUE_FOLDER): readonly CueLine[] {
  return readFileSync(new URL(`${tag}.txt`, folder), 'utf8').split('\n').flatMap((text, index): CueLine[] => {
    if (text.trim() === '' || text.startsWith('#')) return [];
    const [head = '', ...rest] = text.split(':');
    const [left = '', ...right] = rest.join(':').split(' + ');
    const unless = head.endsWith(' unless');
    return [{
      line: index + 1, cue: unless ? head.slice(0, -' unless'.length) : head,
      kind: unless ? 'unless' : right.length > 0 ? 'pair' : 'forms', forms: listed(left), others: listed(right.join(',')),
    }];
  });
}

function listed(text: string): readonly string[] {
  return text.split(',').map((form) => form.trim()).filter((form) => form !== '');
}
