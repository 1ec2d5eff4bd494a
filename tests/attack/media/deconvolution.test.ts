import { describe, expect, it } from 'vitest';
import { GRID_CELLS } from '../../../src/media/image-kernel.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { noise } from '../../fixtures/media/pixels.ts';
import { cycles, planeOf, ringCorrelation, transformed, type Plane } from '../../fixtures/media/spectrum.ts';

const SIDE = 256;
const kernel = makeImageKernel('simd');

/** A picture as photographs are: amplitudes that fall with frequency, phases at random, and a few hard edges. Levels 0 to 255. */
function picture(seed: number): Plane {
  const spectrum = planeOf(SIDE, () => 0);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const f = Math.hypot(cycles(i % SIDE, SIDE), cycles(Math.floor(i / SIDE), SIDE));
    const phase = 2 * Math.PI * (noise(i, 1, seed) * 256 + noise(i, 2, seed)) / 65_536;
    if (f === 0) continue;
    spectrum.re[i] = Math.cos(phase) / f;
    spectrum.im[i] = Math.sin(phase) / f;
  }
  const { re } = transformed(spectrum, 1);
  const spread = Math.sqrt(re.reduce((sum, value) => sum + value * value, 0) / re.length);
  const box = (x: number, y: number): number => (x > 60 && x < 130 && y > 90 && y < 200 ? 50 : 0) + (Math.hypot(x - 180, y - 80) < 30 ? -60 : 0);
  return planeOf(SIDE, (x, y) => Math.max(0, Math.min(255, Math.round(128 + 40 * (re[y * SIDE + x] ?? 0) / spread + box(x, y)))));
}

function coverOf(original: Plane, cells: number): Plane {
  const rgba = Uint8ClampedArray.from({ length: SIDE * SIDE * 4 }, (_, i) => (i % 4 === 3 ? 255 : original.re[i >> 2] ?? 0));
  kernel.mean(SIDE, SIDE, [rgba], [0, 0, 0], cells);
  const { data } = kernel.cover(SIDE);
  return planeOf(SIDE, (x, y) => data[(y * SIDE + x) * 4] ?? 0);
}

/**
 * Wiener's filter by somebody who knows everything but the picture: how the blur passes each frequency, how strong this very
 * picture is at frequencies as high, and how much rounding to 8 bits adds.
 * @param passes share of the amplitude at a frequency, of each axis, in cycles per width
 */
function restored(blurred: Plane, original: Plane, passes: (f: number) => number): Plane {
  const [y, x] = [transformed(blurred), transformed(original)];
  const out = planeOf(SIDE, () => 0);
  const rounding = SIDE * SIDE / 12;
  const powers = ringPowers(x);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const h = passes(Math.abs(cycles(i % SIDE, SIDE))) * passes(Math.abs(cycles(Math.floor(i / SIDE), SIDE)));
    const power = powers[ringAt(i)] ?? 0;
    const gain = h * power / (h * h * power + rounding);
    out.re[i] = (y.re[i] ?? 0) * gain;
    out.im[i] = (y.im[i] ?? 0) * gain;
  }
  return out;
}

function ringAt(i: number): number {
  return Math.round(Math.hypot(cycles(i % SIDE, SIDE), cycles(Math.floor(i / SIDE), SIDE)));
}

function ringPowers({ re, im }: Plane): readonly number[] {
  const sums: { power: number; count: number }[] = [];
  re.forEach((value, i) => {
    const ring = sums[ringAt(i)] ??= { power: 0, count: 0 };
    ring.power += value ** 2 + (im[i] ?? 0) ** 2;
    ring.count++;
  });
  return sums.map(({ power, count }) => power / count);
}

/** The highest frequency up to which half of what the picture held came back, in cycles per width. */
function kept(blurred: Plane, original: Plane, passes: (f: number) => number): number {
  const rings = ringCorrelation(restored(blurred, original, passes), transformed(original));
  const first = rings.findIndex((correlation, ring) => ring > 0 && correlation < 0.5);
  return first === -1 ? SIDE / 2 : first - 1;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
/** A mean over a cell, twice an eighth of each neighbour, then three boxes as wide as a cell. */
const ofGrid = (cells: number) => (f: number): number => (0.75 + 0.25 * Math.cos(2 * Math.PI * f / cells)) ** 2 * sinc(f / cells) ** 4;

describe('deconvolution of a cover', () => {
  const pictures = [1, 2, 3].map(picture);

  it.each(pictures.map((original, i) => ({ original, i })))('brings back at most 8 cycles per width at the default: picture $i', ({ original }) => {
    expect(kept(coverOf(original, GRID_CELLS), original, ofGrid(GRID_CELLS))).toBeLessThanOrEqual(8);
  });

  it('brings back more of finer grids, and far more of a plain blur: the attack works', () => {
    const [original] = pictures;
    if (original === undefined) throw new Error('a picture');
    const sigma = 10;
    const passes = (f: number): number => Math.exp(-2 * (Math.PI * f * sigma / SIDE) ** 2);
    const spectrum = transformed(original);
    const blurred = transformed({
      side: SIDE,
      re: spectrum.re.map((value, i) => value * passes(cycles(i % SIDE, SIDE)) * passes(cycles(Math.floor(i / SIDE), SIDE))),
      im: spectrum.im.map((value, i) => value * passes(cycles(i % SIDE, SIDE)) * passes(cycles(Math.floor(i / SIDE), SIDE))),
    }, 1);
    const rounded = planeOf(SIDE, (x, y) => Math.round((blurred.re[y * SIDE + x] ?? 0) / SIDE ** 2));
    const ofBlur = kept(rounded, original, passes);
    const ofFine = kept(coverOf(original, 32), original, ofGrid(32));
    const ofDefault = kept(coverOf(original, GRID_CELLS), original, ofGrid(GRID_CELLS));
    // `filter: blur(20px)` on a picture 512 pixels wide.
    expect(ofBlur).toBeGreaterThan(12);
    expect(ofFine).toBeGreaterThan(12);
    expect(ofDefault).toBeGreaterThan(3);
  });
});
