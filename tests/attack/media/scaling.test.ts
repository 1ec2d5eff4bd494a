import { describe, expect, it } from 'vitest';
import { KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { rgbaOf } from '../../fixtures/media/pixels.ts';
import { attack, CELLS, plain, shows, SIDE, STEP } from '../../fixtures/media/scaling-attack.ts';

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
