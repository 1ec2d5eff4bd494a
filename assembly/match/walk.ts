// Walks the trie over the glyphs of a passage. A glyph may be itself, each letter it reads as, the letter before it once more,
// a mark between letters, or a mask over one. Nothing is enumerated: a reading that no listed word goes on with is dropped
// at once, and no place in the trie is entered twice at one glyph with the same kind of evidence.

import { lookalikeIn, READING_DIGIT, READING_FLAG_LETTER, READING_LETTERS, READING_SIGN, spelledAt } from '../normalise/readings';
import { symbolOf } from '../normalise/symbols';
import { inHashtag, joinsWord } from './borders';
import { BOUND, childIn, TAIL } from './build';
import { isApostrophe } from './edges';
import { beginEntering, forgetEntered, isEntered } from './entered';
import {
  add, APOSTROPHES, BLANKS, EXTRAS, FLAGS, GAPS, JOINED, LOOKS, LOOSE, MASKS, NUMBERS, PERCENTS, seen, SIGNS, SPACES, TIES, UNDERSCORES, WEAK,
} from './evidence';
import {
  cpOf, foreignLetters, GLYPH_DIGIT, GLYPH_END, GLYPH_SIGN, GLYPH_SPACE, GLYPH_UNSPACED, glyphAt, glyphCount, isPercent, isStyled, kindAt, readingsAt, widthOf,
} from './glyphs';
import { lengthOf, patternAt, states, unitsOfPattern } from './list';
import { IN_PROSE, looseness, mayMask } from './marks';
import { numberAt } from './order';
import { judge } from './settle';
import {
  begin, beginAt, blank, firstGap, forgetWay, isSame, longest, PATTERN_UNITS, putPath, setFirstGap, setLongest, setSpelled, standApart,
} from './way';
import { spend } from './work';

/** Marks between two letters: two families of emoji and three spaces. */
const GAP_GLYPHS: i32 = 16;

export function forgetPath(): void {
  forgetEntered();
  forgetWay();
}

/** Tries every term that begins with glyph `k`. @param root BOUND or FREE */
export function walkFrom(root: u32, k: i32): void {
  beginAt(k);
  beginEntering(glyphCount);
  // No word begins with an asterisk itself.
  if (root == BOUND && cpOf(glyphAt(k)) == 0x2a) mask(root, 0, k);
  else step(root, 0, k, 0, 0, 0);
}

/** State behind one more unit, or 0. A tail stays itself. */
function follow(state: u32, depth: i32, unit: u32): u32 {
  const record = states + (<usize>state << 4);
  const out = load<u32>(record, 12);
  if ((out & TAIL) == 0) return childIn(states, state, symbolOf(unit));
  const pattern = patternAt(numberAt(out & ~TAIL));
  return depth < <i32>lengthOf(pattern) && load<u16>(unitsOfPattern(pattern) + (<usize>depth << 1)) == unit ? state : 0;
}

/** Reads `unit` at glyph `k` and goes on. @param what evidence it gives, or -1 */
function read(state: u32, depth: i32, k: i32, unit: u32, what: i32): void {
  if (depth >= PATTERN_UNITS) return;
  const next = follow(state, depth, unit);
  if (next == 0) return;
  if (what >= 0) add(what, 1);
  enter(next, depth, k, unit);
  if (what >= 0) add(what, -1);
}

/** `next` has taken `unit` at glyph `k`. */
function enter(next: u32, depth: i32, k: i32, unit: u32): void {
  const percent = <i32>isPercent(glyphAt(k));
  const blanks = <i32>(unit == 0x20);
  add(PERCENTS, percent);
  add(BLANKS, blanks);
  putPath(depth, unit, k);
  judge(next, depth + 1, k);
  setSpelled(false);
  step(next, depth + 1, k + 1, unit, 0, 0);
  add(BLANKS, -blanks);
  add(PERCENTS, -percent);
}

/**
 * Tries every meaning of glyph `k`. @param last unit read last @param run how often it has been written more than in the term
 * @param between marks since
 */
