// Leaves nothing of a text in memory.

import {
  DENSE, DENSE_MAX, FOLDED, FOLDED_UNITS, HITS, IDS, IDS_MAX, INPUT, ORIGIN, OUT, OUT_MAX, SCRATCH, SCRATCH_BYTES, SEGMENTS,
  SEGMENTS_MAX, SYMBOLS,
} from '../memory';
import { clearHits, hitCount } from '../match/hits';
import { forget, inputUsed, segmentsUsed } from './normalise';
import { highWater } from './output';

/** Zeroes `bytes` from an 8-byte boundary, and up to 7 more. For the short runs met here a loop beats `memory.fill`. */
function zero(from: usize, bytes: usize): void {
  if (bytes > 1024) {
    memory.fill(from, 0, bytes);
    return;
  }
  for (const end = from + bytes; from < end; from += 8) store<u64>(from, 0);
}

/** Zeroes every region that held the text, as far as it was used. O(units); about 0.05 µs for 50 units. */
export function wipe(): void {
  const units = min(FOLDED_UNITS, highWater() + 1);
  zero(INPUT, <usize>inputUsed() << 1);
  zero(SEGMENTS, <usize>min(SEGMENTS_MAX, segmentsUsed()) << 3);
  zero(FOLDED, <usize>units << 1);
  zero(ORIGIN, <usize>units << 1);
  zero(SYMBOLS, <usize>units);
  // The readers' regions: a hit is 16 bytes, a unit gives six ids at most and one unit of scratch.
  zero(HITS, <usize>hitCount << 4);
  zero(IDS, <usize>min(IDS_MAX, units * 6 + 16) << 2);
  zero(SCRATCH, <usize>min(SCRATCH_BYTES, (units + 2) << 1));
  zero(DENSE, <usize>DENSE_MAX << 2);
  zero(OUT, <usize>OUT_MAX << 2);
  clearHits();
  forget();
}
