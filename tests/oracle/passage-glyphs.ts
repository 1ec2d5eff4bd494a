// What the slow lane reads and where, slow and obvious: the characters of a text with the letters each may stand for, and the
// runs of it that look disguised.

import { foldCharacter } from './normalise.ts';
import { kindOf, UNSPACED } from './match-reading.ts';
import type { Reading } from './match-reading.ts';
import { KIND_DIGIT, KIND_FLAG, KIND_LETTER, KIND_OTHER_SCRIPT, KIND_PUNCTUATION, KIND_SIGN, readingsOf } from './readings.ts';

export type GlyphType = 'end' | 'space' | 'sign' | 'unspaced' | 'digit' | 'letter' | 'styled';

export interface Glyph {
  readonly c: string;
  readonly type: GlyphType;
  /** Latin letters it may be read as. */
  readonly letters: string;
  readonly as: 'look' | 'sign' | 'number';
  readonly punctuation: boolean;
  readonly otherScript: boolean;
  /** First unit of the folded text, and how many. */
  readonly unit: number;
  readonly width: number;
  readonly capital: boolean;
}

const bitsOf = (c: string): number => readingsOf(c.codePointAt(0) ?? 0);
const has = (bits: number, bit: number): boolean => Math.floor(bits / bit) % 2 === 1;
const lettersOf = (bits: number): string => [...'abcdefghijklmnopqrstuvwxyz'].filter((_, i) => has(bits, 2 ** i)).join('');

export function typeOf(c: string): GlyphType {
  if (c === '' || c === '\uffff') return 'end';
  if (c === ' ') return 'space';
  const kind = kindOf(c);
  if (kind === 'unspaced' || (kind === 'mark' && UNSPACED.test(c))) return 'unspaced';
  if (kind === 'letter' || kind === 'mark') return 'letter';
  if (kind === 'digit') return 'digit';
  return has(bitsOf(c), KIND_LETTER) || has(bitsOf(c), KIND_FLAG) ? 'styled' : 'sign';
}

/** One byte or UTF-8 sequence written as %41 at the start, and the character it stands for, folded. */
function percentAt(text: string): { readonly c: string; readonly width: number } | undefined {
  for (let bytes = 1; bytes <= 4; bytes++) {
    const written = new RegExp(`^(?:%[0-9a-f]{2}){${String(bytes)}}`).exec(text)?.[0];
    if (written === undefined) return undefined;
    try {
      const c = decodeURIComponent(written);
      if (c === '\0') return undefined;
      const folded = foldCharacter(c);
      return { c: folded === '' ? c : String.fromCodePoint(folded.codePointAt(0) ?? 0), width: written.length };
    } catch {
      continue;
    }
  }
  return undefined;
}

/** What else a letter a–z may be: u and v, a capital I and a styled i or l, which are one to look at. */
function otherLetters(c: string, original: string): string {
  if (c === 'u' || c === 'v') return c === 'u' ? 'v' : 'u';
  if (c === 'i') return original === 'I' || isStyled(original) ? 'l' : '';
  return c === 'l' && (isStyled(original) || /[łŁ]/.test(original)) ? 'i' : '';
}

/** Letter-like symbols and what follows; the letters of alphabets stand before. */
const isStyled = (original: string): boolean => original >= '\u2100';

/** The glyphs of folded units [from, to), in order; one that ends every passage is behind them. */
export function glyphsOf(reading: Reading, from: number, to: number): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let percentEnd = -1;
  for (let unit = from; unit < to && unit < reading.text.length;) {
    const plain = String.fromCodePoint(reading.text.codePointAt(unit) ?? 0);
    // Behind a digit it is a percentage.
    const coded = unit === percentEnd || !/[0-9]/.test(reading.text[unit - 1] ?? '') ? percentAt(reading.text.slice(unit)) : undefined;
    if (coded !== undefined) percentEnd = unit + coded.width;
    const { c, width } = coded ?? { c: plain, width: plain.length };
    const capital = typeOf(c) === 'letter' && /^\p{Lu}$/u.test(reading.character(unit));
    const bits = bitsOf(c);
    glyphs.push({
      c, unit, width, capital, type: typeOf(c), letters: /^[a-z]$/.test(c) ? otherLetters(c, width === 1 ? reading.character(unit) : c) : lettersOf(bits),
      as: has(bits, KIND_SIGN) ? 'sign' : has(bits, KIND_DIGIT) ? 'number' : 'look',
      punctuation: has(bits, KIND_PUNCTUATION), otherScript: has(bits, KIND_OTHER_SCRIPT),
    });
    unit += width;
  }
  return glyphs;
}

/** Folded units between the letters of a spaced word; letters that stand alone before they look like a word; a neighbour's. */
const GAP_UNITS = 24;
const LONE_LETTERS = 3;
const NEIGHBOUR_UNITS = 64;
/** Of what may stand alone: an emoji is two. */
const LONE_UNITS = 2;

export interface Range {
  /** First unit of a term, and the one behind the last that begins one. */
  readonly from: number;
  readonly end: number;
  /** Units read. */
  readonly to: number;
}

/** Greek, Cyrillic, Armenian: what reads as Latin there is also the letters of words. */
export const CLOSE_SCRIPTS = /^[\u0370-\u04ff\u0530-\u058f\u1f00-\u1fff]/;
/** A word of look-alikes by itself that is shorter is one of their script. */
const LONE_WORD_UNITS = 5;

/** Whether a word of `units` letters other than a–z stands in a text of Latin ones, or is long and all of it. */
export function isAmongLatin(reading: Reading, units: number): boolean {
  const latin = reading.text.match(/[a-z]/g)?.length ?? 0;
  const foreign = Array.from(reading.text.split(''), (c, i) => c > '\x7f' && reading.kind(i) === 'letter').filter(Boolean).length - units;
  return foreign === 0 && latin === 0 ? units >= LONE_WORD_UNITS : foreign < latin;
}

