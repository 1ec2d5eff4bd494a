import { expect, it } from 'vitest';
import { afterRemoval } from '../../../src/contract/rejected-words.ts';

it('refusals keep to their words when others go', () => {
  const rejected = [{ index: 9, why: 'empty' as const }, { index: 2, why: 'too-long' as const }, { index: 4, why: 'duplicate' as const }];
  expect(afterRemoval(rejected, [])).toEqual([rejected[1], rejected[2], rejected[0]]);
  expect(afterRemoval(rejected, [0, 3, 4, 8])).toEqual([{ index: 1, why: 'too-long' }, { index: 5, why: 'empty' }]);
  expect(afterRemoval(rejected, [2, 4, 9])).toEqual([]);
});
