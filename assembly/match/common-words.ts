// Everyday English words: `common-words.bin`, a ribbon filter of their stems asked where it lies in COMMON
// (assembly/tables/build/ribbon.ts, everyday.ts). It knows every one of about 14,000 words and takes one other in a hundred.

import { COMMON, COMMON_BYTES } from '../memory';

const HEADER: i32 = 36;
const ROWS: usize = COMMON + 36;
const WIDTH: i32 = 64;
const PRIME: u64 = 0x100000001b3;
const MIX: u64 = 0x9e3779b97f4a7c15;

let starts: u64 = 0;

/**
 * Takes the `bytes` of `common-words.bin` in COMMON into use.
 * @returns 0; 1 another file or format, 2 damaged: then no word is common
 */
export function loadCommonWords(bytes: i32): i32 {
  starts = 0;
  if (bytes < HEADER + WIDTH || bytes > COMMON_BYTES) return 2;
  // 'INWARDCW', in the byte order of u64.
  if (load<u64>(COMMON) != 0x5743445241574e49) return 1;
  if (load<u32>(COMMON, 24) != <u32>bytes - 32) return 2;
  if (load<u32>(COMMON, 32) != 1) return 1;
  starts = <u64>(bytes - HEADER - WIDTH + 1);
  return 0;
}

function holds(hash: u64): bool {
  let h = (hash ^ (hash >> 32)) * MIX;
  const row = ROWS + <usize>(((h >> 32) * starts) >> 32);
  const fingerprint = <u32>h & 127;
  h = ((h ^ (h >> 32)) * MIX) | 1;
  let sum: u32 = 0;
  for (; h != 0; h &= h - 1) sum ^= <u32>load<u8>(row + <usize>ctz(h));
  return sum == fingerprint;
}

/**
 * Whether folded units are an everyday English word or an inflection of one, with one in a hundred others. False for anything
 * but a–z, and before `loadCommonWords`. Linear in the units.
 */
export function isCommonWord(at: usize, units: u32): bool {
  if (starts == 0 || units == 0) return false;
  // Of the word without its last one, two and three letters.
  let h1: u64 = 0;
  let h2: u64 = 0;
  let h3: u64 = 0;
  let h: u64 = 0xcbf29ce484222325;
  const end = at + (<usize>units << 1);
  for (; at < end; at += 2) {
    const unit = <u32>load<u16>(at);
    if (unit - 0x61 > 25) return false;
    h3 = h2;
    h2 = h1;
    h1 = h;
    h = (h ^ unit) * PRIME;
  }
  if (holds(h)) return true;
  if (units < 4) return false;
  const last = <u32>load<u32>(end - 4);
  // s; es, ed and er after three letters or more; ly; ing.
  if (last >> 16 == 0x73 && holds(h1)) return true;
  if (units < 5) return false;
  if (last == 0x730065 || last == 0x79006c) return holds(h2);
  if (last == 0x640065 || last == 0x720065) return holds(h1) || holds(h2);
  if (last != 0x67006e || units < 6 || load<u16>(end - 6) != 0x69) return false;
  return holds(h3) || holds((h3 ^ 0x65) * PRIME);
}
