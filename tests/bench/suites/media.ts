import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImageKernel } from '../../../src/media/image-kernel.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { grainy } from '../../fixtures/media/pixels.ts';
import { measure, toRows, turns, type BenchRow } from '../measure.ts';
import type { SuiteOptions } from './suite.ts';

/** What getImageData gives of 12 megapixels, and how many rows at a time a worker asks for. */
const WIDTH = 4_000;
const HEIGHT = 3_000;
const BAND_ROWS = 64;

/** Covers without a browser: the mean of 12 megapixels against copying them, the grid of a JPEG, the cover of a grid. */
export function mediaSuite({ root, quick, note }: SuiteOptions): Promise<readonly BenchRow[]> {
  const kernelOf = (kind: string): ImageKernel => new ImageKernel(new Uint8Array(readFileSync(join(root, `build/image.${kind}.wasm`))));
  const [simd, scalar] = [kernelOf('simd'), kernelOf('scalar')];
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i & 3) === 3 ? 255 : Math.imul(i, 0x9e3779b1) >>> 24;
  const target = new Uint8ClampedArray(pixels.length);
  const copy = { name: 'plain copy of 12 MP', run: () => { target.set(pixels); return target[0] ?? 0; } };
  const mean = (kernel: ImageKernel, name: string): { readonly name: string; run(): number } => ({
    name, run: () => { kernel.mean(WIDTH, HEIGHT, bands(pixels)); return kernel.exports.columns.value; },
  });
  const rows = toRows('media', measure([
    mean(simd, 'mean of 12 MP, SIMD'), copy, mean(scalar, 'mean of 12 MP, scalar'),
  ], turns(quick)), pixels.length);

  note('media: JPEG files are being made');
  const side = quick ? 256 : 1_024;
  const pixel = grainy(side, side, 1);
  const files = { baseline: makeJpeg({ width: side, height: side, step: 12 }, pixel), progressive: makeJpeg({ width: side, height: side, step: 12, progressive: 1 }, pixel) };
  for (const [form, file] of Object.entries(files)) {
    const read = (kernel: ImageKernel, name: string): { readonly name: string; run(): number } => ({
      name, run: () => { if (kernel.readFile(file).answer !== 'grid') throw new Error('no grid'); return kernel.exports.columns.value; },
    });
    rows.push(...toRows('media', measure([
      read(simd, `grid of a ${form} JPEG, ${side} × ${side}, SIMD`), read(scalar, `grid of a ${form} JPEG, ${side} × ${side}, scalar`),
    ], turns(quick)), file.length));
  }
  rows.push(...toRows('media', measure([
    { name: 'cover of 320 pixels', run: () => simd.cover().data[0] ?? 0 },
    { name: 'cover of 320 pixels, scalar', run: () => scalar.cover().data[0] ?? 0 },
  ], turns(quick))));
  return Promise.resolve(rows);
}

function* bands(pixels: Uint8ClampedArray): Generator<Uint8ClampedArray> {
  const bytes = BAND_ROWS * WIDTH * 4;
  for (let from = 0; from < pixels.length; from += bytes) yield pixels.subarray(from, from + bytes);
}
