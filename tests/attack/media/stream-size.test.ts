import { expect, it } from 'vitest';
import { coverFile, type Decode } from '../../../src/worker/cover-file.ts';
import { ALPHA, auxC, av1Item, gridItem, hevcItem, makeStill, withIspe } from '../../fixtures/media/heif-file.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { stillFile } from '../../fixtures/media/still-files.ts';

/**
 * A picture whose container says a small size over a large stream: engines decode the stream, past every cap, and scale it down to what the
 * container says, by their own downscale, which a picture can be made to fool.
 */
const kernel = makeImageKernel('scalar');

/** As Chromium and WebKit do it: whatever the stream is, a picture of the size in the file. */
const obliging = (asked: string[]): Decode => async (_, { kind, width, height }) => {
  asked.push(kind);
  return { width, height, bands: [new Uint8ClampedArray(width * height * 4).fill(255)], close: () => undefined };
};

it.each<[string, Uint8Array]>([
  ['85 megapixels in 950 bytes, for 64 × 64', withIspe(stillFile('big'), [9_500, 9_000], [64, 64])],
  ['480 × 320 for 48 × 32', withIspe(stillFile('half'), [480, 320], [48, 32])],
  ['H.265 of 128 × 64 for 64 × 32', withIspe(stillFile('heic'), [128, 64], [64, 32])],
  ['a tile of 64 × 64 for 32 × 32', withIspe(stillFile('grid'), [64, 64], [32, 32])],
  ['a grid of large tiles', makeStill({ items: [gridItem(1, 1, 2, [100, 60]), av1Item(2, [9_000, 9_000], [50, 60]), av1Item(3, [50, 60])], references: [['dimg', 1, [2, 3]]] })],
  ['a second size for readers that take the last', makeStill({ items: [av1Item(1, [640, 480], [640, 480], av1Item(9, [64, 48]).properties.slice(0, 1))] })],
  ['a large alpha', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [9_000, 9_000], [64, 64], [auxC(ALPHA)])], references: [['auxl', 2, [1]]] })],
  ['H.265 that a window makes small, and is past the caps', makeStill({ items: [hevcItem(1, [16_000, 16_000], [64, 64], [15_936, 15_936])] })],
  ['what moves, of another size than its items', withIspe(stillFile('moving'), [64, 64], [32, 32])],
])('no decoder sees %s', async (_name, file) => {
  const asked: string[] = [];
  const decode = obliging(asked);
  const { state, why } = await coverFile(kernel, { file: new Blob([Uint8Array.from(file)]), cells: 16 }, { picture: decode, video: decode });
  expect(state).toBe('neutral');
  expect(['damaged', 'too-big']).toContain(why);
  expect(asked).toEqual([]);
});
