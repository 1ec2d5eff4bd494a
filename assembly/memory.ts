// The one map of the text kernel's linear memory. Offsets and capacities in bytes; all regions 16-byte aligned.
// Statics of the compiler lie below 64 KiB (--memoryBase 1024). Nothing is allocated after `listBuild`.
//
//   0x00000  statics
//   INPUT    u16   host -> kernel   the message's surfaces, one after the other, UTF-16
//   SEGMENTS u32×2 host -> kernel   { end unit in INPUT (exclusive), flags } per surface; `normalise` adds SEGMENT_MYANMAR
//   FOLDED   u16   kernel           normalised units; 0xFFFF before the first (at FOLDED - 2) and after each segment
//   ORIGIN   u16   kernel           for each normalised unit, the INPUT unit it comes from; never falls within a message
//   SYMBOLS  u8    kernel           automaton symbol of each normalised unit; 0 for 0xFFFF
//   HITS     u32×4 kernel -> host   { segment, start, end, entry }, start/end in INPUT units
//   CONCEPTS u32×4 kernel -> host   { concept, segment, start, end }, in units of the segment; each concept once, or parts of cues
//   IDS      u32   kernel -> host   hashed feature ids of the scored segments, each once; then rows of the language table
//   DENSE    f32   kernel -> host   dense features
//   OUT      f32   kernel -> host   class scores
//   FROM     u32   kernel           for each unit of the scored text, the unit of FOLDED it comes from (features/features.ts)
//   SEEN     bits  kernel           ids that stand in IDS, while they are gathered (features/ngrams.ts); else zero
//   GLYPHS   u32×4 kernel           the characters of a disguised passage and what each may be read as (match/glyphs.ts)
//   READINGS u8    host -> kernel   `lookalikes.bin` with its asset header at its end, unpacked at its start; loaded once
//   COMMON   u8    host -> kernel   `common-words.bin` with its asset header, loaded once
//   TABLES   u8    host -> kernel   `tables.bin` with its asset header, loaded once
//   MODEL    u8    host -> kernel   packed model, loaded once
//   CUES     u8    host -> kernel   `cues.bin` with its asset header, loaded once; zero: no cue is found
//   LISTS    u8    kernel           automaton and patterns, to the end of memory; memory grows only while a list is made

/** Raised by every change of the map, of an export's meaning or of a packed format. */
export const ABI_VERSION: i32 = 5;

export const INPUT: usize = 0x10000;
/** UTF-16 units. 65,535 is the largest INPUT offset that ORIGIN can hold. */
export const INPUT_UNITS: i32 = 65_535;
export const SEGMENTS: usize = INPUT + 0x20000;
export const SEGMENTS_MAX: i32 = 256;
/** 16 bytes stay free below it, for the mark before the first segment. */
export const FOLDED: usize = SEGMENTS + 0x1010;
/** Normalised units: text that folds to more is cut there and reported. */
export const FOLDED_UNITS: i32 = 131_072;
export const ORIGIN: usize = FOLDED + 0x40000;
export const SYMBOLS: usize = ORIGIN + 0x40000;
export const HITS: usize = SYMBOLS + 0x20000;
export const HITS_MAX: i32 = 256;
export const CONCEPTS: usize = HITS + 0x1000;
export const CONCEPTS_MAX: i32 = 128;
export const IDS: usize = CONCEPTS + 0x800;
export const IDS_MAX: i32 = 40_960;
export const DENSE: usize = IDS + 0x28000;
export const DENSE_MAX: i32 = 16;
export const OUT: usize = DENSE + 0x40;
export const OUT_MAX: i32 = 32;
export const SCRATCH: usize = OUT + 0x80;
export const SCRATCH_BYTES: i32 = 0x2000;
export const FROM: usize = SCRATCH + 0x2000;
export const FROM_BYTES: i32 = 0x4000;
export const SEEN: usize = FROM + 0x4000;
/** 16 bytes each. */
export const GLYPHS: usize = SEEN + 0x2000;
export const GLYPHS_MAX: i32 = 4_096;
export const READINGS: usize = GLYPHS + 0x10000;
export const READINGS_BYTES: i32 = 0x20000;
export const COMMON: usize = READINGS + 0x20000;
export const COMMON_BYTES: i32 = 0x8000;
export const TABLES: usize = (COMMON + 0x8000 + 0xffff) & ~0xffff;
export const TABLES_BYTES: i32 = 0x40000;
export const MODEL: usize = TABLES + 0x40000;
export const MODEL_BYTES: i32 = 0x1e0000;
export const CUES: usize = MODEL + 0x1e0000;
export const CUES_BYTES: i32 = 0x20000;
export const LISTS: usize = CUES + 0x20000;

/** Segment flags. */
export const SEGMENT_SCORED: u32 = 1;
/** Written by `normalise`: has letters of the Myanmar block. */
export const SEGMENT_MYANMAR: u32 = 2;

/** Stands between segments in FOLDED; no folded text holds it. */
export const BREAK: u32 = 0xffff;

/** Bits of `status()`: what happened to the text in force. */
export const STATUS_TRUNCATED: i32 = 1;
export const STATUS_LONE_SURROGATE: i32 = 2;
/** More than HITS_MAX hits: the first ones found are reported. */
export const STATUS_HITS_FULL: i32 = 4;
/** The matcher's work limit ended the search; hits may be missing. */
export const STATUS_WORK_LIMIT: i32 = 8;
