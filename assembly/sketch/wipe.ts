// Leaves nothing of a text in memory, of its sketch and of what was found near it. What stays are tables, key and entries.

import { FOLDED, FOLDED_UNITS, INPUT, ORIGIN, SEGMENTS, SYMBOLS } from '../memory';
import { AT_ONCE } from '../normalise/ascii';
import { forget } from '../normalise/normalise';
import { highWater } from '../normalise/output';
import { zero } from '../zero';
import { forgetGrams, kept, slots } from './grams';
import { HASHES, ID, KEPT, LEAST, NEAR, SET } from './memory';

/** @param units that the host wrote to INPUT last, and before it @param near rows of NEAR */
export function wipe(units: i32, near: i32): void {
  const folded = <usize>min(FOLDED_UNITS, highWater() + AT_ONCE);
  zero(INPUT, <usize>units << 1);
  zero(SEGMENTS, 8);
  zero(FOLDED, folded << 1);
  zero(ORIGIN, folded << 1);
  zero(SYMBOLS, folded);
  zero(KEPT, <usize>kept * 3 + 8);
  zero(HASHES, <usize>kept << 2);
  zero(SET, <usize>slots << 2);
  // LEAST, SKETCH and ID lie side by side.
  zero(LEAST, ID + 8 - LEAST);
  zero(NEAR, <usize>near << 3);
  forgetGrams();
  forget();
}
