// Which Latin letters a folded character may be read as: `lookalikes.bin` (layout: assembly/tables/build/pack-readings.ts),
// unpacked once to a two-stage index at the start of READINGS.
//
//   STAGE1  u8   code point >> 6 -> block      BLOCKS  u32 × 64 each, a reading per code point; block 0 is empty

import { READINGS, READINGS_BYTES } from '../memory';
import { unicodeVersion } from './tables';

/** The letters a–z, bit 0 for a; and what the character is. Plain a–z have no kind. */
export const READING_LETTERS: u32 = 0x3ffffff;
/** Look-alike, small capital, enclosed or otherwise styled letter. */
export const READING_LETTER: u32 = 1 << 26;
export const READING_DIGIT: u32 = 1 << 27;
/** Punctuation, currency and other symbols. */
export const READING_SIGN: u32 = 1 << 28;
/** Regional indicator. */
export const READING_FLAG_LETTER: u32 = 1 << 29;
/** Beside READING_SIGN: stands at the edges of words in ordinary text; it may have no letters. */
export const READING_PUNCTUATION: u32 = 1 << 30;
/** Beside READING_LETTER: of a living script other than Latin, Greek, Cyrillic, Armenian; a word all of those is no disguise. */
export const READING_OTHER_SCRIPT: u32 = 1 << 31;

const HEADER: usize = 32;
const HEAD: usize = 344;
/** From the letters of other scripts to those spelled with several signs. */
const TO_SPELLED: usize = 156;
/** Beyond the last code point that has a reading; the Supplementary Multilingual Plane's end. */
const LIMIT: u32 = 0x20000;
const STAGE1: usize = READINGS;
const BLOCKS: usize = READINGS + 0x800;
const BLOCKS_MAX: u32 = 255;
const UNPACKED: usize = 0x800 + 0x10000;
/** The file lies behind what is unpacked from it. */
const FILE_BYTES: i32 = READINGS_BYTES - 0x11000;

/** In the file; where there is none, an empty STAGE1: zeros. */
let disguised: usize = STAGE1;

/**
 * Takes the `bytes` of `lookalikes.bin` at READINGS + (READINGS_BYTES - bytes & ~15) into use; after `loadTables`.
 * @returns 0; 1 another file, format or Unicode version, 2 damaged: then nothing has a reading
 */
export function loadReadings(bytes: i32): i32 {
  disguised = STAGE1;
  memory.fill(READINGS, 0, UNPACKED);
  if (bytes < <i32>(HEADER + HEAD) || bytes > FILE_BYTES) return 2;
  const at = READINGS + <usize>((READINGS_BYTES - bytes) & ~15);
  // 'INWARDLK', in the byte order of u64.
  if (load<u64>(at) != 0x4b4c445241574e49) return 1;
  if (load<u32>(at, 24) != <u32>bytes - <u32>HEADER) return 2;
  if (load<u32>(at, 32) != 2 || load<i32>(at, 36) != unicodeVersion()) return 1;
  const end = at + <usize>bytes;
  const steps = at + HEADER + HEAD;
  const distances = load<u32>(at, 40);
  if (distances > <u32>(end - steps) || !unpack(steps, steps + <usize>distances, end)) {
    memory.fill(STAGE1, 0, 0x800);
    return 2;
  }
  disguised = at + HEADER + 12;
  return 0;
}

function unpack(steps: usize, distances: usize, end: usize): bool {
  const last = distances;
  let blocks: u32 = 0;
  let kind: u32 = 0;
  let cp: u32 = 0;
  for (; steps < last; steps++) {
    const step = <u32>load<u8>(steps);
    if (step >= 64) {
      kind = step << 26;
      cp = 0;
      continue;
    }
    let shift: u32 = 0;
    let byte: u32;
    do {
      if (distances == end) return false;
      byte = load<u8>(distances++);
      cp += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    if (cp >= LIMIT) return false;
    const slot = STAGE1 + <usize>(cp >> 6);
    if (load<u8>(slot) == 0) {
      if (++blocks > BLOCKS_MAX) return false;
      store<u8>(slot, <u8>blocks);
    }
    const to = addressOf(cp);
    store<u32>(to, load<u32>(to) | kind | <u32>1 << step);
  }
  return distances == end;
}

/** @param cp below LIMIT */
// @ts-ignore: decorator
@inline
function addressOf(cp: u32): usize {
  return BLOCKS + (<usize>load<u8>(STAGE1 + <usize>(cp >> 6)) << 8) + (<usize>(cp & 63) << 2);
}

/** Letters and kind of a folded code point; 0 where it has no reading, and before `loadReadings`. */
// @ts-ignore: decorator
@inline
export function readingsOf(cp: u32): u32 {
  return cp < LIMIT ? load<u32>(addressOf(cp)) : 0;
}

/**
 * The letter of a word in another script that a Latin one is put for, or 0.
 * @param letter 0 for a … 25 for z @param script 0 Cyrillic, 1 Greek, 2 Armenian
 */
export function lookalikeIn(letter: u32, script: u32): u32 {
  return load<u16>(disguised + (<usize>(script * 26 + letter) << 1));
}

/** ASCII: a letter that people spell with several signs, the signs, a space; and again, up to a zero. */
// @ts-ignore: decorator
@inline
export function spelledAt(): usize {
  return disguised + TO_SPELLED;
}
