// Hashed n-grams: which buckets of the embedding table a prepared text asks for.

import { IDS, IDS_MAX } from '../memory';
import { isWordUnit } from './units';

/** Buckets the ids are folded to. A model of fewer buckets takes the low bits. */
export const BUCKETS: u32 = 1 << 15;

const PRIME: u32 = 16_777_619;
/** FNV-1a's offset basis, and two others so that a word never shares a bucket with its own characters by construction. */
const BASIS_CHARACTERS: u32 = 2_166_136_261;
const BASIS_WORD: u32 = 0x9e3779b9;
const BASIS_PAIR: u32 = 0x7f4a7c15;

/** MurmurHash3's 32-bit finaliser (Appleby, public domain): FNV alone leaves the low bits of short keys poorly mixed. */
// @ts-ignore: decorator
@inline
function bucket(hash: u32): u32 {
  let h = hash;
  h ^= h >> 16;
  h *= 0x85ebca6b;
  h ^= h >> 13;
  h *= 0xc2b2ae35;
  h ^= h >> 16;
  return h & (BUCKETS - 1);
}

// @ts-ignore: decorator
@inline
function step(hash: u32, unit: u32): u32 {
  return (hash ^ unit) * PRIME;
}

/**
 * Writes the ids of every run of 1 to 5 units, then of every word and every two words in a row.
 * At most 5 × units + 2 × words ≤ 6 × 4,096 ids, under IDS_MAX by construction; the check costs nothing and stays.
 * @returns the number of ids
 */
export function hashNgrams(text: usize, units: i32): i32 {
  let out = IDS;
  const room = IDS + (<usize>(IDS_MAX - 8) << 2);
  for (let i = 0; i < units && out < room; i++) {
    const longest = min(5, units - i);
    let h = BASIS_CHARACTERS;
    let p = text + (<usize>i << 1);
    for (let n = 0; n < longest; n++, p += 2, out += 4) {
      h = step(h, load<u16>(p));
      store<u32>(out, bucket(h));
    }
  }
  let word: u32 = 0;
  let pair: u32 = 0;
  let words = 0;
  let inside = false;
  for (let i = 0; i < units && out < room; i++) {
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
      store<u32>(out, bucket(word));
      out += 4;
      if (words > 0) {
        store<u32>(out, bucket(pair));
        out += 4;
      }
      words++;
    }
  }
  return <i32>((out - IDS) >> 2);
}
