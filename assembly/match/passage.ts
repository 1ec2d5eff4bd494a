// The slow lane: one passage that looks disguised is read as glyphs and walked through the trie from every place where a
// word may begin. A glyph may be itself, each letter it reads as, the letter before it once more, a mark between letters, or
// a mask over one. Nothing is enumerated: a reading that no listed word goes on with is dropped at once. The rules that say
// what counts are evidence.ts.

import { BREAK, SYMBOLS } from '../memory';
import { unitAt, written } from '../normalise/output';
import {
  lookalikeIn, READING_DIGIT, READING_LETTERS, READING_OTHER_SCRIPT, READING_PUNCTUATION, READING_SIGN,
} from '../normalise/readings';
import { SYMBOL_SPACE, symbolOf } from '../normalise/symbols';
import { BOUND, childIn, FREE, TAIL } from './build';
import { isCommonWord } from './common-words';
import { isApostrophe } from './edges';
import {
  acceptedAs, add, APOSTROPHES, clearEvidence, EXTRAS, GAPS, LOOKS, MASKS, NUMBERS, PERCENTS, SIGNS, SPACES, UNDERSCORES, seen,
} from './evidence';
import {
  cpOf, foreignLetters, GLYPH_DIGIT, GLYPH_END, GLYPH_LETTER, GLYPH_SIGN, GLYPH_SPACE, glyphAt, glyphCount,
  isCapital, isPercent, kindAt, otherScript, readGlyphs, readingsAt, reverseGlyphs, unitOf, widthOf,
} from './glyphs';
import { HOW_GLUED, HOW_REVERSED } from './how';
import { addDisguised } from './judge';
import {
  FLAG_ACCENTED, flagsOf, freeFirst, KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf, patternAt, states, unitsOfPattern,
} from './list';
import { numberAt } from './order';
import { splits } from './scan';
import { mayWork, spend } from './work';

/** Units of a neighbouring word that are read along. */
const NEIGHBOUR_UNITS: i32 = 48;
/** Units of one passage; a longer one is read in pieces that overlap. */
const PIECE_UNITS: i32 = 1_024;
const OVERLAP_UNITS: i32 = 160;
/** Marks between two letters. */
const GAP_GLYPHS: i32 = 6;
const PATTERN_UNITS = 256;

/** Letters spelled with several signs: the letter, the signs, a space. */
const SPELLED: usize = changetype<usize>(
  'o() o[] k|< k|( k|{ d|) d|> b|3 b|8 v\\/ a/\\ a/-\\ h|-| h]-[ n|\\| n/\\/ m|\\/| m/\\/\\ w\\/\\/ w|/\\| u|_| u(_) x>< p|> p|* '
  + 'j_| f|= r|2 r|? l|_ t-|- e[- e(- c(( y`/ ',
);

/** Units read on the way; 0 for a masked one. */
const PATH = memory.data(2 * PATTERN_UNITS, 16);
let begin: i32 = 0;
let longest: i32 = 0;
let firstGap: i32 = 0;
let reversed: bool = false;
let hashtag: bool = false;
let camel: bool = false;
/** The letter read last is spelled with several signs. */
let spelled: bool = false;

function isSpaceSymbol(at: i32): bool {
  const symbol = <u32>load<u8>(SYMBOLS + <usize>at);
  return symbol == SYMBOL_SPACE || symbol == 0;
}

/** First unit of the run without spaces that holds `at`, not before `least`. */
function runStart(at: i32, least: i32): i32 {
  let i = at;
  while (i > least && !isSpaceSymbol(i - 1)) i--;
  return i;
}

function runEnd(at: i32, most: i32): i32 {
  let i = at;
  while (i < most && !isSpaceSymbol(i)) i++;
  return i;
}

/**
 * Searches the runs without spaces that hold folded units [first, last], and their neighbours.
 * @returns the unit behind the run of `last`: what lies before it needs no other search
 */
