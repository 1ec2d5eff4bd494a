// What is only a part of something longer: a number, a tag, a syllable of Thai, Lao or Khmer.

import type { Form, Reading } from './match-reading.ts';

/** Marks, and vowels written as letters. */
const VOWEL = '[\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e\\u0eb0-\\u0ebd\\u0ec5\\u0ec7-\\u0ece\\u17b4-\\u17d3]';
/** A syllable that may take one more consonant: its vowel, or one before its consonant, and a tone. */
const OPEN = /(?:(?<![\u0e4d\u0ecd])[\u0e2d\u0e32\u0e34-\u0e39\u0ead\u0eb2\u0eb4-\u0eb9\u17b6-\u17c2\u17c4]|[เแโເແໂ].|\u0e35\u0e22)[\u0e48-\u0e4b\u0ec8-\u0ecb]?$/s;
/** A consonant that may be the last, and is not the first of a syllable of its own: กิ, กอด, กลา. */
const FINAL = new RegExp(`^[ก-สກ-ສ\\u1780-\\u179f](?!${VOWEL}|[อອ](?!${VOWEL})|[รลวຣລວ]${VOWEL})`, 'u');

export const takesFinal = (text: string, last: number): boolean => FINAL.test(text.slice(last + 1)) && OPEN.test(text.slice(0, last + 1));

/** Digits on one side, or -1 where they are those of a word. */
function digits({ kind, inWord }: Reading, at: number, way: number): number {
  let count = 0;
  while (kind(at + way * (count + 1)) === 'digit') count++;
  return inWord(at + way * (count + 1)) ? -1 : count;
}

/** Whether the digit at the edge of a hit has another one behind a sign that parts digits. */
function isInNumber(reading: Reading, at: number, way: number): boolean {
  const sign = at + way;
  if (reading.kind(at) !== 'digit' || reading.kind(sign + way) !== 'digit') return false;
  if (reading.text[sign] !== ' ') return /^[.,']$/.test(reading.text[sign] ?? '');
  return digits(reading, sign, 1) === 3 && [1, 2, 3].includes(digits(reading, sign, -1));
}

export function isLonger({ match, text: term }: Form, reading: Reading, start: number, last: number): boolean {
  if (match === 'anywhere') return false;
  if (isInNumber(reading, start, -1)) return true;
  if (match !== 'word') return false;
  const behind = last + 1 + (/^_*/.exec(reading.text.slice(last + 1))?.[0].length ?? 0);
  return isInNumber(reading, last, 1) || (reading.text[start] === '#' && reading.inWord(behind)) || (term.length < 5 && takesFinal(reading.text, last));
}
