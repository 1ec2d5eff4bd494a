import { describe, expect, it } from 'vitest';
import { ascii, be, box, zeros } from '../../../fixtures/media/containers.ts';
import { joined } from '../../../fixtures/media/edits.ts';
import { makeFragmentedMp4 } from '../../../fixtures/media/mp4-fragments.ts';
import { makeVideoMp4, soundTrack, vp8Frame, type Mp4Options } from '../../../fixtures/media/mp4-file.ts';
import { kindOf, PROBED, readWhole, videoFile } from '../../../fixtures/media/videos.ts';
import { element, makeVideoWebm, type WebmOptions } from '../../../fixtures/media/webm-file.ts';

const mp4 = (options: Mp4Options): Uint8Array => makeVideoMp4(options).file;
const webm = (options: WebmOptions): Uint8Array => makeVideoWebm(options).file;

/** With four bytes after a box's type and `skip` more written over. */
function patched(file: Uint8Array, type: string, skip: number, value: ArrayLike<number>): Uint8Array {
  const out = file.slice();
  out.set(value, Buffer.from(file).indexOf(type) + 4 + skip);
  return out;
}

const key = { track: 2, bytes: 40, isKey: true } as const;
const FRAGMENT = { fragments: [[{ sizes: [40, 30], sync: [0] }]] } as const;

const MP4: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing but a head', box('ftyp', ascii('isom'), zeros(4)), 'cut'],
  ['less than a head', Uint8Array.of(0, 0, 0), 'cut'],
  ['a box shorter than its head', joined(box('ftyp', zeros(8)), be(7, 4), ascii('free')), 'damaged'],
  ['a long box shorter than its head', joined(box('ftyp', zeros(8)), be(1, 4), ascii('free'), be(15, 8)), 'damaged'],
  ['a box longer than the one around it', patched(mp4({}), 'mdia', -8, [0, 0x7f]), 'damaged'],
  ['no track', joined(box('ftyp', zeros(8)), box('moov', box('mvhd', zeros(100)))), 'unsupported'],
  ['sound alone', joined(box('ftyp', zeros(8)), box('moov', soundTrack)), 'unsupported'],
  ['an encrypted track', mp4({ entry: 'encv' }), 'unsupported'],
  ['a codec that is not known', mp4({ entry: 'mp4v' }), 'unsupported'],
  ['no configuration', patched(mp4({}), 'vpcC', -4, ascii('free')), 'damaged'],
  ['a configuration of 65,537 bytes', mp4({ config: zeros(65_537) }), 'too-big'],
  ['an H.264 configuration of six bytes', mp4({ entry: 'avc1', config: zeros(6) }), 'damaged'],
  ['no table of sizes', patched(mp4({}), 'stsz', -4, ascii('stz2')), 'unsupported'],
  ['no sample and no fragments', mp4({ chunks: [] }), 'unsupported'],
  ['no sample that stands by itself', mp4({ sync: [] }), 'unsupported'],
  ['a sync sample 0', mp4({ sync: [0] }), 'damaged'],
  ['a sync sample that is not there', mp4({ sync: [2] }), 'damaged'],
  ['more sizes than the table holds', patched(mp4({}), 'stsz', 8, [0, 0, 0, 2]), 'damaged'],
  ['as many sizes as 32 bits can say', patched(mp4({}), 'stsz', 8, [255, 255, 255, 255]), 'damaged'],
  ['a chunk that is not there', patched(mp4({}), 'stsc', 8, [0, 0, 0, 2]), 'damaged'],
  ['a chunk 0', patched(mp4({}), 'stsc', 8, [0, 0, 0, 0]), 'damaged'],
  ['a chunk without samples', patched(mp4({}), 'stsc', 12, [0, 0, 0, 0]), 'damaged'],
  ['no chunks', patched(mp4({}), 'stco', -4, ascii('free')), 'damaged'],
  ['a picture past the end', patched(mp4({}), 'stco', 8, [0x7f]), 'cut'],
  ['a picture without bytes', mp4({ chunks: [[0]] }), 'damaged'],
  ['a picture of 8 MB and a byte', mp4({ chunks: [[8_388_609]] }), 'too-big'],
  ['an entry 16,385 pixels wide', mp4({ width: 16_385 }), 'too-big'],
  ['an entry of 64,008,000 pixels', mp4({ width: 8_001, height: 8_000 }), 'too-big'],
  ['an entry without pixels', mp4({ width: 0 }), 'damaged'],
  ['a stream larger than its container says', mp4({ picture: vp8Frame(16_000, 16_000) }), 'too-big'],
  ['a picture that needs others', mp4({ picture: vp8Frame(64, 48).map((byte, i) => (i === 0 ? byte | 1 : byte)) }), 'damaged'],
  ['a fragment without defaults for its track', patched(makeFragmentedMp4(FRAGMENT).file, 'mvex', 16 + 8 + 8 + 24 + 4, be(9, 4)), 'damaged'],
  ['a fragment track behind another one, from nowhere', makeFragmentedMp4({ ...FRAGMENT, base: 'neither', otherFirst: true }).file, 'unsupported'],
  ['fragments without a picture that stands by itself', makeFragmentedMp4({ fragments: [[{ sizes: [40] }]] }).file, 'cut'],
  ['a run before the file', patched(makeFragmentedMp4(FRAGMENT).file, 'trun', 8, be(0x8000_0000, 4)), 'damaged'],
  ['a run longer than its box', patched(makeFragmentedMp4({ fragments: [[{ sizes: [40] }]] }).file, 'trun', 4, be(3, 4)), 'damaged'],
  ['a run of as many samples as 32 bits can say, none with an entry', patched(patched(makeFragmentedMp4({ fragments: [[{ sizes: [40] }]] }).file, 'trun', 0, be(0, 4)), 'trun', 4, be(0xffff_ffff, 4)), 'work'],
];

