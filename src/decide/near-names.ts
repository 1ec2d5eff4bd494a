import { canFit, fits, isPassedOver } from './like-names.ts';

/**
 * Damerau–Levenshtein distance of two skeletons (src/text/name-skeleton.ts), neighbours swapped counted as one (optimal string alignment): characters
 * that fit cost nothing, nor do digits, signs and flags that fit nothing.
 * @param most where it is more, `most + 1`. O(length of a × length of b), most names told apart in their first characters
 */
export function nameDistance(a: readonly number[], b: readonly number[], most: number): number {
  let last: number[] = [];
  let row = rowOf(b);
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const next = [(row[0] as number) + cost(x)];
    for (let j = 0; j < b.length; j++) {
      const y = b[j] as number;
      const swapped = i > 0 && j > 0 && fits(x, b[j - 1] as number) && fits(a[i - 1] as number, y) ? (last[j - 1] as number) + 1 : most + 1;
      next.push(Math.min((row[j] as number) + (fits(x, y) ? 0 : 1), (row[j + 1] as number) + cost(x), (next[j] as number) + cost(y), swapped));
    }
    if (Math.min(...next) > most) return most + 1;
    last = row;
    row = next;
  }
  return Math.min(row[b.length] as number, most + 1);
}

/** What it takes to make each beginning of `b` out of nothing. */
function rowOf(b: readonly number[]): number[] {
  const row = [0];
  for (const y of b) row.push((row[row.length - 1] as number) + cost(y));
  return row;
}

function cost(sign: number): number {
  return isPassedOver(sign) ? 0 : 1;
}

/**
 * Whether there can be no more than so many slips between a name and others: a look at their letters alone, which most names do not pass. Never wrong
 * about a name that is that near. O(length of the other)
 */
export function mayBeNear(a: readonly number[], most: number): (b: readonly number[]) => boolean {
  const whole = new Set(a);
  let letters = 0;
  for (const sign of a) letters |= sign;
  return (b) => b.reduce((odd, sign) => odd + (isPassedOver(sign) || whole.has(sign) || canFit(sign, letters) ? 0 : 1), 0) <= most;
}
