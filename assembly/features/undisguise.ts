// Words that were written so that filters read them wrongly, back to how people read them: TEXT to TEXT in place, never longer.
//
//   p a y m e n t, p.a.y.m.e.n.t ──► letters together      рауmеnt ──► letters of one script (UTS #39 §4: prototypes)
//   p4ym3nt, p@yment             ──► letters for signs     paaayment ──► one letter
//
// Addresses stay as they are, marked in FROM. Every digit is 0 afterwards.

import { FROM } from '../memory';
import { hasLink } from './link';
import { intoOneScript, isLatinText, isSmall } from './other-scripts';
import { FROM_ADDRESS, isApart, isLetter } from './units';

/** Letters that somebody parted by spaces or signs, at least; in scripts without spaces a few units are one to look at. Korean has spaces. */
const PARTED: i32 = 4;
const PARTED_UNITS: i32 = 3;
const HANGUL: u32 = 0xac00;
/** Signs in a row that stand for letters, at most: longer runs of digits are numbers. */
const SIGNS_MOST: i32 = 2;
/** Letters of a word, at most, where two different digits side by side are a number: Rp50rb, N15k. */
const AMOUNT_LETTERS: i32 = 4;
/** A letter repeated so often is meant once. One that comes more often may be a doubled one. */
const REPEATED: i32 = 3;

/** Some token was an address. */
export let sawLink: bool = false;

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
function move(text: usize, from: i32, to: i32): void {
  set(text, to, at(text, from));
  store<u32>(FROM + (<usize>to << 2), load<u32>(FROM + (<usize>from << 2)));
}

/** The letter that a digit or sign inside a word is read as, or 0. */
function letterFor(c: u32): u32 {
  if (c == 0x30) return 0x6f;
  if (c == 0x31 || c == 0x21) return 0x69;
  if (c == 0x33 || c == 0x20ac) return 0x65;
  if (c == 0x34 || c == 0x40) return 0x61;
  if (c == 0x35 || c == 0x24) return 0x73;
  return c == 0x37 ? 0x74 : 0;
}

// @ts-ignore: decorator
@inline
function isPartingSign(c: u32): bool {
  return c == 0x2e || c == 0x2d || c == 0x2a || c == 0x5f;
}

/** Units of a word that is one letter to look at, or 0. */
function letterWord(text: usize, i: i32): i32 {
  const c = at(text, i);
  if (!isLetter(c)) return 0;
  let end = i + 1;
  if (isApart(c) && c < HANGUL) while (end < i + PARTED_UNITS && at(text, end) != 0x20) end++;
  return at(text, end) == 0x20 ? end - i : 0;
}

/** Behind the last of several words of one letter each that begin at a unit; the unit itself where they are too few. */
function behindLetters(text: usize, from: i32, units: i32): i32 {
  let words = 0;
  let i = from;
  while (i < units) {
    const length = letterWord(text, i);
    if (length == 0) break;
    words++;
    i += length + 1;
  }
  return words < PARTED ? from : i - 1;
}

/** Whether `@` in [from, to) stands in an address of mail: a dot behind it. */
function isMail(text: usize, from: i32, to: i32): bool {
  let behind = false;
  for (let i = from; i < to; i++) {
    const c = at(text, i);
    if (c == 0x40) behind = true;
    else if (behind && c == 0x2e && isLetter(at(text, i + 1))) return true;
  }
  return false;
}

/** Without the signs between single letters. @returns the end */
function joinParted(text: usize, from: i32, to: i32): i32 {
  let out = from;
  for (let i = from; i < to;) {
    let last = i;
    if (i == from || !isLetter(at(text, i - 1))) {
      while (last + 2 < to && isLetter(at(text, last)) && isPartingSign(at(text, last + 1)) && isLetter(at(text, last + 2))) last += 2;
    }
    const isParted = last - i >= PARTED * 2 - 2 && (last + 1 == to || !isLetter(at(text, last + 1)));
    const pace = isParted ? 2 : 1;
    // The run is not read again: a shorter one in it would be followed by a sign and a letter too.
    for (; i <= last; i += pace) move(text, i, out++);
    if (isParted) i = last + 1;
  }
  return out;
}

// @ts-ignore: decorator
@inline
function isLatinLetter(c: u32): bool {
  return isSmall(c) || c - 0xdf < 0x171;
}

/** Signs for letters, in words that have one between two letters and no number. */
function intoLetters(text: usize, from: i32, to: i32): void {
  for (let i = from; i < to;) {
    const start = i;
    let letters = 0;
    let signs = 0;
    let inside = false;
    let amount = false;
    let isWord = true;
    for (; i < to; i++) {
      const c = at(text, i);
      if (isLatinLetter(c)) {
        if (signs > 0 && letters > 0) inside = true;
        letters++;
        signs = 0;
      } else if (letterFor(c) != 0) {
        // Two words with `!` between them are no disguise.
        if (c != 0x21 && ++signs > SIGNS_MOST) isWord = false;
        const before = at(text, i - 1);
        if (c - 0x30 < 10 && before - 0x30 < 10 && before != c) amount = true;
      } else if (c - 0x30 < 10) isWord = false;
      else break;
    }
    if (isWord && inside && letters > (amount ? AMOUNT_LETTERS : 1)) {
      // At the end of a word `!` is what it is everywhere.
      let end = i;
      while (end > start && at(text, end - 1) == 0x21) end--;
      for (let k = start; k < end; k++) {
        const letter = letterFor(at(text, k));
        if (letter != 0) set(text, k, letter);
      }
    }
    i++;
  }
}

/** Digits as 0, letters that come too often in a row fewer times. @returns the end */
function shorten(text: usize, from: i32, to: i32): i32 {
  let out = from;
  for (let i = from; i < to;) {
    const c = at(text, i);
    let same = 1;
    if (isLetter(c)) while (i + same < to && at(text, i + same) == c) same++;
    const kept = same < REPEATED ? same : same == REPEATED ? 1 : 2;
    for (let k = 0; k < kept; k++) move(text, i + k, out++);
    if (c - 0x30 < 10) set(text, out - 1, 0x30);
    i += same;
  }
  return out;
}

/**
 * Rewrites `units` units of TEXT: words with one space before, between and behind them, digits of all scripts as ASCII ones. O(units).
 * @returns its units now
 */
export function undisguise(text: usize, units: i32): i32 {
  const isLatin = isLatinText(text, units);
  sawLink = false;
  let out = 1;
  for (let i = 1; i < units; i++) {
    const start = out;
    const behind = behindLetters(text, i, units);
    const isParted = behind > i;
    for (; i < units && (isParted ? i < behind : at(text, i) != 0x20); i++) {
      if (at(text, i) != 0x20) move(text, i, out++);
    }
    // Behind the word, for the readers that look ahead; the word came from before `i`.
    const from = load<u32>(FROM + (<usize>i << 2));
    set(text, out, 0x20);
    const isLink = hasLink(text + (<usize>(start - 1) << 1), out - start + 2);
    if (isLink || isMail(text, start, out)) {
      if (isLink) sawLink = true;
      for (let k = start; k < out; k++) {
        if (at(text, k) - 0x30 < 10) set(text, k, 0x30);
        store<u32>(FROM + (<usize>k << 2), load<u32>(FROM + (<usize>k << 2)) | FROM_ADDRESS);
      }
    } else {
      if (!isParted) out = joinParted(text, start, out);
      intoOneScript(text, start, out, isLatin);
      intoLetters(text, start, out);
      out = shorten(text, start, out);
    }
    set(text, out, 0x20);
    store<u32>(FROM + (<usize>out << 2), from);
    out++;
  }
  return out;
}
