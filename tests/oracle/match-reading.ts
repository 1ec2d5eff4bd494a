// A text and a listed word as the matcher sees them, slow and obvious: folded units and the characters they come from.

import { caseFold, foldCharacter, normalise, UNDECOMPOSED } from './normalise.ts';
import { dotOf } from './turkish-i.ts';
import type { Dot } from './turkish-i.ts';
import { mayBeAll } from './zawgyi.ts';
import type { WordEntry } from '../../src/text/text-kernel.ts';

/** Characters of scripts without spaces. */
export const UNSPACED = new RegExp(`^[${[
  'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script', 'Thai', 'Lao', 'Khmer',
  'Myanmar', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Tibetan', 'Javanese', 'Balinese',
].map((s) => `\\p{Script=${s}}`).join('')}\\u30fc\\uff70\\u3099\\u309a\\uff9e\\uff9f]$`, 'u');
export const MARK = /^[\p{M}\u0e33\u0eb3\uff9e\uff9f]$/u;

export type Kind = 'letter' | 'digit' | 'mark' | 'unspaced' | 'picture' | 'flag' | 'none';

/** What a character is to the edges of words. */
export function kindOf(c: string): Kind {
  if (/^\p{Regional_Indicator}$/u.test(c)) return 'flag';
  if (c === '' || /^[\p{White_Space}\p{Surrogate}\u20e3]$/u.test(c)) return 'none';
  if (/^\p{Extended_Pictographic}$/u.test(c) && foldCharacter(c) === c) return 'picture';
  if (MARK.test(c)) return 'mark';
  if (UNSPACED.test(c) && /^[\p{L}\p{N}\p{S}]$/u.test(c)) return 'unspaced';
  if (/^[\p{L}\p{Alphabetic}]$/u.test(c) || /^\p{N}$/u.test(c) && /^\p{Script=Latin}$/u.test(c)) return 'letter';
  if (/^\p{N}$/u.test(c)) return 'digit';
  return /^\p{Extended_Pictographic}$/u.test(c) ? 'picture' : 'none';
}

/** The text as characters that fold to something, each with its place; what is dropped belongs to the one before. */
interface Character { readonly c: string; readonly at: number; readonly end: number }

function characters(input: string): readonly Character[] {
  const out: Character[] = [];
  let at = 0;
  for (const c of input) {
    out.push({ c, at, end: at + c.length });
    at += c.length;
  }
  return out;
}

export interface PlainOptions {
  /** Whether a term may have one space inside. Default true. */
  readonly splits?: boolean;
  /** Everyday words; none by default, as in a kernel that was not given any. */
  readonly isCommon?: (word: string) => boolean;
}

/** A text as it is folded, and what its units were before. */
export interface Reading {
  readonly input: string;
  readonly text: string;
  readonly origins: readonly number[];
  /** The character that a folded unit comes from; '' outside. */
  character(unit: number): string;
  kind(unit: number): Kind;
  /** Letter, digit or mark of a script with spaces. */
  inWord(unit: number): boolean;
  /** End, in the input, of what folded unit `last` ends with: its dropped marks, not the controls behind them. */
  end(last: number): number;
}

export function readingOf(input: string, zawgyi = false): Reading {
  const { text, origins } = normalise(input, zawgyi);
  const all = characters(input);
  const starting = new Map(all.map((character) => [character.at, character]));
  const character = (unit: number): string => (unit < 0 || unit >= text.length ? '' : starting.get(origins[unit] ?? -1)?.c ?? '');
  const kind = (unit: number): Kind => kindOf(character(unit));
  return {
    input, text, origins, character, kind,
    inWord: (unit) => kind(unit) === 'letter' || kind(unit) === 'digit' || (kind(unit) === 'mark' && !UNSPACED.test(character(unit))),
    end: (last) => {
      let next = last + 1;
      while (next < text.length && origins[next] === origins[last]) next++;
      const limit = origins[next] ?? input.length;
      const trailing = all.filter(({ at, end }) => at > (origins[last] ?? 0) && end <= limit);
      while (trailing.length > 0 && isControl(trailing.at(-1)?.c ?? '')) trailing.pop();
      return trailing.at(-1)?.end ?? starting.get(origins[last] ?? 0)?.end ?? 0;
    },
  };
}

