// The slow lane: a passage that looks disguised is read as glyphs, and the trie is walked from every place in it where a word
// may begin (walk.ts). What is a word's place is borders.ts; what counts as the term is evidence.ts.

import { BREAK, INPUT_UNITS, SYMBOLS } from '../memory';
import { inputUsed } from '../normalise/normalise';
import { unitAt, written } from '../normalise/output';
import { READING_LETTERS } from '../normalise/readings';
import { SYMBOL_SPACE, symbolOf } from '../normalise/symbols';
import { forgetBorders, inHashtag, mayBegin, noteSign } from './borders';
import { BOUND, FREE, mayBeginWith } from './build';
import { inputAt, originAt } from './edges';
import { cpOf, foreignLetters, GLYPH_DIGIT, GLYPH_LETTER, GLYPH_SPACE, glyphAt, glyphCount, kindAt, readGlyphs, readingsAt, reverseGlyphs, unitOf } from './glyphs';
import { freeFirst, hasPhrases, states } from './list';
import { mayMaskFirst } from './marks';
import { walkFrom } from './walk';
import { mayWork } from './work';

/** Units read along on either side: for a term with a space inside, a phrase, letters that stand apart. */
const NEIGHBOUR_UNITS: i32 = 64;
/** Units of one passage; a longer one is read in pieces that overlap. */
const PIECE_UNITS: i32 = 1_024;
const OVERLAP_UNITS: i32 = 160;

// @ts-ignore: decorator
@inline
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

/** Units of what may be a letter that stands alone: an emoji is two. */
const LONE_UNITS: i32 = 2;

/** Whether folded units [start, end) are one, or one again and again, or begin with a picture. */
function isOneUnit(start: i32, end: i32): bool {
  let at = end - 1;
  while (at > start && unitAt(at) == unitAt(start)) at--;
  return at == start || unitAt(start) > 0x1fff;
}

/** Where a term may begin whose disguise begins at `at`: one word before, or a few where there are phrases, and letters alone before that. */
function reachBack(at: i32, alone: bool): i32 {
  const least = max(0, at - NEIGHBOUR_UNITS);
  let from = at;
  let isOne = true;
  while (from > least && (isOne || hasPhrases)) {
    if (from <= 1 || unitAt(from - 1) == BREAK) return from;
    const end = from - 1;
    from = runStart(end, least);
    isOne = alone && isOneUnit(from, end);
  }
  return from;
}

/** Where a term may end whose disguise ends at `at`: one word behind, with letters alone before it; a few for phrases. */
function reachOn(at: i32, alone: bool): i32 {
  const most = min(written, at + NEIGHBOUR_UNITS);
  let to = at;
  do {
    if (to >= most || unitAt(to) == BREAK) return to;
    const start = to + 1;
    to = runEnd(start, most);
    if (to - start > LONE_UNITS && !hasPhrases && !(alone && isOneUnit(start, to))) return to;
  } while (to < most);
  return to;
}

/**
 * Searches the runs without spaces that hold folded units [first, last], and their neighbours.
 * @returns the unit behind the run of `last`: what lies before it needs no other search
 */
export function searchPassage(first: i32, last: i32): i32 {
  const start = runStart(first, 0);
  const end = runEnd(last, written);
  // Where a letter stands alone, others may.
  const alone = isOneUnit(start, runEnd(first, end));
  searchSpan(reachBack(start, alone), end, reachOn(end, alone));
  return end;
}

/** Searches folded units [first, to) for terms that begin before `end`. */
export function searchSpan(first: i32, end: i32, to: i32): void {
  let from = first;
  while (from < end && mayWork()) {
    const stop = readGlyphs(max(0, from - 1), min(written, to + 1));
    searchGlyphs(from, end);
    from = stop >= to ? end : stop - OVERLAP_UNITS;
  }
}

/** Searches what overrides show from right to left, U+202E up to U+202C or the end of the surface (UAX #9 §2.2). */
export function searchReversed(): void {
  const units = min(inputUsed(), INPUT_UNITS);
  let from = 0;
  for (let at = 0; at < units && mayWork(); at++) {
    if (inputAt(at) != 0x202e) continue;
    while (from < written && (<i32>originAt(from) <= at || unitAt(from) == BREAK)) from++;
    let end = at + 1;
    while (end < units && inputAt(end) != 0x202c) end++;
    let to = from;
    while (to < written && <i32>originAt(to) < end && unitAt(to) != BREAK) to++;
    for (let piece = from; piece < to && mayWork(); piece += PIECE_UNITS - OVERLAP_UNITS) {
      const end = min(to, piece + PIECE_UNITS);
      // What stands beside it may be the rest of the word; of a long one that would be each other's pieces.
      if (end - from == to - piece) readGlyphs(runStart(from, max(0, from - NEIGHBOUR_UNITS)), runEnd(to, min(written, to + NEIGHBOUR_UNITS)));
      else readGlyphs(piece, end);
      reverseGlyphs(piece, end);
      searchGlyphs(-1, 0);
    }
    from = to;
    at = end - 1;
  }
}

/** Symbols that a glyph may be read as, as bits; 0 for a mark between letters, which may be passed over. */
function symbolsOfGlyph(glyph: usize): u64 {
  const kind = kindAt(glyph);
  const letters = <u64>(readingsAt(glyph) & READING_LETTERS) << 1;
  if (kind == GLYPH_SPACE) return <u64>1 << SYMBOL_SPACE;
  if (kind < GLYPH_DIGIT) return 0;
  return cpOf(glyph) < 0x10000 ? letters | <u64>1 << symbolOf(cpOf(glyph)) : letters;
}

/** Whether no term begins with what the glyph and the two behind it may be read as. A letter written twice may count once. */
function isHopeless(glyph: usize): bool {
  if (foreignLetters || inHashtag) return false;
  const second = symbolsOfGlyph(glyph + 16);
  const third = symbolsOfGlyph(glyph + 32);
  if (second == 0 || third == 0 || kindAt(glyph + 16) == GLYPH_SPACE) return false;
  const first = symbolsOfGlyph(glyph) | <u64>(readingsAt(glyph) & READING_LETTERS) << 1;
  if ((first & second) != 0 || (second & third) != 0) return false;
  for (let a = first; a != 0; a &= a - 1) {
    for (let b = second; b != 0; b &= b - 1) {
      if (mayBeginWith(states, <u32>ctz(a), <u32>ctz(b), third)) return false;
    }
  }
  return true;
}

/** Walks from every glyph between folded units [from, end); `from` -1: from all, and the glyphs run backwards. */
function searchGlyphs(from: i32, end: i32): void {
  const backwards = from < 0;
  forgetBorders(backwards);
  let before: u32 = 0;
  for (let k = 0; k < glyphCount && mayWork(); k++) {
    const glyph = glyphAt(k);
    const kind = kindAt(glyph);
    // Inside a word nothing begins, but for hashtags and terms that begin anywhere.
    const inside = kind == GLYPH_LETTER && before == GLYPH_LETTER && !inHashtag && freeFirst == 0;
    before = kind;
    if (inside) continue;
    noteSign(glyph, kind);
    if (!backwards) {
      // What stands outside is there to be seen, not to begin with.
      if (unitOf(glyph) < from) continue;
      if (unitOf(glyph) >= end) break;
    }
    if (mayMaskFirst(k, glyph) || (mayBegin(k, glyph, kind) && !isHopeless(glyph))) walkFrom(BOUND, k);
    if (freeFirst != 0 && kind > GLYPH_SPACE) walkFrom(FREE, k);
  }
}
