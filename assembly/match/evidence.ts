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
/** Of LOOKS, those that are regional indicators. */
export const FLAGS: i32 = 10;
/** Spaces of a phrase. */
export const BLANKS: i32 = 11;
/** Spaces of a phrase that a capital stands for. */
export const JOINED: i32 = 12;
/** How ordinary the marks in gaps are (marks.ts), summed up. */
export const LOOSE: i32 = 13;
/** Of LOOKS, those that are letters a–z themselves: u for v, a capital I for l. */
export const WEAK: i32 = 14;
/** Spaces of a phrase that a mark stands for. */
export const TIES: i32 = 15;

/** Room for 16, cleared two at a time: a call of memory.fill costs more than the stores. */
const EVIDENCE = memory.data(4 * 16, 16);

export function clearEvidence(): void {
  for (let i: usize = 0; i < 64; i += 8) store<u64>(EVIDENCE + i, 0);
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

/** Whether marks between the letters are a disguise. */
function isParted(length: i32, apart: bool, unlikely: bool, alone: bool): bool {
  if (apart) return length > 3 || (length == 3 && alone);
  // Words of ordinary text stand apart too, or are joined by a mark.
  if (seen(SPACES) > 0 || length < 4 || seen(APOSTROPHES) > 0) return false;
  return seen(GAPS) > 1 || unlikely || seen(UNDERSCORES) > 0;
}

/**
 * @param length units of the term @param longest letters of one run beyond the term's @param apart every letter stands apart
 * @param split the one gap is one space, and the parts are not both everyday words @param unlikely nor are they for any
 * other gap @param alone no lone letter stands beside it
 * @returns HOW_* bits, or 0 for what is no disguise of the term
 */
export function acceptedAs(length: i32, longest: i32, apart: bool, split: bool, unlikely: bool, alone: bool): u32 {
  const leet = seen(SIGNS) + seen(NUMBERS);
  const masks = seen(MASKS);
  const gaps = seen(GAPS);
  if (isUnreadable(length, length - leet - masks)) return 0;
  // A mere doubling is another word's spelling.
  if (seen(EXTRAS) > 0 && longest < 2) return 0;
  // A pair of regional indicators is a flag.
  if (seen(FLAGS) > 0 && length < 3) return 0;
  if (masks + seen(TIES) > 0 && (length < 4 || (leet > 0 && length < 6) || (gaps > 0 && !apart))) return 0;
  // Short terms stand in much by chance: one disguise at a time.
  if (length < 4 && <i32>(leet > 0) + <i32>(seen(EXTRAS) > 0) + <i32>(gaps > 0) > 1) return 0;
  let how: u32 = seen(TIES) > 0 ? HOW_SEPARATED : 0;
  if (gaps == 1 && split && length > 4) how |= HOW_ONE_SPACE;
  else if (gaps > 0 && isParted(length, apart, unlikely, alone)) how |= HOW_SEPARATED;
  else if (gaps > 0) return 0;
  return how | (seen(LOOKS) > 0 ? HOW_LOOKALIKE : 0) | (leet > 0 ? HOW_LEET : 0) | (masks > 0 ? HOW_MASKED : 0)
    | (seen(EXTRAS) > 0 ? HOW_STRETCHED : 0) | (seen(PERCENTS) > 0 ? HOW_PERCENT : 0);
}
