// Builds the automaton (Aho and Corasick 1975) over symbols. States are numbered breadth first, so the children of a state
// stand side by side and a 64-bit map of their symbols is enough to find one.
//
//   STATES  20 bytes each  { symbols of the children u64, first child u32, fail u32, out u32 }
//           not yet visited { low u32, high u32: its patterns in INDEX, depth u32, fail u32, out u32 }
//   ROWS    64 × u32       the next state for every symbol, for the first DENSE_STATES states; bit 31: it has an output
//
// `out` is 1 + the place in INDEX of the group of patterns that end in the state, or of the longest group that ends in a
// state down its fail chain; 0 for none. A group is a run of patterns with the same symbols. Its first pattern's `next` is
// the `out` of the fail state; its second pattern's `next` is the size of the group.

import {
  ensure, FLAG_EXACT, FLAG_KINDS_SHIFT, FLAG_SINGLE, flagsOf, index, kindOf, lengthOf, listEnd, patternAt, patternCount,
} from './list';
import { numberAt, part, sortByUnits, startOf, symbolAt } from './order';

const STATE_BYTES: usize = 20;
const DENSE_STATES: u32 = 2048;
export const HAS_OUTPUT: u32 = 0x80000000;
/** Bytes by which memory grows while states are made: 1 MiB. */
const GROWTH: usize = 0x100000;

export let states: usize = 0;
export let rows: usize = 0;
export let stateCount: u32 = 0;
/** States below this number have a row. */
export let rowCount: u32 = 0;
let room: usize = 0;

export function stateAt(state: u32): usize {
  return states + <usize>state * STATE_BYTES;
}

export function outOf(state: u32): u32 {
  return load<u32>(stateAt(state), 16);
}

export function failOf(state: u32): u32 {
  return load<u32>(stateAt(state), 12);
}

/** Child of a visited state, or 0. */
export function childOf(state: u32, symbol: u32): u32 {
  const at = stateAt(state);
  const children = load<u64>(at);
  const bit = <u64>1 << symbol;
  if ((children & bit) == 0) return 0;
  return load<u32>(at, 8) + <u32>popcnt(children & (bit - 1));
}

function addState(low: u32, high: u32, depth: u32, fail: u32): bool {
  const at = stateAt(stateCount);
  if (at + STATE_BYTES > room) {
    room = at + GROWTH;
    if (!ensure(room)) return false;
  }
  store<u32>(at, low);
  store<u32>(at, high, 4);
  store<u32>(at, depth, 8);
  store<u32>(at, fail, 12);
  store<u32>(at, 0, 16);
  stateCount++;
  return true;
}

/** Where a match that ends in the child of `state` goes on when it fails. Amortised O(1) over a pattern. */
function failOfChild(state: u32, symbol: u32): u32 {
  let fail = state;
  while (fail != 0) {
    fail = failOf(fail);
    const child = childOf(fail, symbol);
    if (child != 0) return child;
  }
  return 0;
}

/** Makes the patterns [low, low + count) of INDEX a group. @returns its `out` */
function makeGroup(low: u32, count: u32, next: u32): u32 {
  const length = lengthOf(patternAt(numberAt(low)));
  if (count > 1 && (flagsOf(patternAt(numberAt(low))) & FLAG_EXACT) == 0) sortByUnits(low, count, length);
  let kinds = next == 0 ? 0 : flagsOf(patternAt(numberAt(next - 1))) >> FLAG_KINDS_SHIFT;
  for (let i: u32 = 0; i < count; i++) kinds |= 1 << kindOf(patternAt(numberAt(low + i)));
  const first = patternAt(numberAt(low));
  const flags = (flagsOf(first) & FLAG_EXACT) | (count == 1 ? FLAG_SINGLE : 0) | (kinds << FLAG_KINDS_SHIFT);
  store<u8>(first, <u8>flags, 11);
  store<u32>(first, next, 12);
  if (count > 1) store<u32>(patternAt(numberAt(low + 1)), count, 12);
  return low + 1;
}

/** Turns a state's range of patterns into its group and its children. */
function visit(state: u32): bool {
  const at = stateAt(state);
  const low = load<u32>(at);
  const high = load<u32>(at, 4);
  const depth = load<u32>(at, 8);
  const fail = failOf(state);
  const inherited = state == 0 ? 0 : outOf(fail);
  const firstChild = stateCount;
  let children: u64 = 0;
  let out = inherited;
  if (high - low == 1) {
    const symbol = symbolAt(numberAt(low), depth);
    if (symbol == 0) {
      out = makeGroup(low, 1, inherited);
    } else {
      children = <u64>1 << symbol;
      if (!addState(low, high, depth + 1, failOfChild(state, symbol))) return false;
    }
  } else {
    part(low, high, depth);
    if (startOf(1) > low) out = makeGroup(low, startOf(1) - low, inherited);
    for (let symbol: u32 = 1; symbol < 64; symbol++) {
      const start = startOf(symbol);
      const end = startOf(symbol + 1);
      if (start == end) continue;
      children |= <u64>1 << symbol;
      if (!addState(start, end, depth + 1, failOfChild(state, symbol))) return false;
    }
  }
  store<u64>(at, children);
  store<u32>(at, firstChild, 8);
  store<u32>(at, out, 16);
  return true;
}

function fillRows(): bool {
  rowCount = min(stateCount, DENSE_STATES);
  rows = (stateAt(stateCount) + 15) & ~15;
  if (!ensure(rows + (<usize>rowCount << 8))) return false;
  for (let state: u32 = 0; state < rowCount; state++) {
    const row = rows + (<usize>state << 8);
    const failRow = rows + (<usize>failOf(state) << 8);
    for (let symbol: u32 = 0; symbol < 64; symbol++) {
      const child = childOf(state, symbol);
      let next: u32 = 0;
      if (child != 0) next = outOf(child) != 0 ? child | HAS_OUTPUT : child;
      else if (state != 0) next = load<u32>(failRow + (<usize>symbol << 2));
      store<u32>(row + (<usize>symbol << 2), next);
    }
  }
  return true;
}

/** Builds from all patterns added. O(units × log) and memory for one state a unit at most. @returns 0, or 1: no memory */
export function listBuild(): i32 {
  for (let i: u32 = 0; i < patternCount; i++) store<u32>(index + (<usize>i << 2), i);
  states = listEnd();
  room = states;
  stateCount = 0;
  if (!addState(0, patternCount, 0, 0)) return 1;
  for (let state: u32 = 0; state < stateCount; state++) if (!visit(state)) { stateCount = 0; return 1; }
  if (!fillRows()) { stateCount = 0; return 1; }
  return 0;
}
