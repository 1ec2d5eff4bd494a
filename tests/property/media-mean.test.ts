import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KERNEL_KINDS, makeImageKernel } from '../fixtures/media/kernels.ts';
import { noise } from '../fixtures/media/pixels.ts';
import { coverOf, meanCells } from '../oracle/image-mean.ts';
import { share } from '../oracle/jpeg-cells.ts';
import { runs } from './runs.ts';

const side = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 }));
/** Also wide ones: a row's sums run over more than one block of vectors. */
const sides = fc.oneof({ weight: 5, arbitrary: fc.tuple(side, side) }, { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1_000, max: 6_000 }), fc.integer({ min: 1, max: 3 })) });
const background = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
/** Of alpha: opaque, any, either all or nothing. */
const alphaOf = fc.constantFrom<((n: number) => number)>(() => 255, (n) => n, (n) => (n < 128 ? 0 : 255));

function pixels(width: number, height: number, seed: number, alpha: (n: number) => number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => {
    const n = noise(i, 0, seed);
    return i % 4 === 3 ? alpha(n) : n;
  });
}

/** Rows in bands of `rows`. */
function* bands(rgba: Uint8ClampedArray, width: number, rows: number): Generator<Uint8ClampedArray> {
  for (let from = 0; from < rgba.length; from += rows * width * 4) yield rgba.subarray(from, from + rows * width * 4);
}

describe.each(KERNEL_KINDS)('the %s mean and cover', (kind) => {
  const kernel = makeImageKernel(kind);

  it('are those of the oracle, bit for bit', () => {
    fc.assert(fc.property(sides, fc.nat(), alphaOf, background, fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 9 }), ([width, height], seed, alpha, behind, long, rows) => {
      const rgba = pixels(width, height, seed, alpha);
      // A band is whole rows, however many fit the kernel at once.
      expect(kernel.mean(width, height, bands(rgba, width, rows), behind, long)).toBe('grid');
      const grid = kernel.grid();
      const wanted = meanCells(width, height, rgba, behind, long);
      expect({ columns: grid.width, rows: grid.height, rgba: grid.data }).toEqual(wanted);
    }), runs(150, 0.5));
  });

  it('makes the cover that the oracle makes of the grid', () => {
    fc.assert(fc.property(side, side, fc.nat(), fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 320 }), (width, height, seed, long, coverSide) => {
      const rgba = pixels(width, height, seed, () => 255);
      kernel.mean(width, height, [rgba], [0, 0, 0], long);
      const cover = kernel.cover(coverSide);
      const { width: columns, height: rows, data } = kernel.grid();
      const most = Math.max(width, height);
      expect([cover.width, cover.height]).toEqual([share(width, most, coverSide), share(height, most, coverSide)]);
      expect(Buffer.from(cover.data).equals(Buffer.from(coverOf({ columns, rows, rgba: data }, cover.width, cover.height)))).toBe(true);
    }), runs(60, 0.1));
  });
});
