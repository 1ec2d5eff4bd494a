import { describe, expect, it } from 'vitest';
import { be, box, zeros } from '../../../fixtures/media/containers.ts';
import { joined } from '../../../fixtures/media/edits.ts';
import { engineFile } from '../../../fixtures/media/engine-files.ts';
import { ALPHA, auxC, av1Item, gridItem, hevcItem, ispe, makeStill, withIspe, type StillItem, type StillOptions } from '../../../fixtures/media/heif-file.ts';
import { readStillWhole } from '../../../fixtures/media/read-still-whole.ts';
import { stillFile, type StillFile } from '../../../fixtures/media/still-files.ts';
import { av1Frame, av1Header, av1Unit } from '../../../fixtures/media/stream-headers.ts';

const answerOf = (file: Uint8Array): string => readStillWhole(file).reading.answer;
const sizesOf = (file: Uint8Array): unknown => {
  const { reading } = readStillWhole(file);
  return reading.answer === 'sizes' ? reading.sizes.map(({ width, height }) => [width, height]) : reading.answer;
};

const tiles = (size: readonly [number, number], count: number): readonly StillItem[] => Array.from({ length: count }, (_, n) => av1Item(2 + n, size));
const gridOf = (grid: StillItem, list: readonly StillItem[], more: Partial<StillOptions> = {}): Uint8Array => (
  makeStill({ items: [grid, ...list], references: [['dimg', grid.id, list.map(({ id }) => id)]], ...more }));

