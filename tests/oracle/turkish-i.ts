// Dotted and dotless i as Turkish has them, slow and obvious: which one a letter of the original text is, and whether a place in
// a text writes the other one than a listed word.

import { isDecorated } from './match-reading.ts';
import type { Reading } from './match-reading.ts';

export type Dot = 'dotless' | 'dotted' | 'capital' | 'any';

/** Units around a hit in which an accent tells of the keyboard. */
const NEAR_UNITS = 64;

/** What i the letter of folded unit `unit` is; `any` for what is no plain i, and for every other letter. */
export function dotOf({ input, origins }: Reading, unit: number): Dot {
  const written = input.slice(origins[unit] ?? 0);
  if (/^(?:[^]\u0307|[iİ](?![\u0300-\u036f]))/.test(written)) return 'dotted';
  if (/^ı(?![\u0300-\u036f])/.test(written)) return 'dotless';
  return /^I(?![\u0300-\u036f])/.test(written) ? 'capital' : 'any';
}

interface Dotted {
  /** What each i of a word is, `any` for its other letters; `undefined` where its list does not tell them apart. */
  readonly dots: readonly Dot[] | undefined;
  /** Nobody writes it right in A–Z alone, whatever the case. */
  readonly marked: boolean;
}

/**
 * Whether another i stands in the text than in the word.
 * @param place the folded unit where the word's unit is read @param from first folded unit of the hit @param to last
 */
export function isOtherI({ dots, marked }: Dotted, reading: Reading, place: (unit: number) => number, from: number, to: number): boolean {
  if (dots === undefined) return false;
  const hasAccent = (first: number, last: number): boolean => (
    Array.from(reading.text.slice(Math.max(0, first), last + 1).split(''), (_, i) => Math.max(0, first) + i).some((unit) => isDecorated(reading, unit)));
  if (marked && !hasAccent(from, to)) return false;
  return dots.some((dot, i) => {
    const read = dotOf(reading, place(i));
    if (dot === 'dotless') return read === 'dotted';
    return dot === 'dotted' && (read === 'dotless' || (read === 'capital' && hasAccent(from - NEAR_UNITS, to + NEAR_UNITS)));
  });
}
