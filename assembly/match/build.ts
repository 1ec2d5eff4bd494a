// Builds the trie over symbols. States are numbered breadth first, so the children of a state stand side by side and a
// 64-bit map of their symbols is enough to find one. What only one pattern goes through is not spelled out in states: it is
// a tail, and the rest of the text is compared with the pattern itself.
//
//   STATES  16 bytes each  { symbols of the children u64, first child u32, out u32 }
//           a tail          { its next symbols, 8 at most, u64, how many u32, out u32 }
//           not yet visited { low u32, high u32: its patterns in INDEX, depth u32, - }
//
// `out` is 1 + the place in INDEX of the group of patterns that end in the state; 0 for none; a tail has bit 31 and its
// place. A group is a run of patterns with the same symbols, sorted by units; its first pattern's `group` is their number.

import {
  boundCount, ensure, FLAG_EXACT, FLAG_FREE, flagsOf, keep, lengthOf, listEnd, patternAt, patternCount,
} from './list';
import { SYMBOL_SPACE } from '../normalise/symbols';
import { numberAt, part, setNumber, sortByUnits, startOf, symbolAt } from './order';

const STATE_BYTES: usize = 16;
export const TAIL: u32 = 0x80000000;
/** The two roots. */
export const BOUND: u32 = 0;
export const FREE: u32 = 1;
/** Bytes by which memory grows while states are made: 1 MiB. */
const GROWTH: usize = 0x100000;
/** Patterns parted by a symbol in one slice; the first state, with all of them, is one whatever their number. */
const SLICE: i32 = 50_000;

let made: usize = 0;
let stateCount: u32 = 0;
let visited: u32 = 0;
let room: usize = 0;

function madeAt(state: u32): usize {
  return made + <usize>state * STATE_BYTES;
}

function addState(low: u32, high: u32, depth: u32): bool {
  const at = madeAt(stateCount);
  if (at + STATE_BYTES > room) {
    room = at + GROWTH;
    if (!ensure(room)) return false;
  }
  store<u32>(at, low);
  store<u32>(at, high, 4);
  store<u32>(at, depth, 8);
  stateCount++;
  return true;
}

function makeGroup(low: u32, count: u32): void {
  const first = patternAt(numberAt(low));
  if (count > 1 && (flagsOf(first) & FLAG_EXACT) == 0) sortByUnits(low, count, lengthOf(first));
  store<u32>(patternAt(numberAt(low)), count, 12);
}

/** Turns a state's range of patterns into its group and its children. */
function visit(state: u32): bool {
  const at = madeAt(state);
  const low = load<u32>(at);
  const high = load<u32>(at, 4);
  const depth = load<u32>(at, 8);
  let firstChild = stateCount;
  let children: u64 = 0;
  let out: u32 = 0;
  if (high - low == 1 && depth > 0) {
    makeGroup(low, 1);
    out = TAIL | low;
    // Compared before the pattern itself is touched, which lies anywhere in memory.
    const number = numberAt(low);
    firstChild = min(8, lengthOf(patternAt(number)) - depth);
    children = symbolsFrom(number, depth);
  } else if (high > low) {
    part(low, high, depth);
    if (startOf(1) > low) {
      makeGroup(low, startOf(1) - low);
      out = low + 1;
    }
    for (let symbol: u32 = 1; symbol < 64; symbol++) {
      const start = startOf(symbol);
      const end = startOf(symbol + 1);
      if (start == end) continue;
      children |= <u64>1 << symbol;
      if (!addState(start, end, depth + 1)) return false;
    }
  }
  store<u64>(at, children);
  store<u32>(at, firstChild, 8);
  store<u32>(at, out, 12);
  return true;
}

/** Eight symbols of a pattern from `depth` on, 0 behind its end. */
function symbolsFrom(number: u32, depth: u32): u64 {
  let symbols: u64 = 0;
  for (let i: u32 = 0; i < 8 && depth + i < lengthOf(patternAt(number)); i++) symbols |= <u64>symbolAt(number, depth + i) << (i << 3);
  return symbols;
}

/** Child of a visited state, or 0. */
export function childIn(states: usize, state: u32, symbol: u32): u32 {
  const at = states + <usize>state * STATE_BYTES;
  const children = load<u64>(at);
  const bit = <u64>1 << symbol;
  if ((children & bit) == 0) return 0;
  return load<u32>(at, 8) + <u32>popcnt(children & (bit - 1));
}

/**
 * Whether a pattern that begins where a word does begins with two symbols and one of `thirds`, as bits; a shorter one may
 * too, and one with a space behind the two.
 */
export function mayBeginWith(states: usize, first: u32, second: u32, thirds: u64): bool {
  const space = <u64>1 << SYMBOL_SPACE;
  const state = childIn(states, BOUND, first);
  if (state == 0) return false;
  let record = states + <usize>state * STATE_BYTES;
  let rest = load<u64>(record);
  if ((load<u32>(record, 12) & TAIL) == 0) {
    const next = childIn(states, state, second);
    if (next == 0) return false;
    record = states + <usize>next * STATE_BYTES;
    rest = load<u64>(record);
    const out = load<u32>(record, 12);
    if ((out & TAIL) == 0) return out != 0 || (thirds & (rest | space)) != 0;
    rest = rest << 8 | second;
  }
  const third = rest >> 8 & 63;
  return (rest & 63) == second && (third == 0 || (thirds & (<u64>1 << third | space)) != 0);
}

/** Patterns that begin where a word does first. */
function orderByRoot(): void {
  let bound: u32 = 0;
  let free = boundCount;
  for (let i: u32 = 0; i < patternCount; i++) {
    if ((flagsOf(patternAt(i)) & FLAG_FREE) != 0) setNumber(free++, i);
    else setNumber(bound++, i);
  }
}

/**
 * Builds from all patterns added, a slice of a millisecond or two with each call. O(units × log)
 * @param slot as given to `listBegin`
 * @returns 0: built; 1: no memory; 2: call again
 */
export function listBuild(slot: u32): i32 {
  if (stateCount == 0) {
    orderByRoot();
    made = room = listEnd();
    visited = 0;
    if (!addState(0, boundCount, 0) || !addState(boundCount, patternCount, 0)) return ended(1);
  }
  for (let left = SLICE; visited < stateCount; visited++) {
    if (left <= 0) return 2;
    left -= load<i32>(madeAt(visited), 4) - load<i32>(madeAt(visited)) + 1;
    if (!visit(visited)) return ended(1);
  }
  keep(slot, made, madeAt(stateCount), load<u64>(madeAt(FREE)));
  return ended(0);
}

/** The next call begins anew. */
function ended(answer: i32): i32 {
  stateCount = 0;
  return answer;
}
