import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMp4, makePng } from '../fixtures/media/containers.ts';
import { joined } from '../fixtures/media/edits.ts';
import { engineFile } from '../fixtures/media/engine-files.ts';
import { ALPHA, auxC, av1Item, makeStill, withIspe } from '../fixtures/media/heif-file.ts';
import { stillFile } from '../fixtures/media/still-files.ts';
import { gifOf } from '../fixtures/media/gif.ts';
import { makeJpeg, SAMPLINGS, type Sampling } from '../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../fixtures/media/kernels.ts';
import { LIBJPEG_FILES, libjpegFile } from '../fixtures/media/libjpeg-files.ts';
import { grainy, rgbaOf, slopes } from '../fixtures/media/pixels.ts';
import { blackPng, pngOf } from '../fixtures/media/png.ts';
import { attack, plain, SIDE } from '../fixtures/media/scaling-attack.ts';
import type { Picture } from '../../src/media/image-head.ts';
import { pngChunk } from '../../src/node/cli/png-file.ts';
import { coverAll, openSafety, type SeenCover } from './covers-page.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

const kernel = makeImageKernel('scalar');
const sha256 = (bytes: Uint8ClampedArray): string => createHash('sha256').update(bytes).digest('hex');

function gridOf(file: Uint8Array, cells = 16): Picture {
  if (kernel.readFile(file, cells).answer !== 'grid') throw new Error('no grid');
  return kernel.cover();
}

function meanOf(width: number, height: number, rgba: Uint8ClampedArray): Picture {
  kernel.mean(width, height, [rgba]);
  return kernel.cover();
}

function same(seen: SeenCover | undefined, picture: Picture, width: number, height: number): void {
  expect({ ...seen, dots: [] }).toEqual({
    id: seen?.id, state: 'picture', why: undefined, width, height, digest: sha256(picture.data), size: [picture.width, picture.height], dots: [],
  });
}

const SIZE = [70, 50] as const;
const JPEGS = [
  ...(Object.keys(SAMPLINGS) as Sampling[]).map((sampling) => ({ sampling })), { progressive: 1 }, { restart: 3 },
].map((more) => makeJpeg({ width: 70, height: 50, ...more }, grainy(...SIZE, 3)));
const TURNED = Array.from({ length: 8 }, (_, n) => makeJpeg({ width: 70, height: 50, orientation: n + 1 }, slopes(...SIZE)));

