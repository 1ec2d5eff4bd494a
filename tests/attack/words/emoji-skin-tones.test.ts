import { describe, expect, it } from 'vitest';
import { SKIN_TONES as TONES } from '../../fixtures/disguises/emoji.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('skin tones', () => {
  it.each(['👍', '👩', '✌', '🫶', '🧑'])('%s is the same in every tone, and the tone is part of the hit', (term) => {
    for (const find of [finderOf([term]), finderOf([term + (TONES[2] ?? '')])]) {
      for (const tone of ['', ...TONES]) {
        const text = `a${term}${tone}b`;
        expect(find(text).map(({ start, end }) => [start, end]), tone).toEqual([[1, text.length - 1]]);
      }
    }
  });

  it('stand inside joined emoji too', () => {
    for (const tone of TONES) {
      for (const [term, text] of [['👩‍💻', `👩${tone}‍💻`], ['👩‍❤️‍👨', `👩${tone}‍❤️‍👨${tone}`], ['🤷‍♀️', `🤷${tone}‍♀️`]] as const) {
        expect(finderOf([term])(`a ${text}.`)).toEqual([{ start: 2, end: 2 + text.length, term }]);
      }
    }
  });
});
