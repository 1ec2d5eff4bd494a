// Runs the automaton over the normalised text. One step a unit, amortised; comparing and reporting is held to a multiple of
// the text's length, so that no list and no text can make a message slow.

import { FOLDED, STATUS_WORK_LIMIT, SYMBOLS } from '../memory';
import { addStatus } from '../normalise/normalise';
import { written } from '../normalise/output';
import { HAS_OUTPUT, outOf, rowCount, rows, stateAt, stateCount } from './build';
import { EDGE_ANY, EDGE_WORD, endEdge, endInInput, originAt, startEdge } from './edges';
import { addHit, clearHits, hitCount } from './hits';
import {
  FLAG_EXACT, FLAG_KINDS_SHIFT, FLAG_SINGLE, flagsOf, KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf, patternAt, unitsOfPattern,
} from './list';
import { compareUnits, numberAt } from './order';

/** Comparisons allowed: this many, and this many more for each unit of text. */
const WORK_BASE: i32 = 16_384;
const WORK_PER_UNIT: i32 = 64;

let work: i32 = 0;

/** What was left to do says how long a text was. */
export function forgetSearch(): void {
  work = 0;
}

/**
 * Finds every hit of the list in the text that `normalise` left.
 * @returns number of rows { segment, start, end, entry } in HITS, in order of start, then end, then entry
 */
export function match(): i32 {
  clearHits();
  if (stateCount == 0) return 0;
  work = WORK_BASE + written * WORK_PER_UNIT;
  // Copies, for the compiler cannot know that nothing below changes them.
  const end = written;
  const table = rows;
  const dense = rowCount;
  let state: u32 = 0;
  for (let i = 0; i < end; i++) {
    const symbol = <u32>load<u8>(SYMBOLS + <usize>i);
    const next = state < dense ? load<u32>(table + (<usize>state << 8) + (<usize>symbol << 2)) : step(state, symbol);
    state = next & ~HAS_OUTPUT;
    if ((next & HAS_OUTPUT) != 0 && !report(outOf(state), i)) break;
  }
  return hitCount;
}

/** The next state of one that has no row, with HAS_OUTPUT. */
function step(from: u32, symbol: u32): u32 {
  const bit = <u64>1 << symbol;
  let state = from;
  do {
    const at = stateAt(state);
    const children = load<u64>(at);
    if ((children & bit) != 0) {
      const child = load<u32>(at, 8) + <u32>popcnt(children & (bit - 1));
      return outOf(child) != 0 ? child | HAS_OUTPUT : child;
    }
    state = load<u32>(at, 12);
  } while (state >= rowCount);
  return load<u32>(rows + (<usize>state << 8) + (<usize>symbol << 2));
}

/** Tries every group that ends with folded unit `last`. @returns false where a limit ends the search */
function report(out: u32, last: i32): bool {
  const right = endEdge(last);
  if (right == 0) return true;
  for (let place = out; place != 0;) {
    const first = patternAt(numberAt(place - 1));
    const flags = flagsOf(first);
    // Whole words only, from here down the chain, and no word ends here.
    if ((right & EDGE_WORD) == 0 && flags >> FLAG_KINDS_SHIFT == 1 << KIND_WORD) return true;
    if (!tryGroup(place - 1, first, flags, last, right)) return false;
    if (work < 0) {
      addStatus(STATUS_WORK_LIMIT);
      return false;
    }
    place = load<u32>(first, 12);
  }
  return true;
}

function tryGroup(low: u32, first: usize, flags: u32, last: i32, right: u32): bool {
  const length = lengthOf(first);
  const start = last + 1 - <i32>length;
  const text = FOLDED + (<usize>start << 1);
  const count = (flags & FLAG_SINGLE) != 0 ? 1 : load<u32>(patternAt(numberAt(low + 1)), 12);
  work--;
  let place = low;
  if ((flags & FLAG_EXACT) == 0) place = find(text, low, count, length);
  if (place == low + count) return true;
  const left = startEdge(start, length);
  for (; place < low + count; place++, work--) {
    const pattern = patternAt(numberAt(place));
    if ((flags & FLAG_EXACT) == 0 && place > low && compareUnits(unitsOfPattern(pattern), text, length) != 0) break;
    const kind = kindOf(pattern);
    const fits = kind == KIND_ANYWHERE ? (left & right & EDGE_ANY) != 0
      : (left & EDGE_WORD) != 0 && (right & (kind == KIND_WORD ? EDGE_WORD : EDGE_ANY)) != 0;
    if (fits && !addHit(originAt(start), endInInput(last), load<u32>(pattern, 4))) return false;
  }
  return true;
}

/** First pattern of a group sorted by units that is equal to the text; low + count where none is. */
function find(text: usize, low: u32, count: u32, length: u32): u32 {
  let from = low;
  let to = low + count;
  while (from < to) {
    const middle = (from + to) >> 1;
    work -= 1 + (length >> 4);
    if (compareUnits(unitsOfPattern(patternAt(numberAt(middle))), text, length) < 0) from = middle + 1;
    else to = middle;
  }
  if (from == low + count) return from;
  return compareUnits(unitsOfPattern(patternAt(numberAt(from))), text, length) == 0 ? from : low + count;
}
