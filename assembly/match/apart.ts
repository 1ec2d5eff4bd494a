// Which letters of scripts without spaces look set apart. Running text has marks between them too, so only this is read again: what
// stands around a mark that running text has not, and single clusters with other marks or spaces on both sides.

import { BREAK } from '../memory';
import { unitAt, written } from '../normalise/output';
import { isCluster } from './clusters';
import { IN_PROSE, isRare, looseness } from './marks';
import { searchSpan } from './passage';

/** Units of a gap. */
const GAP_UNITS: i32 = 16;
/** Units read on either side. */
const REACH_UNITS: i32 = 64;

/** The run of letters in hand. */
let runFirst: i32 = 0;
let runLast: i32 = 0;
/** The gap before it. */
let gapBefore: i32 = 0;
/** What is to be read again. */
let spanFirst: i32 = 0;
let spanLast: i32 = 0;

export function startApart(): void {
  runLast = spanLast = -REACH_UNITS - 1;
  gapBefore = -1;
}

/** @param unspaced the letters and marks of such scripts among the 64 units at `from` */
export function followApart(from: i32, unspaced: u64): void {
  for (let left = unspaced; left != 0;) {
    const at = ctz(left);
    const next = at + ctz(~(left >> at));
    const first = from + <i32>at;
    if (first - 1 != runLast) {
      endRun(first);
      runFirst = first;
    }
    runLast = from + <i32>next - 1;
    left = next < 64 ? left >> next << next : 0;
  }
}

/** The gap between the run in hand and unit `next`: 0 for what sets letters apart, 1; -1 where they are not to be read together. */
function gapTo(next: i32): i32 {
  const unit = unitAt(runLast + 1);
  // A tsheg stands between all syllables of Tibetan.
  if (next - runLast > GAP_UNITS || unit == BREAK || unit == 0xf0b) return -1;
  return isRare(unit) || (unit - 0x21 < 0x5f && looseness(unit) < IN_PROSE) ? 0 : 1;
}

function endRun(next: i32): void {
  const gap = gapTo(next);
  if (gap == 0) note(runLast, next);
  else if (gap > 0 && gapBefore >= 0 && isCluster(runFirst, runLast)) note(runFirst, runLast);
  gapBefore = gap;
}

function note(first: i32, last: i32): void {
  if (first - spanLast > REACH_UNITS) {
    finishApart();
    spanFirst = first;
  }
  spanLast = last;
}

export function finishApart(): void {
  if (spanLast >= 0) searchSpan(max(0, spanFirst - REACH_UNITS), spanLast + 1, min(written, spanLast + REACH_UNITS));
}
