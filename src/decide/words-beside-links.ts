import { findLinks } from './find-links.ts';

/** First unit of the scripts that write without spaces, or a syllable a unit: Thai and what follows it. */
const FIRST_DENSE = 0x0e00;

/**
 * About how many letters a folded text has outside its links; those of Thai, Burmese, CJK and the like count three, as in
 * the kernel's gate for short texts. Anything above ASCII counts as a letter: engines differ in their Unicode version. O(n).
 */
export function wordsBesideLinks(text: string): number {
  let letters = 0;
  let at = 0;
  for (const link of [...findLinks(text), { start: text.length, end: text.length }]) {
    for (; at < link.start; at++) letters += weight(text.charCodeAt(at));
    at = link.end;
  }
  return letters;
}

function weight(unit: number): number {
  if (unit >= FIRST_DENSE) return 3;
  return unit >= 0x80 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) ? 1 : 0;
}