const jpeg = makeJpeg({ width: 70, height: 50 }, slopes(...SIZE));
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
/** Decoded for 2,000 to 8,000 ms and 1 GB by engines, were they asked: 31 kB. */
const HOSTILE: readonly (readonly [string, string, Uint8Array])[] = [
  ['a PNG of 16,000 × 16,000', 'too-big', blackPng(16_000, 16_000)],
  ['a PNG of 1,001 frames', 'too-big', makePng(9, 9, 1_001)],
  ['a PNG whose picture is larger than its first header says', 'damaged', joined(blackPng(9, 9).subarray(0, 33), blackPng(900, 900).subarray(8))],
  ['a PNG without anything to decode', 'undecodable', makePng(300, 200)],
  ['an AVIF of 85 megapixels that says it is 64 × 64', 'too-big', withIspe(stillFile('big'), [9_500, 9_000], [64, 64])],
  ['an AVIF that says it is smaller, for the engine to scale it', 'damaged', withIspe(stillFile('half'), [480, 320], [48, 32])],
  ['an AVIF with a tile that says it is smaller', 'damaged', withIspe(stillFile('grid'), [64, 64], [32, 32])],
  ['an AVIF that moves, and says it is smaller', 'damaged', withIspe(stillFile('moving'), [64, 64], [32, 32])],
  ['an AVIF with an alpha past the caps', 'too-big', makeStill({ items: [av1Item(1, [64, 64]), av1Item(2, [9_000, 9_000], [64, 64], [auxC(ALPHA)])], references: [['auxl', 2, [1]]] })],
  ['a HEIC that says it is smaller', 'damaged', withIspe(stillFile('heic'), [128, 64], [64, 32])],
  ['a JPEG that ends before its scan', 'damaged', jpeg.subarray(0, 200)],
  ['an SVG', 'no-picture', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/leak/svg"/></svg>')],
  ['a page', 'no-picture', text('<!doctype html><img src="/leak/page">')],
  ['a PDF', 'no-picture', text('%PDF-1.7 and then much more of it, with a /URI (/leak/pdf)')],
  ['nothing', 'no-picture', new Uint8Array(0)],
  ['a video without a frame', 'undecodable', makeMp4(['isom', 'avc1'])],
];

/** A PNG with a chunk that readers step over, between its header and its rows. */
const parted = ((png) => joined(png.subarray(0, 33), pngChunk('prVt', Buffer.alloc(6_000_000)), png.subarray(33)))(pngOf(...SIZE, rgbaOf(...SIZE, slopes(...SIZE))));

/** In the middle of each sixteenth, as covers-page.ts looks at them. */
function dotsOf({ width, height, data }: Picture): readonly (readonly number[])[] {
  return Array.from({ length: 256 }, (_, n) => {
    const at = (Math.floor((Math.floor(n / 16) + 0.5) / 16 * height) * width + Math.floor((n % 16 + 0.5) / 16 * width)) * 4;
    return [...data.slice(at, at + 3)];
  });
}

function farthest(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number {
  return Math.max(...one.flatMap((dot, n) => dot.map((level, i) => Math.abs(level - (other[n]?.[i] ?? -999)))));
}

let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

describeEngines('covers', (engine) => {
  describe.each([['/exact/', 'header'], ['/none/', 'frame']] as const)('from %s, the %s form', (assets, form) => {
    let page: Page;
    beforeAll(async () => {
      page = await engine.open(`${server.origin}/`);
      expect(await openSafety(page, assets)).toBe(form);
    });

    it('of JPEGs are the same bytes everywhere', async () => {
      const seen = await coverAll(page, JPEGS);
      JPEGS.forEach((file, n) => { same(seen[n], gridOf(file), 70, 50); });
      const others = LIBJPEG_FILES.map(libjpegFile);
      (await coverAll(page, others)).forEach((cover, n) => { same(cover, gridOf(others[n] as Uint8Array), 256, 192); });
      const soft = await coverAll(page, JPEGS.slice(0, 1), { cells: 24 });
      same(soft[0], gridOf(JPEGS[0] as Uint8Array, 24), 70, 50);
    });

    it('of JPEGs are turned as EXIF says', async () => {
      const seen = await coverAll(page, TURNED);
      TURNED.forEach((file, n) => { same(seen[n], gridOf(file), n < 4 ? 70 : 50, n < 4 ? 50 : 70); });
      expect(new Set(seen.map(({ digest }) => digest)).size).toBe(8);
    });

    it('of PNG, GIF and lossless WebP are the exact mean of their pixels, of the first frame', async () => {
      const pixels = rgbaOf(...SIZE, grainy(...SIZE, 5));
      const wide = rgbaOf(2_100, 700, slopes(2_100, 700));
      const greys = Array.from({ length: 256 }, (_, n) => [n, 255 - n, n >> 1] as const);
      const ramp = (x: number, y: number): number => (x * 3 + y) & 255;
      const gif = gifOf(70, 50, greys, [ramp, (x, y) => 255 - ramp(x, y)]);
      const first = rgbaOf(70, 50, (x, y) => greys[ramp(x, y)] ?? [0, 0, 0]);
      const seen = await coverAll(page, [pngOf(...SIZE, pixels), pngOf(2_100, 700, wide), gif, engineFile('webpLossless'), engineFile('webpAnimated')]);
      same(seen[0], meanOf(...SIZE, pixels), ...SIZE);
      same(seen[1], meanOf(2_100, 700, wide), 2_100, 700);
      same(seen[2], meanOf(70, 50, first), 70, 50);
      same(seen[3], meanOf(48, 32, rgbaOf(48, 32, slopes(48, 32))), 48, 32);
      same(seen[4], meanOf(16, 16, rgbaOf(16, 16, () => [220, 0, 20])), 16, 16);
    });

    it('come where a file has megabytes between its parts that are not asked for', async () => {
      const [seen] = await coverAll(page, [parted]);
      same(seen, meanOf(...SIZE, rgbaOf(...SIZE, slopes(...SIZE))), ...SIZE);
    });

    it('of what engines decode each in their way are near to the picture', async () => {
      const seen = await coverAll(page, [engineFile('webpLossy'), engineFile('avif')]);
      const honest = await coverAll(page, [engineFile('webpLossless')]);
      for (const cover of seen) {
        expect(cover).toMatchObject({ state: 'picture', width: 48, height: 32 });
        expect(farthest(cover.dots, honest[0]?.dots ?? [])).toBeLessThan(16);
      }
    });

    it('of AVIF are of the whole picture: of one stream, of tiles, turned, cut, with an alpha, moving', async () => {
      // Firefox (153) reads neither grids nor apertures, WebKitGTK (2.50) turns nothing; none of them may scale.
      const [half, moving, alpha, turned, grid, cut] = await coverAll(page, (['half', 'moving', 'alpha', 'turned', 'grid', 'cut'] as const).map(stillFile));
      for (const cover of [half, moving, alpha, turned]) expect(cover?.state).toBe('picture');
      for (const cover of [grid, cut]) expect(cover?.why).toBe(engine.name === 'firefox' ? 'undecodable' : undefined);
      const sizes = [half, moving, alpha, turned, grid, cut].map((cover) => [cover?.width, cover?.height]);
      expect(sizes).toEqual([[480, 320], [64, 64], [96, 64], expect.toBeOneOf([[64, 128], [128, 64]]), [128, 64], expect.toBeOneOf([[32, 32], [128, 64]])]);
      // Red on the left, blue on the right; of what moves, the first.
      for (const dot of [0, 15]) expect(half?.dots[dot]?.[dot === 0 ? 0 : 2]).toBeGreaterThan(150);
      expect(moving?.dots[0]?.[0]).toBeGreaterThan(150);
    });

    it('of HEIC are of the whole picture, where the engine has a decoder', async () => {
      for (const { state, why, width, height } of await coverAll(page, [stillFile('heic'), stillFile('heicOdd'), stillFile('heicAlpha')])) {
        expect(why === 'undecodable' || state === 'picture', why).toBe(true);
        expect([[128, 64], [70, 50], [96, 64]]).toContainEqual([width, height]);
      }
    });

    it('of a JPEG of four colours are the engine’s, turned once', async () => {
      const [cover] = await coverAll(page, [engineFile('cmykTurned')]);
      expect(cover).toMatchObject({ state: 'picture', width: 32, height: 48, size: [213, 320] });
      // A quarter to the right: red grew to the right, and now grows downwards; green grew downwards, and now to the left.
      const [topLeft = [], topRight = [], bottomLeft = [], bottomRight = []] = [0, 15, 240, 255].map((dot) => cover?.dots[dot] ?? []);
      expect(bottomLeft[0]).toBeGreaterThan((topLeft[0] ?? 0) + 50);
      expect(topLeft[1]).toBeGreaterThan((topRight[1] ?? 0) + 50);
      expect(bottomLeft[1]).toBeGreaterThan((bottomRight[1] ?? 0) + 50);
    });

    it('hold nothing of what is transparent, whatever colour it has', async () => {
      const clear = new Uint8ClampedArray(64 * 64 * 4).map((_, i) => ((i & 3) === 3 ? 0 : (i * 37) & 255));
      const half = rgbaOf(...SIZE, grainy(...SIZE, 7)).map((level, i) => ((i & 3) === 3 ? (i >> 2) % 70 * 3 : level));
      const seen = await coverAll(page, [pngOf(64, 64, clear), pngOf(...SIZE, half)]);
      same(seen[0], meanOf(64, 64, new Uint8ClampedArray(64 * 64 * 4).fill(255)), 64, 64);
      const wanted = dotsOf(meanOf(...SIZE, half));
      expect(seen[1]?.state).toBe('picture');
      // Engines keep premultiplied levels of 8 bits, so faint pixels are told to them roughly.
      expect(farthest(seen[1]?.dots ?? [], wanted)).toBeLessThanOrEqual(3);
    });

    it('are not fooled by a picture made to look different when it is made small', async () => {
      const [cover] = await coverAll(page, [pngOf(SIDE, SIDE, rgbaOf(SIDE, SIDE, attack))]);
      same(cover, meanOf(SIDE, SIDE, rgbaOf(SIDE, SIDE, attack)), SIDE, SIDE);
      expect(farthest(cover?.dots ?? [], dotsOf(meanOf(SIDE, SIDE, rgbaOf(SIDE, SIDE, (x) => [plain(x), plain(x), plain(x)]))))).toBeLessThanOrEqual(2);
    });

    it('go by the bytes of a file, not by what the sender calls it', async () => {
      const pixels = rgbaOf(...SIZE, grainy(...SIZE, 5));
      const [called] = await coverAll(page, [pngOf(...SIZE, pixels)], { kind: 'video' }, 'image/svg+xml');
      same(called, meanOf(...SIZE, pixels), ...SIZE);
    });

    it.each(HOSTILE)('there is none of %s: %s', async (_name, why, file) => {
      expect(await coverAll(page, [file])).toEqual([{ id: 'f0', state: 'neutral', why, width: expect.any(Number) as number, height: expect.any(Number) as number, digest: '', size: [], dots: [] }]);
    });
  });
});
