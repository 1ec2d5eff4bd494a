import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LETTERS } from '../../build/name-letters.gen.ts';
import { fits, isPassedOver, looksAlike } from '../../src/decide/like-names.ts';
import { mayBeNear, nameDistance } from '../../src/decide/near-names.ts';
import { nameSkeleton } from '../../src/text/name-skeleton.ts';
import { NAMES, nameKernel } from '../fixtures/names.ts';
import { slowDistance } from '../oracle/name-distance.ts';
import { runs } from './runs.ts';
import { wellFormed } from './text-strings.ts';

const kernel = nameKernel();
const letters = new Map(NAME_LETTERS.split(' ').map((word) => { const [first = '', ...rest] = word; return [first, rest.join('')]; }));
const skeleton = (name: string): readonly number[] => nameSkeleton(kernel, name, letters);
const short = fc.array(fc.constantFrom('a', 'n', 'i', 'l', '1', '4', '!', 'а', 'η', 'r', 'я', '山', 'ค'), { maxLength: 6 }).map((parts) => parts.join(''));

describe('the distance of names', () => {
  it('is what trying every way finds', () => {
    fc.assert(fc.property(short, short, fc.nat(3), (a, b, most) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      expect([a, b, nameDistance(x, y, most)]).toEqual([a, b, Math.min(slowDistance(x, y, fits, isPassedOver), most + 1)]);
    }), runs(600));
  });

  it('is never small where the letters alone rule it out', () => {
    fc.assert(fc.property(short, short, fc.nat(3), (a, b, most) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      if (nameDistance(x, y, most) <= most) expect([a, b, mayBeNear(x, most)(y)]).toEqual([a, b, true]);
    }), runs(600));
  });

  it('is 0 for names that look alike, the same both ways, and one more at most for each slip', () => {
    const name = fc.oneof(wellFormed, fc.constantFrom(...NAMES));
    fc.assert(fc.property(name, name, (a, b) => {
      const [x, y] = [skeleton(a), skeleton(b)];
      if (looksAlike(x, y)) expect(nameDistance(x, y, 2)).toBe(0);
      expect(nameDistance(x, y, 2)).toBe(nameDistance(y, x, 2));
    }), runs(400));
    fc.assert(fc.property(fc.constantFrom(...NAMES), fc.nat(40), fc.boolean(), (one, at, out) => {
      const signs = skeleton(one);
      const place = at % signs.length;
      const slipped = out ? signs.filter((_, n) => n !== place) : [...signs.slice(0, place), signs[place] as number, ...signs.slice(place)];
      expect(nameDistance(signs, slipped, 2)).toBeLessThanOrEqual(1);
    }), runs(300));
  });
});
