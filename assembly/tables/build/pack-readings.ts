// Packs readings for the kernel (assembly/normalise/readings.ts). Little-endian; offsets count from the start of the payload.
//
//     0  u32  format: 2        4  u32  Unicode version, major << 16 | minor << 8 | patch        8  u32  steps
//    12  u16 × 26 × 3  the letters of Cyrillic, Greek and Armenian that a–z are put for; 0 for none
//   168  ASCII × 176  letters spelled with several signs: a letter, the signs, a space; and again, up to a zero
//   344  u8 × steps    64 | kind: what follows is of this kind (bits 26–31 of a reading) and starts at code point 0 again;
//                      below 32: one more bit of a reading, a letter mostly, for the code point this far from the last one:
//     …  u8            LEB128 of each of those distances, to the end of the file
//
// Letters and distances apart from each other, kind by kind: 1.4 kB after brotli; a table of distinct readings takes 1.7.

import { DISGUISED_BY_LATIN, SPELLED } from './leet.ts';
import { UNICODE_VERSION } from './unicode-data.ts';

const SPELLED_AT = 168;
const HEAD = 344;
const LETTERS = 26;
/** Set again where a reading has no letter. */
const PUNCTUATION_BIT = 30;

export function packReadings(readings: ReadonlyMap<number, number>): Uint8Array {
  const steps: number[] = [];
  const distances: number[] = [];
  for (const kind of new Set([...readings.values()].map((reading) => reading >>> LETTERS))) {
    steps.push(64 | kind);
    let last = 0;
    for (const [cp, reading] of readings) {
      if (reading >>> LETTERS !== kind) continue;
      const letters = Array.from({ length: LETTERS }, (_, i) => i).filter((i) => (reading >>> i & 1) === 1);
      for (const bit of letters.length === 0 ? [PUNCTUATION_BIT] : letters) {
        steps.push(bit);
        distances.push(...leb128(cp - last));
        last = cp;
      }
    }
  }
  const out = new Uint8Array(HEAD + steps.length + distances.length);
  const [major, minor, patch] = UNICODE_VERSION;
  const head = new DataView(out.buffer);
  head.setUint32(0, 2, true);
  head.setUint32(4, major << 16 | minor << 8 | patch, true);
  head.setUint32(8, steps.length, true);
  DISGUISED_BY_LATIN.flatMap((alphabet) => [...alphabet]).forEach((letter, i) => {
    head.setUint16(12 + i * 2, letter === '.' ? 0 : letter.charCodeAt(0), true);
  });
  const spelled = new TextEncoder().encode(`${SPELLED} `);
  if (spelled.length >= HEAD - SPELLED_AT) throw new Error('The letters spelled with signs no longer fit.');
  out.set(spelled, SPELLED_AT);
  out.set(steps, HEAD);
  out.set(distances, HEAD + steps.length);
  return out;
}

function leb128(value: number): readonly number[] {
  return value < 128 ? [value] : [value & 127 | 128, ...leb128(value >>> 7)];
}
