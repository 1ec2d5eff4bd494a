import { describe, expect, it } from 'vitest';
import type { CoverReason } from '../../../src/contract/media.ts';
import type { ImageHead } from '../../../src/media/image-head.ts';
import { coverFile, type Decode, type Decoded, type Decoders } from '../../../src/worker/cover-file.ts';
import { makeGif, makeMp4, makePng } from '../../fixtures/media/containers.ts';
import { withIspe } from '../../fixtures/media/heif-file.ts';
import { stillFile } from '../../fixtures/media/still-files.ts';
import { engineFile } from '../../fixtures/media/engine-files.ts';
import { joined } from '../../fixtures/media/edits.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { grainy, rgbaOf, slopes } from '../../fixtures/media/pixels.ts';
import { blackPng } from '../../fixtures/media/png.ts';

const kernel = makeImageKernel('scalar');
const pixels = rgbaOf(30, 20, slopes(30, 20));

interface Asked { readonly kind: string; readonly head: ImageHead }

/** Decoders that say what they were asked for. */
function decoders(answer: () => Decoded | CoverReason): Decoders & { readonly asked: Asked[]; closed: number } {
  const asked: Asked[] = [];
  const decode = (kind: string): Decode => async (_, head) => {
    asked.push({ kind, head });
    return answer();
  };
  return { picture: decode('picture'), video: decode('video'), asked, closed: 0 };
}

function decoded(width: number, height: number, bands: Iterable<Uint8ClampedArray>, close: () => void = () => undefined): Decoded {
  return { width, height, bands, close };
}

const cover = (bytes: Uint8Array, given: Decoders, cells: 16 | 24 = 16): ReturnType<typeof coverFile> => (
  coverFile(kernel, { file: new Blob([Uint8Array.from(bytes)]), cells }, given));