export function searchPassage(first: i32, last: i32): i32 {
  let from = runStart(first, 0);
  const end = runEnd(last, written);
  if (from > 1 && unitAt(from - 1) != BREAK) from = runStart(from - 1, max(0, from - 1 - NEIGHBOUR_UNITS));
  let to = end;
  if (to < written && unitAt(to) != BREAK) to = runEnd(to + 1, min(written, to + 1 + NEIGHBOUR_UNITS));
  reversed = false;
  while (from < end && mayWork()) {
    const stop = min(to, from + PIECE_UNITS);
    readGlyphs(max(0, from - 1), min(written, stop + 1));
    searchGlyphs(<i32>(from > 0));
    from = stop == to ? end : stop - OVERLAP_UNITS;
  }
  return end;
}

/** Searches the whole text backwards, as an override shows it. */
export function searchReversed(units: i32): void {
  reversed = true;
  for (let from = 0; from < units && mayWork(); from += PIECE_UNITS - OVERLAP_UNITS) {
    readGlyphs(max(0, from - 1), min(units, from + PIECE_UNITS));
    reverseGlyphs();
    searchGlyphs(<i32>(from + PIECE_UNITS < units));
  }
  reversed = false;
}

/** @param first glyphs before it are there to be seen, not to begin with */
function searchGlyphs(first: i32): void {
  hashtag = false;
  for (let k = first; k < glyphCount && mayWork(); k++) {
    const glyph = glyphAt(k);
    const kind = kindAt(glyph);
    if (kind == GLYPH_SPACE) hashtag = false;
    else if (kind == GLYPH_SIGN && cpOf(glyph) == 0x23) hashtag = true;
    camel = false;
    if (mayBegin(k, glyph, kind)) tryFrom(BOUND, k);
    if (freeFirst != 0 && kind > GLYPH_SPACE) tryFrom(FREE, k);
  }
}

function tryFrom(root: u32, k: i32): void {
  begin = k;
  longest = 1;
  firstGap = 0;
  clearEvidence();
  step(root, 0, k, 0, 0, 0);
}

/** Whether a sign may be the first letter of a word: punctuation only as a part of a letter spelled with several signs. */
function mayBeLetter(glyph: usize): bool {
  const readings = readingsAt(glyph);
  if ((readings & READING_PUNCTUATION) != 0) return isSpelledSign(cpOf(glyph)) && isSpelledSign(cpOf(glyph + 16));
  return (readings & READING_LETTERS) != 0;
}

/** Signs that letters are spelled with begin with one of ( / [ \\ | and go on with another sign. */
function isSpelledSign(cp: u32): bool {
  return cp != 0x20 && cp < 0x7f && (cp - 0x61 > 25) && (cp - 0x30 > 9);
}

/** Whether a word may begin with glyph `k`. */
function mayBegin(k: i32, glyph: usize, kind: u32): bool {
  if (kind < GLYPH_DIGIT && (kind != GLYPH_SIGN || !mayBeLetter(glyph))) return false;
  if (k == 0) return true;
  const before = glyphAt(k - 1);
  const beforeKind = kindAt(before);
  if (beforeKind == GLYPH_DIGIT && kind == GLYPH_DIGIT) return false;
  if (beforeKind < GLYPH_LETTER) return true;
  camel = hashtag && isCapital(glyph) && !isCapital(before);
  return camel;
}

/** State behind one more unit, or 0. A tail stays itself. */
function follow(state: u32, depth: i32, unit: u32): u32 {
  const record = states + (<usize>state << 4);
  const out = load<u32>(record, 12);
  if ((out & TAIL) == 0) return childIn(states, state, symbolOf(unit));
  const pattern = patternAt(numberAt(out & ~TAIL));
  return depth < <i32>lengthOf(pattern) && load<u16>(unitsOfPattern(pattern) + (<usize>depth << 1)) == unit ? state : 0;
}

