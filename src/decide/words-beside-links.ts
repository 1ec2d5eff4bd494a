import { findLinks } from './find-links.ts';

/**
 * About how many letters a folded text has outside its links; those of Thai, Burmese, CJK and the like count three, as in
 * the kernel's gate for short texts. Anything above ASCII counts as a letter: engines differ in their Unicode version. O(n).
 */
export function wordsBesideLinks(text: string): number {
  let letters = 0;
  let at = 0;
  for (const { start, end } of [...findLinks(text), { start: text.length, end: 0 }]) {
    const words = text.slice(at, start);
    // Thai and what follows it write without spaces, or a syllable a unit.
    letters += words.replace(/[\0-@[-`{-\x7f]/g, '').length + 2 * words.replace(/[\0-\u0dff]/g, '').length;
    at = end;
  }
  return letters;
}
