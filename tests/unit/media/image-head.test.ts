import { describe, expect, it } from 'vitest';
import { makeGif, makeHeif, makeMp4, makePng, makeWebm, makeWebp } from '../../fixtures/media/containers.ts';
import { joined } from '../../fixtures/media/edits.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { KERNEL_KINDS, makeImageKernel } from '../../fixtures/media/kernels.ts';
import { slopes } from '../../fixtures/media/pixels.ts';

const jpeg = makeJpeg({ width: 40, height: 30, orientation: 6 }, slopes(40, 30));

const FILES: readonly (readonly [string, Uint8Array, object])[] = [
  ['a JPEG', jpeg, { answer: 'grid', kind: 'jpeg', width: 40, height: 30, frames: 1, orientation: 6 }],
  ['a PNG', makePng(300, 200), { answer: 'pixels', kind: 'png', width: 300, height: 200, frames: 1, orientation: 1 }],
  ['an animated PNG', makePng(300, 200, 12), { answer: 'pixels', kind: 'png', frames: 12 }],
  ['a GIF', makeGif(30, 20, 1), { answer: 'pixels', kind: 'gif', width: 30, height: 20, frames: 1 }],
  ['an animated GIF', makeGif(30, 20, 7), { answer: 'pixels', kind: 'gif', frames: 7 }],
  ['a GIF with a frame beyond its screen', makeGif(30, 20, 1, [10, 10, 500, 400]), { answer: 'pixels', width: 510, height: 410 }],
  ['a lossy WebP', makeWebp(321, 123, 'VP8 '), { answer: 'pixels', kind: 'webp', width: 321, height: 123, frames: 1 }],
  ['a lossless WebP', makeWebp(16_000, 4_000, 'VP8L'), { answer: 'pixels', kind: 'webp', width: 16_000, height: 4_000, frames: 1 }],
  ['an extended WebP', makeWebp(321, 123, 'VP8X'), { answer: 'pixels', kind: 'webp', width: 321, height: 123, frames: 1 }],
  ['an animated WebP', makeWebp(321, 123, 'VP8X', 5), { answer: 'pixels', kind: 'webp', width: 321, height: 123, frames: 5 }],
  ['an AVIF', makeHeif(800, 600, ['avif', 'mif1', 'miaf'], [160, 120]), { answer: 'pixels', kind: 'avif', width: 800, height: 600, frames: 1 }],
  ['an AVIF by a compatible brand', makeHeif(800, 600, ['mif1', 'miaf', 'avif']), { kind: 'avif' }],
  ['an AVIF sequence', makeHeif(800, 600, ['avis', 'avif']), { answer: 'pixels', kind: 'avif', frames: 2 }],
  ['a HEIC', makeHeif(4_032, 3_024, ['heic', 'mif1']), { answer: 'pixels', kind: 'heic', width: 4_032, height: 3_024, frames: 1 }],
  ['an MP4', makeMp4(['isom', 'iso2', 'avc1', 'hev1']), { answer: 'video', kind: 'mp4' }],
  ['a WebM', makeWebm('webm'), { answer: 'video', kind: 'webm' }],
  ['another Matroska file', makeWebm('matroska'), { answer: 'unknown', kind: 'unknown' }],
  ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), { answer: 'unknown' }],
  ['a PDF', new TextEncoder().encode('%PDF-1.7 and then much more of it'), { answer: 'unknown' }],
  ['nothing', new Uint8Array(0), { answer: 'unknown' }],
  ['the first bytes of a JPEG', jpeg.subarray(0, 15), { answer: 'unknown' }],
];

