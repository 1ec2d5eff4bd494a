import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIXELS_MAX, SIDE_MAX } from '../../src/media/video/video-sample.ts';
import { ALPHA, auxC, av1Item, gridItem, hevcItem, makeStill } from '../fixtures/media/heif-file.ts';
import { hostileStills } from '../fixtures/media/hostile.ts';
import { readStillWhole } from '../fixtures/media/read-still-whole.ts';
import { runs } from './runs.ts';

const side = fc.integer({ min: 1, max: 4_000 });
const size = fc.tuple(side, side);

describe('the reader of sizes in AVIF and HEIC', () => {
  it('gives a size exactly where file and stream agree', () => {
    fc.assert(fc.property(size, size, fc.boolean(), fc.boolean(), fc.boolean(), (one, other, agrees, isHevc, isLong) => {
      const said = agrees ? one : other;
      const { reading } = readStillWhole(makeStill({ items: [(isHevc ? hevcItem : av1Item)(1, one, said)], isLong }));
      if (one[0] === said[0] && one[1] === said[1]) expect(reading).toEqual({ answer: 'sizes', sizes: [{ width: one[0], height: one[1] }] });
      else expect(reading).toEqual({ answer: 'damaged' });
    }), runs(300));
  });

  it('gives the size of a grid exactly where its tiles cover it, and none lies outside', () => {
    fc.assert(fc.property(size, size, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), (whole, tile, rows, columns, isInside) => {
      const tiles = Array.from({ length: rows * columns }, (_, n) => av1Item(2 + n, tile));
      const { reading } = readStillWhole(makeStill({ items: [gridItem(1, rows, columns, whole, whole, isInside), ...tiles], references: [['dimg', 1, tiles.map(({ id }) => id)]] }));
      const fits = Math.ceil(whole[0] / tile[0]) === columns && Math.ceil(whole[1] / tile[1]) === rows;
      expect(reading.answer).toBe(fits ? 'sizes' : 'damaged');
    }), runs(300));
  });

  it('holds an alpha to the size of its picture', () => {
    fc.assert(fc.property(size, size, fc.boolean(), (one, other, agrees) => {
      const alpha = agrees ? one : other;
      const items = [av1Item(1, one), av1Item(2, alpha, alpha, [auxC(ALPHA)])];
      const isSame = one[0] === alpha[0] && one[1] === alpha[1];
      expect(readStillWhole(makeStill({ items, references: [['auxl', 2, [1]]] })).reading.answer).toBe(isSame ? 'sizes' : 'damaged');
    }), runs(100));
  });

  it('ends every hostile file with an answer, asks for nothing outside of it, and lets nothing past the caps', () => {
    const answers = new Map<string, number>();
    fc.assert(fc.property(hostileStills, (file) => {
      const { reading, asked } = readStillWhole(file);
      for (const [from, to] of asked) expect(0 <= from && from < to && to <= file.length).toBe(true);
      for (const { width, height } of reading.answer === 'sizes' ? reading.sizes : []) {
        // An aperture may be cut in parts of a pixel, or be none: no engine gives such a picture.
        expect(Math.max(width, height)).toBeLessThanOrEqual(SIDE_MAX);
        expect(width * height).toBeLessThanOrEqual(PIXELS_MAX);
      }
      answers.set(reading.answer, (answers.get(reading.answer) ?? 0) + 1);
    }), runs(2_000, 50));
    for (const name of ['sizes', 'cut', 'damaged', 'unsupported', 'too-big']) expect(answers.get(name) ?? 0, name).toBeGreaterThan(3);
  });
});
