import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('characters of no width in Burmese', () => {
  it('are nothing between syllables, in both encodings', () => {
    for (const control of ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']) {
      for (const text of [`မြန်${control}မာ`, `${control}မြ${control}န်${control}မာ${control}`, `\u103b\u1019\u1014\u1039${control}\u1019\u102c`]) {
        expect(finderOf(['မြန်မာ'])(text), JSON.stringify(text)).toHaveLength(1);
      }
    }
  });

  it('belong to no hit at its end', () => {
    expect(finderOf(['မြန်မာ'])('\u200bမြန်\u200bမာ\u200bစာ')).toEqual([{ start: 1, end: 8, term: 'မြန်မာ' }]);
  });
});
