// One pass over INPUT: every surface folded, one after the other. O(units); bounded by INPUT_UNITS and FOLDED_UNITS.

import {
  FOLDED, INPUT, INPUT_UNITS, SEGMENTS, SEGMENTS_MAX, SEGMENT_MYANMAR, SEGMENT_SCORED, STATUS_LONE_SURROGATE, STATUS_TRUNCATED,
} from '../memory';
import { foldAscii, LAST_UNIT } from './ascii';
import {
  asZawgyi, before, forgetOutput, join, put, putBreak, putCodePoint, putInline, putPart, putSpace, restart, written,
} from './output';
import {
  CLASS_EMOJI, CLASS_LETTER, classOf, classOfRecord, expansionOf, isUpper, OPERATION_CONTEXT, OPERATION_DROP, OPERATION_EXPAND, OPERATION_JOIN, OPERATION_SHIFT, OPERATION_SPACE, operationOf,
  recordInline, unitsOf, ZAWGYI,
} from './tables';

/** First unit of INPUT that the last `foldSegment` did not read. */
export let stopped: i32 = 0;

let bits: i32 = 0;
let upperCase: i32 = 0;
let myanmar: bool = false;
/** The segment in hand has such. */
let burmese: bool = false;
let reversed: bool = false;
let doubtful: bool = false;
let signs: bool = false;

/** What the texts since the last `forget` took up. */
let inputMost: i32 = 0;
let segmentsMost: i32 = 0;
/** Segments of the text in force. */
export let segmentsNow: i32 = 0;

export function inputUsed(): i32 {
  return inputMost;
}

export function segmentsUsed(): i32 {
  return segmentsMost;
}

/** There is no text any more. */
export function forget(): void {
  inputMost = segmentsMost = segmentsNow = bits = upperCase = stopped = 0;
  myanmar = burmese = reversed = doubtful = signs = false;
  forgetOutput();
}

/** STATUS_* bits of the text in force; the matcher adds its own. */
export function status(): i32 {
  return bits;
}

// @ts-ignore: decorator
@inline
export function addStatus(more: i32): void {
  bits |= more;
}

/** Upper-case letters of the scored segments of the last `normalise`, before folding. */
export function capitals(): i32 {
  return upperCase;
}

/** The text in force has code points of the Myanmar block, so that it may be Zawgyi. */
export function sawMyanmar(): bool {
  return myanmar;
}

/** The text in force has a right-to-left override, U+202E: Latin letters behind it are shown in reverse. */
export function sawOverride(): bool {
  return reversed;
}

/** The text in force has a styled i or l. */
export function sawDoubtful(): bool {
  return doubtful;
}

/** The text in force has a sign that folds to letters: a word may end before it, among letters. */
export function sawSign(): bool {
  return signs;
}

// @ts-ignore: decorator
@inline
function inputAt(i: i32): u32 {
  return load<u16>(INPUT + (<usize>i << 1));
}

/**
 * Folds INPUT as SEGMENTS divide it.
 * @returns units in FOLDED; the mark after the last segment is the last of them. 0 for ends that are not in order.
 */
export function normalise(segments: i32): i32 {
  restart(0);
  bits = 0;
  upperCase = 0;
  myanmar = burmese = reversed = doubtful = signs = false;
  segmentsNow = segments;
  store<u16>(FOLDED - 2, 0xffff);
  segmentsMost = max(segmentsMost, segments);
  if (segments < 0 || segments > SEGMENTS_MAX) return 0;
  let start = 0;
  for (let s = 0; s < segments; s++) {
    const segment = SEGMENTS + (<usize>s << 3);
    const end = load<u32>(segment);
    if (end < <u32>start || end > <u32>INPUT_UNITS) {
      inputMost = INPUT_UNITS;
      return 0;
    }
    inputMost = max(inputMost, <i32>end);
    const upper = foldSegment(start, <i32>end);
    if ((load<u32>(segment, 4) & SEGMENT_SCORED) != 0) upperCase += upper;
    if (burmese) {
      store<u32>(segment, load<u32>(segment, 4) | SEGMENT_MYANMAR, 4);
      myanmar = true;
      burmese = false;
    }
    putBreak(stopped);
    start = <i32>end;
  }
  return written;
}

