// Whether a run of Myanmar letters may be in the encoding it is being read in. A text is searched in both readings, so no short
// one depends on telling them apart; what is told here is only that a run cannot be the one and can be the other: signs
// without what they stand on, before or after. Without it a word of one syllable would be found in other words' bytes.

import { asZawgyi, readAs, unitAt } from '../normalise/output';
import {
  CLASS_UNSPACED_LETTER, CLASS_UNSPACED_MARK, classOfRecord, OPERATION_CONTEXT, OPERATION_DROP, operationOf, recordOf, ZAWGYI,
} from '../normalise/tables';
import { inputAt, originAt } from './edges';

/** Roles of a code point in Zawgyi (assembly/tables/build/myanmar.ts). */
const ROLE_NONE: u32 = 0;
const ROLE_BASE: u32 = 1;
const ROLE_PREFIX: u32 = 2;
const ROLE_MEDIAL: u32 = 3;
const ROLE_OTHER: u32 = 5;
/** Consonants and independent vowels of a hit or word that is not found in other words' bytes by chance. */
const CLEAR_LETTERS: i32 = 2;
/** Units looked at on either side of a hit. */
const REACH: i32 = 96;

/** The Myanmar block, and stack signs. */
function isBurmese(unit: u32): bool {
  return unit - 0x1000 < 0xa0 || unit - 0xfdd0 < 32;
}

/** Dropped by the fold. */
function isSkipped(unit: u32): bool {
  const operation = operationOf(recordOf(unit));
  return operation == OPERATION_DROP || operation == OPERATION_CONTEXT;
}

let againstUnicode: i32 = 0;
let againstZawgyi: i32 = 0;

/** `unit` stands behind `last`; 0 for either is the end of the run. */
function weigh(last: u32, unit: u32): void {
  const before = last == 0 ? ROLE_OTHER : classOfRecord(recordOf(last + ZAWGYI));
  const role = unit == 0 ? ROLE_OTHER : classOfRecord(recordOf(unit + ZAWGYI));
  if (unit != 0 && role == ROLE_NONE) againstZawgyi++;
  if (before == ROLE_PREFIX && role != ROLE_BASE && role != ROLE_PREFIX) againstZawgyi++;
  if (role == ROLE_MEDIAL && (before == ROLE_OTHER || (unit - 0x1088 < 3 && before != ROLE_BASE && before != ROLE_MEDIAL))) againstZawgyi++;
  // The tall aa of Zawgyi that is killed takes no ya, and its ya no visarga.
  if (unit == 0x103a ? last == 0x105a : unit == 0x1038 && last == 0x103a) againstZawgyi++;
  const kind = unit == 0 ? 0 : classOfRecord(recordOf(unit));
  if (last == 0 && kind == CLASS_UNSPACED_MARK) againstUnicode++;
  // A virama stacks a letter; a closed syllable takes no vowel e and no medial.
  if (last == 0x1039 && kind != CLASS_UNSPACED_LETTER && unit != 0x103a) againstUnicode++;
  if ((unit == 0x1031 || unit == 0x103b) && (last == 0x1037 || last == 0x1038 || last == 0x103a)) againstUnicode++;
}

/** Weighs INPUT [from, to). */
function weighRange(from: i32, to: i32): void {
  againstUnicode = againstZawgyi = 0;
  let last: u32 = 0;
  for (let at = from; at < to; at++) {
    const unit = inputAt(at);
    if (unit - 0x1000 < 0xa0) {
      weigh(last, unit);
      last = unit;
    } else if (!isSkipped(unit)) {
      weigh(last, 0);
      last = 0;
    }
  }
  weigh(last, 0);
}

/** Whether the reading in force is the likelier one, or as likely where `letters` are enough to be clear. */
function isLikely(letters: i32): bool {
  if (!asZawgyi) return againstUnicode <= againstZawgyi;
  return againstZawgyi - <i32>(letters >= CLEAR_LETTERS) < againstUnicode;
}

/** Whether the hit of `length` folded units at `start` may stand in the reading in force. O(REACH) for Myanmar letters. */
export function isReadable(start: i32, length: u32): bool {
  if (!isBurmese(unitAt(start))) return true;
  let letters = 0;
  let end = start + <i32>length;
  for (let i = start; i < end; i++) letters += <i32>(unitAt(i) - 0x1000 < 0x2b);
  let from = start;
  while (start - from < REACH && isBurmese(unitAt(from - 1))) from--;
  for (const most = end + REACH; end < most && isBurmese(unitAt(end)); end++);
  weighRange(originAt(from), originAt(end));
  return isLikely(letters);
}

/**
 * Whether words added from now on are read as Zawgyi: where the one at INPUT may be. @param units 0: as Unicode again
 * @returns 1 for Zawgyi
 */
export function listReads(units: i32): i32 {
  let letters = 0;
  for (let at = 0; at < units; at++) letters += <i32>(inputAt(at) - 0x1000 < 0x2b);
  readAs(true);
  weighRange(0, units);
  const zawgyi = letters > 0 && isLikely(letters);
  readAs(zawgyi);
  return <i32>zawgyi;
}
