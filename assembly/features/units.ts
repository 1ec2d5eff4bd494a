// What one normalised UTF-16 unit is to the scam features. Ranges instead of tables: coarse on purpose, they only have to
// tell letters from signs. `tests/oracle/features.ts` says the same in TypeScript.

export const KIND_LETTER: i32 = 0;
/** Thai, Myanmar, Hangul, kana, Han: one says about as much as three Latin ones (the short-text gate counts them so). */
export const KIND_DENSE_LETTER: i32 = 1;
/** A decimal digit. */
export const KIND_DIGIT: i32 = 2;
/** Neither letter nor digit. */
export const KIND_NONE: i32 = 3;

// @ts-ignore: decorator
@inline
function within(c: u32, low: u32, high: u32): bool {
  return c - low <= high - low;
}

/** White space as it may survive normalisation, and the mark between segments. */
// @ts-ignore: decorator
@inline
export function isSpace(c: u32): bool {
  return c == 0x20 || within(c, 0x09, 0x0d) || c == 0xa0 || c == 0x3000 || within(c, 0x2000, 0x200b) || c == 0xffff;
}

export function isCurrency(c: u32): bool {
  return c == 0x24 || within(c, 0xa2, 0xa5) || c == 0xe3f || within(c, 0x20a0, 0x20cf);
}

/**
 * Last unit of each run of units of one kind from U+0080 on, and the kinds. Half of a pair outside the BMP is no letter:
 * most are pictures. Digits are those of the scripts whose people write their own: Arabic (two kinds), Devanagari,
 * Bengali, Thai, Myanmar.
 */
const RUN_ENDS = memory.data<u16>([
  0xbf, 0xd6, 0xd7, 0xf6, 0xf7, 0x2af, 0x36f, 0x65f, 0x669, 0x6ef, 0x6f9, 0x965, 0x96f, 0x9e5, 0x9ef, 0xe00, 0xe3e,
  0xe3f, 0xe4e, 0xe4f, 0xe59, 0xfff, 0x103f, 0x1049, 0x104f, 0x109f, 0x10ff, 0x11ff, 0x1fff, 0x2bff, 0x2dff, 0x303f,
  0x3040, 0x30ff, 0x3130, 0x318e, 0x33ff, 0x4dbf, 0x4dff, 0x9fff, 0xa9df, 0xa9fe, 0xaa5f, 0xaa7f, 0xabff, 0xd7a3,
  0xd7ff, 0xf8ff, 0xfaff, 0xfb4f, 0xffff,
]);
const RUN_KINDS = memory.data<u8>([
  3, 0, 3, 0, 3, 0, 3, 0, 2, 0, 2, 0, 2, 0, 2, 0, 1, 3, 1, 0, 2, 0, 1, 2, 0, 1, 0, 1, 0, 3, 0, 3, 0, 1, 0, 1, 0, 1, 0,
  1, 0, 1, 0, 1, 0, 1, 0, 3, 1, 0, 3,
]);

/** KIND_* of a unit. O(1) for ASCII, at most 51 steps beyond. */
export function kindOf(c: u32): i32 {
  if (c < 0x80) return within(c | 0x20, 0x61, 0x7a) ? KIND_LETTER : within(c, 0x30, 0x39) ? KIND_DIGIT : KIND_NONE;
  let run: usize = 0;
  while (<u32>load<u16>(RUN_ENDS + (run << 1)) < c) run++;
  return <i32>load<u8>(RUN_KINDS + run);
}

/** Units that words are made of: everything but spaces and punctuation. */
export function isWordUnit(c: u32): bool {
  if (c < 0x80) return within(c, 0x30, 0x39) || within(c | 0x20, 0x61, 0x7a);
  return c >= 0xc0 && !within(c, 0x2000, 0x206f) && !within(c, 0x3000, 0x303f) && c < 0xff00;
}

/** Scripts written without spaces, and Hangul, whose endings stick to the word: there a word may begin at any unit. */
export function isApart(c: u32): bool {
  return c >= 0xe01 && (within(c, 0xe01, 0xe4e) || within(c, 0x1000, 0x109f) || within(c, 0x3041, 0x30ff)
    || within(c, 0x3400, 0x9fff) || within(c, 0xac00, 0xd7a3));
}