const BIG: readonly (readonly [string, Uint8Array, string])[] = [
  ['a PNG of 16,000 × 16,000', makePng(16_000, 16_000), 'too-big'],
  ['a PNG of 8,000 × 8,000', makePng(8_000, 8_000), 'pixels'],
  ['a PNG of 8,001 × 8,000', makePng(8_001, 8_000), 'too-big'],
  ['a PNG 16,384 pixels wide', makePng(16_384, 1), 'pixels'],
  ['a PNG 16,385 pixels high', makePng(1, 16_385), 'too-big'],
  ['a PNG with the largest numbers there are', makePng(0xffff_ffff, 0xffff_ffff), 'too-big'],
  ['a PNG of 1,000 frames', makePng(9, 9, 1_000), 'pixels'],
  ['a PNG of 1,001 frames', makePng(9, 9, 1_001), 'too-big'],
  ['a PNG of as many frames as 32 bits can say', makePng(9, 9, 0xffff_ffff), 'too-big'],
  ['a GIF of 1,000 frames', makeGif(9, 9, 1_000), 'pixels'],
  ['a GIF of 1,001 frames', makeGif(9, 9, 1_001), 'too-big'],
  ['a GIF with a frame far beyond its screen', makeGif(9, 9, 1, [60_000, 0, 60_000, 9]), 'too-big'],
  ['a WebP of 1,001 frames', makeWebp(9, 9, 'VP8X', 1_001), 'too-big'],
  ['a WebP of 16 million pixels across', makeWebp(2 ** 24, 2, 'VP8X'), 'too-big'],
  ['an AVIF of 40,000 × 40,000', makeHeif(40_000, 40_000, ['avif']), 'too-big'],
  ['an AVIF with a big picture behind a small one', makeHeif(9_000, 9_000, ['avif'], [160, 120]), 'too-big'],
];

/** With what their formats say of their beginning, and then what they do not. */
const BROKEN: readonly (readonly [string, Uint8Array, string])[] = [
  ['a PNG without IHDR', joined(makePng(9, 9).subarray(0, 8), makePng(9, 9).subarray(33)), 'damaged'],
  ['a PNG that ends in its header', makePng(9, 9).subarray(0, 20), 'cut'],
  ['a GIF without a frame', makeGif(9, 9, 0), 'damaged'],
  ['a GIF that ends before a frame', makeGif(9, 9, 1).subarray(0, 24), 'cut'],
  ['a WebP without a picture', makeWebp(9, 9, 'VP8X', 0), 'cut'],
  ['a WebP with a wrong start code', makeWebp(9, 9, 'VP8 ').map((byte, i) => (i === 23 ? 0 : byte)), 'damaged'],
  ['an AVIF without sizes', joined(makeHeif(9, 9, ['avif']).subarray(0, 16), makeMp4(['isom']).subarray(16)), 'cut'],
  ['a JPEG without a scan', jpeg.subarray(0, 200), 'cut'],
];

describe.each(KERNEL_KINDS)('the %s header reader', (kind) => {
  const kernel = makeImageKernel(kind);

  it.each(FILES)('knows %s', (_name, file, head) => {
    expect(kernel.readFile(file)).toMatchObject(head);
    expect(kernel.readFile(file, 16, 64)).toMatchObject(head);
  });

  it.each(BIG)('answers %s as the caps say', (_name, file, answer) => {
    expect(kernel.readFile(file).answer).toBe(answer);
  });

  it.each(BROKEN)('refuses %s', (_name, file, answer) => {
    expect(kernel.readFile(file).answer).toBe(answer);
  });

  it('does not ask for a file past 64 MB', () => {
    const reading = kernel.readPieces(64_000_001);
    expect(reading.next()).toMatchObject({ done: true, value: { answer: 'too-big' } });
    expect(kernel.readPieces(2 ** 40).next()).toMatchObject({ done: true, value: { answer: 'too-big' } });
    expect(kernel.readPieces(64_000_000).next().done).toBe(false);
  });

  it('steps over what it does not read without asking for it', () => {
    const reading = kernel.readPieces(50_000_000);
    expect(reading.next().value).toEqual({ from: 0, to: 131_072 });
    // A profile of 40 million bytes before the pixels.
    const start = joined(makePng(9, 9).subarray(0, 33), Uint8Array.of(2, 0x62, 0x5a, 0, 0x69, 0x43, 0x43, 0x50), new Uint8Array(131_072 - 41));
    expect(reading.next(start).value).toEqual({ from: 33 + 12 + 40_000_000, to: 33 + 12 + 40_000_000 + 131_072 });
    expect(() => reading.next(new Uint8Array(9))).toThrow(RangeError);
  });

  it('forgets the file before', () => {
    kernel.readFile(makePng(300, 200, 12));
    expect(kernel.readFile(new Uint8Array(40))).toEqual({ answer: 'unknown', kind: 'unknown', width: 0, height: 0, frames: 1, orientation: 1 });
  });
});
