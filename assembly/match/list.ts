// The person's words while they come in: folded as messages are, compared, and kept.
//
//   PATTERNS  16 bytes each  { first unit in POOL u32, entry u32, units u16, kind u8, flags u8, next u32 }
//   INDEX     u32            while adding: hash table of pattern numbers + 1; then: pattern numbers in automaton order
//   POOL      u16            folded units of all patterns, one after the other
//
// `kind` is what `listAdd` was given: bits 0–1 word, prefix or anywhere, bits 2–7 the list. `next` is written by build.ts.

import { FOLDED, INPUT_UNITS, LISTS, SEGMENTS } from '../memory';
import { normalise } from '../normalise/normalise';
import { unitAt } from '../normalise/output';
import { isExact } from '../normalise/symbols';

export const KIND_WORD: u32 = 0;
export const KIND_PREFIX: u32 = 1;
export const KIND_ANYWHERE: u32 = 2;

/** Every unit has a symbol of its own: where the symbols are equal, so are the units. */
export const FLAG_EXACT: u32 = 1;
/** No other pattern has the same symbols. */
export const FLAG_SINGLE: u32 = 2;
/** Bits 4–6: kinds of this pattern's group and of all groups down its chain (build.ts). */
export const FLAG_KINDS_SHIFT: u32 = 4;

const PATTERN_BYTES: usize = 16;

export let patternCount: u32 = 0;
export let index: usize = LISTS;
let capacity: u32 = 0;
let indexMask: u32 = 0;
let pool: usize = LISTS;
let poolEnd: usize = LISTS;

/** Grows memory to hold `end`. @returns false where there is none */
export function ensure(end: usize): bool {
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}

/** First free byte behind the pool, aligned. */
export function listEnd(): usize {
  return (poolEnd + 15) & ~15;
}

export function patternAt(number: u32): usize {
  return LISTS + <usize>number * PATTERN_BYTES;
}

export function unitsOfPattern(pattern: usize): usize {
  return pool + (<usize>load<u32>(pattern) << 1);
}

export function lengthOf(pattern: usize): u32 {
  return load<u16>(pattern, 8);
}

export function kindOf(pattern: usize): u32 {
  return load<u8>(pattern, 10) & 3;
}

export function flagsOf(pattern: usize): u32 {
  return load<u8>(pattern, 11);
}

/**
 * Makes room for `patterns` patterns of `units` UTF-16 units together (a hint). Once per instance.
 * @returns 0, or 1: no memory
 */
export function listBegin(patterns: u32, units: u32): i32 {
  if (patterns > 0x100000 || units > 0x8000000) return 1;
  let slots: u32 = 16;
  while (slots < patterns + (patterns >> 2)) slots <<= 1;
  capacity = patterns;
  patternCount = 0;
  indexMask = slots - 1;
  index = patternAt(patterns);
  pool = index + (<usize>slots << 2);
  poolEnd = pool;
  if (!ensure(pool + (<usize>units << 1))) return 1;
  memory.fill(index, 0, <usize>slots << 2);
  return 0;
}

/** FNV-1a over units and kind, with MurmurHash3's last steps to spread it. */
function hashOf(units: usize, length: u32, kind: u32): u32 {
  let h: u32 = 2_166_136_261 ^ kind;
  for (let i: u32 = 0; i < length; i++) h = (h ^ <u32>load<u16>(units + (<usize>i << 1))) * 16_777_619;
  h = (h ^ (h >> 16)) * 0x85ebca6b;
  return h ^ (h >> 13);
}

/**
 * Adds the pattern that the host put at INPUT. Overwrites FOLDED.
 * @returns 0; 1 nothing left after folding; 2 list or memory full; 3 the same units and kind are there already
 */
export function listAdd(entry: u32, kind: u32, units: u32): i32 {
  if (patternCount >= capacity || units > <u32>INPUT_UNITS) return 2;
  store<u32>(SEGMENTS, units);
  store<u32>(SEGMENTS, 0, 4);
  let end = normalise(1) - 1;
  let start = 0;
  if (end > 0 && unitAt(end - 1) == 0x20) end--;
  if (start < end && unitAt(start) == 0x20) start++;
  if (end <= start) return 1;
  const length = <u32>(end - start);
  if (length > 0xffff) return 2;
  const from = FOLDED + (<usize>start << 1);
  const bytes = <usize>length << 1;
  let slot = hashOf(from, length, kind) & indexMask;
  for (;;) {
    const number = load<u32>(index + (<usize>slot << 2));
    if (number == 0) break;
    const other = patternAt(number - 1);
    if (lengthOf(other) == length && load<u8>(other, 10) == kind && memory.compare(unitsOfPattern(other), from, bytes) == 0) return 3;
    slot = (slot + 1) & indexMask;
  }
  if (!ensure(poolEnd + bytes)) return 2;
  memory.copy(poolEnd, from, bytes);
  let flags: u32 = FLAG_EXACT;
  for (let i = start; i < end; i++) if (!isExact(unitAt(i))) flags = 0;
  const pattern = patternAt(patternCount);
  store<u32>(pattern, <u32>((poolEnd - pool) >> 1));
  store<u32>(pattern, entry, 4);
  store<u16>(pattern, <u16>length, 8);
  store<u8>(pattern, <u8>kind, 10);
  store<u8>(pattern, <u8>flags, 11);
  store<u32>(pattern, 0, 12);
  poolEnd += bytes;
  store<u32>(index + (<usize>slot << 2), ++patternCount);
  return 0;
}
