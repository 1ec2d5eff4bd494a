import type { RejectedWord } from './engine.ts';

/**
 * Refusals after words were taken out of their list. O(refusals × log + removed)
 * @param removed indices, ascending
 */
export function afterRemoval(rejected: readonly RejectedWord[], removed: readonly number[]): readonly RejectedWord[] {
  let passed = 0;
  return [...rejected].sort((a, b) => a.index - b.index).flatMap(({ index, why }) => {
    while (passed < removed.length && (removed[passed] as number) < index) passed++;
    return removed[passed] === index ? [] : [{ index: index - passed, why }];
  });
}
