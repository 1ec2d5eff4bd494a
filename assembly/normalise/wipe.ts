// Leaves nothing of a text in memory: the regions, the scorer's sums and the counters. What stays is what the kernel was
// given besides texts (tables, model, list) and the mark before FOLDED, the same for every text.

import {
  CONCEPTS, DENSE, FOLDED, FOLDED_UNITS, FROM, FROM_BYTES, GLYPHS, HITS, IDS, IDS_MAX, INPUT, ORIGIN, SCRATCH, SCRATCH_BYTES, SEGMENTS, SEGMENTS_MAX, SYMBOLS,
} from '../memory';
import { forgetFeatures, hasRead } from '../features/features';
import { forgetHits, hitsUsed } from '../match/hits';
import { glyphsUsed } from '../match/glyphs';
import { forgetPath } from '../match/walk';
import { forgetClasses } from '../match/classes';
import { forgetSearch } from '../match/work';
import { zero } from '../zero';
import { AT_ONCE } from './ascii';
import { forget, inputUsed, segmentsUsed } from './normalise';
import { highWater } from './output';

/** Zeroes every region that held the text, as far as it was used. O(units); about 0.1 µs for 50 units. */
export function wipe(): void {
  const units = min(FOLDED_UNITS, highWater() + AT_ONCE);
  zero(INPUT, <usize>inputUsed() << 1);
  zero(SEGMENTS, <usize>min(SEGMENTS_MAX, segmentsUsed()) << 3);
  zero(FOLDED, <usize>units << 1);
  zero(ORIGIN, <usize>units << 1);
  zero(SYMBOLS, <usize>units);
  // The readers' regions: a hit is 16 bytes, a unit gives nine ids at most, three of them for its language, and one unit of scratch.
  zero(HITS, <usize>hitsUsed() << 4);
  zero(GLYPHS, <usize>glyphsUsed() << 4);
  if (hasRead) {
    // CONCEPTS and IDS, DENSE, OUT and SCRATCH lie side by side.
    zero(CONCEPTS, <usize>(IDS - CONCEPTS) + (<usize>min(IDS_MAX, units * 9 + 32) << 2));
    zero(DENSE, <usize>(SCRATCH - DENSE) + <usize>min(SCRATCH_BYTES, (units + 2) << 1));
    zero(FROM, <usize>min(FROM_BYTES, (units + 2) << 2));
    forgetFeatures();
  }
  forgetHits();
  forgetClasses();
  forgetPath();
  forgetSearch();
  forget();
}
