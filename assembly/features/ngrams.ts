// Hashed n-grams: which rows of the model's columns a prepared text asks for.

import { IDS, IDS_MAX, SEEN } from '../memory';
import { finish, step } from './hash';
import { isWordUnit } from './units';

/** Buckets the ids are folded to. A model of fewer buckets takes the low bits. */
export const BUCKETS: u32 = 1 << 16;

/** FNV-1a's offset basis, and two others so that a word never shares a bucket with its own characters by construction. */
const BASIS_CHARACTERS: u32 = 2_166_136_261;
const BASIS_WORD: u32 = 0x9e3779b9;
const BASIS_PAIR: u32 = 0x7f4a7c15;
/** At most 5 × units + 2 × words ≤ 6 × 4,096 ids, under IDS_MAX by construction; the check costs nothing and stays. */
const ROOM: usize = IDS + (<usize>(IDS_MAX - 8) << 2);

/** Writes the bucket of `hash` where it is not there yet. @returns where the next one goes */
// @ts-ignore: decorator
@inline
function put(hash: u32, out: usize): usize {
  const id = finish(hash) & (BUCKETS - 1);
  const at = SEEN + <usize>(id >> 3);
  const seen = <u32>load<u8>(at);
  const bit: u32 = 1 << (id & 7);
  store<u8>(at, <u8>(seen | bit));
  // Written anyway: the next one takes its place.
  store<u32>(out, id);
  return (seen & bit) != 0 ? out : out + 4;
}

/**
 * Writes the ids of every run of 1 to 5 units, then of every word and every two words in a row: each id once, in the order
 * of first appearance. @returns the number of ids
 */
export function hashNgrams(text: usize, units: i32): i32 {
  let out = IDS;
  for (let i = 0; i < units && out < ROOM; i++) {
    const longest = min(5, units - i);
    let h = BASIS_CHARACTERS;
    let p = text + (<usize>i << 1);
    for (let n = 0; n < longest; n++, p += 2) {
      h = step(h, load<u16>(p));
      out = put(h, out);
    }
  }
  let word: u32 = 0;
  let pair: u32 = 0;
  let words = 0;
  let inside = false;
  for (let i = 0; i < units && out < ROOM; i++) {
    const unit = <u32>load<u16>(text + (<usize>i << 1));
    if (isWordUnit(unit)) {
      if (!inside) {
        // The pair goes on from the word before it: its hash, kept in `word`, becomes the start.
        pair = step(BASIS_PAIR ^ word, 0x20);
        word = BASIS_WORD;
        inside = true;
      }
      word = step(word, unit);
      pair = step(pair, unit);
    } else if (inside) {
      inside = false;
      out = put(word, out);
      if (words > 0) out = put(pair, out);
      words++;
    }
  }
  for (let p = IDS; p < out; p += 4) store<u8>(SEEN + <usize>(load<u32>(p) >> 3), 0);
  return <i32>((out - IDS) >> 2);
}