function step(from: u32, read0: i32, k0: i32, last0: u32, run0: i32, between0: i32): void {
  let state = from;
  let depth = read0;
  let k = k0;
  let last = last0;
  let run = run0;
  let between = between0;
  // A plain letter has one meaning: no need to come back.
  while (isPlainLetter(glyphAt(k), last) && depth < PATTERN_UNITS) {
    last = cpOf(glyphAt(k));
    state = follow(state, depth, last);
    if (state == 0 || !spend(1)) return;
    putPath(depth, last, k);
    judge(state, ++depth, k++);
    run = between = 0;
  }
  const glyph = glyphAt(k);
  const kind = kindAt(glyph);
  if (!spend(1) || k >= glyphCount || kind == GLYPH_END || isEntered(state, depth, k, between)) return;
  const cp = cpOf(glyph);
  const readings = readingsAt(glyph);
  if (cp < 0x10000) {
    read(state, depth, k, cp, -1);
  } else {
    // Both halves; a term has them too.
    const high = follow(state, depth, 0xd7c0 + (cp >> 10));
    if (high != 0 && depth < PATTERN_UNITS) {
      putPath(depth, 0xd7c0 + (cp >> 10), k);
      read(high, depth + 1, k, 0xdc00 | (cp & 0x3ff), -1);
    }
  }
  if (kind == GLYPH_SIGN) readSpelled(state, depth, k);
  readLetters(state, depth, k, cp, readings);
  if (depth == 0) return;
  // A hashtag has none of the spaces of a phrase.
  if (joinsWord(glyph)) read(state, depth, k - 1, 0x20, JOINED);
  if (isSame(glyph, last) && (between == 0 || (kind != GLYPH_UNSPACED && standApart(depth)))) repeat(state, depth, k, last, run, between);
  if (kind == GLYPH_SIGN) {
    if (mayMask(depth, k, cp, between)) mask(state, depth, k);
    // Any mark may stand for the space of a phrase, but those that part sentences.
    if (between == 0 && looseness(cp) < IN_PROSE && !isApostrophe(cp)) read(state, depth, k, 0x20, TIES);
  }
  if ((kind == GLYPH_SIGN || kind == GLYPH_SPACE) && between < GAP_GLYPHS && mayPart(depth, k, kind, between)) {
    gap(state, depth, k, last, run, between, cp);
  }
}

/** A letter a–z that reads as nothing else, other than the one before it. */
function isPlainLetter(glyph: usize, last: u32): bool {
  const cp = cpOf(glyph);
  return cp - 0x61 < 26 && cp != last && readingsAt(glyph) == 0 && widthOf(glyph) == 1 && !foreignLetters && !inHashtag;
}

/** The letters a glyph reads as, and those of other scripts that look like it. */
function readLetters(state: u32, depth: i32, k: i32, cp: u32, readings: u32): void {
  const what = (readings & READING_SIGN) != 0 ? SIGNS : (readings & READING_DIGIT) != 0 ? NUMBERS : LOOKS;
  const flag = <i32>((readings & READING_FLAG_LETTER) != 0);
  const weak = <i32>(cp - 0x61 < 26 && !isStyled(glyphAt(k)));
  add(FLAGS, flag);
  add(WEAK, weak);
  for (let left = readings & READING_LETTERS; left != 0; left &= left - 1) {
    const letter = ctz(left);
    read(state, depth, k, 0x61 + letter, what);
    if (foreignLetters && what != LOOKS) readForeign(state, depth, k, letter, what);
  }
  add(WEAK, -weak);
  add(FLAGS, -flag);
  if (cp - 0x61 < 26 && foreignLetters) readForeign(state, depth, k, cp - 0x61, LOOKS);
}

/** The letters of other scripts that look like one of a–z, 0–25. */
function readForeign(state: u32, depth: i32, k: i32, letter: u32, what: i32): void {
  for (let script: u32 = 0; script < 3; script++) {
    const other = lookalikeIn(letter, script);
    if (other != 0) read(state, depth, k, other, what);
  }
}

