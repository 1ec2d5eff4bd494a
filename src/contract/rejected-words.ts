import type { RejectedWord } from './engine.ts';

/**
 * Refusals after words were taken out of their list. Duplicates are none then: the word they repeated may have gone, so the
 * engine tries them again. O(refusals × log + removed)
 * @param removed indices, ascending
 */
export function afterRemoval(rejected: readonly RejectedWord[], removed: readonly number[]): readonly RejectedWord[] {
  let passed = 0;
  return [...rejected].sort((a, b) => a.index - b.index).flatMap(({ index, why }) => {
    while (passed < removed.length && (removed[passed] as number) < index) passed++;
    return removed[passed] === index || (removed.length > 0 && why === 'duplicate') ? [] : [{ index: index - passed, why }];
  });
}
