import { describe, expect, it } from 'vitest';
import { createFeatureKernel } from '../../../models/build/kernel.ts';
import { disguisesRead } from '../../../models/scam/disguises-read.ts';

const TEXTS = ['please collect the yellow blanket tomorrow morning', 'कल शाम को स्टेशन पर मिलते हैं'];

describe('texts read as the plain ones', () => {
  it('are counted for each disguise, of those that it changes', () => {
    const read = disguisesRead(createFeatureKernel(), TEXTS, 3);
    const of = (name: string): readonly number[] => read.flatMap(({ disguise, asPlain: { hits, n } }) => (disguise === name ? [hits, n] : []));
    expect([of('full width'), of('letters of other scripts'), of('zero width between letters')]).toEqual([[1, 1], [1, 1], [1, 1]]);
    expect(read).toHaveLength(11);
  });

  it('are those whose reading is the same, not those that are read at all', () => {
    const read = disguisesRead({ fold: (text) => text }, TEXTS, 3);
    expect(read.map(({ asPlain }) => asPlain.hits)).toEqual(read.map(() => 0));
  });
});
