// Everyday English words: `common-words.bin`, a ribbon filter of their stems asked where it lies in COMMON
// (assembly/tables/build/ribbon.ts, everyday.ts). It knows every one of about 14,000 words and takes one other in a hundred.

import { COMMON, COMMON_BYTES } from '../memory';

const HEADER: i32 = 36;
const ROWS: usize = COMMON + 36;
const WIDTH: i32 = 64;
/** Units of the longest word and of the longest ending. */
const LONGEST: u32 = 15;
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
  let sum = <u32>h & 127;
  h = ((h ^ (h >> 32)) * MIX) | 1;
  for (; h != 0; h &= h - 1) sum ^= <u32>load<u8>(row + <usize>ctz(h));
  return sum == 0;
}

/**
 * Whether folded units are an everyday English word or an inflection of one, with one in a hundred others. False for anything
 * but a–z, and before `loadCommonWords`. Looks at 15 units at most.
 */
export function isCommonWord(at: usize, units: u32): bool {
  if (starts == 0 || units - 1 >= LONGEST) return false;
  // Of the word without its last one, two and three letters.
  let h1: u64 = 0;
  let h2: u64 = 0;
  let h3: u64 = 0;
  let h: u64 = 0xcbf29ce484222325;
  let last: u32 = 0;
  for (let i: u32 = 0; i < units; i++, at += 2) {
    const unit = <u32>load<u16>(at);
    if (unit - 0x61 > 25) return false;
    h3 = h2;
    h2 = h1;
    h1 = h;
    h = (h ^ unit) * PRIME;
    last = last << 8 | unit;
  }
  if (holds(h)) return true;
  // s; ed, er, es and ly; ing. What is left of the word has three letters or more.
  const two = last & 0xffff;
  const opens = two == 0x6564 || two == 0x6572;
  if (units > 3 && (opens || (last & 0xff) == 0x73) && holds(h1)) return true;
  if (units > 4 && (opens || two == 0x6573 || two == 0x6c79)) return holds(h2);
  return units > 5 && (last & 0xffffff) == 0x696e67 && (holds(h3) || holds((h3 ^ 0x65) * PRIME));
}
