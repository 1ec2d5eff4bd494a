/**
 * A word keeps the number it has in the kernel while words before it go and others come in at the end, so that an edit
 * does not build the list anew. Numbers only grow, so a word's place is found by halving.
 * @param numbers of the words in force, ascending; `undefined`: each is its word's index
 * @returns the index, or -1 for a word that was taken out. O(log words)
 */
export function indexOfNumber(numbers: readonly number[] | undefined, number: number): number {
  if (numbers === undefined) return number;
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? low : -1;
}
