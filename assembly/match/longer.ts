// Whether what was found is only a part: of a longer number, a longer tag, or a syllable that goes on.

import { unitAt } from '../normalise/output';
import { CLASS_DIGIT } from '../normalise/tables';
import { takesFinal } from './clusters';
import { isOtherI } from './dotless';
import { classOfUnit, isWordClass } from './edges';
import { digitsAfter, digitsBefore } from './judge';
import { KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf } from './list';

/** A longer term of a script without spaces is seldom the beginning of another word (docs/decisions/0008). */
const SYLLABLE_UNITS: u32 = 5;

/** Whether the digit at folded unit `at`, an edge of a hit, goes on to the side of `way` behind a point, a comma, an apostrophe, or a space between groups of three. */
function isInNumber(at: i32, way: i32): bool {
  const sign = at + way;
  const unit = unitAt(sign);
  if (classOfUnit(at) != CLASS_DIGIT || classOfUnit(sign + way) != CLASS_DIGIT) return false;
  return unit == 0x20 ? digitsAfter(sign) == 3 && <u32>digitsBefore(sign) < 4 : (unit & ~2) == 0x2c || unit == 0x27;
}

/** Whether the tag that ends with folded unit `last` goes on behind an underscore. */
function isTagOn(last: i32): bool {
  let next = last + 1;
  while (unitAt(next) == 0x5f) next++;
  return isWordClass(classOfUnit(next));
}

/**
 * Whether the text at folded units [start, last] is another word than the pattern that stands there.
 * @param before as `isOtherI` has it
 */
export function isOtherWord(pattern: usize, start: i32, last: i32, before: i32): bool {
  const kind = kindOf(pattern);
  return isOtherI(pattern, start, last, before) || (kind != KIND_ANYWHERE && (isInNumber(start, -1) || (kind == KIND_WORD
    && (isInNumber(last, 1) || (unitAt(start) == 0x23 && isTagOn(last)) || (lengthOf(pattern) < SYLLABLE_UNITS && takesFinal(last))))));
}