/** Passes over the letter where it is written again. */
function repeat(state: u32, depth: i32, k: i32, last: u32, run: i32, between: i32): void {
  const before = longest;
  // What stands between the same letter twice parts no two letters of the term.
  const gap = <i32>(between > 0);
  let more = 1;
  // A run is passed over whole: what may be read of it was read before.
  while (isSame(glyphAt(k + more), last) && k + more < glyphCount) more++;
  setLongest(max(longest, run + more));
  add(EXTRAS, more);
  add(GAPS, -gap);
  step(state, depth, k + more, last, run + more, 0);
  add(GAPS, gap);
  add(EXTRAS, -more);
  setLongest(before);
}

/** Tries the letters that are spelled with several signs from glyph `k` on. */
function readSpelled(state: u32, depth: i32, k: i32): void {
  for (let at = spelledAt(); load<u8>(at) != 0;) {
    const letter = <u32>load<u8>(at);
    let i = k;
    for (at++; load<u8>(at) != 0x20 && <u32>load<u8>(at) == cpOf(glyphAt(i)); at++) i++;
    const whole = load<u8>(at) == 0x20;
    while (load<u8>(at) != 0x20) at++;
    at++;
    if (!whole) continue;
    setSpelled(true);
    read(state, depth, i - 1, letter, SIGNS);
    setSpelled(false);
  }
}

/** Any one letter may stand here. */
function mask(state: u32, depth: i32, k: i32): void {
  if (depth >= PATTERN_UNITS) return;
  const record = states + (<usize>state << 4);
  add(MASKS, 1);
  if ((load<u32>(record, 12) & TAIL) != 0) {
    if (depth < <i32>lengthOf(patternAt(numberAt(load<u32>(record, 12) & ~TAIL)))) enter(state, depth, k, 0);
  } else {
    const children = load<u64>(record);
    const first = load<u32>(record, 8);
    for (let i: u32 = 0; i < <u32>popcnt(children); i++) enter(first + i, depth, k, 0);
  }
  add(MASKS, -1);
}

/** Whether evidence.ts may accept one more gap, or one that holds a space. */
function mayPart(depth: i32, k: i32, kind: u32, between: i32): bool {
  if ((seen(SPACES) == 0 && kind != GLYPH_SPACE) || kindAt(glyphAt(k - 1 - between)) == GLYPH_UNSPACED) return true;
  const gaps = seen(GAPS) - <i32>(between > 0);
  return gaps == 0 || gaps >= depth - 1 - 2 * seen(BLANKS);
}

function gap(state: u32, depth: i32, k: i32, last: u32, run: i32, between: i32, cp: u32): void {
  const before = firstGap;
  const wasBlank = blank;
  const first = <i32>(between == 0);
  const isSpace = <i32>(cp == 0x20);
  // A gap counts once, and as one with a space however much else it holds.
  const spaced = isSpace & (first | <i32>!hasSpace(k, between));
  const apostrophe = first & <i32>isApostrophe(cp);
  const underscore = first & <i32>(cp == 0x5f);
  const loose = looseness(cp);
  setFirstGap(first != 0 && seen(GAPS) == 0 ? depth : firstGap, first != 0 && isSpace != 0);
  add(GAPS, first);
  add(SPACES, spaced);
  add(APOSTROPHES, apostrophe);
  add(UNDERSCORES, underscore);
  add(LOOSE, loose);
  step(state, depth, k + 1, last, run, between + 1);
  add(LOOSE, -loose);
  add(UNDERSCORES, -underscore);
  add(APOSTROPHES, -apostrophe);
  add(SPACES, -spaced);
  add(GAPS, -first);
  setFirstGap(before, wasBlank);
}

/** Whether one of the `between` glyphs before `k` is a space. */
function hasSpace(k: i32, between: i32): bool {
  for (let i = 1; i <= between; i++) if (kindAt(glyphAt(k - i)) == GLYPH_SPACE) return true;
  return false;
}

