// Where a walk has been: no place of the trie is entered twice at one glyph with the same kind of evidence, so that no text
// can make it try one thing over and over.

import { zero } from '../zero';
import { EXTRAS, MASKS, seen, SPACES } from './evidence';
import { standApart } from './way';

/** Places entered from one beginning, direct-mapped: { state, depth, glyph, evidence, beginning } u64 each; few for a short passage. */
const PLACES: u32 = 1_024;
const FEW_PLACES: u32 = 128;
const FEW_GLYPHS: i32 = 64;
const ENTERED = memory.data(8 * 1_024, 16);

/** Places that may be used; 0 before the first walk of a text. */
let places: u32 = 0;
let beginning: u32 = 0;

/** Another beginning, in a passage of so many glyphs. */
export function beginEntering(glyphs: i32): void {
  if (places < PLACES) places = glyphs < FEW_GLYPHS ? FEW_PLACES : PLACES;
  beginning++;
}

export function forgetEntered(): void {
  zero(ENTERED, 8 * <usize>places);
  places = beginning = 0;
}

/** Whether the walk has been here with the same kind of evidence; notes that it is. */
export function isEntered(state: u32, depth: i32, k: i32, between: i32): bool {
  const evidence = <u32>seen(MASKS) | <u32>(seen(SPACES) > 0) << 1 | <u32>standApart(depth - <i32>(between == 0)) << 2 | <u32>(between > 0) << 3
    | <u32>(seen(EXTRAS) > 0) << 4;
  // A tail keeps its number at every depth.
  const key = <u64>(state << 5 | evidence) | <u64>(depth & 0x7f) << 32 | <u64>k << 39 | <u64>(beginning & 0x1fff) << 51;
  const place = ENTERED + (<usize>(<u32>(key * 0x9e3779b97f4a7c15 >> 48) & (places - 1)) << 3);
  if (load<u64>(place) == key) return true;
  store<u64>(place, key);
  return false;
}