describe('the size of an AVIF or HEIC', () => {
  it.each<[StillFile, unknown]>([
    ['half', [[480, 320]]], ['grid', [[128, 64]]], ['turned', [[128, 64]]], ['cut', [[128, 64], [32, 32]]], ['alpha', [[96, 64]]],
    ['moving', [[64, 64], [64, 64], [64, 64]]], ['heic', [[128, 64]]], ['heicOdd', [[70, 50]]], ['heicAlpha', [[96, 64]]],
  ])('is what other encoders made: %s', (name, sizes) => {
    expect(sizesOf(stillFile(name))).toEqual(sizes);
    expect(sizesOf(engineFile('avif'))).toEqual([[48, 32]]);
  });

  it('is read in forms that few encoders write', () => {
    for (const isLong of [false, true]) {
      expect(sizesOf(makeStill({ items: [av1Item(1, [640, 480])], isLong }))).toEqual([[640, 480]]);
      expect(sizesOf(makeStill({ items: [{ ...av1Item(1, [640, 480]), isInside: true }], isLong }))).toEqual([[640, 480]]);
      expect(sizesOf(gridOf(gridItem(1, 2, 3, [1500, 1000]), tiles([512, 512], 6), { isLong }))).toEqual([[1500, 1000]]);
    }
    const item = av1Item(1, [640, 480]);
    const [data = zeros(0)] = item.data;
    expect(sizesOf(makeStill({ items: [{ ...item, data: [data.subarray(0, 5), data.subarray(5)] }] }))).toEqual([[640, 480]]);
    expect(sizesOf(makeStill({ items: [hevcItem(1, [640, 480], [636, 478], [4, 2])], brand: 'heic' }))).toEqual([[636, 478]]);
    // What is beside it is not read: metadata, an overlay that nobody asks for.
    expect(sizesOf(makeStill({ items: [item, { id: 2, type: 'Exif', data: [zeros(9)], properties: [] }, { id: 3, type: 'iovl', data: [zeros(9)], properties: [] }] }))).toEqual([[640, 480]]);
    // A depth has a size of its own.
    expect(sizesOf(makeStill({ items: [item, av1Item(2, [64, 48], [64, 48], [auxC('urn:com:example:depth')])], references: [['auxl', 2, [1]]] }))).toEqual([[640, 480]]);
  });

  it.each<[string, string, Uint8Array]>([
    ['a stream past the caps behind a small word', 'too-big', withIspe(stillFile('big'), [9_500, 9_000], [64, 64])],
    ['a stream larger than is said, which engines would scale down', 'damaged', withIspe(stillFile('half'), [480, 320], [48, 32])],
    ['a stream smaller than is said', 'damaged', withIspe(stillFile('half'), [480, 320], [481, 320])],
    ['a stream of H.265 larger than is said', 'damaged', withIspe(stillFile('heic'), [128, 64], [64, 32])],
    ['a stream of H.265 past the caps', 'too-big', makeStill({ items: [hevcItem(1, [16_000, 16_000], [64, 64])] })],
    ['a window that leaves nothing of it', 'damaged', makeStill({ items: [hevcItem(1, [64, 64], [64, 64], [64, 0])] })],
    ['a tile larger than is said', 'damaged', withIspe(stillFile('grid'), [64, 64], [32, 32])],
    ['tiles that do not cover their grid', 'damaged', gridOf(gridItem(1, 2, 2, [1025, 800]), tiles([512, 512], 4))],
    ['tiles that lie outside of their grid', 'damaged', gridOf(gridItem(1, 2, 2, [512, 800]), tiles([512, 512], 4))],
    ['tiles of two sizes', 'damaged', gridOf(gridItem(1, 1, 2, [1000, 500]), [av1Item(2, [512, 512]), av1Item(3, [512, 600])])],
    ['fewer tiles than its rows and columns', 'damaged', gridOf(gridItem(1, 2, 2, [1000, 1000]), tiles([512, 512], 3))],
    ['a grid of another size than is said', 'damaged', gridOf(gridItem(1, 2, 2, [1000, 1000], [1000, 999]), tiles([512, 512], 4))],
    ['a grid past the caps', 'too-big', gridOf(gridItem(1, 2, 2, [16_000, 16_000], [64, 64]), tiles([8_000, 8_000], 4))],
    ['a grid whose tiles reach far beyond it', 'too-big', gridOf(gridItem(1, 2, 2, [9_000, 7_000]), tiles([8_999, 6_999], 4))],
    ['a grid of grids', 'unsupported', makeStill({ items: [gridItem(1, 1, 1, [64, 64]), gridItem(2, 1, 1, [64, 64]), av1Item(3, [64, 64])], references: [['dimg', 1, [2]], ['dimg', 2, [3]]] })],
    ['a grid without tiles', 'unsupported', makeStill({ items: [gridItem(1, 1, 1, [64, 64])] })],
    ['two words on the tiles of a grid', 'damaged', makeStill({ items: [gridItem(1, 1, 1, [64, 64]), ...tiles([64, 64], 2)], references: [['dimg', 1, [2]], ['dimg', 1, [3]]] })],
    ['an alpha past the caps', 'too-big', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [9_000, 9_000], [64, 64], [auxC(ALPHA)])], references: [['auxl', 2, [1]]] })],
    ['an alpha of another size', 'damaged', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [640, 640], [640, 640], [auxC(ALPHA)])], references: [['auxl', 2, [1]]] })],
    ['an alpha of H.265 of another size', 'damaged', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [640, 640], [640, 640], [auxC('urn:mpeg:hevc:2015:auxid:1')])], references: [['auxl', 2, [1]]] })],
    ['an alpha made of something else', 'unsupported', makeStill({ items: [av1Item(1, [64, 64]), { id: 2, type: 'jpeg', data: [zeros(9)], properties: [ispe(64, 64), auxC(ALPHA)] }], references: [['auxl', 2, [1]]] })],
    ['a picture made of something else', 'unsupported', makeStill({ items: [{ id: 1, type: 'iovl', data: [zeros(9)], properties: [ispe(64, 64)] }] })],
    ['a picture that is not there', 'unsupported', makeStill({ items: [av1Item(1, [64, 64])], primary: 9 })],
    ['a thumbnail past the caps', 'too-big', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [9_000, 9_000], [16, 16])], references: [['thmb', 2, [1]]] })],
    ['two sizes of one picture', 'damaged', makeStill({ items: [av1Item(1, [64, 64], [64, 64], [ispe(640, 640)])] })],
    ['no size', 'damaged', makeStill({ items: [{ ...av1Item(1, [64, 64]), properties: [box('av1C', be(0x81000000, 4))] }] })],
    ['no configuration', 'damaged', makeStill({ items: [{ ...av1Item(1, [64, 64]), properties: [ispe(64, 64)] }] })],
    ['no header in the stream', 'damaged', makeStill({ items: [{ ...av1Item(1, [64, 64]), data: [av1Unit(6, zeros(20), false)] }] })],
    ['no bytes', 'damaged', makeStill({ items: [{ ...av1Item(1, [64, 64]), data: [] }] })],
    ['two items of one number', 'damaged', makeStill({ items: [av1Item(1, [64, 64]), av1Item(1, [640, 640])] })],
    ['two lists of items', 'damaged', makeStill({ items: [av1Item(1, [64, 64])], more: [box('iinf', zeros(6))] })],
    ['two sets of items', 'damaged', makeStill({ items: [av1Item(1, [64, 64])], after: [box('meta', zeros(4))] })],
    ['an end within its bytes', 'cut', makeStill({ items: [av1Item(1, [64, 64])] }).subarray(0, -5)],
  ])('is not believed: %s', (_name, answer, file) => {
    expect(answerOf(file)).toBe(answer);
  });

  it('is not believed where a frame has a size of its own', () => {
    const how = { width: 64, height: 64, isReduced: false, ticks: undefined, delayBits: undefined, hasDisplayDelay: false, levels: [5] };
    const still = (hasOwnSize: boolean): Uint8Array => makeStill({ items: [{
      ...av1Item(1, [64, 64]), data: [joined(av1Unit(1, av1Header(how), false), av1Unit(6, av1Frame(how, { type: 0, isShown: true, hasOwnSize, hasTools: false }), false))],
    }] });
    expect(sizesOf(still(false))).toEqual([[64, 64]]);
    expect(answerOf(still(true))).toBe('unsupported');
  });

  it('is that of the tracks too, where it moves', () => {
    const moving = stillFile('moving');
    const trak = Buffer.from(moving).indexOf('tkhd');
    const entry = Buffer.from(moving).indexOf('av01', trak);
    const patched = (at: number, bytes: Uint8Array): Uint8Array => {
      const out = Uint8Array.from(moving);
      out.set(bytes, at);
      return out;
    };
    const isLong = moving[trak + 4] === 1;
    const sides = trak + 4 + (isLong ? 88 : 76);
    expect(sizesOf(patched(sides, joined(be(64 * 65_536, 4), be(64 * 65_536, 4))))).toEqual([[64, 64], [64, 64], [64, 64]]);
    expect(answerOf(patched(sides, joined(be(32 * 65_536, 4), be(32 * 65_536, 4))))).toBe('damaged');
    expect(answerOf(patched(entry + 4 + 24, joined(be(32, 2), be(32, 2))))).toBe('damaged');
  });

  it('asks for each byte of a picture once, and for nothing that no item has', () => {
    const gap = box('free', zeros(5_000_000));
    const { reading, asked } = readStillWhole(makeStill({ items: [av1Item(1, [640, 480])], after: [gap] }));
    expect(reading.answer).toBe('sizes');
    expect(asked.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(60_000);
  });

  it('gives up on a file whose items all have the same bytes', () => {
    const item = av1Item(1, [64, 64]);
    const long = joined(...item.data, av1Unit(15, zeros(1_000_000), false));
    const items = Array.from({ length: 90 }, (_, n) => ({ ...av1Item(1 + n, [64, 64]), properties: item.properties, data: n === 0 ? [long] : [] }));
    const file = makeStill({ items });
    // Every place is the first one's.
    const iloc = Buffer.from(file).indexOf('iloc');
    const out = Uint8Array.from(file);
    const first = file.subarray(iloc + 12 + 2, iloc + 12 + 14);
    expect(answerOf(file)).toBe('damaged');
    let at = iloc + 12;
    const entries = joined(...items.map(({ id }) => joined(be(id, 2), first)));
    expect(entries.length).toBe(90 * 14);
    const grown = joined(out.subarray(0, at), entries, out.subarray(at + 14 + 89 * 6));
    const more = entries.length - 14 - 89 * 6;
    const view = new DataView(grown.buffer);
    view.setUint32(iloc - 4, view.getUint32(iloc - 4) + more);
    at = Buffer.from(file).indexOf('meta');
    view.setUint32(at - 4, view.getUint32(at - 4) + more);
    for (let n = 0; n < 90; n++) view.setUint32(iloc + 12 + n * 14 + 6, view.getUint32(iloc + 12 + n * 14 + 6) + more);
    expect(answerOf(grown)).toBe('work');
  });
});
