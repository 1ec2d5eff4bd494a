// Where a disguised word may begin and end, judged on the glyphs around it.

import { BREAK, SYMBOLS } from '../memory';
import { unitAt } from '../normalise/output';
import { READING_LETTERS, READING_OTHER_SCRIPT, READING_PUNCTUATION } from '../normalise/readings';
import { SYMBOL_SPACE } from '../normalise/symbols';
import { CLASS_LETTER } from '../normalise/tables';
import { classOfUnit } from './edges';
import {
  cpOf, GLYPH_DIGIT, GLYPH_LETTER, GLYPH_SIGN, GLYPH_SPACE, GLYPH_STYLED, glyphAt, glyphCount, isCapital, kindAt, readingsAt, unitOf,
} from './glyphs';

/** Shorter terms are not taken out of a run of letters and digits: `st` is no word of `1st`. */
const GLUED_UNITS: i32 = 3;
/** Signs of the longest letter spelled with several. */
const SPELLED_SIGNS: i32 = 4;
/** A word by itself that is all look-alikes is a word of their script where it is shorter. */
const LONE_WORD_UNITS: i32 = 5;

/** The passage is shown from right to left. */
export let backwards: bool = false;
/** A # stands before, in the same run without spaces. */
export let inHashtag: bool = false;
/** The word in hand begins, the one judged last ends where a capital does, inside a hashtag. */
export let beginsCamel: bool = false;
export let endsCamel: bool = false;

export function forgetBorders(reversed: bool): void {
  backwards = reversed;
  inHashtag = beginsCamel = endsCamel = false;
}

/** Has every glyph of the passage pass by. */
export function noteSign(glyph: usize, kind: u32): void {
  if (kind == GLYPH_SPACE) inHashtag = false;
  else if (kind == GLYPH_SIGN && cpOf(glyph) == 0x23) inHashtag = true;
}

/** Whether `sign` stands behind glyph `k`. */
function closes(k: i32, sign: u32): bool {
  for (let i = k + 1; i < glyphCount; i++) if (cpOf(glyphAt(i)) == sign) return true;
  return false;
}

/** Whether a sign may be the first letter of a word: brackets that are not closed, and what no ordinary word begins with. */
function mayBeLetter(k: i32, glyph: usize): bool {
  const readings = readingsAt(glyph);
  const cp = cpOf(glyph);
  if (cp == 0x28) return !closes(k, 0x29);
  if (cp == 0x3c) return !closes(k, 0x3e);
  if (cp == 0x5b) return !closes(k, 0x5d);
  // | / \ and ! with a letter right behind them, which may be spelled with the same again.
  if (cp == 0x7c || cp == 0x2f || cp == 0x5c || cp == 0x21) {
    let last = k;
    while (last < k + SPELLED_SIGNS - 1 && kindAt(glyphAt(last + 1)) == GLYPH_SIGN) last++;
    if (kindAt(glyphAt(last + 1)) < GLYPH_DIGIT) last = k;
    return kindAt(glyphAt(last + 1)) > GLYPH_SPACE && !closes(last, cp);
  }
  return (readings & READING_PUNCTUATION) == 0 && (readings & READING_LETTERS) != 0;
}

/** Whether glyph `k` stands in a row of the same letter, marks between them: the first of them is walked from. */
function isRepeated(k: i32, glyph: usize): bool {
  return k > 3 && cpOf(glyph - 32) == cpOf(glyph) && cpOf(glyph - 64) == cpOf(glyph)
    && kindAt(glyph - 16) < GLYPH_DIGIT && kindAt(glyph - 48) < GLYPH_DIGIT;
}

/** Whether a phrase may go on at a glyph without its space: hashtags have none. */
export function joinsWord(glyph: usize): bool {
  return inHashtag && kindAt(glyph) == GLYPH_LETTER;
}

/** Whether a word may begin with glyph `k`. */
export function mayBegin(k: i32, glyph: usize, kind: u32): bool {
  beginsCamel = false;
  if (kind < GLYPH_DIGIT && (kind != GLYPH_SIGN || !mayBeLetter(k, glyph))) return false;
  if (k == 0) return true;
  const before = kindAt(glyph - 16);
  if (before == GLYPH_DIGIT && kind == GLYPH_DIGIT) return false;
  // In a row of signs that read as letters the first one begins.
  if (kind == GLYPH_SIGN && before == GLYPH_SIGN && mayBeLetter(k - 1, glyph - 16)) return false;
  if (before < GLYPH_LETTER) return !isRepeated(k, glyph);
  beginsCamel = inHashtag && isCapital(glyph) && !isCapital(glyph - 16);
  return beginsCamel;
}

