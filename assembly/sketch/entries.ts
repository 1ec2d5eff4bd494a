// The sketches that are kept, each in a slot: those of `lookup` stand in the first ones, without a gap. Which slot is whose the host knows.

import { LOW, REST, SIZES, SKETCH } from './memory';

/** SKETCH, of so many grams, into a slot below ENTRIES_MAX. */
export function put(slot: i32, size: i32): void {
  memory.copy(LOW + (<usize>slot << 7), SKETCH, 128);
  memory.copy(REST + <usize>slot * 384, SKETCH + 128, 384);
  store<u16>(SIZES + (<usize>slot << 1), <u16>size);
}

/** What stands in one slot into another one; nothing of it stays. */
export function move(from: i32, to: i32): void {
  if (from != to) {
    memory.copy(LOW + (<usize>to << 7), LOW + (<usize>from << 7), 128);
    memory.copy(REST + <usize>to * 384, REST + <usize>from * 384, 384);
    store<u16>(SIZES + (<usize>to << 1), load<u16>(SIZES + (<usize>from << 1)));
  }
  clear(from);
}

export function clear(slot: i32): void {
  memory.fill(LOW + (<usize>slot << 7), 0, 128);
  memory.fill(REST + <usize>slot * 384, 0, 384);
  store<u16>(SIZES + (<usize>slot << 1), 0);
}
