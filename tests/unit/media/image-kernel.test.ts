import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { IMAGE_ABI_VERSION, ImageKernel } from '../../../src/media/image-kernel.ts';
import { joined } from '../../fixtures/media/edits.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { imageKernelBytes, KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { grainy, rgbaOf, slopes } from '../../fixtures/media/pixels.ts';

const rgba = (width: number, height: number, colour: readonly number[]): Uint8ClampedArray<ArrayBuffer> =>
  Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => colour[i % 4] ?? 0);

describe.each(KERNEL_KINDS)('the %s image kernel', (kind) => {
  const kernel = makeImageKernel(kind);

  it('imports nothing', async () => {
    expect(WebAssembly.Module.imports(await WebAssembly.compile(imageKernelBytes(kind)))).toEqual([]);
  });

  it('weighs at most 5 kB after brotli', () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    expect(brotliCompressSync(imageKernelBytes(kind), { params }).length).toBeLessThanOrEqual(5_000);
  });

  it('has less than 1 MB of memory with the largest cover, and none more for a large file', () => {
    const before = kernel.exports.memory.buffer.byteLength;
    kernel.readFile(makeJpeg({ width: 64, height: 64 }, grainy(64, 64, 1)));
    expect(before + kernel.cover().data.byteLength).toBeLessThan(1_000_000);
    const jpeg = makeJpeg({ width: 300, height: 200 }, grainy(300, 200, 1));
    // Three megabytes of comments before the picture.
    const comment = joined(Uint8Array.of(0xff, 0xfe, 0xff, 0xff), new Uint8Array(65_533));
    const file = joined(jpeg.subarray(0, 2), ...Array.from({ length: 46 }, () => comment), jpeg.subarray(2));
    expect(kernel.readFile(file).answer).toBe('grid');
    kernel.mean(4_000, 500, [rgba(4_000, 500, [1, 2, 3, 255])]);
    kernel.cover();
    expect(kernel.exports.memory.buffer.byteLength).toBe(before);
  });

  it('makes covers over what is left of the file, any number of them, and the grid stays', () => {
    const files = [1, 2].map((seed) => makeJpeg({ width: 300, height: 200, progressive: seed }, grainy(300, 200, seed)));
    const alone = files.map((file) => { const other = makeImageKernel(kind); other.readFile(file); return [other.grid(), other.cover()]; });
    files.forEach((file, n) => {
      kernel.readFile(file);
      for (const side of [100, 320, 17]) kernel.cover(side);
      expect([kernel.grid(), kernel.cover()]).toEqual(alone[n]);
    });
  });

  it('leaves nothing behind after wipe', () => {
    const fresh = Buffer.from(makeImageKernel(kind).exports.memory.buffer);
    kernel.readFile(makeJpeg({ width: 64, height: 48, orientation: 5 }, grainy(64, 48, 2)));
    kernel.cover();
    kernel.mean(30, 20, [rgbaOf(30, 20, grainy(30, 20, 3))]);
    kernel.cover();
    kernel.wipe();
    const { INPUT } = kernel.exports;
    const left = Buffer.from(kernel.exports.memory.buffer).subarray(INPUT.value);
    expect(left.equals(fresh.subarray(INPUT.value)) && left.every((byte) => byte === 0)).toBe(true);
    expect(() => kernel.grid()).toThrow(RangeError);
    expect(() => kernel.cover()).toThrow(RangeError);
  });

  it('gives no grid and no cover of a file that was refused', () => {
    kernel.readFile(makeJpeg({ width: 64, height: 48 }, slopes(64, 48)));
    kernel.readFile(new Uint8Array(100));
    expect(() => kernel.grid()).toThrow(RangeError);
    kernel.mean(64, 48, [rgba(64, 48, [9, 9, 9, 255])]);
    expect(kernel.mean(20_000, 1, [])).toBe('too-big');
    expect(() => kernel.cover()).toThrow(RangeError);
  });

  it('means the widest and highest pictures without running over', () => {
    for (const [width, height] of [[16_384, 3], [3, 16_384], [1, 1], [5, 3]] as const) {
      for (const cells of [1, 16, 32]) {
        expect(kernel.mean(width, height, [rgba(width, height, [255, 254, 1, 255])], [0, 0, 0], cells)).toBe('grid');
        const { data } = kernel.grid();
        expect([...data]).toEqual(Array.from({ length: data.length / 4 }, () => [255, 254, 1, 255]).flat());
      }
    }
  });

  it('shows nothing of what a transparent picture hides', () => {
    kernel.mean(40, 40, [rgbaOf(40, 40, grainy(40, 40, 1)).map((level, i) => (i % 4 === 3 ? 0 : level))], [10, 20, 30]);
    expect([...kernel.cover(20).data]).toEqual(Array.from({ length: 400 }, () => [10, 20, 30, 255]).flat());
  });

  it('wants every row, and takes none too many', () => {
    expect(kernel.mean(10, 10, [rgba(10, 9, [1, 1, 1, 255])])).toBe('cut');
    expect(() => kernel.grid()).toThrow(RangeError);
    expect(kernel.mean(10, 10, [rgba(10, 10, [1, 1, 1, 255]), rgba(10, 10, [250, 250, 250, 255])])).toBe('grid');
    expect(new Set(kernel.grid().data)).toEqual(new Set([1, 255]));
  });

  it('makes covers of the proportions of the picture, opaque, one colour where it has one', () => {
    kernel.mean(300, 100, [rgba(300, 100, [9, 99, 199, 255])]);
    const cover = kernel.cover();
    expect([cover.width, cover.height]).toEqual([320, 107]);
    expect([...cover.data.subarray(0, 4)]).toEqual([9, 99, 199, 255]);
    expect(new Set(cover.data)).toEqual(new Set([9, 99, 199, 255]));
    expect([kernel.cover(5_000).width, kernel.cover(1).width, kernel.cover(0).width]).toEqual([320, 1, 1]);
  });

  it('refuses bytes that are no kernel', () => {
    expect(() => new ImageKernel(Uint8Array.of(0, 97, 115, 109))).toThrow(expect.objectContaining({ code: 'no-wasm' }));
  });

  it('speaks the ABI version of the bridge', () => {
    expect(kernel.exports.ABI_VERSION.value).toBe(IMAGE_ABI_VERSION);
  });
});

describe('the two builds', () => {
  it('export the same', async () => {
    const [simd, scalar] = await Promise.all(KERNEL_KINDS.map(async (kind) => WebAssembly.Module.exports(await WebAssembly.compile(imageKernelBytes(kind)))));
    expect(simd).toEqual(scalar);
  });
});