/** The passages of a folded text that look disguised: runs without spaces, and their neighbours. */
export function passagesOf(reading: Reading, phrases: boolean): readonly Range[] {
  const { text } = reading;
  const characters = Array.from(text.split(''), (_, i) => {
    const start = /[\udc00-\udfff]/.test(text[i] ?? '') && i > 0 ? i - 1 : i;
    return String.fromCodePoint(text.codePointAt(start) ?? 0);
  });
  const types = characters.map(typeOf);
  const type = (i: number): GlyphType => types[i] ?? 'end';
  const letter = (i: number): boolean => type(i) === 'letter';
  const word = (i: number): boolean => letter(i) || type(i) === 'digit';
  const foreign = (i: number): boolean => letter(i) && !/[a-z]/.test(text[i] ?? '');
  const plain = (i: number): boolean => letter(i) && !foreign(i);
  const odd = (i: number): boolean => type(i) === 'sign' || type(i) === 'styled';
  const space = (i: number): boolean => type(i) === 'space' || type(i) === 'end';

  /** A word in letters that all read as Latin ones, near enough to Latin. */
  function lookalikes(at: number): boolean {
    const run = [.../^[^a-z0-9 ]+/.exec(text.slice(at))?.[0] ?? ''];
    const unread = run.findIndex((c) => lettersOf(bitsOf(c)) === '');
    if (unread >= 0 && typeOf(run[unread] ?? '') === 'letter' && !/^\p{M}$/u.test(run[unread] ?? '')) return false;
    const word = unread < 0 ? run : run.slice(0, unread);
    if (run.join('').length < 2 || !word.some((c) => !has(bitsOf(c), KIND_OTHER_SCRIPT))) return false;
    return word.some((c) => !has(bitsOf(c), KIND_OTHER_SCRIPT) && !CLOSE_SCRIPTS.test(c)) || isAmongLatin(reading, run.join('').length);
  }
  /** Unlike a sign that reads as a letter, one beyond Latin-1 that does not is punctuation. */
  const isPlain = (c: string): boolean => c > '\xff' && lettersOf(bitsOf(c)) === '';
  function disguised(i: number): boolean {
    if (type(i) === 'styled' || (/[il]/.test(text[i] ?? '') && isStyled(reading.character(i)))) return true;
    if (plain(i) && text[i] === text[i - 1] && text[i] === text[i - 2]) return true;
    if (type(i) === 'digit') return letter(i - 1) || letter(i + 1);
    if (foreign(i)) return plain(i - 1) || plain(i + 1) || (!foreign(i - 1) && lookalikes(i));
    if (!odd(i)) return false;
    const twoByDigit = (way: number): boolean => odd(i + way) && type(i + 2 * way) === 'digit';
    if (!letter(i - 1) && !letter(i + 1) && !twoByDigit(1) && !twoByDigit(-1)) return false;
    const c = text[i] ?? '';
    if (!word(i + 1)) return !/[.,!?:;)"']/.test(c) && !isPlain(c);
    if (!word(i - 1)) return !/["'-]/.test(c) && !isPlain(c) || !space(i - 1);
    return !/['\u2019]/.test(c);
  }
  function runsAround(first: number, last: number): Range {
    let [from, end] = [first, last];
    while (from > 0 && !space(from - 1)) from--;
    while (!space(end)) end++;
    const least = Math.max(0, from - NEIGHBOUR_UNITS);
    const isOneUnit = (start: number, stop: number): boolean => (text[start] ?? '') > '\u1fff' || new Set(text.slice(start, stop)).size === 1;
    // Where a letter stands alone, others may.
    let firstEnd = from;
    while (firstEnd < end && !space(firstEnd)) firstEnd++;
    const alone = isOneUnit(from, firstEnd);
    for (let isOne = true; from > Math.max(1, least) && (isOne || phrases);) {
      const stop = --from;
      while (from > least && !space(from - 1)) from--;
      isOne = alone && isOneUnit(from, stop);
    }
    const most = Math.min(text.length, end + NEIGHBOUR_UNITS);
    let to = end;
    while (to < most) {
      const start = to + 1;
      for (to++; to < most && !space(to);) to++;
      if (to - start > LONE_UNITS && !phrases && !(alone && isOneUnit(start, to))) break;
    }
    return { from, end, to };
  }

  const found = new Map<string, Range>();
  const add = (range: Range): void => { found.set(`${String(range.from)} ${String(range.end)}`, range); };
  for (let i = 0; i < text.length; i++) if (disguised(i)) add(runsAround(i, i));
  /** A letter or digit alone, or a sign with spaces around that reads as a letter and is none of tables and lists. */
  const isSingle = (i: number): boolean => {
    if (word(i)) return !word(i - 1) && !word(i + 1);
    const bits = odd(i) ? bitsOf(text[i] ?? '') : 0;
    return lettersOf(bits) !== '' && !has(bits, KIND_PUNCTUATION) && space(i - 1) && space(i + 1);
  };
  let lone: number[] = [];
  const endLone = (): void => {
    const [first, last] = [lone[0], lone.at(-1)];
    if (first !== undefined && last !== undefined && lone.length >= LONE_LETTERS) add(runsAround(first, last));
    lone = [];
  };
  for (let i = 0; i < text.length; i++) {
    if (!word(i) && !isSingle(i)) continue;
    if (!isSingle(i) || i - (lone.at(-1) ?? i) > GAP_UNITS) endLone();
    if (isSingle(i)) lone.push(i);
  }
  endLone();
  return [...found.values()];
}