/** Reads `unit` at glyph `k` and goes on. */
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
  add(PERCENTS, percent);
  store<u16>(PATH + (<usize>depth << 1), <u16>unit);
  judge(next, depth + 1, k);
  spelled = false;
  step(next, depth + 1, k + 1, unit, 1, 0);
  add(PERCENTS, -percent);
}

function isSame(glyph: usize, unit: u32): bool {
  return unit != 0 && (cpOf(glyph) == unit || (unit - 0x61 < 26 && (readingsAt(glyph) >> (unit - 0x61) & 1) != 0));
}

/**
 * Tries every meaning of glyph `k`. @param last unit read last @param run how often it has been written
 * @param between marks since
 */
function step(state: u32, depth: i32, k: i32, last: u32, run: i32, between: i32): void {
  if (!spend(1)) return;
  const glyph = glyphAt(k);
  const kind = kindAt(glyph);
  if (k >= glyphCount || kind == GLYPH_END) return;
  const cp = cpOf(glyph);
  const readings = readingsAt(glyph);
  if (cp < 0x10000) {
    read(state, depth, k, cp, -1);
  } else {
    // Both halves; a term has them too.
    const high = follow(state, depth, 0xd7c0 + (cp >> 10));
    if (high != 0 && depth < PATTERN_UNITS) {
      store<u16>(PATH + (<usize>depth << 1), <u16>(0xd7c0 + (cp >> 10)));
      read(high, depth + 1, k, 0xdc00 | (cp & 0x3ff), -1);
    }
  }
  if (kind == GLYPH_SIGN) readSpelled(state, depth, k);
  const what = (readings & READING_SIGN) != 0 ? SIGNS : (readings & READING_DIGIT) != 0 ? NUMBERS : LOOKS;
  for (let left = readings & READING_LETTERS; left != 0; left &= left - 1) read(state, depth, k, 0x61 + ctz(left), what);
  if (cp - 0x61 < 26 && foreignLetters) {
    for (let script: u32 = 0; script < 3; script++) {
      const other = lookalikeIn(cp - 0x61, script);
      if (other != 0) read(state, depth, k, other, LOOKS);
    }
  }
  if (depth == 0) return;
  if (isSame(glyph, last) && (between == 0 || seen(GAPS) >= depth)) repeat(state, depth, k, last, run, between);
  if (kind == GLYPH_SIGN && mayMask(depth, k, cp, between)) mask(state, depth, k);
  if ((kind == GLYPH_SIGN || kind == GLYPH_SPACE) && between < GAP_GLYPHS && mayPart(depth, kind, between)) {
    gap(state, depth, k, last, run, between, cp);
  }
}

/** Masks stand between letters; where every letter stands apart, so does the mask. */
function mayMask(depth: i32, k: i32, cp: u32, between: i32): bool {
  if (between > 0) return seen(MASKS) == 0 && seen(GAPS) >= depth && cpOf(glyphAt(k - 1)) != cp && kindAt(glyphAt(k + 1)) < GLYPH_DIGIT;
  const next = glyphAt(k + 1);
  const kind = kindAt(next);
  if (kind < GLYPH_DIGIT && (kind != GLYPH_SIGN || (readingsAt(next) & READING_LETTERS) == 0)) return false;
  return seen(MASKS) == 0 && !isApostrophe(cp);
}

/** Whether evidence.ts may accept one more gap, or one that holds a space. */
function mayPart(depth: i32, kind: u32, between: i32): bool {
  if (seen(SPACES) == 0 && kind != GLYPH_SPACE) return true;
  const gaps = seen(GAPS) - <i32>(between > 0);
  return gaps == 0 || gaps * 3 >= (depth - 1) * 2;
}

