import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/media/image-head.ts';
import { turned } from '../../../src/media/turned.ts';
import { grainy, rgbaOf } from '../../fixtures/media/pixels.ts';

const red = ({ data }: Picture): readonly number[] => [...data].filter((_, i) => i % 4 === 0);
const SIX: Picture = { width: 3, height: 2, data: Uint8ClampedArray.from([1, 2, 3, 4, 5, 6].flatMap((level) => [level, 0, 0, 255])) };

describe('turning', () => {
  it.each([
    [0, [1, 2, 3, 4, 5, 6], 3], [90, [4, 1, 5, 2, 6, 3], 2], [180, [6, 5, 4, 3, 2, 1], 3], [270, [3, 6, 2, 5, 1, 4], 2],
  ] as const)('by %i degrees is clockwise', (rotation, levels, width) => {
    expect(red(turned(SIX, rotation))).toEqual(levels);
    expect(turned(SIX, rotation)).toMatchObject({ width, height: 6 / width });
  });

  it.each([[96, 64], [1, 1], [1, 9], [30, 77]] as const)('four times by a quarter gives back %i × %i pixels', (width, height) => {
    const picture = { width, height, data: rgbaOf(width, height, grainy(width, height, 3)) };
    const half = turned(turned(picture, 90), 90);
    expect(half).toEqual(turned(picture, 180));
    expect(turned(turned(half, 270), 270)).toEqual(picture);
  });
});
