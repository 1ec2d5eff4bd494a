/** Names and file names are written by strangers: what they may do to a line of text ends here. */

// Controls, bidi controls, line and paragraph separators and the rest that only steers: General_Category Cc, Cf, Zl, Zp. The
// joiners ZWNJ and ZWJ stay: names in Persian, Sinhala and Burmese are written with them.
const STEERING = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Nothing to see: spaces, joiners, fillers, the empty Braille pattern. */
const BLANK = /^[\s\u200c\u200d\u115f\u1160\u3164\uffa0\u2800]*$/u;

/** A name, or the text of a link, as one line of at most so many characters. Undefined: there is nothing left to see. */
export function plainLine(text: unknown, most = 80): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = text.slice(0, most * 16).replace(STEERING, '').trim();
  if (BLANK.test(line)) return undefined;
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** A name to save under: no folders, no leading dots, and nothing that hides the ending (U+202E and its like). */
export function plainFileName(name: unknown): string {
  if (typeof name !== 'string') return 'file';
  const line = name.slice(-1000).replace(STEERING, '').replace(/[\\/:*?"<>|]/gu, '_').replace(/^[.\s]+/u, '').trim();
  return line === '' ? 'file' : [...line].slice(-120).join('');
}
