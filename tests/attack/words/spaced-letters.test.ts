import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { spaced } from '../../fixtures/disguises/spacing.ts';

describe('letters with spaces between them', () => {
  it('are one word', () => {
    expectCaught(drawing(spaced), 0.97);
  });

  it('are no part of the words beside them', () => {
    expectLeftAlone(['tab', 'bor', 'bin', 'ruin', 'rain', 'rag', 'cand', 'mai', 'stop', 'bus'], [
      'is it a b or c', 'plan b in short', 'r u in?', 'u r a ingenious friend', 'u r a great friend', 'vitamin c and d', 'am a I', 'type i tea',
      's t open', 'b u so', 'A to Z', 'x or y', 'grade A I hope',
    ]);
  });

  it('are all single', () => {
    expectLeftAlone(['plum', 'teapot', 'kettle'], ['p lu m', 'te apo t', 'ket t le', 'p l u', 'l u m']);
  });
});
