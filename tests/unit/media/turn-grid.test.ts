import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/media/image-head.ts';
import { turned, turnGrid, type Rotation } from '../../../src/media/turn-grid.ts';
import { KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { grainy, rgbaOf } from '../../fixtures/media/pixels.ts';

const red = ({ data }: Picture): readonly number[] => [...data].filter((_, i) => i % 4 === 0);
const SIX: Picture = { width: 3, height: 2, data: Uint8ClampedArray.from([1, 2, 3, 4, 5, 6].flatMap((level) => [level, 0, 0, 255])) };

describe('turning', () => {
  it.each([
    [90, [4, 1, 5, 2, 6, 3], 2], [180, [6, 5, 4, 3, 2, 1], 3], [270, [3, 6, 2, 5, 1, 4], 2],
  ] as const)('by %i degrees is clockwise', (rotation, levels, width) => {
    expect(red(turned(SIX, rotation))).toEqual(levels);
    expect(turned(SIX, rotation)).toMatchObject({ width, height: 6 / width });
  });
});

describe.each(KERNEL_KINDS)('the %s kernel with a turned grid', (kind) => {
  const kernel = makeImageKernel(kind);

  it.each([[96, 64, 16], [30, 77, 24], [200, 1, 16], [1, 1, 16], [5, 9, 32]] as const)('of %i × %i in %i cells holds the same cells', (width, height, cells) => {
    for (const rotation of [0, 90, 180, 270] as readonly Rotation[]) {
      kernel.mean(width, height, [rgbaOf(width, height, grainy(width, height, 3))], undefined, cells);
      const before = kernel.grid();
      turnGrid(kernel, rotation);
      expect(kernel.grid()).toEqual(rotation === 0 ? before : turned(before, rotation));
      const cover = kernel.cover();
      expect(cover.width >= cover.height).toBe(rotation % 180 === 0 ? width >= height : height >= width);
    }
  });
});
