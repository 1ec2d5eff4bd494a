// Myanmar letters of the text in force, read as Zawgyi: its second reading, for as long as the matcher looks at it.

import { FOLDED_UNITS, SEGMENTS, SEGMENT_MYANMAR } from '../memory';
import { addStatus, foldSegment, normalise, segmentsNow, status, stopped } from './normalise';
import { putBreak, readAs, restart, written } from './output';

/**
 * Folds the segments that have Myanmar letters again, behind the text in force; where there may be no room, in its place.
 * @returns the unit they begin at, for `dropZawgyi`
 */
export function foldZawgyi(): i32 {
  if (written > FOLDED_UNITS / 4) restart(0);
  const from = written;
  readAs(true);
  let start = 0;
  for (let s = 0; s < segmentsNow; s++) {
    const segment = SEGMENTS + (<usize>s << 3);
    const end = load<i32>(segment);
    if ((load<u32>(segment, 4) & SEGMENT_MYANMAR) != 0) {
      foldSegment(start, end);
      putBreak(stopped);
    }
    start = end;
  }
  return from;
}

/** Only the text in force is left, Myanmar letters read as Unicode. STATUS_* bits stay. */
export function dropZawgyi(from: i32): void {
  const seen = status();
  readAs(false);
  if (from == 0) normalise(segmentsNow);
  else restart(from);
  addStatus(seen);
}