function repeat(state: u32, depth: i32, k: i32, last: u32, run: i32, between: i32): void {
  const before = longest;
  // What stands between the same letter twice parts no two letters of the term.
  const gap = <i32>(between > 0);
  longest = max(longest, run + 1);
  add(EXTRAS, 1);
  add(GAPS, -gap);
  step(state, depth, k + 1, last, run + 1, 0);
  add(GAPS, gap);
  add(EXTRAS, -1);
  longest = before;
}

/** Tries the letters that are spelled with several signs from glyph `k` on. */
function readSpelled(state: u32, depth: i32, k: i32): void {
  for (let at = SPELLED; load<u16>(at) != 0;) {
    const letter = <u32>load<u16>(at);
    let i = k;
    for (at += 2; load<u16>(at) != 0x20 && <u32>load<u16>(at) == cpOf(glyphAt(i)); at += 2) i++;
    const whole = load<u16>(at) == 0x20;
    while (load<u16>(at) != 0x20) at += 2;
    at += 2;
    if (!whole) continue;
    spelled = true;
    read(state, depth, i - 1, letter, SIGNS);
    spelled = false;
  }
}

/** Any one letter may stand here. */
function mask(state: u32, depth: i32, k: i32): void {
  if (depth >= PATTERN_UNITS) return;
  const record = states + (<usize>state << 4);
  add(MASKS, 1);
  if ((load<u32>(record, 12) & TAIL) != 0) {
    enter(state, depth, k, 0);
  } else {
    const children = load<u64>(record);
    const first = load<u32>(record, 8);
    for (let i: u32 = 0; i < <u32>popcnt(children); i++) enter(first + i, depth, k, 0);
  }
  add(MASKS, -1);
}

function gap(state: u32, depth: i32, k: i32, last: u32, run: i32, between: i32, cp: u32): void {
  const before = firstGap;
  const isSpace = <i32>(cp == 0x20);
  const first = <i32>(between == 0);
  // A gap counts once, and as one with a space however much else it holds.
  const spaced = isSpace & (first | <i32>!hasSpace(k, between));
  if (first != 0 && seen(GAPS) == 0) firstGap = depth;
  add(GAPS, first);
  add(SPACES, spaced);
  const apostrophe = first & <i32>isApostrophe(cp);
  const underscore = first & <i32>(cp == 0x5f);
  add(APOSTROPHES, apostrophe);
  add(UNDERSCORES, underscore);
  step(state, depth, k + 1, last, run, between + 1);
  add(UNDERSCORES, -underscore);
  add(APOSTROPHES, -apostrophe);
  add(SPACES, -spaced);
  add(GAPS, -first);
  firstGap = before;
}

/** Whether one of the `between` glyphs before `k` is a space. */
function hasSpace(k: i32, between: i32): bool {
  for (let i = 1; i <= between; i++) if (kindAt(glyphAt(k - i)) == GLYPH_SPACE) return true;
  return false;
}

/** The patterns that end in `state` after glyph `k`. */
function judge(state: u32, depth: i32, k: i32): void {
  const out = load<u32>(states + (<usize>state << 4), 12);
  if (out == 0) return;
  const low = (out & ~TAIL) - <u32>((out & TAIL) == 0);
  const first = patternAt(numberAt(low));
  if (<i32>lengthOf(first) != depth) return;
  const count = load<u32>(first, 12);
  for (let i: u32 = 0; i < count; i++) judgePattern(patternAt(numberAt(low + i)), depth, k);
}

function isPath(pattern: usize, length: i32): bool {
  const units = unitsOfPattern(pattern);
  for (let i: usize = 0; i < <usize>length; i++) {
    const unit = load<u16>(PATH + (i << 1));
    if (unit != 0 && unit != load<u16>(units + (i << 1))) return false;
  }
  return true;
}

