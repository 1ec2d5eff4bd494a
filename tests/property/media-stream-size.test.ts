import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused, type VideoFormat } from '../../src/media/video/video-sample.ts';
import { streamSize, streamSizes } from '../../src/media/video/stream-size.ts';
import { joined } from '../fixtures/media/edits.ts';
import { av1Frame, av1Header, av1Unit, avcConfig, avcSet, hevcConfig, hevcSet, units, vp9Frame, type AvcOptions } from '../fixtures/media/stream-headers.ts';
import { av1Frames, av1Streams, avcStreams, hevcStreams, vp9Streams } from '../fixtures/media/streams.ts';
import { kindOf, PROBED, readWhole, videoFile } from '../fixtures/media/videos.ts';
import { runs } from './runs.ts';

const NONE = new Uint8Array(0);
const OTHER = Uint8Array.of(0x65, 0, 1, 2, 3);

const lengthBytes = fc.constantFrom(1, 2, 4);

const sizeOfAvc = ({ wide, rows, isInterlaced }: AvcOptions): object => ({ width: wide * 16, height: rows * (isInterlaced ? 32 : 16) });
const larger = (one: { readonly width: number; readonly height: number }, other: { readonly width: number; readonly height: number }): object => ({
  width: Math.max(one.width, other.width), height: Math.max(one.height, other.height),
});

describe('the size that a stream says', () => {
  it('is that of its sequence parameter set, in H.264', () => {
    fc.assert(fc.property(avcStreams, lengthBytes, (how, bytes) => {
      expect(streamSize('avc', avcConfig([avcSet(how)], bytes), units([OTHER], bytes))).toEqual(sizeOfAvc(how));
    }), runs(500));
  });

  it('is that of its sequence parameter set, in H.265', () => {
    fc.assert(fc.property(hevcStreams, lengthBytes, (how, bytes) => {
      expect(streamSize('hevc', hevcConfig([hevcSet(how)], bytes), units([OTHER], bytes))).toEqual({ width: how.width, height: how.height });
    }), runs(300));
  });

  it('is the largest of all sets, where the picture brings others', () => {
    fc.assert(fc.property(hevcStreams, hevcStreams, fc.boolean(), (one, other, isOutside) => {
      const config = hevcConfig(isOutside ? [] : [hevcSet(one)]);
      expect(streamSize('hevc', config, units([OTHER, hevcSet(other), OTHER]))).toEqual(isOutside ? { width: other.width, height: other.height } : larger(one, other));
    }), runs(50));
  });

  it('is that of its sequence headers, in AV1', () => {
    fc.assert(fc.property(av1Streams, av1Streams, fc.boolean(), fc.boolean(), (one, other, hasExtension, hasSize) => {
      const head = Uint8Array.of(0x81, 0, 0, 0);
      const config = joined(head, av1Unit(1, av1Header(one), hasExtension));
      const sample = joined(av1Unit(2, NONE, false), av1Unit(5, new Uint8Array(200), true), av1Unit(1, av1Header(other), hasExtension, hasSize));
      expect(streamSize('av1', config, av1Unit(6, new Uint8Array(20), false))).toEqual({ width: one.width, height: one.height });
      expect(streamSize('av1', head, sample)).toEqual({ width: other.width, height: other.height });
      expect(streamSize('av1', config, sample)).toEqual(larger(one, other));
    }), runs(300));
  });

  it('is refused in AV1 where a frame has a size of its own, which may be larger', () => {
    const ends = new Set<string>();
    fc.assert(fc.property(av1Streams, av1Frames, fc.constantFrom(3, 6), (how, frame, type) => {
      const read = (): object => streamSize('av1', NONE, joined(av1Unit(1, av1Header({ ...how, isReduced: false }), false), av1Unit(type, av1Frame(how, frame), false)));
      if (frame.hasOwnSize || frame.type === 3) expect(read).toThrow('unsupported');
      else expect(read()).toEqual({ width: how.width, height: how.height });
      ends.add(frame.hasOwnSize ? 'own' : 'sequence');
      // Of one picture alone there is no such word.
      expect(streamSize('av1', NONE, joined(av1Unit(1, av1Header({ ...how, isReduced: true }), false), av1Unit(type, new Uint8Array(3).fill(255), false)))).toEqual({ width: how.width, height: how.height });
    }), runs(500));
    expect(ends.size).toBe(2);
  });

  it('is told with what is shown of it, in H.265', () => {
    fc.assert(fc.property(hevcStreams, (how) => {
      const [size] = streamSizes('hevc', hevcConfig([hevcSet(how)]), units([OTHER]));
      const [left = 0, right = 0, top = 0, bottom = 0] = how.window ?? [];
      const [wide, high] = [how.chroma === 1 || how.chroma === 2 ? 2 : 1, how.chroma === 1 ? 2 : 1];
      expect(size?.shown).toEqual(how.window === undefined ? undefined : { width: how.width - (left + right) * wide, height: how.height - (top + bottom) * high });
    }), runs(300));
  });

  it('is that of its frame, in VP9', () => {
    fc.assert(fc.property(vp9Streams, (how) => {
      expect(streamSize('vp9', NONE, vp9Frame(how))).toMatchObject({ width: how.width, height: how.height });
    }), runs(200));
  });

  it('is refused in VP9 where there are more frames in one, of which each may have its own', () => {
    fc.assert(fc.property(vp9Streams, vp9Streams, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }), (how, other, frames, bytes) => {
      const marker = 0xc0 | bytes - 1 << 3 | frames - 1;
      const index = joined(Uint8Array.of(marker), new Uint8Array(bytes * frames), Uint8Array.of(marker));
      const read = (): object => streamSize('vp9', NONE, joined(vp9Frame(how), ...frames > 1 ? [vp9Frame(other)] : [], index));
      if (frames > 1) expect(read).toThrow('unsupported');
      else expect(read()).toMatchObject({ width: how.width, height: how.height });
    }), runs(200));
  });

  it('is what other encoders wrote into their files', () => {
    for (const name of Object.keys(PROBED)) {
      const { reading } = readWhole(kindOf(name), videoFile(name));
      if (reading.answer !== 'sample') expect.fail(name);
      const format = ({ av: reading.codec.startsWith('av01') ? 'av1' : 'avc', hv: 'hevc' }[reading.codec.slice(0, 2)] ?? reading.codec.slice(0, 3).replace('vp0', 'vp9')) as VideoFormat;
      const config = reading.description ?? Uint8Array.of(0x81, 0, 0, 0);
      expect(streamSize(format, config, reading.bytes), name).toMatchObject({ width: 96, height: 64 });
    }
  });
});

