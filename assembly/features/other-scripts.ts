// Letters of other scripts that stand for Latin ones in a word, and Latin ones for Cyrillic: the prototypes of UTS #39 §4.

import { isLetter } from './units';

const GREEK: u32 = 0x3b1;
const CYRILLIC: u32 = 0x430;
/** Small letters from α to ω, and from а to џ: the Latin one that they or their capitals look like (UTS #39 confusables, marks aside), or 0. */
const LIKE_GREEK = memory.data<u8>([
  97, 98, 121, 0, 101, 0, 110, 0, 105, 107, 0, 0, 118, 0, 111, 0, 112, 0, 0, 116, 117, 0, 120, 0, 0,
]);
const LIKE_CYRILLIC = memory.data<u8>([
  97, 0, 98, 114, 0, 101, 0, 0, 0, 0, 107, 0, 109, 104, 111, 0, 112, 99, 116, 121, 0, 120, 0, 0, 0, 0, 0, 0, 98, 0, 0, 0,
  0, 0, 0, 0, 0, 115, 105, 105, 106, 0, 0, 0, 0, 0, 0, 0,
]);

// @ts-ignore: decorator
@inline
function at(text: usize, i: i32): u32 {
  return load<u16>(text + (<usize>i << 1));
}

// @ts-ignore: decorator
@inline
function set(text: usize, i: i32, unit: u32): void {
  store<u16>(text + (<usize>i << 1), <u16>unit);
}

// @ts-ignore: decorator
@inline
export function isSmall(c: u32): bool {
  return c - 0x61 < 26;
}

// @ts-ignore: decorator
@inline
function isOther(c: u32): bool {
  return c - 0x370 < 0x1c0;
}

/** The Latin letter that a Greek or Cyrillic one looks like, or 0. */
function latinLike(c: u32): u32 {
  if (c - GREEK < 25) return load<u8>(LIKE_GREEK + <usize>(c - GREEK));
  return c - CYRILLIC < 48 ? load<u8>(LIKE_CYRILLIC + <usize>(c - CYRILLIC)) : 0;
}

function cyrillicLike(c: u32): u32 {
  for (let i: u32 = 0; i < 48; i++) if (<u32>load<u8>(LIKE_CYRILLIC + <usize>i) == c) return CYRILLIC + i;
  return 0;
}

/** Letters of the script that the word is in. @param isLatin the text has no word that is surely Greek or Cyrillic */
export function intoOneScript(text: usize, from: i32, to: i32, isLatin: bool): void {
  let latin = 0;
  let latinOnly = 0;
  let others = 0;
  let othersOnly = 0;
  for (let i = from; i < to; i++) {
    const c = at(text, i);
    if (isSmall(c)) {
      latin++;
      if (cyrillicLike(c) == 0) latinOnly++;
    } else if (isOther(c)) {
      others++;
      if (latinLike(c) == 0) othersOnly++;
    }
  }
  if (others == 0) return;
  if (isLatin || (latin > 0 && othersOnly == 0)) {
    for (let i = from; i < to; i++) {
      const like = latinLike(at(text, i));
      if (like != 0) set(text, i, like);
    }
  } else if (latin > 0 && latinOnly == 0) {
    for (let i = from; i < to; i++) {
      const c = at(text, i);
      if (isSmall(c)) set(text, i, cyrillicLike(c));
    }
  }
}

/** Nothing in the text is surely Greek or Cyrillic, and something is Latin. */
export function isLatinText(text: usize, units: i32): bool {
  let latin = false;
  for (let i = 0; i < units; i++) {
    const c = at(text, i);
    if (isSmall(c)) latin = true;
    else if (isOther(c) && isLetter(c) && latinLike(c) == 0) return false;
  }
  return latin;
}