function judgePattern(pattern: usize, length: i32, k: i32): void {
  if (!isPath(pattern, length) || (flagsOf(pattern) & FLAG_ACCENTED) != 0) return;
  const kind = kindOf(pattern);
  const last = load<u16>(PATH + (<usize>(length - 1) << 1));
  // Letters written again at the end belong to it.
  let end = k;
  while (isSame(glyphAt(end + 1), last)) end++;
  const extra = end - k;
  const run = max(longest, extra > 0 ? extra + 1 + endingRun(k, last) : 0);
  if (kind == KIND_WORD && !mayEnd(end, length)) return;
  if (kind != KIND_ANYWHERE && !fitsLetters(length, k)) return;
  add(EXTRAS, extra);
  const units = unitsOfPattern(pattern);
  const words = seen(GAPS) == 1 && isCommonWord(units, firstGap) && isCommonWord(units + (<usize>firstGap << 1), length - firstGap);
  let how = acceptedAs(length, run, words, isAlone(end), splits());
  add(EXTRAS, -extra);
  if (kind == KIND_ANYWHERE && seen(GAPS) > 0) return;
  const inside = camel || kindAt(glyphAt(end + 1)) >= GLYPH_LETTER;
  if (how == 0 && (inside || reversed)) how = isPlain() ? HOW_GLUED : 0;
  if (how == 0) return;
  if (reversed) how |= HOW_REVERSED;
  const a = glyphAt(begin);
  const b = glyphAt(end);
  const low = min(unitOf(a), unitOf(b));
  const high = max(unitOf(a) + widthOf(a), unitOf(b) + widthOf(b)) - 1;
  addDisguised(pattern, low, high, how);
}

/** Nothing but letters as they are was seen. */
function isPlain(): bool {
  return (seen(LOOKS) | seen(SIGNS) | seen(NUMBERS) | seen(MASKS) | seen(GAPS) | seen(EXTRAS)) == 0;
}

/** How often the letter at `k` stands before it already. */
function endingRun(k: i32, unit: u32): i32 {
  let run = 0;
  while (k - run > begin && isSame(glyphAt(k - run - 1), unit)) run++;
  return run;
}

/** A word that is all look-alikes counts where the text around it is not written in their script. */
function fitsLetters(length: i32, k: i32): bool {
  if (seen(LOOKS) < length) return true;
  if (otherScript) return false;
  for (let i = begin; i <= k; i++) {
    const readings = readingsAt(glyphAt(i));
    if ((readings & READING_LETTERS) != 0 && (readings & READING_OTHER_SCRIPT) == 0) return true;
  }
  return false;
}

/** Whether a word may end with glyph `k`. */
function mayEnd(k: i32, length: i32): bool {
  const glyph = glyphAt(k);
  const kind = kindAt(glyph);
  if (kind == GLYPH_SIGN && !spelled && (readingsAt(glyph) & READING_PUNCTUATION) != 0) return false;
  let next = k + 1;
  const nextKind = kindAt(glyphAt(next));
  if (nextKind == GLYPH_DIGIT) {
    if (kind == GLYPH_DIGIT || length < 3) return false;
    while (kindAt(glyphAt(next)) == GLYPH_DIGIT) next++;
  }
  if (kindAt(glyphAt(next)) < GLYPH_LETTER) return true;
  return hashtag && isCapital(glyphAt(next)) && !isCapital(glyph);
}

/** Whether no letter stands alone beside the passage, a space away. */
function isAlone(end: i32): bool {
  return !isLone(begin - 2, begin - 1, -1) && !isLone(end + 2, end + 1, 1);
}

function isLone(at: i32, space: i32, way: i32): bool {
  if (at < 0 || at >= glyphCount || kindAt(glyphAt(space)) != GLYPH_SPACE || kindAt(glyphAt(at)) < GLYPH_LETTER) return false;
  const beyond = at + way;
  return beyond < 0 || beyond >= glyphCount || kindAt(glyphAt(beyond)) < GLYPH_LETTER;
}

export function forgetPath(): void {
  memory.fill(PATH, 0, 2 * PATTERN_UNITS);
  clearEvidence();
  begin = longest = firstGap = 0;
}
