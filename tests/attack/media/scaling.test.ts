import { describe, expect, it } from 'vitest';
import { KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { rgbaOf } from '../../fixtures/media/pixels.ts';
import type { Rgb } from '../../fixtures/media/jpeg-blocks.ts';

const SIDE = 512;
const CELLS = 16;
const STEP = SIDE / CELLS;

/** What is hidden: a diagonal cross, white on black. */
const isHidden = (column: number, row: number): boolean => column === row || column + row === CELLS - 1;

/**
 * A scaling attack (Xiao et al. 2019): a grey slope, but for those pixels that engines look at when they make pictures small,
 * the middle two by two of each square, which hold another picture. A hundredth of the pixels is changed.
 */
function attack(x: number, y: number): Rgb {
  const inMiddle = (at: number): boolean => at % STEP === STEP / 2 - 1 || at % STEP === STEP / 2;
  const level = inMiddle(x) && inMiddle(y) ? (isHidden(Math.floor(x / STEP), Math.floor(y / STEP)) ? 255 : 0) : plain(x);
  return [level, level, level];
}

function plain(x: number): number {
  return 96 + Math.floor(x / 8);
}

/** How much of a grid is the hidden picture: correlation of the two, over all cells. */
function shows(grid: ArrayLike<number>): number {
  const levels = Array.from({ length: CELLS * CELLS }, (_, i) => (grid[i * 4] ?? 0) - plain(i % CELLS * STEP + STEP / 2));
  const hidden = Array.from({ length: CELLS * CELLS }, (_, i) => (isHidden(i % CELLS, Math.floor(i / CELLS)) ? 255 : 0));
  return Math.max(...levels.map((level, i) => (hidden[i] === 255 ? Math.abs(level) : 0)));
}

describe('a picture made to look different when it is made small', () => {
  it('is another picture to a scaler that skips pixels: the attack works', () => {
    const skipped = Array.from({ length: CELLS * CELLS * 4 }, (_, i) => (
      i % 4 === 3 ? 255 : attack((i >> 2) % CELLS * STEP + STEP / 2, Math.floor(i / 4 / CELLS) * STEP + STEP / 2)[0]));
    expect(shows(skipped)).toBeGreaterThan(80);
  });

  it.each(KERNEL_KINDS)('covers as what it is, from its pixels: %s', (kind) => {
    const kernel = makeImageKernel(kind);
    kernel.mean(SIDE, SIDE, [rgbaOf(SIDE, SIDE, attack)]);
    expect(shows(kernel.grid().data)).toBeLessThanOrEqual(2);
    const hidden = kernel.cover(SIDE / 2);
    kernel.mean(SIDE, SIDE, [rgbaOf(SIDE, SIDE, (x) => [plain(x), plain(x), plain(x)])]);
    const honest = kernel.cover(SIDE / 2);
    expect(hidden.data.findIndex((level, i) => Math.abs(level - (honest.data[i] ?? 0)) > 2)).toBe(-1);
  });

  it.each(KERNEL_KINDS)('covers as what it is, from a JPEG: %s', (kind) => {
    const kernel = makeImageKernel(kind);
    expect(kernel.readFile(makeJpeg({ width: SIDE, height: SIDE, sampling: 'grey', step: 2 }, attack)).answer).toBe('grid');
    expect(shows(kernel.grid().data)).toBeLessThanOrEqual(2);
  });
});