describe('headers of hostile streams', () => {
  const format = fc.constantFrom<VideoFormat>('avc', 'hevc', 'vp8', 'vp9', 'av1');
  /** A header that was sound, with bytes of it changed or gone. */
  const sound = fc.oneof(avcStreams.map(avcSet), hevcStreams.map(hevcSet), av1Streams.map((how) => av1Unit(1, av1Header(how), false)), vp9Streams.map(vp9Frame));
  const spoilt = fc.tuple(sound, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 5 }), fc.nat(400)).map(([bytes, changes, cut]) => {
    const out = bytes.slice(0, 400 - cut);
    for (const [at, value] of changes) if (at < out.length) out[at] = value;
    return out;
  });

  it('have a size, or are refused', () => {
    const ends = new Map<string, number>();
    fc.assert(fc.property(format, spoilt, fc.uint8Array({ maxLength: 60 }), fc.boolean(), (which, header, config, isUnits) => {
      const given = which === 'avc' ? avcConfig([header]) : which === 'hevc' ? hevcConfig([header]) : joined(Uint8Array.of(0x81, 0, 0, 0), header);
      let end = 'size';
      try {
        const { width, height } = streamSize(which, isUnits ? given : config, isUnits ? units([header]) : header);
        // Pictures without a side are for the caps to refuse.
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(0);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        end = error.answer;
      }
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }), runs(2_000, 50));
    expect([...ends.keys()].sort()).toEqual(expect.arrayContaining(['damaged', 'size']));
  });

  it('are refused where there are more than a stream may have', () => {
    const set = hevcSet({ width: 64, height: 64, chroma: 1, layers: [] });
    expect(() => streamSize('hevc', hevcConfig([set]), units(Array.from({ length: 32 }, () => set)))).toThrow('work');
    expect(() => streamSize('avc', avcConfig([]), new Uint8Array(80_000))).toThrow('work');
    expect(() => streamSize('av1', Uint8Array.of(0x81, 0, 0, 0), new Uint8Array(40_000).fill(0x12).map((byte, i) => (i % 2 === 0 ? byte : 0)))).toThrow('work');
    expect(() => streamSize('av1', NONE, Uint8Array.of(0x0a, 255, 255, 255, 255, 255, 255, 255, 255))).toThrow('damaged');
    expect(() => streamSize('avc', avcConfig([]), units([OTHER]))).toThrow('damaged');
  });
});