describe('one file to its cover', () => {
  it('no decoder is asked for what is past a cap, unknown, damaged or a JPEG', async () => {
    const given = decoders(() => 'undecodable');
    const jpeg = makeJpeg({ width: 70, height: 50, orientation: 8 }, slopes(70, 50));
    expect(await cover(blackPng(16_000, 16_000), given)).toMatchObject({ why: 'too-big', cover: undefined });
    expect(await cover(makePng(9, 9, 1_001), given)).toMatchObject({ why: 'too-big' });
    expect(await cover(new TextEncoder().encode('<svg/>                  '), given)).toMatchObject({ why: 'no-picture' });
    expect(await cover(jpeg.subarray(0, 200), given)).toMatchObject({ why: 'damaged' });
    expect(await cover(jpeg, given)).toMatchObject({ state: 'picture', width: 50, height: 70 });
    expect(given.asked).toEqual([]);
  });

  it('a 31 kB PNG of 16,000 × 16,000 is refused by its header, read once', async () => {
    let reads = 0;
    const bomb = blackPng(16_000, 16_000);
    expect(bomb.length).toBeLessThan(32_000);
    const file = new Blob([Uint8Array.from(bomb)]);
    const slice = file.slice.bind(file);
    file.slice = (from, to, type) => { reads += 1; return slice(from, to, type); };
    expect(await coverFile(kernel, { file, cells: 16 }, decoders(() => 'undecodable'))).toMatchObject({ why: 'too-big' });
    expect(reads).toBe(1);
  });

  it('pixels come in bands of any size, and the picture is closed', async () => {
    const bands = [pixels.subarray(0, 30 * 4), pixels.subarray(30 * 4, 30 * 4 * 9), pixels.subarray(30 * 4 * 9)];
    let closed = 0;
    const seen = await cover(blackPng(30, 20), decoders(() => decoded(30, 20, bands, () => { closed += 1; })));
    kernel.mean(30, 20, [pixels]);
    expect(seen).toEqual({ state: 'picture', width: 30, height: 20, cover: kernel.cover() });
    expect(closed).toBe(1);
  });

  it.each([
    ['larger than its header says', 31, 20, 'damaged'], ['turned', 20, 30, undefined], ['smaller than it says, as an engine makes it', 15, 10, 'damaged'], ['larger, turned', 20, 31, 'damaged'],
  ])('a picture that comes %s', async (_name, width, height, why) => {
    const rows = new Uint8ClampedArray(width * height * 4).fill(255);
    expect((await cover(blackPng(30, 20), decoders(() => decoded(width, height, [rows])))).why).toBe(why);
  });

  it('a GIF may come smaller, where its frames lie outside of its screen', async () => {
    const rows = new Uint8ClampedArray(20 * 20 * 4).fill(255);
    const gif = makeGif(20, 20, 1, [10, 0, 20, 20]);
    expect((await cover(gif, decoders(() => decoded(20, 20, [rows])))).state).toBe('picture');
    expect((await cover(gif, decoders(() => decoded(31, 20, [new Uint8ClampedArray(31 * 20 * 4)])))).why).toBe('damaged');
  });

  it('no decoder is asked for an AVIF or HEIC whose stream has another size than the file says', async () => {
    const given = decoders(() => 'undecodable');
    const half = stillFile('half');
    expect(await cover(withIspe(half, [480, 320], [48, 32]), given)).toMatchObject({ state: 'neutral', why: 'damaged' });
    expect(await cover(withIspe(stillFile('big'), [9_500, 9_000], [64, 64]), given)).toMatchObject({ state: 'neutral', why: 'too-big' });
    expect(await cover(withIspe(stillFile('heic'), [128, 64], [64, 32]), given)).toMatchObject({ state: 'neutral', why: 'damaged' });
    expect(await cover(half.subarray(0, -9), given)).toMatchObject({ why: 'damaged' });
    expect(given.asked).toEqual([]);
    expect(await cover(half, given)).toMatchObject({ why: 'undecodable', width: 480, height: 320 });
    expect(await cover(stillFile('heicOdd'), given)).toMatchObject({ why: 'undecodable', width: 70, height: 50 });
    expect(given.asked.length).toBe(2);
  });

  it.each([[480, 320, undefined], [320, 480, undefined], [48, 32, 'damaged'], [479, 320, 'damaged']])('of an AVIF of 480 × 320, an engine’s %i × %i is as told', async (width, height, why) => {
    const rows = new Uint8ClampedArray(width * height * 4).fill(255);
    expect((await cover(stillFile('half'), decoders(() => decoded(width, height, [rows])))).why).toBe(why);
  });

  it('an AVIF may come as its clean aperture cuts it', async () => {
    expect((await cover(stillFile('cut'), decoders(() => decoded(32, 32, [new Uint8ClampedArray(32 * 32 * 4).fill(255)])))).state).toBe('picture');
  });

  it('an AVIF that is read once is not read again for its sizes', async () => {
    let reads = 0;
    const file = new Blob([Uint8Array.from(stillFile('grid'))]);
    const slice = file.slice.bind(file);
    file.slice = (from, to, type) => { reads += 1; return slice(from, to, type); };
    await coverFile(kernel, { file, cells: 16 }, decoders(() => 'undecodable'));
    expect(reads).toBe(1);
  });

  it('an engine that has not got all its pixels, or throws on the way, gives no picture', async () => {
    expect((await cover(blackPng(30, 20), decoders(() => decoded(30, 20, [pixels.subarray(0, 400 * 4 - 40)])))).why).toBe('undecodable');
    const broken = function* (): Generator<Uint8ClampedArray> { yield pixels.subarray(0, 120); throw new Error('no memory'); };
    let closed = 0;
    expect((await cover(blackPng(30, 20), decoders(() => decoded(30, 20, broken(), () => { closed += 1; })))).why).toBe('undecodable');
    expect(closed).toBe(1);
    expect((await cover(blackPng(30, 20), decoders(() => { throw new Error('refused'); }))).why).toBe('undecodable');
  });

  it('a JPEG of four colours goes to the engine with the size it was held against; a video to its own decoder', async () => {
    const given = decoders(() => 'undecodable');
    await cover(engineFile('cmykTurned'), given);
    await cover(makeMp4(['isom', 'avc1']), given);
    expect(given.asked).toMatchObject([{ kind: 'picture', head: { kind: 'jpeg', width: 48, height: 32 } }, { kind: 'video', head: { kind: 'mp4' } }]);
    const huge = Uint8Array.from(engineFile('cmykTurned'));
    const frame = huge.findIndex((byte, n) => byte === 0xff && huge[n + 1] === 0xc0);
    huge.set([0x40, 0x00, 0x40, 0x00], frame + 5);
    expect((await cover(huge, given)).why).toBe('too-big');
    expect(given.asked.length).toBe(2);
  });

  it('bytes that cannot be read any more are told', async () => {
    const file = new Blob([Uint8Array.from(makeJpeg({ width: 70, height: 50 }, slopes(70, 50)))]);
    file.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as unknown as Blob;
    expect((await coverFile(kernel, { file, cells: 16 }, decoders(() => 'undecodable'))).why).toBe('unreadable');
    file.slice = () => new Blob(['short']);
    expect((await coverFile(kernel, { file, cells: 16 }, decoders(() => 'undecodable'))).why).toBe('unreadable');
  });

  it.each([[0, 1], [60, 3]])('a JPEG is read in few pieces and gives the grid of the whole: with %i comments before it, %i', async (comments, pieces) => {
    const jpeg = makeJpeg({ width: 1_400, height: 700, step: 1 }, grainy(1_400, 700, 2));
    expect(jpeg.length).toBeGreaterThan(1_200_000);
    const comment = joined(Uint8Array.of(0xff, 0xfe, 0xff, 0xff), new Uint8Array(65_533));
    const long = joined(jpeg.subarray(0, 2), ...Array.from({ length: comments }, () => comment), jpeg.subarray(2));
    let reads = 0;
    const file = new Blob([long]);
    const slice = file.slice.bind(file);
    file.slice = (from, to, type) => { reads += 1; return slice(from, to, type); };
    const seen = await coverFile(kernel, { file, cells: 24 }, decoders(() => 'undecodable'));
    kernel.readFile(long, 24);
    expect(seen.cover).toEqual(kernel.cover());
    expect(reads).toBe(pieces);
  });

  it('leaves nothing of the file in the kernel', async () => {
    await cover(makeJpeg({ width: 70, height: 50 }, slopes(70, 50)), decoders(() => 'undecodable'));
    const memory = new Uint8Array(kernel.exports.memory.buffer);
    expect(memory.subarray(kernel.exports.INPUT.value, kernel.exports.INPUT.value + 4_000).every((byte) => byte === 0)).toBe(true);
    expect(memory.subarray(kernel.exports.OUT.value, kernel.exports.OUT.value + 4_000).every((byte) => byte === 0)).toBe(true);
  });
});
