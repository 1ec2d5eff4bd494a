// The fast way through a text: eight units at once while all are ASCII.

import { FOLDED, FOLDED_UNITS, INPUT, ORIGIN, SEGMENTS_MAX, SYMBOLS } from '../memory';
import { setWritten, unitAt, written } from './output';
import { symbolsOf } from './symbols';

/** Room kept for the marks between segments, and for one expansion. */
export const LAST_UNIT: i32 = FOLDED_UNITS - SEGMENTS_MAX - 64;

/**
 * Folds from `at` on, eight units at a time, while all are ASCII, none is a control and no two spaces meet; the last eight
 * may reach beyond `end`, where nothing counts.
 * @returns upper-case letters among them
 */
export function foldAscii(at: i32, end: i32): i32 {
  let upper = 0;
  let out = written;
  let before = <i32>(unitAt(out - 1) == 0x20);
  for (let i = at; i < end && out < LAST_UNIT; i += 8) {
    const count = min(8, end - i);
    const valid = (1 << count) - 1;
    const units = v128.load(INPUT + (<usize>i << 1));
    // 0x20–0x7f, seen as the distance from 0x20.
    if ((i16x8.bitmask(i16x8.lt_u(i16x8.sub(units, i16x8.splat(0x20)), i16x8.splat(0x60))) & valid) != valid) break;
    const spaces = i16x8.bitmask(i16x8.eq(units, i16x8.splat(0x20))) & valid;
    if ((spaces & (spaces << 1 | before)) != 0) break;
    before = spaces >> 7;
    const capital = i16x8.lt_u(i16x8.sub(units, i16x8.splat(0x41)), i16x8.splat(26));
    const folded = v128.or(units, v128.and(capital, i16x8.splat(0x20)));
    v128.store(FOLDED + (<usize>out << 1), folded);
    v128.store(ORIGIN + (<usize>out << 1), i16x8.add(i16x8.splat(<i16>i), i16x8(0, 1, 2, 3, 4, 5, 6, 7)));
    const symbols = symbolsOf(folded);
    v128.store64_lane(SYMBOLS + <usize>out, i8x16.narrow_i16x8_u(symbols, symbols), 0);
    upper += popcnt(i16x8.bitmask(capital) & valid);
    out += count;
  }
  setWritten(out);
  return upper;
}
