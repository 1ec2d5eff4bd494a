// What a mark between letters, or over one, says: some stand in running text and some do not.

import { BREAK } from '../memory';
import { unitAt } from '../normalise/output';
import { READING_LETTERS, readingsOf } from '../normalise/readings';
import { classOfUnit, isApostrophe, isWordClass } from './edges';
import { MASKS, seen } from './evidence';
import { cpOf, GLYPH_DIGIT, GLYPH_LETTER, GLYPH_SIGN, GLYPH_UNSPACED, glyphAt, kindAt, readingsAt, unitOf } from './glyphs';
import { begin, standApart } from './way';

/** Sets of marks, bit c - 0x20: & + - / then # $ % * and what ends words in plain text, ! " ' ) , . : ; ? */
const JOINTS: u32 = 0xa840;
const EDGES: u32 = 0x438;
const ENDS: u32 = 0x8c005286;

function isOneOf(marks: u32, cp: u32): bool {
  return cp - 0x20 < 32 && (marks >> (cp - 0x20) & 1) != 0;
}

/** Punctuation that ends words in plain text. */
export function isPlainEnd(unit: u32): bool {
  return isOneOf(ENDS, unit) || (unit > 0xff && (readingsOf(unit) & READING_LETTERS) == 0);
}

/** Whether a mark may stand for the first or last letter: running text has it at no edge of a word, nor have names. */
export function mayMaskEdge(cp: u32): bool {
  return isOneOf(EDGES, cp);
}

/** Whether glyph `k` may be a first letter. The other marks begin words of their own. */
export function mayMaskFirst(k: i32, glyph: usize): bool {
  return cpOf(glyph) == 0x2a && (k == 0 || kindAt(glyph - 16) < GLYPH_SIGN) && kindAt(glyph + 16) == GLYPH_LETTER
    && !isEmphasis(unitOf(glyph), 1);
}

/** Units of text in which a mark has a fellow where it is emphasis. */
const EMPHASIS_UNITS: i32 = 64;

/** Whether the mark at folded unit `at` stands at the other edge of a word too, on the side of `way`: emphasis, or a footnote. */
export function isEmphasis(at: i32, way: i32): bool {
  const mark = unitAt(at);
  for (let i = at + way, left = EMPHASIS_UNITS; left > 0 && unitAt(i) != BREAK; i += way, left--) {
    if (unitAt(i) == mark && !isWordClass(classOfUnit(i + way))) return true;
  }
  return false;
}

/** Whether as many of the same sign stand behind glyph `k` as `between` stand before it, and a letter behind those. */
function isMiddle(k: i32, cp: u32, between: i32): bool {
  let next = k + 1;
  while (next - k <= between && cpOf(glyphAt(next)) == cp) next++;
  return next - k - 1 == between && kindAt(glyphAt(next)) >= GLYPH_DIGIT;
}

/** Masks stand between letters, or at the end; where every letter stands apart, so does the mask. */
export function mayMask(depth: i32, k: i32, cp: u32, between: i32): bool {
  if (seen(MASKS) > 0 || isApostrophe(cp)) return false;
  if (between > 0) {
    if (!standApart(depth)) return false;
    return cpOf(glyphAt(k - 1)) != cp ? kindAt(glyphAt(k + 1)) < GLYPH_UNSPACED : isMiddle(k, cp, between);
  }
  const next = glyphAt(k + 1);
  const kind = kindAt(next);
  if (kindAt(glyphAt(k - 1)) == GLYPH_UNSPACED) return kind == GLYPH_UNSPACED && isRare(cp);
  if (kind < GLYPH_DIGIT && (kind != GLYPH_SIGN || (readingsAt(next) & READING_LETTERS) == 0)) {
    return mayMaskEdge(cp) && (kind < GLYPH_SIGN || isPlainEnd(cpOf(next)));
  }
  // Words joined by a hyphen or a stroke are ordinary.
  return !isOneOf(JOINTS, cp) || k - begin < 2 || kindAt(glyphAt(k + 2)) < GLYPH_DIGIT;
}

/** Bit c - 0x20: # $ % * @ ^ _, which stand between letters of scripts without spaces where somebody sets them apart. */
const RARE: u64 = 0xc000000100000438;
/** , ; : ! ? and what quotes and encloses. */
const PROSE: u64 = 0x8c001386;

export const IN_PROSE: i32 = 0x10001;
const PICTURE: i32 = 0x100;

/** How ordinary a mark is between letters of scripts without spaces: 0, not at all; PICTURE; 1; IN_PROSE. */
export function looseness(cp: u32): i32 {
  const bit = <u64>1 << (cp - 0x20);
  if (cp - 0x20 < 64) return (RARE & bit) != 0 ? 0 : (PROSE & bit) != 0 ? IN_PROSE : 1;
  if (cp == 0xd7) return 0;
  // Both halves or one; in families too.
  if (cp == 0x200d || cp - 0x2190 < 0xe70 || cp - 0xd800 < 0x800 || cp > 0xffff) return PICTURE;
  // Marks of Chinese and Japanese, a middle dot, Burmese, Khmer.
  return cp - 0x3000 < 0x40 || cp == 0x30fb || cp - 0x104a < 2 || cp - 0x17d4 < 8 ? IN_PROSE : 1;
}

/** Whether such a mark, or a picture, is over a letter or sets letters apart. */
export function isRare(cp: u32): bool {
  return (looseness(cp) & 0xff) == 0;
}