const WEBM: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing but a head', webm({}).subarray(0, 24), 'cut'],
  ['sound alone', webm({ codec: 'V_THEORA' }), 'unsupported'],
  ['a codec with an endless name', webm({ codec: 'V'.repeat(99) }), 'unsupported'],
  ['compressed blocks', webm({ extra: [element(0x6d80, zeros(3))] }), 'unsupported'],
  ['a number of nine bytes', webm({ extra: [element(0xd7, zeros(9))] }).map((byte, i, all) => (byte === 0xd7 && all[i + 1] === 0x81 && all[i + 2] === 2 ? 0xd6 : byte)), 'damaged'],
  ['an inner element without a size', webm({ extra: [Uint8Array.of(0xec, 0xff)] }), 'damaged'],
  ['an element longer than the one around it', webm({ extra: [Uint8Array.of(0xec, 0x40, 0xff)] }), 'damaged'],
  ['an id of five bytes', joined(webm({}).subarray(0, 24), Uint8Array.of(8, 0, 0, 0, 0, 0x80), zeros(9)), 'damaged'],
  ['a configuration of 65,537 bytes', webm({ codec: 'V_AV1', config: zeros(65_537) }), 'too-big'],
  ['AV1 without a configuration', webm({ codec: 'V_AV1' }), 'damaged'],
  ['H.264 without a configuration', webm({ codec: 'V_MPEG4/ISO/AVC' }), 'damaged'],
  ['laced pictures', webm({ clusters: [[{ ...key, lacing: 2 }]] }), 'unsupported'],
  ['no key frame', webm({ clusters: [[{ ...key, isKey: false }], [{ ...key, isKey: false, isGroup: true }]] }), 'cut'],
  ['another track alone', webm({ clusters: [[{ ...key, track: 1 }]] }), 'cut'],
  ['a picture past the end', webm({}).slice(0, -5), 'cut'],
  ['a picture of 8 MB and a byte', webm({ clusters: [[{ ...key, bytes: 8_388_609 }]] }), 'too-big'],
  ['an entry without pixels', webm({ height: 0 }), 'damaged'],
  ['a stream larger than its container says', webm({ picture: vp8Frame(16_383, 16_383) }), 'too-big'],
];

const ANY_LENGTH = ['avc-fragmented.mp4', 'hevc.mp4', 'av1.mp4', 'vp9-live.webm', 'av1.webm'];

/** Of every length that the file could have been cut to, the answer: 'cut', and from some length on the picture. */
function everyBeginning(name: string): void {
  const file = videoFile(name);
  const answers = Array.from({ length: file.length }, (_, bytes) => readWhole(kindOf(name), file.subarray(0, bytes)).reading.answer);
  const enough = answers.indexOf('sample');
  expect(enough).toBeGreaterThanOrEqual((PROBED[name]?.at ?? 0) + (PROBED[name]?.bytes ?? 0));
  expect(new Set(answers.slice(0, enough))).toEqual(new Set(['cut']));
  expect(new Set(answers.slice(enough))).toEqual(new Set(['sample']));
}

describe('the reader of MP4', () => {
  it.each(MP4)('answers %s', (_name, file, answer) => {
    expect(readWhole('mp4', file).reading).toEqual({ answer });
  });

});

describe('the reader of videos', () => {
  it.each(ANY_LENGTH)('waits in %s for all that it needs, and for no more', everyBeginning);
});

describe('the reader of WebM', () => {
  it.each(WEBM)('answers %s', (_name, file, answer) => {
    expect(readWhole('webm', file).reading).toEqual({ answer });
  });

});
