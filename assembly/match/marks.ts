// What a mark between letters, or over one, says: some stand in running text and some do not.

import { isApostrophe } from './edges';
import { MASKS, seen } from './evidence';
import { cpOf, GLYPH_DIGIT, GLYPH_SIGN, GLYPH_UNSPACED, glyphAt, kindAt, readingsAt } from './glyphs';
import { READING_LETTERS } from '../normalise/readings';
import { begin, standApart } from './way';

/** - / & + */
function isJoint(cp: u32): bool {
  return cp == 0x2d || cp == 0x2f || cp == 0x26 || cp == 0x2b;
}

/** Masks stand between letters; where every letter stands apart, so does the mask. */
export function mayMask(depth: i32, k: i32, cp: u32, between: i32): bool {
  if (seen(MASKS) > 0 || isApostrophe(cp)) return false;
  if (between > 0) return standApart(depth) && cpOf(glyphAt(k - 1)) != cp && kindAt(glyphAt(k + 1)) < GLYPH_UNSPACED;
  const next = glyphAt(k + 1);
  const kind = kindAt(next);
  if (kindAt(glyphAt(k - 1)) == GLYPH_UNSPACED) return kind == GLYPH_UNSPACED && isRare(cp);
  if (kind < GLYPH_DIGIT && (kind != GLYPH_SIGN || (readingsAt(next) & READING_LETTERS) == 0)) return false;
  // Words joined by a hyphen or a stroke are ordinary.
  return !isJoint(cp) || k - begin < 2 || kindAt(glyphAt(k + 2)) < GLYPH_DIGIT;
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