/** A way in which a word is looked for: its folded form and what follows from it. */
export interface Form {
  readonly text: string;
  readonly match: 'word' | 'prefix' | 'anywhere';
  readonly entry: number;
  /** Begins only where a word of the text does. */
  readonly bound: boolean;
  readonly letters: boolean;
  /** Matches only where one letter at least has an accent. */
  readonly accented: boolean;
  readonly beginsWithLetter: boolean;
  /** What each i of it is, where the list tells the two apart; and whether nobody writes it right in A–Z alone. */
  readonly dots: readonly Dot[] | undefined;
  readonly marked: boolean;
}

/** The forms of a word: as Unicode and, where it may be, as Zawgyi. */
export function formsOf({ text: word, match = 'word', accents = 'auto', entry, turkish = false }: WordEntry, isCommon: (word: string) => boolean = () => false): readonly Form[] {
  const letters = word.match(/[\u1000-\u102a]/g)?.length ?? 0;
  const runs = [...word].map((c) => c > '\uffff' || foldCharacter(c) !== '' || /[\u1000-\u109f]/.test(c) ? c : '').join('').split(/[^\u1000-\u109f]+/);
  const zawgyi = letters > 0 && mayBeAll(runs, letters > 1) ? [false, true] : [false];
  return zawgyi.flatMap((as) => {
    const reading = readingOf(word, as);
    const text = reading.text.replace(/^ | $/g, '');
    if (text === '') return [];
    const from = reading.text.startsWith(' ') ? 1 : 0;
    const units = Array.from(text.split(''), (_, unit) => unit);
    const first = reading.kind(from);
    const latin = /^[a-z ]+$/.test(text);
    // A capital of the list may be either.
    const dots = turkish ? units.map((unit) => (text[unit] === 'i' ? dotOf(reading, from + unit) : 'any')).map((dot) => (dot === 'capital' ? 'any' : dot)) : undefined;
    const decorated = units.some((unit) => (dots?.[unit] ?? 'any') === 'any' && isDecorated(reading, from + unit));
    return [{
      text, match, entry,
      bound: match !== 'anywhere' && (first === 'letter' || first === 'digit') && text[1] !== '\u20e3',
      letters: units.every((unit) => /[a-z]/.test(text[unit] ?? '') || reading.kind(from + unit) === 'letter'),
      accented: decorated && accents !== 'fold' && (accents === 'exact' || !latin || isCommon(text)),
      beginsWithLetter: first === 'letter',
      dots,
      marked: decorated || (dots?.includes('dotted') === true && dots.includes('dotless')),
    }];
  });
}

/** Whether a letter of an alphabet that is also written without accents has one: not ё, for which е is written, but ı. */
export function isDecorated({ input, origins, character }: Reading, unit: number): boolean {
  const c = character(unit);
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(c) || kindOf(c) !== 'letter') return false;
  const next = input[(origins[unit] ?? 0) + c.length] ?? '';
  return c === 'ı' || [...c.normalize('NFKD')].some((part) => UNDECOMPOSED.includes(caseFold(part)))
    || (!/[ёЁ]/.test(c) && [...c.normalize('NFKD')].slice(1).some((part) => MARK.test(part) && foldCharacter(part) === ''))
    || (/[A-Za-z\xc0-\u024f\u0400-\u052f]/.test(c) && /[\u0300-\u036f]/.test(next) && !(next === '\u0308' && /[еЕ]/.test(c)));
}

/** A format control that belongs to no letter: neither mark, selector nor tag. */
function isControl(c: string): boolean {
  return foldCharacter(c) === '' && /^\p{Default_Ignorable_Code_Point}$/u.test(c) && (c === '\u200c' || !/^[\p{M}\u{e0020}-\u{e007f}]$/u.test(c));
}
