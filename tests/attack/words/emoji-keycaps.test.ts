import { describe, expect, it } from 'vitest';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('keycaps', () => {
  it.each([...'0123456789#*'])('the keycap of %s is not the character', (sign) => {
    for (const keycap of [`${sign}\ufe0f\u20e3`, `${sign}\u20e3`]) {
      expect(finderOf([sign])(`at ${keycap}`)).toEqual([]);
      expect(finderOf([{ text: sign, match: 'anywhere' }])(`at ${keycap}`)).toEqual([]);
      expect(finderOf([keycap])(`at ${sign} and ${sign}`)).toEqual([]);
      expect(finderOf([keycap])(`at ${keycap}`)).toEqual([{ start: 3, end: 3 + keycap.length, term: keycap }]);
    }
  });

  it('is a mark like any other on a letter', () => {
    expect(finderOf(['quiet'])('q\u20e3u\u20e3i\u20e3et\u20e3')).toEqual([{ start: 0, end: 9, term: 'quiet' }]);
  });
});
