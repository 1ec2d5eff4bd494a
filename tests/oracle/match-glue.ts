// What is glued on to a word and belongs to its hit: digits, underscores, a tag as in `xx_name_xx`.

import type { Reading } from './match-reading.ts';

/** Folded unit that ends the letter tied to a name by the underscore at `at`, once or twice: `xx_`; `at` for none. */
function tagFrom({ text, inWord }: Reading, at: number, way: number): number {
  const letter = text[at + way] ?? '';
  if (text[at] !== '_' || !/[a-z]/.test(letter)) return at;
  const end = text[at + 2 * way] === letter ? at + 2 * way : at + way;
  return inWord(end + way) || text[end + way] === '_' ? at : end;
}

/** First unit of what is glued on before `start`: digits and underscores, and a short tag; nothing where a word goes on beyond. */
export function gluedFrom(reading: Reading, start: number): number {
  const from = start - (/[0-9_]*$/.exec(reading.text.slice(0, start))?.[0].length ?? 0);
  if (from === start || reading.text[from - 1] === '%') return start;
  const tag = tagFrom(reading, from, -1);
  return tag === from && reading.inWord(from - 1) ? start : tag;
}

/** Last unit of what is glued on behind `last`: the same, and exclamation marks before a digit. */
export function gluedTo(reading: Reading, last: number): number {
  const to = last + (/^[0-9_]*/.exec(reading.text.slice(last + 1))?.[0].length ?? 0);
  const more = /^!+(?=[0-9])/.exec(reading.text.slice(to + 1))?.[0].length ?? 0;
  if (more > 0) return gluedTo(reading, to + more + 1);
  if (to === last) return last;
  const tag = tagFrom(reading, to, 1);
  return tag === to && reading.inWord(to + 1) ? last : tag;
}