/** Whether a term of `length` units may stand between glyphs `begin` and `end`. @param spelled its last letter is several signs */
export function mayStand(begin: i32, end: i32, length: i32, spelled: bool): bool {
  endsCamel = false;
  if (length < GLUED_UNITS && begin > 0 && kindAt(glyphAt(begin - 1)) == GLYPH_DIGIT) return false;
  const glyph = glyphAt(end);
  const kind = kindAt(glyph);
  if (kind == GLYPH_SIGN && !spelled && (readingsAt(glyph) & READING_PUNCTUATION) != 0) return cpOf(glyph) == 0x7c && (begin == 0 || cpOf(glyphAt(begin - 1)) != 0x7c);
  let next = end + 1;
  if (kindAt(glyphAt(next)) == GLYPH_DIGIT) {
    if (kind == GLYPH_DIGIT || length < GLUED_UNITS) return false;
    while (kindAt(glyphAt(next)) == GLYPH_DIGIT) next++;
  }
  if (kindAt(glyphAt(next)) < GLYPH_LETTER) return true;
  endsCamel = inHashtag && isCapital(glyphAt(next)) && !isCapital(glyph);
  return endsCamel;
}

/** Whether no letter stands alone beside glyphs [begin, end], a space away. */
export function isAlone(begin: i32, end: i32): bool {
  return !isLone(begin - 2, begin - 1, -1) && !isLone(end + 2, end + 1, 1);
}

function isLone(at: i32, space: i32, way: i32): bool {
  if (at < 0 || at >= glyphCount || kindAt(glyphAt(space)) != GLYPH_SPACE || kindAt(glyphAt(at)) < GLYPH_LETTER) return false;
  const beyond = at + way;
  return beyond < 0 || beyond >= glyphCount || kindAt(glyphAt(beyond)) < GLYPH_LETTER;
}

/** Letters a–z and other letters of the surface counted last, and where it stands in FOLDED. */
let textLatin: i32 = 0;
let textForeign: i32 = 0;
let textFrom: i32 = 0;
let textEnd: i32 = 0;

export function forgetText(): void {
  textFrom = textEnd = 0;
}

function countText(at: i32): void {
  textLatin = textForeign = 0;
  textFrom = at;
  while (textFrom > 0 && unitAt(textFrom - 1) != BREAK) textFrom--;
  for (textEnd = textFrom; unitAt(textEnd) != BREAK; textEnd++) {
    const symbol = <u32>load<u8>(SYMBOLS + <usize>textEnd);
    if (symbol - 1 < 26) textLatin++;
    else if (symbol > SYMBOL_SPACE && unitAt(textEnd) > 0x7f && classOfUnit(textEnd) == CLASS_LETTER) textForeign++;
  }
}

/** Greek, Cyrillic but for its last letters of few languages, Armenian, Greek with accents. */
export function isClose(cp: u32): bool {
  return cp - 0x370 < 0x190 || cp - 0x530 < 0x60 || cp - 0x1f00 < 0x100;
}

/**
 * Whether a word that is all look-alikes counts: not all of them of a living script far from Latin, and the text around it
 * is not written in other letters than Latin.
 */
export function isForeignDisguise(begin: i32, end: i32): bool {
  let near = false;
  let units = 0;
  for (let k = begin; k <= end; k++) {
    const glyph = glyphAt(k);
    const kind = kindAt(glyph);
    if (kind == GLYPH_STYLED) return true;
    if (kind != GLYPH_LETTER) continue;
    const far = (readingsAt(glyph) & READING_OTHER_SCRIPT) != 0;
    // Letters that no language close to Latin is written in today: small capitals, mathematical and ancient ones.
    if (!far && !isClose(cpOf(glyph))) return true;
    if (!far) near = true;
    units++;
  }
  return near && isAmongLatin(unitOf(glyphAt(begin)), units);
}

/** Whether the word of `units` letters other than a–z at folded unit `at` stands among Latin letters, or is long and all there is. */
export function isAmongLatin(at: i32, units: i32): bool {
  if (at < textFrom || at >= textEnd) countText(at);
  const foreign = textForeign - units;
  return foreign == 0 && textLatin == 0 ? units >= LONE_WORD_UNITS : foreign < textLatin;
}
