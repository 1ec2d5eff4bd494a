// A Bloom filter over how the patterns of a list begin, asked before the trie is walked: a word's key is its first letters
// a–z, eight at most, as the bytes of a u64. Three bits a key in one 64-bit word (a blocked Bloom filter: Putze, Sanders,
// Singler 2007), sixteen bits and more for each pattern: about 0.5 % of other words pass.

import { SYMBOLS } from '../memory';
import { SYMBOL_SPACE } from '../normalise/symbols';

const ONES: u64 = 0x0101010101010101;
const TOPS: u64 = 0x8080808080808080;
/** 2^64 over the golden ratio: multiplicative hashing (Knuth, TAOCP 6.4). */
const SPREAD: u64 = 0x9e3779b97f4a7c15;

const OPENS_BYTES: usize = 512;

/** Of the list in hand: 64 × 64 bits, which two symbols the patterns begin with that have no keys; short prefixes. */
let opens: usize = 0;
/** The filter, and its words less one. */
let keys: usize = 0;
export let keyMask: u32 = 0;

/** @returns what lies behind */
export function useKeys(from: usize, mask: u32): usize {
  opens = from;
  keys = from + OPENS_BYTES;
  keyMask = mask;
  return keys + (<usize>(mask + 1) << 3);
}

export function clearKeys(): void {
  memory.fill(opens, 0, OPENS_BYTES + (<usize>(keyMask + 1) << 3));
}

/** Whether two symbols begin a pattern that KEYS cannot tell: a short prefix. */
// @ts-ignore: decorator
@inline
export function opensWith(first: u32, second: u32): bool {
  return (load<u64>(opens + <usize>(first << 3)) >> second & 1) != 0;
}

/** Of eight symbols the letters a–z that come first. 0: none. */
// @ts-ignore: decorator
@inline
export function keyOf(symbols: u64): u64 {
  // The top bit of each byte that is 27 or more, or 0. No byte is over 63: none runs into the next.
  const others = ((symbols + ONES * 101) | (TOPS - symbols)) & TOPS;
  return symbols & (((others & (0 - others)) >> 7) - 1);
}

/** Letters of a key, 0–8. */
// @ts-ignore: decorator
@inline
export function lettersOf(key: u64): i32 {
  return 8 - (<i32>clz(key) >> 3);
}

/** The key of the letters at folded unit `at` and those behind the space that follows them, as if there were none. */
// @ts-ignore: decorator
@inline
export function joinedKey(key: u64, at: i32): u64 {
  const letters = lettersOf(key);
  const behind = SYMBOLS + <usize>(at + letters);
  if (letters > 7 || load<u8>(behind) != SYMBOL_SPACE) return key;
  return key | keyOf(load<u64>(behind, 1)) << (letters << 3);
}

/** The upper bits of a product depend on all of what was multiplied, if its upper half has been folded in. */
// @ts-ignore: decorator
@inline
function hashOf(key: u64): u64 {
  return (key ^ key >> 32) * SPREAD;
}

// @ts-ignore: decorator
@inline
function wordOf(hash: u64): usize {
  return keys + (<usize>(<u32>(hash >> 24) & keyMask) << 3);
}

// @ts-ignore: decorator
@inline
function bitsOf(hash: u64): u64 {
  return <u64>1 << (hash >> 58) | <u64>1 << (hash >> 52) | <u64>1 << (hash >> 46);
}

// @ts-ignore: decorator
@inline
export function hasKey(key: u64): bool {
  const hash = hashOf(key);
  const bits = bitsOf(hash);
  return (load<u64>(wordOf(hash)) & bits) == bits;
}

/** Notes how a pattern of `length` units begins. @param symbols its first eight; behind its end stand no letters */
export function addBeginning(symbols: u64, length: u32, isWord: bool): void {
  const key = keyOf(symbols);
  if (key == 0) return;
  const hash = hashOf(key);
  store<u64>(wordOf(hash), load<u64>(wordOf(hash)) | bitsOf(hash));
  if (length > 7 || isWord) return;
  // The words that it begins have other keys.
  const row = opens + <usize>((symbols & 63) << 3);
  store<u64>(row, length == 1 ? <u64>-1 : load<u64>(row) | <u64>1 << (symbols >> 8 & 63));
}
