// Puts pattern numbers in order, in place: by the next symbol (one step of a most-significant-digit radix sort) and, where
// patterns share all symbols, by their units.

import { index, lengthOf, patternAt, unitsOfPattern } from './list';
import { symbolOf } from '../normalise/symbols';

/** First place of each symbol in the range last parted; one more entry holds its end. */
const STARTS = memory.data(65 * 4, 16);
const CURSORS = memory.data(64 * 4, 16);

export function numberAt(place: u32): u32 {
  return load<u32>(index + (<usize>place << 2));
}

export function setNumber(place: u32, number: u32): void {
  store<u32>(index + (<usize>place << 2), number);
}

/** Symbol of a pattern at `depth`; 0 where it ends there. */
export function symbolAt(number: u32, depth: u32): u32 {
  const pattern = patternAt(number);
  if (lengthOf(pattern) == depth) return 0;
  return symbolOf(load<u16>(unitsOfPattern(pattern) + (<usize>depth << 1)));
}

/** First place of a symbol in the range last parted. */
export function startOf(symbol: u32): u32 {
  return load<u32>(STARTS + (<usize>symbol << 2));
}

/** Parts [low, high) by symbol at `depth`: American flag sort (McIlroy, Bostic, McIlroy 1993). O(high - low + 64). */
export function part(low: u32, high: u32, depth: u32): void {
  memory.fill(STARTS, 0, 65 * 4);
  for (let i = low; i < high; i++) {
    const at = STARTS + (<usize>symbolAt(numberAt(i), depth) << 2);
    store<u32>(at, load<u32>(at, 4) + 1, 4);
  }
  store<u32>(STARTS, low);
  for (let s: usize = 0; s < 64; s++) {
    const start = load<u32>(STARTS + (s << 2));
    store<u32>(CURSORS + (s << 2), start);
    store<u32>(STARTS + (s << 2), start + load<u32>(STARTS + (s << 2), 4), 4);
  }
  for (let s: u32 = 0; s < 64; s++) {
    const cursor = CURSORS + (<usize>s << 2);
    const end = startOf(s + 1);
    while (load<u32>(cursor) < end) {
      const here = load<u32>(cursor);
      const number = numberAt(here);
      const home = symbolAt(number, depth);
      const other = CURSORS + (<usize>home << 2);
      const there = load<u32>(other);
      store<u32>(other, there + 1);
      if (home != s) {
        setNumber(here, numberAt(there));
        setNumber(there, number);
      }
    }
  }
}

/** Order of two strings of `length` units. */
export function compareUnits(a: usize, b: usize, length: u32): i32 {
  for (let i: usize = 0; i < <usize>length; i++) {
    const difference = <i32>load<u16>(a + (i << 1)) - <i32>load<u16>(b + (i << 1));
    if (difference != 0) return difference;
  }
  return 0;
}

function less(a: u32, b: u32, length: u32): bool {
  const order = compareUnits(unitsOfPattern(patternAt(a)), unitsOfPattern(patternAt(b)), length);
  return order == 0 ? a < b : order < 0;
}

function siftDown(low: u32, from: u32, count: u32, length: u32): void {
  let root = from;
  for (;;) {
    let child = root * 2 + 1;
    if (child >= count) return;
    if (child + 1 < count && less(numberAt(low + child), numberAt(low + child + 1), length)) child++;
    if (!less(numberAt(low + root), numberAt(low + child), length)) return;
    const number = numberAt(low + root);
    setNumber(low + root, numberAt(low + child));
    setNumber(low + child, number);
    root = child;
  }
}

/** Sorts [low, low + count), patterns of one length, by units: heapsort, so that no list can make it quadratic. */
export function sortByUnits(low: u32, count: u32, length: u32): void {
  for (let i = count >> 1; i > 0; i--) siftDown(low, i - 1, count, length);
  for (let last = count - 1; last > 0 && last < count; last--) {
    const number = numberAt(low);
    setNumber(low, numberAt(low + last));
    setNumber(low + last, number);
    siftDown(low, 0, last, length);
  }
}
