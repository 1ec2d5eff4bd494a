// The way a walk has taken: the units it read, where it began, and what the whole of it shows.

import { zero } from '../zero';
import { BLANKS, clearEvidence, GAPS, seen } from './evidence';
import { cpOf, readingsAt } from './glyphs';

/** Units of the longest term that is looked for in disguise. */
export const PATTERN_UNITS: i32 = 128;

/** Units read, 0 for a masked one, and the glyph each was read at: u16 × 2. */
const PATH = memory.data(4 * 128, 16);

/** Glyph that the walk began with. */
export let begin: i32 = 0;
/** Most letters of one run beyond the term's. */
export let longest: i32 = 0;
/** Units before the first gap, and whether that is one space and nothing else. */
export let firstGap: i32 = 0;
export let blank: bool = false;
/** The letter read last is spelled with several signs. */
export let spelled: bool = false;

let used: bool = false;

export function beginAt(k: i32): void {
  used = true;
  begin = k;
  longest = firstGap = 0;
  blank = false;
  clearEvidence();
}

export function setLongest(letters: i32): void {
  longest = letters;
}

export function setFirstGap(units: i32, isBlank: bool): void {
  firstGap = units;
  blank = isBlank;
}

export function setSpelled(several: bool): void {
  spelled = several;
}

export function putPath(depth: i32, unit: u32, k: i32): void {
  store<u32>(PATH + (<usize>depth << 2), unit | k << 16);
}

export function pathAt(depth: i32): u32 {
  return load<u16>(PATH + (<usize>depth << 2));
}

export function glyphOfPath(depth: i32): i32 {
  return load<u16>(PATH + (<usize>depth << 2), 2);
}

/** Whether the units of a term are those read. */
export function isPath(units: usize, length: i32): bool {
  for (let i = 0; i < length; i++) {
    const unit = pathAt(i);
    if (unit != 0 && unit != load<u16>(units + (<usize>i << 1))) return false;
  }
  return true;
}

/** Whether every one of `letters` units read has a mark behind it, but for the spaces of a phrase. */
export function standApart(letters: i32): bool {
  return seen(GAPS) >= letters - 2 * seen(BLANKS);
}

/** Whether the glyph is the letter, or reads as it. */
export function isSame(glyph: usize, unit: u32): bool {
  return unit != 0 && (cpOf(glyph) == unit || (unit - 0x61 < 26 && (readingsAt(glyph) >> (unit - 0x61) & 1) != 0));
}

export function forgetWay(): void {
  if (!used) return;
  zero(PATH, 4 * <usize>PATTERN_UNITS);
  beginAt(0);
  used = spelled = false;
}
