// Where a hit may begin and end, judged on the original text around it.

import { BREAK, INPUT, ORIGIN } from '../memory';
import { unitAt } from '../normalise/output';
import {
  CLASS_DIGIT, CLASS_DROPPED_MARK, CLASS_IGNORABLE, CLASS_LETTER, CLASS_MARK, CLASS_REGIONAL_INDICATOR, CLASS_UNSPACED_MARK,
  CLASS_ZERO_WIDTH_JOINER, classOf,
} from '../normalise/tables';
import { beginsCluster, beginsParticle, endsCluster } from './clusters';
import { isReadable } from './encoding';

/** Bits of an edge: a hit of kind `anywhere` may have it; one that asks for a whole word may. */
export const EDGE_ANY: u32 = 1;
export const EDGE_WORD: u32 = 2;

/** Shorter patterns are not taken out of a word with an apostrophe: `ai` is no word of `j'ai`, `idiot` is one of `l'idiot`. */
const ELISION_UNITS: u32 = 4;
const JOINER: u32 = 0x200d;
const KEYCAP: u32 = 0x20e3;
/** Regional indicators counted back to see which ones pair up. */
const FLAGS_BACK: i32 = 64;

export function originAt(i: i32): u32 {
  return load<u16>(ORIGIN + (<usize>i << 1));
}

export function inputAt(at: u32): u32 {
  return load<u16>(INPUT + (<usize>at << 1));
}

/** Code point that begins at a unit of INPUT. A lone surrogate counts as itself: no letter. */
export function codePointAt(at: u32): u32 {
  const unit = inputAt(at);
  if ((unit & 0xfc00) != 0xd800) return unit;
  const low = inputAt(at + 1);
  return (low & 0xfc00) == 0xdc00 ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : unit;
}

function classAt(at: u32): u32 {
  return classOf(codePointAt(at));
}

export function isWordClass(kind: u32): bool {
  return kind == CLASS_LETTER || kind == CLASS_DIGIT || kind == CLASS_MARK;
}

/** A mark; or a joiner, keycap or tag, which stand in the folded text only where they belong to an emoji. */
function isMark(kind: u32): bool {
  return kind == CLASS_MARK || kind == CLASS_UNSPACED_MARK || kind == CLASS_DROPPED_MARK || kind == CLASS_ZERO_WIDTH_JOINER;
}

export function isApostrophe(unit: u32): bool {
  return unit == 0x27 || unit == 0x2019;
}

/** Class of the character that folded unit `i` comes from; 0 between segments and for what may be a lone surrogate. */
export function classOfUnit(i: i32): u32 {
  const unit = unitAt(i);
  return unit == BREAK || unit == 0xfffd ? 0 : classAt(originAt(i));
}

/** Whether folded unit `i` begins a mark that stays on what stands before it. */
function isMarkUnit(i: i32): bool {
  const unit = unitAt(i);
  if (unit < 0x80 || unit == BREAK) return false;
  const cp = (unit & 0xfc00) == 0xd800 ? 0x10000 + ((unit - 0xd800) << 10) + (unitAt(i + 1) - 0xdc00) : unit;
  return isMark(classOf(cp));
}

/** @returns EDGE_* bits for a hit whose last folded unit is `last` */
export function endEdge(last: i32): u32 {
  const next = last + 1;
  if (unitAt(next) == BREAK) return EDGE_ANY | EDGE_WORD;
  if (isMarkUnit(next) || !endsCluster(last)) return 0;
  // Inside what one character folds to.
  if (originAt(next) == originAt(last)) return EDGE_ANY;
  const kind = classOfUnit(last);
  if (!isWordClass(kind)) return EDGE_ANY | EDGE_WORD;
  if (isWordClass(classOfUnit(next))) return beginsParticle(next) ? EDGE_ANY | EDGE_WORD : EDGE_ANY;
  if (isApostrophe(unitAt(next)) && classOfUnit(next + 1) == CLASS_LETTER) {
    // An English genitive ends the word; every other apostrophe between letters goes on with it.
    if (unitAt(next + 1) != 0x73 || isWordClass(classOfUnit(next + 2))) return EDGE_ANY;
  }
  return EDGE_ANY | EDGE_WORD;
}

/** @returns EDGE_* bits for a hit of `length` folded units that begins at `start` */
export function startEdge(start: i32, length: u32): u32 {
  const before = start - 1;
  if (!isReadable(start, length)) return 0;
  if (unitAt(before) == BREAK) return EDGE_ANY | EDGE_WORD;
  if (isMarkUnit(start) && unitAt(before) != 0x20) return 0;
  if (unitAt(before) == JOINER || !beginsCluster(start)) return 0;
  if (originAt(before) == originAt(start)) return EDGE_ANY;
  const kind = classOfUnit(start);
  const previous = classOfUnit(before);
  if (kind == CLASS_REGIONAL_INDICATOR && isSecondOfFlag(start)) return 0;
  if (!isWordClass(kind) || unitAt(start + 1) == KEYCAP) return EDGE_ANY | EDGE_WORD;
  if (isWordClass(previous)) return EDGE_ANY;
  if (length < ELISION_UNITS && isApostrophe(unitAt(before)) && classOfUnit(before - 1) == CLASS_LETTER) return EDGE_ANY;
  return EDGE_ANY | EDGE_WORD;
}

/** Flags are pairs from the left; a hit may not begin inside one. */
function isSecondOfFlag(start: i32): bool {
  let at = start - 2;
  let count = 0;
  while (count < FLAGS_BACK && unitAt(at + 1) != BREAK && classOfUnit(at + 1) == CLASS_REGIONAL_INDICATOR) {
    count++;
    at -= 2;
  }
  return count < FLAGS_BACK && (count & 1) == 1;
}

/**
 * End, in INPUT units, of a hit whose last folded unit is `last`: behind the whole character, its dropped marks, variation
 * selectors and skin tone, but before format controls that follow.
 */
export function endInInput(last: i32): u32 {
  const here = originAt(last);
  let next = last + 1;
  while (unitAt(next) != BREAK && originAt(next) == here) next++;
  let end = originAt(next);
  const least = here + (unitAt(last) != 0xfffd && codePointAt(here) > 0xffff ? 2 : 1);
  while (end > least) {
    const width: u32 = (inputAt(end - 1) & 0xfc00) == 0xdc00 && end - least > 1 ? 2 : 1;
    const kind = classAt(end - width);
    if (kind != CLASS_IGNORABLE && kind != CLASS_ZERO_WIDTH_JOINER) break;
    end -= width;
  }
  return end;
}
