// The person's words while they come in: folded as messages are, compared, and kept. A kernel holds two lists, each whole
// in itself: the main one, and a small one beside it for what was added since (`select`).
//
//   HEAD      u32 × 12         counts and addresses, below
//   OPENS     bits × 4,096     keys.ts
//   KEYS      u64 × 2^n        keys.ts
//   PATTERNS  16 bytes each    { first unit in POOL u32, entry u32, units u16, kind u8, flags u8, group u32 }
//   INDEX     u32              while adding: hash table of pattern numbers + 1; then: pattern numbers in the trie's order
//   POOL      u16              folded units of all patterns, one after the other; behind those of FLAG_DOTS, what i each is
//   STATES    16 bytes each    build.ts
//
// `kind` is what `listAdd` was given: bits 0–1 word, prefix or anywhere, bits 2–7 the list. `group` is written by build.ts.

import { FOLDED, INPUT, INPUT_UNITS, LISTS, SEGMENTS, SYMBOLS } from '../memory';
import { normalise } from '../normalise/normalise';
import { unitAt } from '../normalise/output';
import { isExact, symbolOf } from '../normalise/symbols';
import { isDecorated } from './decorated';
import { BOTH_I, dotOf, FLAG_DOTS, FLAG_MARKED, TWO_I } from './dotless';
import { classOfUnit, originAt } from './edges';
import { isCommonWord } from './common-words';
import { addBeginning, clearKeys, keyMask, useKeys } from './keys';
import { CLASS_DIGIT, CLASS_LETTER } from '../normalise/tables';

export const KIND_WORD: u32 = 0;
const KIND_PREFIX: u32 = 1;
export const KIND_ANYWHERE: u32 = 2;
/** Bits of `listAdd`'s `kind` above the byte that is kept: how the accents of the term count. */
const ACCENTS_EXACT: u32 = 0x100;
const ACCENTS_FOLD: u32 = 0x200;

/** Every unit has a symbol of its own: where the symbols are equal, so are the units. */
export const FLAG_EXACT: u32 = 1;
/** Begins anywhere in a text, not only where a word does. */
export const FLAG_FREE: u32 = 2;
/** Matches only letters that carry an accent: its plain spelling is an everyday word. */
export const FLAG_ACCENTED: u32 = 4;
/** Letters a–z alone. */
export const FLAG_LATIN: u32 = 8;
/** Letters alone, of any script. */
export const FLAG_LETTERS: u32 = 16;

const PATTERN_BYTES: usize = 16;
const HEAD_BYTES: usize = 48;

/** Of the list selected. */
export let patternCount: u32 = 0;
export let index: usize = 0;
export let states: usize = 0;
/** Patterns that begin where a word does come first in INDEX, this many. */
export let boundCount: u32 = 0;
/** Symbols that begin a pattern which begins anywhere, as bits. */
export let freeFirst: u64 = 0;
/** A term of several words is among them. */
export let hasPhrases: bool = false;
/** A term has letters other than a–z. */
export let hasForeign: bool = false;
let list: usize = LISTS;
let patterns: usize = LISTS;
let pool: usize = LISTS;
let poolEnd: usize = LISTS;
let capacity: u32 = 0;
let indexMask: u32 = 0;

/** Where the main list ends; the other one begins there. */
let mainEnd: usize = LISTS;
/** Patterns of both lists that are built. */
let mainCount: u32 = 0;
let besideCount: u32 = 0;

/** Grows memory to hold `end`. @returns false where there is none */
export function ensure(end: usize): bool {
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}

/** Takes a built list into hand. @returns false for one without patterns */
export function select(slot: u32): bool {
  if ((slot == 0 ? mainCount : besideCount) == 0) return false;
  list = slot == 0 ? LISTS : mainEnd;
  patternCount = load<u32>(list);
  patterns = load<u32>(list, 4);
  index = load<u32>(list, 8);
  pool = load<u32>(list, 12);
  states = load<u32>(list, 16);
  freeFirst = load<u64>(list, 24);
  hasPhrases = (load<u32>(list, 20) & 1) != 0;
  hasForeign = (load<u32>(list, 20) & 2) != 0;
  useKeys(list + HEAD_BYTES, load<u32>(list, 32));
  return true;
}

/** Ends the making of the list in hand. */
export function keep(slot: u32, firstState: usize, end: usize, free: u64): void {
  store<u32>(list, patternCount);
  store<u32>(list, <u32>patterns, 4);
  store<u32>(list, <u32>index, 8);
  store<u32>(list, <u32>pool, 12);
  store<u32>(list, <u32>firstState, 16);
  store<u32>(list, <u32>hasPhrases | <u32>hasForeign << 1, 20);
  store<u64>(list, free, 24);
  store<u32>(list, keyMask, 32);
  if (slot == 0) {
    mainEnd = (end + 15) & ~15;
    mainCount = patternCount;
  } else {
    besideCount = patternCount;
  }
}

/** First free byte behind the pool, aligned. */
export function listEnd(): usize {
  return (poolEnd + 15) & ~15;
}

