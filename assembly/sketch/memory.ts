// The one map of the sketch kernel's linear memory. Up to SYMBOLS, and TABLES, it is the text kernel's (../memory.ts), whose normaliser this
// kernel runs; between and behind them nothing of that one is needed here. 4 MB in all, which never grow. 16-byte aligned but for SIZES.
//
//   KEPT     u8×3    kernel           code points that count, packed
//   HASHES   u32     kernel           hashes of grams, each once
//   SET      u32     kernel           the same, to be found by value; 0: nobody there
//   KEY      u8      host -> kernel   the secret of the installation, 16 bytes
//   FACTORS  u32     kernel           of the hash of each place, the factor
//   SHIFTS   u32     kernel           and what is added
//   LEAST    u32     kernel           the least value in each place
//   SKETCH   u8      both             the sketch in force: lowest bytes of all places, second, third, highest
//   ID       u8      kernel -> host   of an id, the keyed hash, 8 bytes
//   NEAR     u32×2   kernel -> host   { slot, places that are shared }
//   LOW      u8      kernel           of every entry, the lowest bytes: what is compared first
//   REST     u8      kernel           of every entry, the others
//   SIZES    u16     kernel           of every entry, the number of its grams

import { HITS, MODEL } from '../memory';

export { INPUT, TABLES } from '../memory';

/** Raised by every change of the map, of an export's meaning or of what a sketch is. */
export const ABI_VERSION: i32 = 1;

/** UTF-16 units of a message that are read. */
export const UNITS_MAX: i32 = 8_192;
/** Code points that are kept of them. */
export const KEPT_MAX: i32 = 4_096;
/** Fewer say too little. */
export const KEPT_LEAST: i32 = 60;
export const GRAM: i32 = 4;
export const PLACES: i32 = 128;
export const ENTRIES_MAX: i32 = 5_000;

export const KEPT: usize = (HITS + 15) & ~15;
export const HASHES: usize = KEPT + 0x3100;
export const SET: usize = HASHES + 0x4040;
export const SET_MOST: i32 = 8_192;
export const KEY: usize = SET + 0x8040;
export const FACTORS: usize = KEY + 16;
export const SHIFTS: usize = FACTORS + 512;
export const LEAST: usize = SHIFTS + 512;
export const SKETCH: usize = LEAST + 512;
export const ID: usize = SKETCH + 512;
export const NEAR: usize = ID + 16;
export const LOW: usize = MODEL;
export const REST: usize = LOW + 5_000 * 128;
export const SIZES: usize = REST + 5_000 * 384;
