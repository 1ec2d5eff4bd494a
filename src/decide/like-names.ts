/** As in src/text/name-skeleton.ts. */
const LETTERS = 0x3ffffff;
const WEAK = LETTERS + 1;

/** Letters of other scripts are one where they are the same, and may be put for a Latin letter; a digit is put for none of them. */
export function fits(x: number, y: number): boolean {
  return x === y || ((x & y & LETTERS) !== 0 && (Math.min(x, y) < WEAK || Math.max(x, y) < WEAK * 2));
}

/** A digit, sign or flag. */
export function isPassedOver(sign: number): boolean {
  return (sign & WEAK) !== 0;
}

/**
 * Whether two names look the same: character by character they are the same or may be read as the same letter. Digits, signs
 * and flags that fit nothing are passed over, wherever they stand. O(length); what fits is taken at once and never given back.
 * @param slips that may lie between them: a letter more, less, for another, or swapped with its neighbour (Damerau–Levenshtein distance, as optimal
 * string alignment). 4 to the power of them times O(length), most names told apart in their first characters
 */
export function looksAlike(a: readonly number[], b: readonly number[], slips = 0, i = 0, j = 0): boolean {
  for (;;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x && fits(x, y)) {
      i++;
      j++;
    } else if (isPassedOver(x | y)) {
      // Both where neither fits, so that it does not matter whose name comes first.
      if (isPassedOver(x)) i++;
      if (isPassedOver(y)) j++;
    } else {
      const rest = (m: number, n: number): boolean => looksAlike(a, b, slips - 1, i + m, j + n);
      return x === y || (slips > 0 && (rest(1, 1) || rest(1, 0) || rest(0, 1) || (fits(x, b[j + 1] ?? 0) && fits(a[i + 1] ?? 0, y) && rest(2, 2))));
    }
  }
}
