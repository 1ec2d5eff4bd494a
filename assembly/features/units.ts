// What one normalised UTF-16 unit is to the scam features. Ranges instead of tables: coarse on purpose, they only have to
// tell letters from signs and one script from another. `tests/oracle/features.ts` says the same in TypeScript.

/** Scripts counted apart, in the order of `SCRIPT_TAGS` in src/score/scam-model.ts. */
export const SCRIPT_LATIN: i32 = 0;
export const SCRIPT_THAI: i32 = 1;
export const SCRIPT_MYANMAR: i32 = 2;
export const SCRIPT_HANGUL: i32 = 3;
export const SCRIPT_KANA: i32 = 4;
export const SCRIPT_HAN: i32 = 5;
export const SCRIPT_ARABIC: i32 = 6;
export const SCRIPT_CYRILLIC: i32 = 7;
export const SCRIPT_OTHER: i32 = 8;
export const SCRIPTS: i32 = 9;
/** Not a letter. */
export const SCRIPT_NONE: i32 = -1;

// @ts-ignore: decorator
@inline
function within(c: u32, low: u32, high: u32): bool {
  return c - low <= high - low;
}

/** Decimal digits of the scripts whose people write their own: Arabic (two kinds), Devanagari, Bengali, Thai, Myanmar. */
export function isDigit(c: u32): bool {
  if (c < 0x660) return within(c, 0x30, 0x39);
  return within(c, 0x660, 0x669) || within(c, 0x6f0, 0x6f9) || within(c, 0x966, 0x96f) || within(c, 0x9e6, 0x9ef)
    || within(c, 0xe50, 0xe59) || within(c, 0x1040, 0x1049);
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

/** Script of a letter, or SCRIPT_NONE. Half of a pair outside the BMP is no letter: most are pictures. */
export function scriptOf(c: u32): i32 {
  if (c < 0xc0) return within(c | 0x20, 0x61, 0x7a) && c < 0x80 ? SCRIPT_LATIN : SCRIPT_NONE;
  if (c < 0x370) return c == 0xd7 || c == 0xf7 || within(c, 0x2b0, 0x36f) ? SCRIPT_NONE : SCRIPT_LATIN;
  if (within(c, 0x400, 0x52f)) return SCRIPT_CYRILLIC;
  if (within(c, 0x620, 0x6ff) || within(c, 0x750, 0x77f)) return isDigit(c) ? SCRIPT_NONE : SCRIPT_ARABIC;
  if (within(c, 0xe01, 0xe4e)) return c == 0xe3f ? SCRIPT_NONE : SCRIPT_THAI;
  if (within(c, 0x1000, 0x103f) || within(c, 0x1050, 0x109f) || within(c, 0xa9e0, 0xa9fe) || within(c, 0xaa60, 0xaa7f)) {
    return SCRIPT_MYANMAR;
  }
  if (within(c, 0xac00, 0xd7a3) || within(c, 0x1100, 0x11ff) || within(c, 0x3131, 0x318e)) return SCRIPT_HANGUL;
  if (within(c, 0x3041, 0x30ff)) return SCRIPT_KANA;
  if (within(c, 0x3400, 0x4dbf) || within(c, 0x4e00, 0x9fff) || within(c, 0xf900, 0xfaff)) return SCRIPT_HAN;
  if (within(c, 0x1e00, 0x1eff)) return SCRIPT_LATIN;
  if (within(c, 0x2000, 0x2bff) || within(c, 0x2e00, 0x303f) || within(c, 0xd800, 0xf8ff) || c >= 0xfb50) return SCRIPT_NONE;
  return isDigit(c) ? SCRIPT_NONE : SCRIPT_OTHER;
}

/** Letters of these scripts say about as much as three Latin ones (the short-text gate counts them so). */
// @ts-ignore: decorator
@inline
export function isDense(script: i32): bool {
  return script >= SCRIPT_THAI && script <= SCRIPT_HAN;
}

/** Units that words are made of: everything but spaces and punctuation. */
export function isWordUnit(c: u32): bool {
  if (c < 0x80) return within(c, 0x30, 0x39) || within(c | 0x20, 0x61, 0x7a);
  return c >= 0xc0 && !within(c, 0x2000, 0x206f) && !within(c, 0x3000, 0x303f) && c < 0xff00;
}
