// Whether a run of Myanmar letters may be in the encoding it is being read in. A text is searched in both readings, so no short
// one depends on telling them apart; what is told here is only that a run cannot be the one and can be the other: signs
// without what they stand on, before or after. Without it a word of one syllable would be found in other words' bytes.

import { FOLDED, INPUT } from '../memory';
import { asZawgyi, keepRun, readAs, runAgainst, runFrom, runTo, unitAt } from '../normalise/output';
import {
  CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOf, OPERATION_CONTEXT, OPERATION_DROP, operationOf, recordOf, ZAWGYI,
} from '../normalise/tables';
import { inputAt, originAt } from './edges';

/** Roles of a code point in Zawgyi (assembly/tables/build/myanmar.ts). */
const ROLE_NONE: u32 = 0;
const ROLE_BASE: u32 = 1;
const ROLE_PREFIX: u32 = 2;
const ROLE_MEDIAL: u32 = 3;
const ROLE_OTHER: u32 = 5;
/** A full stop, ၊, for the ends of a run. */
const END: u32 = 0x104a;
/** Consonants and independent vowels of a hit or word that is not found in other words' bytes by chance. */
const CLEAR_LETTERS: i32 = 2;

/** The Myanmar block, and stack signs. */
function isBurmese(unit: u32): bool {
  return unit - 0x1000 < 0xa0 || unit - 0xfdd0 < 32;
}

/** Against Unicode; below zero, against Zawgyi. */
let against: i32 = 0;

/** `unit` stands behind `last`; END for either is the end of the run. */
function weigh(last: u32, unit: u32): void {
  const before = classOf(last + ZAWGYI);
  const role = classOf(unit + ZAWGYI);
  if (role == ROLE_NONE) against--;
  if (before == ROLE_PREFIX && role != ROLE_BASE && role != ROLE_PREFIX) against--;
  // Ka stands under ka alone; as a medial la of Mon it stands under many letters.
  if (role == ROLE_MEDIAL && (before == ROLE_OTHER || (unit == 0x1060 && last != 0x1000))) against--;
  const closed = last - 0x1037 < 4 && last != 0x1039;
  // The ya of Zawgyi takes no visarga and seldom ends a run, as the asat of Unicode does; a closed syllable takes no vowel e and no medial.
  if ((unit == 0x1038 || unit == END) && last == 0x103a) against--;
  if (closed && (unit == 0x1031 || unit == 0x103b)) against++;
  const kind = classOf(unit);
  if (last == END && kind == CLASS_UNSPACED_MARK) against++;
  // A virama stacks a letter.
  if (last == 0x1039 && kind != CLASS_UNSPACED_LETTER && unit != 0x103a) against++;
}

/** What INPUT [from, to) has against Unicode, less what it has against Zawgyi. */
export function weighRange(from: i32, to: i32): i32 {
  let last = END;
  for (let at = from; at < to; at++) {
    let unit = inputAt(at);
    if (unit - 0x1000 >= 0xa0) {
      if (isDropped(unit)) continue;
      unit = END;
    }
    weigh(last, unit);
    last = unit;
  }
  weigh(last, END);
  const found = against;
  // It would tell of a text that is gone.
  against = 0;
  return found;
}

function isDropped(unit: u32): bool {
  const operation = operationOf(recordOf(unit));
  return operation == OPERATION_DROP || operation == OPERATION_CONTEXT;
}

/** Consonants and independent vowels among units. */
function lettersIn(units: usize, length: i32): i32 {
  let letters = 0;
  for (let i: usize = 0; i < <usize>length; i++) letters += <i32>(<u32>load<u16>(units + (i << 1)) - 0x1000 < 0x2b);
  return letters;
}

/** Whether the reading in force is the likelier one, or as likely where `letters` are enough to be clear. @param more than zero: against Unicode */
function isLikely(more: i32, letters: i32): bool {
  return asZawgyi ? more + <i32>(letters >= CLEAR_LETTERS) > 0 : more <= 0;
}

/**
 * Whether the hit of `length` folded units at `start` may stand in the reading in force. A run is looked at once while hits
 * stand in it: all of them together cost O(units).
 */
export function isReadable(start: i32, length: u32): bool {
  if (!isBurmese(unitAt(start))) return true;
  if (start < runFrom || start >= runTo) {
    let from = start;
    let to = start + 1;
    while (isBurmese(unitAt(from - 1))) from--;
    while (isBurmese(unitAt(to))) to++;
    keepRun(from, to, weighRange(originAt(from), originAt(to)));
  }
  return isLikely(runAgainst, lettersIn(FOLDED + (<usize>start << 1), <i32>length));
}

/**
 * Whether words added from now on are read as Zawgyi: where the one at INPUT may be. @param units 0: as Unicode again
 * @returns 1 for Zawgyi
 */
export function listReads(units: i32): i32 {
  const letters = lettersIn(INPUT, units);
  readAs(true);
  const zawgyi = letters > 0 && isLikely(weighRange(0, units), letters);
  readAs(zawgyi);
  return <i32>zawgyi;
}
