// The fast way through a text: sixteen units at once while all are ASCII.

import { FOLDED, FOLDED_UNITS, INPUT, ORIGIN, SEGMENTS_MAX, SYMBOLS } from '../memory';
import { setWritten, unitAt, written } from './output';
import { symbolsOf } from './symbols';

/** Room kept for the marks between segments, and for one expansion. */
export const LAST_UNIT: i32 = FOLDED_UNITS - SEGMENTS_MAX - 64;
/** Units written at once, the last of them perhaps behind the end. */
export const AT_ONCE: i32 = 16;

/**
 * Folds from `at` on, sixteen units at a time, up to the first that is not ASCII, a control or a second space; the last
 * sixteen may reach beyond `end`, where nothing counts.
 * @returns upper-case letters among them
 */
export function foldAscii(at: i32, end: i32): i32 {
  let upper = 0;
  let out = written;
  let before = <i32>(unitAt(out - 1) == 0x20);
  let count = AT_ONCE;
  for (let i = at; count == AT_ONCE && i < end && out < LAST_UNIT; i += AT_ONCE) {
    const from = INPUT + (<usize>i << 1);
    // Units past 0xff become 0xff or 0.
    const units = i8x16.narrow_i16x8_u(v128.load(from), v128.load(from, 16));
    const spaces = i8x16.bitmask(i8x16.eq(units, i8x16.splat(0x20)));
    // Not 0x20–0x7f: below 0x20 as signed bytes.
    const others = i8x16.bitmask(i8x16.lt_s(units, i8x16.splat(0x20)));
    count = min(ctz(others | (spaces & (spaces << 1 | before)) | 1 << AT_ONCE), end - i);
    before = spaces >> 15;
    const capital = i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x41)), i8x16.splat(26));
    const folded = v128.or(units, v128.and(capital, i8x16.splat(0x20)));
    const low = i16x8.extend_low_i8x16_u(folded);
    const high = i16x8.extend_high_i8x16_u(folded);
    const to = FOLDED + (<usize>out << 1);
    v128.store(to, low);
    v128.store(to, high, 16);
    const origins = i16x8.add(i16x8.splat(<i16>i), i16x8(0, 1, 2, 3, 4, 5, 6, 7));
    v128.store(to + (ORIGIN - FOLDED), origins);
    v128.store(to + (ORIGIN - FOLDED), i16x8.add(origins, i16x8.splat(8)), 16);
    v128.store(SYMBOLS + <usize>out, symbolsOf(folded, low, high));
    upper += popcnt(i8x16.bitmask(capital) & ((1 << count) - 1));
    out += count;
  }
  setWritten(out);
  return upper;
}