/** @returns upper-case letters seen */
export function foldSegment(start: i32, end: i32): i32 {
  let upper = 0;
  let i = start;
  while (i < end) {
    if (written >= LAST_UNIT) {
      bits |= STATUS_TRUNCATED;
      break;
    }
    if (ASC_FEATURE_SIMD && inputAt(i) < 0x80) {
      const first = written;
      upper += foldAscii(i, end);
      i += written - first;
      if (i >= end || written >= LAST_UNIT) continue;
    }
    const c = inputAt(i);
    if (c < 0x80) {
      const capital = <u32>(c - 0x41 < 26);
      upper += <i32>capital;
      if (c == 0x20 || c - 0x09 < 5) putSpace(i);
      // Few get here where sixteen are folded at once.
      else if (ASC_FEATURE_SIMD) put(c | (capital << 5), i);
      else putInline(c | (capital << 5), i);
      i++;
      continue;
    }
    let cp = c;
    let next = i + 1;
    if ((c & 0xf800) == 0xd800) {
      const low = next < end ? inputAt(next) : 0;
      if (c < 0xdc00 && (low & 0xfc00) == 0xdc00) {
        cp = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        next++;
      } else {
        cp = 0xfffd;
        bits |= STATUS_LONE_SURROGATE;
      }
    }
    const isBurmese = cp - 0x1000 < 0xa0;
    if (isBurmese) burmese = true;
    const record = recordInline(isBurmese && asZawgyi ? cp + ZAWGYI : cp);
    upper += <i32>isUpper(record);
    if (operationOf(record) == OPERATION_CONTEXT) keepInContext(cp, i, next, end);
    else foldCodePoint(cp, record, i);
    i = next;
  }
  stopped = i;
  return upper;
}

/** Notes a letter a–z that stands for a sign. */
function noteSign(unit: u32, record: u32): void {
  if (unit - 0x61 < 26 && classOfRecord(record) != CLASS_LETTER) signs = true;
}

/** I and l are one to look at: a styled one may be the other. */
function putStyled(unit: u32, record: u32, origin: i32): void {
  if (unit == 0x69 || unit == 0x6c) doubtful = true;
  noteSign(unit, record);
  put(unit, origin);
}

// @ts-ignore: decorator
@inline
function foldCodePoint(cp: u32, record: u32, origin: i32): void {
  const operation = operationOf(record);
  if (operation == 0) putCodePoint(cp, origin);
  else if (operation == OPERATION_SHIFT) putStyled((cp + (record >> 16)) & 0xffff, record, origin);
  else if (operation == OPERATION_JOIN) join(cp, record, origin);
  else if (operation == OPERATION_SPACE) putSpace(origin);
  else if (operation == OPERATION_EXPAND) expand(record, origin);
  else if (operation != OPERATION_DROP) putCodePoint(cp, origin);
}

/** A joiner between two emoji, the sign of a keycap and the tags of a flag stay: they make another emoji of what they follow. */
function keepInContext(cp: u32, origin: i32, next: i32, end: i32): void {
  if (cp == 0x202e) {
    reversed = true;
    return;
  }
  const last = before(written);
  let keep = last - 0x30 < 10 || last == 0x23 || last == 0x2a;
  if (cp > 0xffff) {
    keep = last == 0x1f3f4 || last >> 7 == 0xe0000 >> 7;
  } else if (cp == 0x200d) {
    let after = next < end ? inputAt(next) : 0;
    const low = next + 1 < end ? inputAt(next + 1) - 0xdc00 : 0x400;
    if ((after & 0xfc00) == 0xd800 && low < 0x400) after = 0x10000 + ((after - 0xd800) << 10) + low;
    keep = isEmoji(last) && isEmoji(after);
  }
  if (keep) putCodePoint(cp, origin);
}

function isEmoji(cp: u32): bool {
  return classOf(cp) == CLASS_EMOJI;
}

function expand(record: u32, origin: i32): void {
  const units = unitsOf(record);
  const from = expansionOf(record);
  for (let i: u32 = 0; i < units; i++) {
    let cp = <u32>load<u16>(from + (<usize>i << 1));
    if ((cp & 0xfc00) == 0xd800 && i + 1 < units) {
      i++;
      cp = 0x10000 + ((cp - 0xd800) << 10) + (<u32>load<u16>(from + (<usize>i << 1)) - 0xdc00);
    }
    noteSign(cp, record);
    putPart(cp, origin);
  }
}
