// Where the reader stands in the file. The host lays the piece that begins at `wanted` into INPUT; readers look at what is
// there, step over what they do not need, piece or not, and ask for the next one.

import { CUT, INPUT, NEED } from './memory';

export let pos: usize = 0;
export let end: usize = 0;
/** Bytes of the file, and where in it INPUT begins. */
let fileBytes: i32 = 0;
let base: i32 = 0;

/** Steps of the reader so far. A marker, a chunk, a table, a block of a JPEG are a step each. */
let work: i32 = 0;
/** Steps that any file may take, and steps for each of its bytes: a block takes a bit at least. */
const WORK_BASE: i32 = 65_536;
const WORK_PER_BYTE: i32 = 9;

export function startInput(bytes: i32): void {
  fileBytes = bytes;
  base = 0;
  pos = end = INPUT;
  work = 0;
}

/** @param bytes of the piece at INPUT that begins at `wanted` */
export function openPiece(bytes: i32): void {
  base = wanted();
  pos = INPUT;
  end = INPUT + <usize>min(bytes, fileBytes - base);
  // Words are read where 0xFF is looked for: one stands behind the last byte, and what is older behind it.
  store<u8>(end, 0xff);
}

/** Offset in the file, in bytes, of the first byte not read yet; never past the file's end. */
export function wanted(): i32 {
  return base + <i32>(pos - INPUT);
}

export function workDone(): i32 {
  return work;
}

export function setPos(to: usize): void {
  pos = to;
}

/** No byte comes after those in INPUT. */
export function isLast(): bool {
  return base + <i32>(end - INPUT) >= fileBytes;
}

export function have(bytes: usize): bool {
  return pos + bytes <= end;
}

/** What a reader answers that has too little in INPUT: the next piece, or nothing where there is none. */
export function starved(): i32 {
  return isLast() ? CUT : NEED;
}

/** Steps over bytes, to the file's end at most. */
export function skip(bytes: u64): void {
  pos += <usize>min(bytes, <u64>(fileBytes - wanted()));
}

export function spend(steps: i32): void {
  work += steps;
}

export function isOverworked(): bool {
  return work > WORK_BASE + WORK_PER_BYTE * fileBytes;
}

export function be16(at: usize): i32 {
  return <i32>bswap<u16>(load<u16>(at));
}

export function be32(at: usize): u32 {
  return bswap<u32>(load<u32>(at));
}

// @ts-ignore: decorator
@inline
export function hasFf(at: usize): bool {
  if (ASC_FEATURE_SIMD) return v128.any_true(i8x16.eq(v128.load64_zero(at), i8x16.splat(-1)));
  const word = load<u64>(at);
  return (~word - 0x0101010101010101 & word & 0x8080808080808080) != 0;
}
