import { describe, expect, it } from 'vitest';
import type { ImageKernel, Picture } from '../../../src/media/image-kernel.ts';
import { jpegParts, joined } from '../../fixtures/media/edits.ts';
import { makeJpeg, SAMPLINGS, type JpegOptions, type Sampling } from '../../fixtures/media/jpeg.ts';
import { KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { libjpegFile, LIBJPEG_FILES } from '../../fixtures/media/libjpeg-files.ts';
import { grainy, rgbaOf, slopes } from '../../fixtures/media/pixels.ts';
import { meanCells } from '../../oracle/image-mean.ts';
import { turned } from '../../oracle/jpeg-cells.ts';
import { jpegGrid } from '../../oracle/jpeg-grid.ts';

const WHITE = [255, 255, 255];
const samplings = Object.keys(SAMPLINGS) as Sampling[];

/** The largest difference of any channel of any cell. */
function worst(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (level, i) => Math.abs(level - (b[i] ?? NaN))));
}

function gridOf(kernel: ImageKernel, file: Uint8Array, cells?: number): Picture {
  expect(kernel.readFile(file, cells)).toMatchObject({ answer: 'grid', kind: 'jpeg' });
  return kernel.grid();
}

/** What a grey picture keeps of RGBA at an index. */
function greyAt(rgba: ArrayLike<number>, i: number): number {
  const [red = 0, green = 0, blue = 0] = Array.from({ length: 3 }, (_, channel) => rgba[i - i % 4 + channel] ?? 0);
  return i % 4 === 3 ? 255 : 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Cells of 32 × 32 pixels: of whole blocks in every sampling, so that DC values say their means exactly but for rounding. */
const WRITTEN = samplings.flatMap((sampling) => [undefined, 1].map((progressive) => {
  const [width, height] = [256, 160];
  const pixel = grainy(width, height, 3);
  return {
    sampling, progressive, file: makeJpeg({ width, height, sampling, step: 1, ...(progressive === undefined ? {} : { progressive }) }, pixel),
    truth: meanCells(width, height, rgbaOf(width, height, pixel), WHITE, 8),
  };
}));

describe.each(KERNEL_KINDS)('the %s JPEG grid', (kind) => {
  const kernel = makeImageKernel(kind);

  it.each(WRITTEN)('is the mean of the picture that was written, within two levels: $sampling, lowest first bit $progressive', ({ sampling, file, truth }) => {
    const grid = gridOf(kernel, file, 8);
    expect([grid.width, grid.height]).toEqual([8, 5]);
    const wanted = sampling === 'grey' ? truth.rgba.map((_, i) => greyAt(truth.rgba, i)) : truth.rgba;
    expect(worst(grid.data, wanted)).toBeLessThanOrEqual(2);
  });

  it.each(LIBJPEG_FILES)('reads what other encoders write: %s', (name) => {
    const grid = gridOf(kernel, libjpegFile(name), 8);
    expect([grid.width, grid.height]).toEqual([8, 6]);
    const truth = meanCells(256, 192, rgbaOf(256, 192, slopes(256, 192)), WHITE, 8).rgba;
    expect(worst(grid.data, name === 'grey' ? truth.map((_, i) => greyAt(truth, i)) : truth)).toBeLessThanOrEqual(3);
    expect(Buffer.from(gridOf(kernel, libjpegFile(name)).data).equals(Buffer.from(jpegGrid(libjpegFile(name)).cells?.rgba ?? []))).toBe(true);
  });

  it('leaves arithmetic, lossless, 12-bit and four-colour files, and those without a height, to the engine', () => {
    const file = makeJpeg({ width: 40, height: 30 }, slopes(40, 30));
    const frame = jpegParts(file).find(({ from }) => file[from + 1] === 0xc0);
    if (frame === undefined) throw new Error('a frame');
    const changed = (at: number, value: number): Uint8Array => file.map((byte, i) => (i === frame.from + at ? value : byte));
    const answers = (bytes: Uint8Array): string => kernel.readFile(bytes).answer;
    for (const marker of [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf]) expect(answers(changed(1, marker))).toBe('unsupported');
    expect(answers(changed(4, 12))).toBe('unsupported');
    expect(answers(changed(6, 0))).toBe('unsupported');
    expect(answers(changed(9, 4))).toBe('unsupported');
    // 3 × 1 over 2 × 1: blocks of no whole number of pixels.
    expect(answers(changed(11, 0x31).map((byte, i) => (i === frame.from + 14 ? 0x21 : byte)))).toBe('unsupported');
    expect(answers(file)).toBe('grid');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned upright: EXIF orientation %i', (orientation) => {
    const how: JpegOptions = { width: 96, height: 48, sampling: '4:4:4' };
    const upright = gridOf(kernel, makeJpeg(how, slopes(96, 48)));
    const grid = gridOf(kernel, makeJpeg({ ...how, orientation }, slopes(96, 48)));
    const colours = Array.from({ length: upright.height }, (_, y) => Array.from({ length: upright.width }, (_x, x) => [...upright.data.subarray((y * 16 + x) * 4, (y * 16 + x) * 4 + 3)]));
    const wanted = turned(colours, orientation);
    expect([grid.width, grid.height]).toEqual([wanted.columns, wanted.rows]);
    expect(grid.data).toEqual(wanted.rgba);
    const cover = kernel.cover(64);
    expect([cover.width, cover.height]).toEqual(orientation > 4 ? [32, 64] : [64, 32]);
  });

  it('knows colours that are red, green and blue by Adobe\'s segment', () => {
    const how: JpegOptions = { width: 64, height: 64, sampling: '4:4:4', step: 1, adobeRgb: true };
    const truth = meanCells(64, 64, rgbaOf(64, 64, slopes(64, 64)), WHITE, 8);
    expect(worst(gridOf(kernel, makeJpeg(how, slopes(64, 64)), 8).data, truth.rgba)).toBeLessThanOrEqual(1);
  });

  it('shows what came of a file that was cut off, and goes on downwards with its last cells', () => {
    const [width, height] = [64, 64];
    const file = makeJpeg({ width, height, sampling: '4:4:4', step: 1 }, slopes(width, height));
    const whole = gridOf(kernel, file);
    const bits = jpegParts(file).find(({ from }) => file[from + 1] === 0xda)?.to ?? 0;
    const half = gridOf(kernel, file.subarray(0, bits + Math.floor((file.length - bits) / 2)));
    const row = (picture: Picture, y: number): Uint8ClampedArray => picture.data.subarray(y * 64, y * 64 + 64);
    expect(row(half, 0)).toEqual(row(whole, 0));
    expect(row(half, 5)).toEqual(row(whole, 5));
    expect(row(half, 15)).toEqual(row(half, 14));
    expect(row(half, 15)).not.toEqual(row(whole, 15));
    expect(kernel.readFile(file.subarray(0, bits)).answer).toBe('cut');
  });

  it('shows what stands before a restart marker that is not there', () => {
    const file = makeJpeg({ width: 64, height: 64, sampling: '4:4:4', restart: 8 }, slopes(64, 64));
    const third = file.findIndex((byte, i) => byte === 0xff && file[i + 1] === 0xd2);
    const grid = gridOf(kernel, joined(file.subarray(0, third), file.subarray(third + 2)));
    expect(grid.data.subarray(0, 64)).toEqual(gridOf(kernel, file).data.subarray(0, 64));
  });

  it('has at most 32 cells on its long side, whatever is asked for, and one on a thread', () => {
    const file = makeJpeg({ width: 70, height: 1, sampling: '4:2:0' }, slopes(70, 1));
    expect([1, 16, 24, 32, 33, 1_000].map((cells) => gridOf(kernel, file, cells).width)).toEqual([1, 16, 24, 32, 32, 32]);
    expect(gridOf(kernel, file).height).toBe(1);
  });

  it('does not depend on the file before', () => {
    const file = makeJpeg({ width: 50, height: 40, progressive: 1 }, slopes(50, 40));
    const first = gridOf(makeImageKernel(kind), file);
    kernel.readFile(makeJpeg({ width: 300, height: 200, sampling: '4:4:4', restart: 3, orientation: 8, adobeRgb: true }, grainy(300, 200, 1)));
    expect(gridOf(kernel, file)).toEqual(first);
  });
});
