// The one map of the image kernel's linear memory; the text kernel has its own (../memory.ts), and the two never meet.
// Offsets and capacities in bytes, all regions 16-byte aligned, half a megabyte in all. Memory never grows: a file comes in
// pieces of at most INPUT_BYTES, a picture in bands of rows.
//
//   0x0400   statics of the compiler
//   INPUT    u8      host -> kernel   a piece of the file, or rows of RGBA
//   TABLES   u16     kernel           Huffman look-ups of the scan in force: 4 for DC, 4 for AC, one to work on
//   HUFFMAN  u8      kernel           the last DHT of each slot: 4 DC, 4 AC; 16 counts, 256 symbols
//   BLOCKS   i16     kernel           DC values of the rows of blocks in force: 3 components × 4 rows
//   SUMS     i64     kernel           sums by cell, CELLS_MAX² for each of 4 channels
//   WEIGHTS  i64     kernel           areas the sums of each component stand for
//   ROW …            kernel           what else is of the file: sums of one row, the last mean in each column, components
//   OUT      u8×4    kernel -> host   the cover, RGBA; begins at INPUT
//   CELLS    u8×4    kernel -> host   the grid, RGBA, row by row, turned upright
//   LINES    u16×4   kernel           rows of the grid, as wide as the cover

/** Raised by every change of the map or of an export's meaning. */
export const ABI_VERSION: i32 = 2;

/** Above the margin of decode.ts, which is taken from addresses in INPUT. */
export const INPUT: usize = 0x4000;
/** More than the longest segment of a JPEG, and two rows of the widest picture. */
export const INPUT_BYTES: i32 = 0x20000;
/** 16 bytes stay free below it, for the mark that ends a piece (input.ts). */
export const TABLES: usize = INPUT + 0x20010;
/** Bits that one look-up sees. */
export const LOOKUP_BITS: u32 = 12;
export const TABLE_BYTES: usize = 2 << 12;
export const HUFFMAN: usize = TABLES + 9 * TABLE_BYTES;
export const HUFFMAN_BYTES: usize = 272;
export const BLOCKS: usize = HUFFMAN + 8 * HUFFMAN_BYTES;
/** Blocks of SIDE_MAX, and those that fill up the last MCU. */
export const BLOCK_ROW_BYTES: usize = 2064 * 2;
export const CELLS_MAX: i32 = 32;
export const SUMS: usize = BLOCKS + 12 * BLOCK_ROW_BYTES;
export const PLANE_BYTES: usize = 32 * 32 * 8;
export const WEIGHTS: usize = SUMS + 4 * PLANE_BYTES;
/** Four i32 for each cell of a row. */
export const ROW: usize = WEIGHTS + 3 * PLANE_BYTES;
export const ROW_WEIGHTS: usize = ROW + 32 * 16;
export const ABOVE: usize = ROW_WEIGHTS + 32 * 4;
export const COMPONENTS: usize = ABOVE + 3 * 32 * 4;
/** Of four quantisation tables, the first number. */
export const STEPS: usize = COMPONENTS + 3 * 32;
export const COVER_SIDE_MAX: i32 = 320;
/** Over all that is of the file, which is read by then: nothing of it but CELLS is needed for a cover. */
export const OUT: usize = INPUT;
export const CELLS: usize = OUT + 320 * 320 * 4;
export const LINES: usize = CELLS + 32 * 32 * 4;
export const MEMORY_END: usize = LINES + 32 * 320 * 8;

/** Caps. Past one, no decoder is asked. */
export const FILE_BYTES_MAX: i32 = 64_000_000;
export const PIXELS_MAX: i32 = 64_000_000;
export const SIDE_MAX: i32 = 16_384;
export const FRAMES_MAX: i32 = 1_000;

/** Kinds of file, by their first bytes. */
export const KIND_UNKNOWN: i32 = 0;
export const KIND_JPEG: i32 = 1;
export const KIND_PNG: i32 = 2;
export const KIND_WEBP: i32 = 3;
export const KIND_GIF: i32 = 4;
export const KIND_AVIF: i32 = 5;
export const KIND_HEIC: i32 = 6;
export const KIND_MP4: i32 = 7;
export const KIND_WEBM: i32 = 8;

/** Answers of `feed` and of the mean. */
export const GO: i32 = -1;
/** The piece of the file at `wanted` comes next. */
export const NEED: i32 = 0;
/** The grid stands in CELLS. */
export const GRID: i32 = 1;
/** A picture within the caps that the engine has to decode: its rows go to the mean. */
export const PIXELS: i32 = 2;
/** A video within the caps. */
export const VIDEO: i32 = 3;
export const UNKNOWN: i32 = 4;
export const TOO_BIG: i32 = 5;
/** A JPEG of a kind that this reader leaves to the engine: arithmetic, lossless, hierarchical, 12 bits, four colours. */
export const UNSUPPORTED: i32 = 6;
/** Against its own format; nothing of it is to be shown. */
export const DAMAGED: i32 = 7;
/** It ends before there is anything to show. */
export const CUT: i32 = 8;
/** Past the work limit. */
export const WORK: i32 = 9;
