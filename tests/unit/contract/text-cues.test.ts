import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { cueKinds, OWNERS_A_CUE, UNLESS } from '../../../src/contract/text-cues.ts';
import { wantsCues } from '../../../src/contract/wants-cues.ts';

const part = (cue: number, of: number, start: number, segment = 0): readonly number[] => [cue * OWNERS_A_CUE + of, segment, start, start + 4];

describe('kinds of cue in a message', () => {
  it('are bits, however many cues of a kind there are', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((cue) => cueKinds(part(cue, 0, 3)))).toEqual([1, 2, 4, 4, 4, 4, 8, 8]);
    expect(cueKinds([...part(0, 0, 3), ...part(1, 0, 9), ...part(2, 0, 20), ...part(5, 0, 30)])).toBe(7);
    expect(cueKinds([])).toBe(0);
  });

  it('need both halves of a pair, near each other and in one text', () => {
    expect([[0, 20], [20, 0], [0, 40], [0, 2]].map(([one = 0, other = 0]) => cueKinds([...part(5, 1, one), ...part(5, 2, other)]))).toEqual([4, 4, 0, 0]);
    expect(cueKinds([...part(5, 1, 0), ...part(5, 2, 8, 1)])).toBe(0);
    expect(cueKinds([...part(5, 1, 0), ...part(5, 4, 8)])).toBe(0);
  });

  it('are none where something in that text rules the cue out', () => {
    expect([cueKinds([...part(1, 0, 0), ...part(1, UNLESS, 50)]), cueKinds([...part(1, 0, 0), ...part(1, UNLESS, 50, 1)]), cueKinds([...part(1, 0, 0), ...part(0, UNLESS, 50)])]).toEqual([0, 2, 2]);
  });
});

describe('wantsCues', () => {
  const usual = defaultSettings();
  it('follows the age, unless the person chose; never without scam notices', () => {
    const ages = ['child', 'teen', 'adult', 'unknown', undefined] as const;
    expect(ages.map((age) => wantsCues(usual, age))).toEqual([true, true, false, false, false]);
    for (const cues of [true, false]) expect(ages.map((age) => wantsCues({ ...usual, contact: { enabled: true, cues } }, age))).toEqual(ages.map(() => cues));
    expect(ages.some((age) => wantsCues({ ...usual, scam: { enabled: false }, contact: { enabled: true, cues: true } }, age))).toBe(false);
  });
});
