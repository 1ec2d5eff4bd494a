import { describe, expect, it } from 'vitest';
import { INDEX_BYTES_MAX } from '../../../../src/media/video/video-sample.ts';
import { joined } from '../../../fixtures/media/edits.ts';
import { kindOf, PROBED, readWhole, videoFile } from '../../../fixtures/media/videos.ts';

/** Of ffprobe's names, what `VideoDecoder` calls these very files; engines take them (tests/browser/video-frame.test.ts). */
const CODECS: Readonly<Record<string, string>> = { h264: 'avc1.64000A', hevc: 'hvc1.1.6.L30.90', vp8: 'vp8', vp9: 'vp09.00.10.08', av1: 'av01.0.00M.08' };

describe('the reader of videos', () => {
  it.each(Object.keys(PROBED))('finds in %s the picture that ffprobe finds', (name) => {
    const { codec, width, height, rotation, at, bytes } = PROBED[name] ?? expect.fail(name);
    const file = videoFile(name);
    const { reading, asked } = readWhole(kindOf(name), file);
    expect(reading).toMatchObject({ answer: 'sample', codec: CODECS[codec], width, height, rotation, sample: { from: at, to: at + bytes } });
    expect((reading as { bytes?: Uint8Array }).bytes).toEqual(file.subarray(at, at + bytes));
    expect(asked.at(-1)).toEqual([at, at + bytes]);
  });

  it('gives decoders of H.264 and H.265 their configuration, and others none', () => {
    const described = Object.keys(PROBED).filter((name) => {
      const { reading } = readWhole(kindOf(name), videoFile(name));
      return reading.answer === 'sample' && reading.description?.[0] === 1;
    });
    expect(described).toEqual(Object.keys(PROBED).filter((name) => /^(avc|hevc)/u.test(name)));
  });

  it('reads a file of 20 GB whose index is at its end by two small parts and the picture', () => {
    const file = videoFile('vp9.mp4');
    // The same file with 20 GB between its head and its data: a `free` box with a size of 64 bits.
    const text = Buffer.from(file).indexOf('mdat') - 4;
    const gap = 20_000_000_000;
    const filler = joined(Uint8Array.of(0, 0, 0, 1, 0x66, 0x72, 0x65, 0x65), new Uint8Array(new BigUint64Array([BigInt(gap)]).buffer).reverse());
    const tail = file.slice(text);
    // One offset stands in `stco`: behind its type, version, flags and count.
    const offset = Buffer.from(tail).indexOf('stco') + 12;
    new DataView(tail.buffer).setUint32(offset, 0xfff0_0000);
    const { reading, asked } = readWhole('mp4', file, text + gap + tail.length, (from, to) => {
      const out = new Uint8Array(to - from);
      [[0, file.subarray(0, text)], [text, filler], [0xfff0_0000, videoFile('vp9.mp4').subarray(44)], [text + gap, tail]].forEach(([start, bytes]) => {
        const at = start as number;
        const part = bytes as Uint8Array;
        const first = Math.max(from, at);
        const last = Math.min(to, at + part.length);
        if (last > first) out.set(part.subarray(first - at, last - at), first - from);
      });
      return out;
    });
    expect(reading).toMatchObject({ answer: 'sample', codec: 'vp09.00.10.08', sample: { from: 0xfff0_0000, to: 0xfff0_0000 + 101 } });
    expect(asked.length).toBe(3);
    expect(asked.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(40_000);
  });

  it('ends a file of tiny boxes or elements by its limits, having asked for little of it', () => {
    const box = (): Uint8Array => Uint8Array.of(0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65);
    const boxes = (from: number, to: number): Uint8Array => joined(...Array.from({ length: Math.ceil((to - from) / 8) }, box)).subarray(0, to - from);
    // Void elements: an id and a size of none. The first two are the head and the segment.
    const voids = (from: number, to: number): Uint8Array => Uint8Array.from({ length: to - from }, (_, i) => ((from + i) % 2 === 0 ? 0xec : 0x80));
    for (const [kind, piece] of [['mp4', boxes], ['webm', voids]] as const) {
      const { reading, asked } = readWhole(kind, new Uint8Array(0), 1_000_000_000, piece);
      expect(reading).toEqual({ answer: 'work' });
      expect(asked.length).toBeLessThan(16);
    }
  });

  it('ends a file of boxes far apart by the bytes it may ask for', () => {
    const step = 40_000;
    const { reading, asked } = readWhole('mp4', new Uint8Array(0), 100_000_000_000, (from, to) => {
      const out = new Uint8Array(to - from);
      // Each box is as long as they are apart.
      if (from % step === 0) out.set([0, 0, step >> 8, step & 255, 0x66, 0x72, 0x65, 0x65]);
      return out;
    });
    expect(reading).toEqual({ answer: 'work' });
    expect(asked.length).toBe(INDEX_BYTES_MAX / 16_384);
  });

  it('refuses a part that is not as long as asked for', () => {
    expect(() => readWhole('mp4', new Uint8Array(0), 5_000, () => new Uint8Array(9))).toThrow(RangeError);
  });
});