export function patternAt(number: u32): usize {
  return patterns + <usize>number * PATTERN_BYTES;
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
 * Makes room for `count` patterns of `units` UTF-16 units together (a hint).
 * @param slot 0: the main list, once per instance; 1: the one beside it, made anew as often as one likes
 * @returns 0, or 1: no memory
 */
export function listBegin(slot: u32, count: u32, units: u32): i32 {
  if (count > 0x100000 || units > 0x8000000) return 1;
  let slots: u32 = 16;
  while (slots < count + (count >> 2)) slots <<= 1;
  if (slot == 0) mainCount = 0;
  besideCount = 0;
  list = slot == 0 ? LISTS : mainEnd;
  patterns = useKeys(list + HEAD_BYTES, max(slots, 2_048) / 4 - 1);
  capacity = count;
  patternCount = 0;
  boundCount = 0;
  hasPhrases = hasForeign = false;
  indexMask = slots - 1;
  index = patternAt(count);
  pool = index + (<usize>slots << 2);
  poolEnd = pool;
  if (!ensure(pool + (<usize>units << 1))) return 1;
  memory.fill(index, 0, <usize>slots << 2);
  clearKeys();
  return 0;
}

/** FNV-1a over units and kind, with MurmurHash3's last steps to spread it. */
function hashOfUnits(units: usize, length: u32, kind: u32): u32 {
  let h: u32 = 2_166_136_261 ^ kind;
  for (let i: u32 = 0; i < length; i++) h = (h ^ <u32>load<u16>(units + (<usize>i << 1))) * 16_777_619;
  h = (h ^ (h >> 16)) * 0x85ebca6b;
  return h ^ (h >> 13);
}

function flagsFor(start: i32, end: i32, kind: u32): u32 {
  let flags = FLAG_EXACT | FLAG_LATIN | FLAG_LETTERS;
  let decorated = false;
  let dots: u32 = 0;
  for (let i = start; i < end; i++) {
    const unit = unitAt(i);
    if (!isExact(unit)) flags &= ~FLAG_EXACT;
    if (unit == 0x20) {
      hasPhrases = true;
      flags &= ~FLAG_LETTERS;
    } else if (symbolOf(unit) > 26) {
      flags &= ~FLAG_LATIN;
      if (classOfUnit(i) != CLASS_LETTER) flags &= ~FLAG_LETTERS;
      else hasForeign = true;
    }
    const dot = (kind & TWO_I) != 0 ? dotOf(i, unit) : 0;
    dots |= dot;
    store<u16>(poolEnd + (<usize>(end + i - start - start) << 1), <u16>dot);
    if (!decorated && dot == 0) decorated = isDecorated(originAt(i));
  }
  if ((kind & TWO_I) != 0) flags |= FLAG_DOTS;
  if (decorated || dots == BOTH_I) flags |= FLAG_MARKED;
  const first = classOfUnit(start);
  // A keycap is no digit.
  const bound = first == CLASS_LETTER || (first == CLASS_DIGIT && unitAt(start + 1) != 0x20e3);
  if ((kind & 3) == KIND_ANYWHERE || !bound) flags |= FLAG_FREE;
  if (decorated && (kind & ACCENTS_FOLD) == 0) {
    const plain = (flags & FLAG_LATIN) != 0 && !isCommonWord(FOLDED + (<usize>start << 1), <u32>(end - start));
    if ((kind & ACCENTS_EXACT) != 0 || !plain) flags |= FLAG_ACCENTED;
  }
  return flags;
}

/**
 * Adds the pattern that the host put at INPUT. Overwrites FOLDED.
 * @returns 0; 1 nothing left after folding; 2 list or memory full; 3 the same units and kind are there already
 */
export function listAdd(entry: u32, kind: u32, units: u32): i32 {
  if (patternCount >= capacity || units > <u32>INPUT_UNITS) return 2;
  store<u32>(SEGMENTS, units);
  store<u32>(SEGMENTS, 0, 4);
  // A longer word may have stood there before.
  if (units < <u32>INPUT_UNITS) store<u16>(INPUT + (<usize>units << 1), 0);
  let end = normalise(1) - 1;
  let start = 0;
  if (end > 0 && unitAt(end - 1) == 0x20) end--;
  if (start < end && unitAt(start) == 0x20) start++;
  if (end <= start) return 1;
  const length = <u32>(end - start);
  if (length > 0xffff) return 2;
  const from = FOLDED + (<usize>start << 1);
  const bytes = <usize>length << 1;
  if (!ensure(poolEnd + (bytes << 1))) return 2;
  memory.copy(poolEnd, from, bytes);
  const flags = flagsFor(start, end, kind);
  const size = (flags & FLAG_DOTS) != 0 ? bytes << 1 : bytes;
  let slot = hashOfUnits(from, length, kind & 0xff) & indexMask;
  for (;;) {
    const number = load<u32>(index + (<usize>slot << 2));
    if (number == 0) break;
    const other = patternAt(number - 1);
    if (lengthOf(other) == length && load<u8>(other, 10) == (kind & 0xff) && memory.compare(unitsOfPattern(other), poolEnd, size) == 0) return 3;
    slot = (slot + 1) & indexMask;
  }
  if ((flags & FLAG_FREE) == 0) {
    boundCount++;
    addBeginning(load<u64>(SYMBOLS + <usize>start), length, (kind & 3) == KIND_WORD);
  }
  const pattern = patternAt(patternCount);
  store<u32>(pattern, <u32>((poolEnd - pool) >> 1));
  store<u32>(pattern, entry, 4);
  store<u16>(pattern, <u16>length, 8);
  store<u8>(pattern, <u8>kind, 10);
  store<u8>(pattern, <u8>flags, 11);
  store<u32>(pattern, 0, 12);
  poolEnd += size;
  store<u32>(index + (<usize>slot << 2), ++patternCount);
  return 0;
}
