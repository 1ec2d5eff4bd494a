// When a disguised spelling counts as the term. Every number here is a choice about how ordinary text looks, measured in
// tests/attack/words and with `inward eval hidden-words`.

import { HOW_LEET, HOW_LOOKALIKE, HOW_MASKED, HOW_ONE_SPACE, HOW_PERCENT, HOW_SEPARATED, HOW_STRETCHED } from './how';

// What was seen on the way through a passage, as places in EVIDENCE: units of the term, or gaps between them.
/** Read through a look-alike, a sign, a digit; not seen at all. */
export const LOOKS: i32 = 0;
export const SIGNS: i32 = 1;
export const NUMBERS: i32 = 2;
export const MASKS: i32 = 3;
/** Places with something between two letters: in all, with white space, an apostrophe, an underscore. */
export const GAPS: i32 = 4;
export const SPACES: i32 = 5;
export const APOSTROPHES: i32 = 6;
export const UNDERSCORES: i32 = 7;
/** Letters written once more than in the term. */
export const EXTRAS: i32 = 8;
export const PERCENTS: i32 = 9;
const PLACES: i32 = 10;

const EVIDENCE = memory.data(4 * PLACES, 16);

export function clearEvidence(): void {
  memory.fill(EVIDENCE, 0, 4 * PLACES);
}

export function seen(what: i32): i32 {
  return load<i32>(EVIDENCE + (<usize>what << 2));
}

export function add(what: i32, n: i32): void {
  const at = EVIDENCE + (<usize>what << 2);
  store<i32>(at, load<i32>(at) + n);
}

/** Too little of the term is left to read: digits and signs make up all but nothing of it. */
function isUnreadable(length: i32, letters: i32): bool {
  const leet = seen(SIGNS) + seen(NUMBERS);
  if (leet == 0) return false;
  if (length < 3) return true;
  if (letters == 0) return length < 4 || seen(SIGNS) < 2;
  return length == 3 && letters < 2 && seen(NUMBERS) > 0;
}

/**
 * @param length units of the term @param longest run of one letter in the passage
 * @param words the parts before and after the one gap are both everyday words @param alone no lone letter stands beside it
 * @returns HOW_* bits, or 0 for what is no disguise of the term
 */
export function acceptedAs(length: i32, longest: i32, words: bool, alone: bool, splits: bool): u32 {
  const leet = seen(SIGNS) + seen(NUMBERS);
  const masks = seen(MASKS);
  const gaps = seen(GAPS);
  const spaces = seen(SPACES);
  if (isUnreadable(length, length - leet - masks)) return 0;
  if (seen(EXTRAS) > 0 && longest < 3) return 0;
  const separate = gaps == length - 1;
  if (masks > 0 && (length < 4 || (leet > 0 && length < 6) || (gaps > 0 && !separate))) return 0;
  let how: u32 = 0;
  if (gaps > 0) {
    if (separate) {
      if (length < 3 || (length == 3 && !alone)) return 0;
      how = HOW_SEPARATED;
    } else if (spaces > 0) {
      // Words of natural text stand apart too: one space and a part that is no word, or nearly every letter apart.
      if (spaces == 1 && gaps == 1) {
        if (length < 5 || words || !splits) return 0;
        how = HOW_ONE_SPACE;
      } else {
        if (length < 4 || gaps * 3 < (length - 1) * 2) return 0;
        how = HOW_SEPARATED;
      }
    } else {
      if (length < 4 || seen(APOSTROPHES) > 0 || (gaps == 1 && words && seen(UNDERSCORES) == 0)) return 0;
      how = HOW_SEPARATED;
    }
  }
  return how | (seen(LOOKS) > 0 ? HOW_LOOKALIKE : 0) | (leet > 0 ? HOW_LEET : 0) | (masks > 0 ? HOW_MASKED : 0)
    | (seen(EXTRAS) > 0 ? HOW_STRETCHED : 0) | (seen(PERCENTS) > 0 ? HOW_PERCENT : 0);
}
