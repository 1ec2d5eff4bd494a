// Steps a search may take: a multiple of the text's length, so that no list and no text can make a message slow.
//
// Not counted, since it is bounded without: letters of a surface, told once (`isAmongLatin`); the other bracket of one, looked
// for once for each bracket in its piece of a passage, 1,024 units (`closes`); the run behind a term and the units of one
// (settle.ts), for each pattern that is counted.

import { STATUS_WORK_LIMIT } from '../memory';
import { addStatus } from '../normalise/normalise';
import { written } from '../normalise/output';

/**
 * This many, and this many more for each unit of text. A step of the walk costs 0.1 to 0.4 µs: a message made to be slow takes
 * up to 0.8 s where it is given up. What is not made for that needs under 10 a unit, tables drawn with `|` and `-` beside a default
 * list up to 250: those of a few screens' length stay below the first number.
 */
const WORK_BASE: i32 = 1_048_576;
const WORK_PER_UNIT: i32 = 16;

let allowed: i32 = 0;
let left: i32 = 0;

export function allowWork(): void {
  allowed = left = WORK_BASE + written * WORK_PER_UNIT;
}

/** Takes steps away. @returns false where none are left: the search ends, and says so */
export function spend(steps: i32): bool {
  left -= steps;
  return left >= 0 || outOfWork();
}

function outOfWork(): bool {
  addStatus(STATUS_WORK_LIMIT);
  return false;
}

/** Nothing more is looked for. */
export function endWork(): void {
  allowed -= left + 1;
  left = -1;
}

export function mayWork(): bool {
  return left >= 0;
}

/** Steps of the last search. What was done says how long a text was: `wipe` forgets it. */
export function workDone(): i32 {
  return allowed - left;
}

export function forgetSearch(): void {
  allowed = left = 0;
}
