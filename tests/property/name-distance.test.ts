import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LETTERS } from '../../build/name-letters.gen.ts';
import { fits, isPassedOver, looksAlike } from '../../src/decide/like-names.ts';
import { nameSkeleton } from '../../src/text/name-skeleton.ts';
import { NAMES, nameKernel } from '../fixtures/names.ts';
import { slowDistance } from '../oracle/name-distance.ts';
import { runs } from './runs.ts';
import { wellFormed } from './text-strings.ts';

const kernel = nameKernel();
const letters = new Map(NAME_LETTERS.split(' ').map((word) => { const [first = '', ...rest] = word; return [first, rest.join('')]; }));
const skeleton = (name: string): readonly number[] => nameSkeleton(kernel, name, letters);
const made = (...signs: readonly string[]): fc.Arbitrary<string> => fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((parts) => parts.join(''));

describe('names within some slips', () => {
  it('are those of which trying every way finds as few', () => {
    const short = made('a', 'n', 'i', 'l', 'а', 'η', 'r', 'я', '山', 'ค');
    fc.assert(fc.property(short, short, fc.nat(3), (a, b, slips) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      expect([a, b, slips, looksAlike(x, y, slips)]).toEqual([a, b, slips, slowDistance(x, y, fits, isPassedOver) <= slips]);
    }), runs(800));
  });

  it('are never more than trying every way finds where digits and signs are passed over', () => {
    const short = made('a', 'l', '1', '4', '!', 'i', 'ค', '🇦');
    fc.assert(fc.property(short, short, fc.nat(3), (a, b, slips) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      if (looksAlike(x, y, slips)) expect([a, b, slowDistance(x, y, fits, isPassedOver) <= slips]).toEqual([a, b, true]);
    }), runs(800));
  });

  it('are so both ways, with every slip more, and within one of a letter left out or doubled', () => {
    const name = fc.oneof(wellFormed, fc.constantFrom(...NAMES));
    fc.assert(fc.property(name, name, fc.nat(2), (a, b, slips) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      expect(looksAlike(x, y, slips)).toBe(looksAlike(y, x, slips));
      if (looksAlike(x, y, slips)) expect(looksAlike(x, y, slips + 1)).toBe(true);
    }), runs(400));
    fc.assert(fc.property(fc.constantFrom(...NAMES), fc.nat(40), fc.boolean(), (one, at, out) => {
      const signs = skeleton(one);
      const place = at % signs.length;
      const slipped = out ? signs.filter((_, n) => n !== place) : [...signs.slice(0, place), signs[place] as number, ...signs.slice(place)];
      expect(looksAlike(signs, slipped, 1)).toBe(true);
    }), runs(300));
  });

  it('end soon, whatever they are made of', () => {
    const long = skeleton('1l'.repeat(64));
    expect(looksAlike(long, skeleton('l1'.repeat(60)), 2)).toBe(false);
    expect(looksAlike(skeleton('ab'.repeat(64)), skeleton('ba'.repeat(64)), 2)).toBe(true);
  });
});
