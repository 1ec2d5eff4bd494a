// The characters of a passage that looks disguised, one record each, in reading order:
//
//   GLYPHS  16 bytes each  { code point u32, readings u32 (normalise/readings.ts), first unit in FOLDED u32, kind u8, units u8 }

import { BREAK, GLYPHS } from '../memory';
import { unitAt } from '../normalise/output';
import { READING_FLAG_LETTER, READING_LETTER, readingsOf } from '../normalise/readings';
import {
  CLASS_DIGIT, CLASS_LETTER, CLASS_MARK, CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOfRecord, expansionOf, isUpper, OPERATION_EXPAND,
  OPERATION_SHIFT, operationOf, recordOf,
} from '../normalise/tables';
import { codePointAt, inputAt, originAt } from './edges';

/** Ends every passage. */
export const GLYPH_END: u32 = 0;
export const GLYPH_SPACE: u32 = 1;
/** Punctuation, symbols, emoji. */
export const GLYPH_SIGN: u32 = 2;
/** Letters of scripts without spaces. */
export const GLYPH_UNSPACED: u32 = 3;
export const GLYPH_DIGIT: u32 = 4;
export const GLYPH_LETTER: u32 = 5;
/** A picture or sign that is a Latin letter to look at. */
export const GLYPH_STYLED: u32 = 6;

export let glyphCount: i32 = 0;
/** Most glyphs that stand in GLYPHS since the last `glyphsUsed`. */
let most: i32 = 0;
/** The passage holds letters other than a–z. */
export let foreignLetters: bool = false;

/** Glyphs that may hold something of a text; asked for once, before they are zeroed. */
export function glyphsUsed(): i32 {
  const used = most;
  most = glyphCount = 0;
  return used;
}

export function glyphAt(k: i32): usize {
  return GLYPHS + (<usize>k << 4);
}

export function cpOf(glyph: usize): u32 {
  return load<u32>(glyph);
}

export function readingsAt(glyph: usize): u32 {
  return load<u32>(glyph, 4);
}

export function unitOf(glyph: usize): i32 {
  return load<i32>(glyph, 8);
}

export function kindAt(glyph: usize): u32 {
  return load<u8>(glyph, 12);
}

export function widthOf(glyph: usize): i32 {
  return load<u8>(glyph, 13);
}

export function isCapital(glyph: usize): bool {
  return kindAt(glyph) == GLYPH_LETTER && isUpper(recordOf(codePointAt(originAt(unitOf(glyph))))) != 0;
}

/** Whether a letter a–z was written as a symbol that only looks like one, or folds to one. */
export function isStyled(glyph: usize): bool {
  return inputAt(originAt(unitOf(glyph))) >= STYLED;
}

/** Whether it was written as `%41`. */
export function isPercent(glyph: usize): bool {
  return widthOf(glyph) > 2;
}

function hexDigit(unit: u32): u32 {
  if (unit - 0x30 < 10) return unit - 0x30;
  return unit - 0x61 < 6 ? unit - 0x57 : 256;
}

/** A byte written as `%41` at a unit, or 256 and more. */
function percentByte(at: i32): u32 {
  return unitAt(at) != 0x25 ? 256 : hexDigit(unitAt(at + 1)) << 4 | hexDigit(unitAt(at + 2));
}

let decodedUnits: i32 = 0;

/** The folded character that `%41` or a UTF-8 sequence of such bytes stands for, or 0 (RFC 3986 §2.1). */
function decodePercent(at: i32): u32 {
  const first = percentByte(at);
  if (first > 255) return 0;
  let cp = first;
  let more = first < 0x80 ? 0 : first - 0xc2 < 0x1e ? 1 : first - 0xe0 < 16 ? 2 : first - 0xf0 < 5 ? 3 : -1;
  if (more < 0) return 0;
  if (more > 0) cp = first & (0x3f >> more);
  decodedUnits = 3;
  for (; more > 0; more--) {
    const next = percentByte(at + decodedUnits);
    if ((next & ~0x3f) != 0x80) return 0;
    cp = cp << 6 | (next & 0x3f);
    decodedUnits += 3;
  }
  if (cp > 0x10ffff) return 0;
  const record = recordOf(cp);
  if (operationOf(record) == OPERATION_SHIFT) return (cp + (record >> 16)) & 0xffff;
  return operationOf(record) == OPERATION_EXPAND ? load<u16>(expansionOf(record)) : cp < 0x80 && cp - 0x41 < 26 ? cp | 0x20 : cp;
}

