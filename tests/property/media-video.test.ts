import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDEX_BYTES_MAX, PIXELS_MAX, SAMPLE_BYTES_MAX, SIDE_MAX } from '../../src/media/video/video-sample.ts';
import { hostileVideos } from '../fixtures/media/hostile.ts';
import { makeVideoMp4, soundTrack, vp8Frame } from '../fixtures/media/mp4-file.ts';
import { makeFragmentedMp4, NOT_SYNC, type Run } from '../fixtures/media/mp4-fragments.ts';
import { readWhole } from '../fixtures/media/videos.ts';
import { makeVideoWebm, type Block } from '../fixtures/media/webm-file.ts';
import { runs } from './runs.ts';

const bytes = fc.integer({ min: 10, max: 90 });
const isSame = (a: Uint8Array, b: Uint8Array = new Uint8Array(0)): boolean => Buffer.compare(a, b) === 0;
const sizes = fc.array(bytes, { minLength: 1, maxLength: 5 });

describe('the reader of MP4', () => {
  it('finds the first sample that stands by itself, however samples lie in chunks', () => {
    fc.assert(fc.property(
      fc.oneof(fc.array(sizes, { minLength: 1, maxLength: 9 }), fc.array(fc.array(fc.constant(33), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 9 })),
      fc.option(fc.nat(), { nil: undefined }), fc.boolean(), fc.boolean(), fc.nat(50), fc.boolean(),
      (chunks, sync, long, indexFirst, gap, before) => {
        const count = chunks.flat().length;
        const first = sync === undefined ? 0 : sync % count;
        const made = makeVideoMp4({
          chunks, long, indexFirst, gap, uniform: new Set(chunks.flat()).size === 1, ...(before ? { before: [soundTrack] } : {}),
          ...(sync === undefined ? {} : { sync: [first + 1, first + 3] }),
        });
        const sample = made.samples[first];
        const { reading } = readWhole('mp4', made.file);
        expect(reading).toMatchObject({ answer: 'sample', codec: 'vp8', width: 64, height: 48, sample });
        expect((reading as { bytes?: Uint8Array }).bytes).toEqual(vp8Frame(64, 48, chunks.flat()[first], first + 1));
      },
    ), runs(300));
  });

  it('finds it in fragments, whoever says how large samples are and which stand by themselves', () => {
    const run: fc.Arbitrary<Run> = fc.record({
      sizes: fc.array(bytes, { maxLength: 4 }), sync: fc.array(fc.nat(4), { maxLength: 2 }), flags: fc.constantFrom('each', 'first', 'none'), hasOffset: fc.constant(true),
    });
    // Runs behind one another need no offset; the first one of a track begins where its fragment does, and there is no data.
    const fragment = fc.array(run, { minLength: 1, maxLength: 3 }).map((list) => list.map((one, i) => ({ ...one, hasOffset: i === 0 || one.sizes.length % 2 === 0 })));
    const uniform = fc.constantFrom('head', 'track').map((size) => [[{ sizes: [44, 44, 44], sync: [2], size }] as Run[]]);
    fc.assert(fc.property(
      fc.oneof(fc.array(fragment, { minLength: 1, maxLength: 3 }), uniform), fc.constantFrom('fragment', 'place'), fc.constantFrom(0, NOT_SYNC), fc.boolean(),
      (fragments, base, defaultFlags, otherFirst) => {
        const made = makeFragmentedMp4({ fragments, base, defaultFlags, otherFirst });
        const first = fragments.flat().flatMap(({ sizes: list, sync = [], flags = 'each' }) => list.map((_, i) => (
          flags === 'each' || (flags === 'first' && i === 0) ? sync.includes(i) : defaultFlags === 0
        ))).indexOf(true);
        const { reading } = readWhole('mp4', made.file);
        if (first < 0) expect(reading).toEqual({ answer: 'cut' });
        else expect(reading).toMatchObject({ answer: 'sample', sample: made.samples[first] });
      },
    ), runs(300));
  });
});

describe('the reader of WebM', () => {
  it('finds the first key frame of the picture\'s track, in any form of block, size or cluster', () => {
    const block: fc.Arbitrary<Block> = fc.record({ track: fc.constantFrom(1, 2, 2), bytes: fc.oneof(bytes, fc.constant(20_000)), isKey: fc.boolean(), isGroup: fc.boolean() });
    fc.assert(fc.property(fc.array(fc.array(block, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (clusters, isLive) => {
      const made = makeVideoWebm({ clusters, isLive });
      const first = clusters.flat().findIndex(({ track, isKey }) => track === 2 && isKey);
      const { reading } = readWhole('webm', made.file);
      expect(reading.answer).toBe(first < 0 ? 'cut' : 'sample');
      if (reading.answer === 'sample') expect(isSame(reading.bytes, made.pictures[first])).toBe(true);
    }), runs(200));
  });
});

describe('the readers of videos', () => {
  it('end every hostile file with an answer, within what they may ask for, and let nothing past the caps', () => {
    const answers = new Map<string, number>();
    fc.assert(fc.property(hostileVideos, ([kind, file]) => {
      const { reading, asked } = readWhole(kind, file);
      for (const [from, to] of asked) expect(0 <= from && from < to && to <= file.length).toBe(true);
      expect(asked.length).toBeLessThanOrEqual(INDEX_BYTES_MAX / 16_384 + 1);
      if (reading.answer === 'sample') {
        const { codec, width, height, rotation, sample: { from, to }, bytes: picture, description } = reading;
        expect(codec).toMatch(/^(vp8|vp09(\.\d\d+){3}|avc[13]\.[0-9A-F]{6}|h(vc|ev)1\.[ABC]?\d+\.[0-9A-F]+\.[LH]\d+(\.[0-9A-F]+)*|av01\.\d\.\d\d[MH]\.\d\d)$/u);
        expect(Math.min(width, height)).toBeGreaterThan(0);
        expect(Math.max(width, height)).toBeLessThanOrEqual(SIDE_MAX);
        expect(width * height).toBeLessThanOrEqual(PIXELS_MAX);
        expect([0, 90, 180, 270]).toContain(rotation);
        expect(isSame(picture, file.subarray(from, to))).toBe(true);
        expect(picture.length).toBeLessThanOrEqual(SAMPLE_BYTES_MAX);
        expect(description === undefined).toBe(!/^(avc|h)/u.test(codec));
      }
      answers.set(reading.answer, (answers.get(reading.answer) ?? 0) + 1);
    }), runs(2_000, 50));
    // The edits reach every way out but `work`, which takes a file made for it (tests/unit/media/video).
    for (const name of ['sample', 'cut', 'damaged', 'unsupported', 'too-big']) expect(answers.get(name) ?? 0, name).toBeGreaterThan(3);
  });
});
