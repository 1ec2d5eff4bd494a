// The hits of one text, kept in order as they are found.

import { HITS, HITS_MAX, SEGMENTS, STATUS_HITS_FULL } from '../memory';
import { addStatus } from '../normalise/normalise';
import { endWork } from './work';

const ROW: usize = 16;

export let hitCount: i32 = 0;

/** Most rows that stand in HITS since the last `forgetHits`. */
let most: i32 = 0;

export function clearHits(): void {
  most = hitsUsed();
  hitCount = 0;
}

// @ts-ignore: decorator
@inline
export function hitsUsed(): i32 {
  return max(most, hitCount);
}

export function forgetHits(): void {
  hitCount = most = 0;
}

/** Segment that holds a unit of INPUT; segments that are empty hold none. */
export function segmentOf(at: u32): u32 {
  let segment: u32 = 0;
  while (load<u32>(SEGMENTS + (<usize>segment << 3)) <= at) segment++;
  return segment;
}

function isAfter(row: usize, start: u32, end: u32, entry: u32): bool {
  const rowStart = load<u32>(row, 4);
  if (rowStart != start) return rowStart > start;
  const rowEnd = load<u32>(row, 8);
  return rowEnd != end ? rowEnd > end : load<u32>(row, 12) > entry;
}

function isSame(row: usize, start: u32, end: u32, entry: u32): bool {
  return load<u32>(row, 4) == start && load<u32>(row, 8) == end && load<u32>(row, 12) == entry;
}

/** Adds { segment | how << 16, start, end, entry } in order of start, then end, then entry. @returns false where HITS is full */
export function addHit(start: u32, end: u32, entry: u32, how: u32): bool {
  if (hitCount >= HITS_MAX) {
    addStatus(STATUS_HITS_FULL);
    endWork();
    return false;
  }
  const last = HITS + <usize>hitCount * ROW;
  let row = last;
  while (row > HITS && isAfter(row - ROW, start, end, entry)) row -= ROW;
  // Two lanes may see the same; the plainer account of it stays.
  if (row > HITS && isSame(row - ROW, start, end, entry)) {
    store<u32>(row - ROW, min(load<u32>(row - ROW), segmentOf(start) | how << 16));
    return true;
  }
  memory.copy(row + ROW, row, last - row);
  store<u32>(row, segmentOf(start) | how << 16);
  store<u32>(row, start, 4);
  store<u32>(row, end, 8);
  store<u32>(row, entry, 12);
  hitCount++;
  return true;
}
