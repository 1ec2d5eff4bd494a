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

/** Zeros of the digits people write besides ASCII: Arabic (two kinds), Devanagari, Bengali, Thai, Myanmar. */
const ZEROS = memory.data<u16>([0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040]);

/** KIND_* of a unit. Half of a pair outside the BMP is no letter: most are pictures. */
export function kindOf(c: u32): i32 {
  if (c < 0x80) return within(c | 0x20, 0x61, 0x7a) ? KIND_LETTER : within(c, 0x30, 0x39) ? KIND_DIGIT : KIND_NONE;
  for (let zero: usize = 0; zero < 12; zero += 2) {
    if (c - <u32>load<u16>(ZEROS + zero) < 10) return KIND_DIGIT;
  }
  if (!isWordUnit(c) || within(c, 0x2b0, 0x36f) || within(c, 0x2070, 0x2bff) || within(c, 0xd7a4, 0xf8ff) || isCurrency(c)) return KIND_NONE;
  return isApart(c) ? KIND_DENSE_LETTER : KIND_LETTER;
}

// @ts-ignore: decorator
@inline
export function isLetter(c: u32): bool {
  return kindOf(c) <= KIND_DENSE_LETTER;
}

/** Stops, commas and question marks of Arabic and Urdu, the dandas of Indic scripts, the sections of Burmese, the dot of katakana. */
function isStop(c: u32): bool {
  return within(c, 0x60c, 0x60d) || c == 0x61b || within(c, 0x61e, 0x61f) || within(c, 0x66a, 0x66d) || c == 0x6d4
    || within(c, 0x964, 0x965) || within(c, 0x104a, 0x104b) || c == 0x30fb || c == 0xd7 || c == 0xf7;
}

/** Units that words are made of: everything but spaces and punctuation. */
export function isWordUnit(c: u32): bool {
  if (c < 0x80) return within(c, 0x30, 0x39) || within(c | 0x20, 0x61, 0x7a);
  return c >= 0xc0 && !within(c, 0x2000, 0x206f) && !within(c, 0x3000, 0x303f) && c < 0xff00 && !isStop(c);
}

/** Scripts written without spaces, and Hangul, whose endings stick to the word: there a word may begin at any unit. */
export function isApart(c: u32): bool {
  return c >= 0xe01 && (within(c, 0xe01, 0xe4e) || within(c, 0x1000, 0x109f) || within(c, 0x3041, 0x30ff)
    || within(c, 0x3400, 0x9fff) || within(c, 0xac00, 0xd7a3));
}

/** In FROM: the unit belongs to an address, which is no word of any language. */
export const FROM_ADDRESS: u32 = 0x80000000;