function kindOfCharacter(cp: u32, readings: u32): u32 {
  if (cp == 0x20) return GLYPH_SPACE;
  const kind = classOfRecord(recordOf(cp));
  if (kind == CLASS_LETTER || kind == CLASS_MARK) {
    if (cp > 0x7f) foreignLetters = true;
    return GLYPH_LETTER;
  }
  if (kind == CLASS_DIGIT) return GLYPH_DIGIT;
  if (kind == CLASS_UNSPACED_LETTER || kind == CLASS_UNSPACED_MARK) return GLYPH_UNSPACED;
  return (readings & (READING_LETTER | READING_FLAG_LETTER)) != 0 ? GLYPH_STYLED : GLYPH_SIGN;
}

/** Letter-like symbols and what follows, halves of code points too; the letters of alphabets stand before. */
export const STYLED: u32 = 0x2100;

/** I and l are one to look at (UTS #39): a capital I reads as l, a styled l as i; so does ł, which some fonts have for it. */
function otherReading(unit: u32, at: i32): u32 {
  const cp = inputAt(originAt(at));
  if (unit == 0x69) return <u32>(cp == 0x49 || cp >= STYLED) << (0x6c - 0x61);
  return <u32>(cp >= STYLED || (cp + 1) >> 1 == 0xa1) << (0x69 - 0x61);
}

// @ts-ignore: decorator
@inline
function put(cp: u32, readings: u32, at: i32, kind: u32, width: u32): void {
  const glyph = glyphAt(glyphCount++);
  store<u64>(glyph, <u64>readings << 32 | <u64>cp);
  store<u64>(glyph, <u64>(kind | width << 8) << 32 | <u64>at, 8);
}

/** Glyphs of one passage; a longer one is read in pieces. */
const PIECE_GLYPHS: i32 = 1_024;
/** Letters of one run that are told apart. */
const RUN_GLYPHS: i32 = 128;

/** Reads folded units [from, to) as glyphs, as many as a passage has. Of a long run of one letter those beyond are left out, but for the last. @returns the unit behind */
export function readGlyphs(from: i32, to: i32): i32 {
  // Behind a digit it is a percentage.
  let percentEnd = -1;
  glyphCount = 0;
  foreignLetters = false;
  let run = 0;
  let at = from;
  while (at < to && glyphCount < PIECE_GLYPHS) {
    const unit = unitAt(at);
    if (unit - 0x61 < 26) {
      run = unit == unitAt(at - 1) ? run + 1 : 0;
      if (run > RUN_GLYPHS) while (at + 1 < to && unitAt(at + 1) == unit) at++;
      // Of a–z only u and v read as another, each as the other.
      const readings = unit == 0x69 || unit == 0x6c ? otherReading(unit, at) : unit - 0x75 < 2 ? readingsOf(unit) : 0;
      put(unit, readings, at, GLYPH_LETTER, 1);
      at++;
      continue;
    }
    let cp = unit;
    let width = 1;
    if ((unit & 0xfc00) == 0xd800) {
      cp = 0x10000 + ((unit - 0xd800) << 10) + (unitAt(at + 1) - 0xdc00);
      width = 2;
    } else if (unit == 0x25 && (at == percentEnd || unitAt(at - 1) - 0x30 > 9)) {
      const decoded = decodePercent(at);
      if (decoded != 0) {
        cp = decoded;
        width = decodedUnits;
        percentEnd = at + width;
      }
    }
    const readings = unit == BREAK ? 0 : readingsOf(cp);
    put(cp, readings, at, unit == BREAK ? GLYPH_END : kindOfCharacter(cp, readings), width);
    at += width;
  }
  // Nothing of an earlier passage may go on behind this one.
  put(0, 0, at, GLYPH_END, 0);
  glyphCount--;
  most = max(most, glyphCount + 1);
  return at;
}

/** First and last glyph that an override turns around. */
export let reversedFirst: i32 = 0;
export let reversedLast: i32 = 0;

/** Turns the glyphs of folded units [from, to) around: what an override shows from right to left. */
export function reverseGlyphs(from: i32, to: i32): void {
  let low = 0;
  let high = glyphCount - 1;
  while (low < high && unitOf(glyphAt(low)) < from) low++;
  while (high > low && unitOf(glyphAt(high)) >= to) high--;
  reversedFirst = low;
  reversedLast = high;
  for (; low < high; low++, high--) {
    const a = glyphAt(low);
    const b = glyphAt(high);
    const keep0 = load<u64>(a);
    const keep1 = load<u64>(a, 8);
    memory.copy(a, b, 16);
    store<u64>(b, keep0);
    store<u64>(b, keep1, 8);
  }
}
