import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLDED, INPUT } from '../../build/regions.gen.ts';
import { looksAlike } from '../../src/decide/like-names.ts';
import { LETTERS, nameSkeleton, OWN, WEAK } from '../../src/text/name-skeleton.ts';
import { NAMES, nameKernel } from '../fixtures/names.ts';
import { looksAlikeSlowly, nameSigns } from '../oracle/names.ts';
import { KINDS, runs } from './runs.ts';
import { wellFormed } from './text-strings.ts';

const short = fc.oneof(
  fc.array(fc.constantFrom('a', 'n', 'i', 'l', '1', '4', '!', 'а', 'η', 'r', 'v', '🇦', 'я', '山', 'ค', 'Ꭺ'), { maxLength: 7 }).map((parts) => parts.join('')),
  fc.constantFrom(...NAMES).map((name) => name.slice(0, 7)),
);

describe.each(KINDS)('%s: the skeleton of a name', (kind) => {
  const kernel = nameKernel(kind);

  it('is what the oracle reads', () => {
    fc.assert(fc.property(fc.oneof(wellFormed, fc.constantFrom(...NAMES)), (name) => {
      // The kernel alone tells Zawgyi; the oracle is told.
      fc.pre(!/[\u1000-\u109f]/u.test(name));
      expect(nameSkeleton(kernel, name)).toEqual(nameSigns(name).map(({ cp, letters, weak, own }) => letters + (weak ? WEAK : 0) + (own ? cp * OWN : 0)));
    }), runs(400));
  });

  it('leaves nothing in the kernel, and reads no further than its limit', () => {
    expect(nameSkeleton(kernel, 'a'.repeat(70_000))).toHaveLength(128);
    expect(kernel.exports.memory.buffer.byteLength).toBeGreaterThan(0);
    const { buffer } = kernel.exports.memory;
    nameSkeleton(kernel, 'Anna Lopez');
    for (const at of [FOLDED, INPUT]) expect([...new Uint16Array(buffer, at, 16)].every((unit) => unit === 0 || unit === 0xffff)).toBe(true);
  });
});

describe('names that look alike', () => {
  const kernel = nameKernel();
  const skeleton = (name: string): readonly number[] => nameSkeleton(kernel, name);

  it('never look alike where no alignment fits', () => {
    fc.assert(fc.property(short, short, (a, b) => {
      if (looksAlike(skeleton(a), skeleton(b))) expect([a, b, looksAlikeSlowly(nameSigns(a), nameSigns(b))]).toEqual([a, b, true]);
    }), runs(1_500));
  });

  it('do so both ways, and every name like itself', () => {
    fc.assert(fc.property(fc.oneof(short, wellFormed), fc.oneof(short, wellFormed), (a, b) => {
      expect(looksAlike(skeleton(a), skeleton(a))).toBe(true);
      expect(looksAlike(skeleton(a), skeleton(b))).toBe(looksAlike(skeleton(b), skeleton(a)));
    }), runs(1_500));
  });

  it('do so both ways where signs of both fit nothing', () => {
    for (const [a, b] of [['🇦', '!a'], ['4', '!a'], ['!n', '1🇦n']] as const) expect([a, b, looksAlike(skeleton(a), skeleton(b))]).toEqual([a, b, looksAlike(skeleton(b), skeleton(a))]);
  });

  it('with digits and signs anywhere that fit no letter of the other', () => {
    fc.assert(fc.property(fc.constantFrom('Oksana Weiss', 'ThunderQuinceMaster'), fc.array(fc.tuple(fc.nat(20), fc.constantFrom('_', '.', '-', ' ', '~', '🌸', '\u200b')), { maxLength: 8 }), (name, parts) => {
      const all = [...name];
      for (const [at, sign] of parts) all.splice(at, 0, sign);
      const other = all.join('');
      expect([other, looksAlike(skeleton(name), skeleton(other))]).toEqual([other, true]);
    }), runs(300));
  });

  it('as no two of ours do', () => {
    for (const a of NAMES) for (const b of NAMES) if (a !== b) expect([a, b, looksAlike(skeleton(a), skeleton(b))]).toEqual([a, b, false]);
    expect(LETTERS).toBe(2 ** 26 - 1);
  });
});
