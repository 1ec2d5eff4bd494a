import { join } from 'node:path';
import fc from 'fast-check';
import { ImageKernel } from '../../src/media/image-kernel.ts';
import type * as Hostile from '../fixtures/media/hostile.ts';
import { hostileContainers, hostileJpegs, windows } from '../fixtures/media/hostile.ts';
import type * as StillWhole from '../fixtures/media/read-still-whole.ts';
import type * as Videos from '../fixtures/media/videos.ts';
import { markedKernel } from './kernel-ways.ts';
import { markedCopy } from './typescript-ways.ts';
import { missedOf, shareTaken, type Ways } from './ways.ts';

/**
 * `npm run branches`: of all ways that conditions of the decoders can go, how many are taken by hostile files, 2,000 of each kind
 * (`FC_RUNS`), the same ones in every run (`FC_SEED`). Ends with 1 where it is less than nine tenths of one of them. `-- --missed` lists
 * the others. About a minute.
 */
const LEAST = 0.9;
const ROOT = join(import.meta.dirname, '../..');
const HOW = { numRuns: Number(process.env['FC_RUNS'] ?? 2_000), seed: Number(process.env['FC_SEED'] ?? 20_261_122) };

async function kernelWays(): Promise<readonly Ways[]> {
  const marked = await markedKernel(ROOT);
  const kernel = new ImageKernel(marked.bytes);
  const read = (file: Uint8Array, window?: number): void => {
    if (kernel.readFile(file, 16, window).answer === 'grid') kernel.cover();
    kernel.wipe();
  };
  fc.assert(fc.property(hostileJpegs, windows, read), HOW);
  fc.assert(fc.property(hostileContainers, fc.constantFrom(64, 100, 131_072), read), HOW);
  // Decoded pixels are hostile too: any size, and as transparent as a sender likes.
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(fc.property(side, side, fc.integer({ min: 1, max: 32 }), fc.constantFrom(0, 255, undefined), fc.nat(), (width, height, cells, alpha, seed) => {
    const pixels = Uint8Array.from({ length: width * height * 4 }, (_, i) => ((i & 3) === 3 ? alpha ?? (i * 31 + seed) & 255 : (i * seed) & 255));
    if (kernel.mean(width, height, [pixels], [255, 255, 255], cells) === 'grid') kernel.cover();
  }), { ...HOW, numRuns: Math.ceil(HOW.numRuns / 10) });
  return marked.ways(kernel.exports);
}

async function readerWays(): Promise<readonly (readonly [string, readonly Ways[]])[]> {
  const folders = ['src/media/video', 'src/media/still'] as const;
  const copy = markedCopy(ROOT, join(ROOT, '.cache/branches'), ['src/contract', 'src/media', 'tests/fixtures/media'], folders);
  const { hostileStills, hostileVideos } = await copy.load('tests/fixtures/media/hostile.ts') as typeof Hostile;
  const { readWhole } = await copy.load('tests/fixtures/media/videos.ts') as typeof Videos;
  const { readStillWhole } = await copy.load('tests/fixtures/media/read-still-whole.ts') as typeof StillWhole;
  fc.assert(fc.property(hostileVideos, ([kind, file]) => { readWhole(kind, file); }), HOW);
  const videos = copy.ways().filter(({ at }) => at.startsWith(folders[0]));
  fc.assert(fc.property(hostileStills, (file) => { readStillWhole(file); }), HOW);
  return [['readers of videos', videos], ['reader of AVIF and HEIC', copy.ways().filter(({ at }) => at.startsWith(folders[1]))]];
}

for (const [name, ways] of [['image kernel', await kernelWays()] as const, ...await readerWays()]) {
  const share = shareTaken(ways);
  console.log(`${name.padEnd(24)} ${(share * 100).toFixed(1).padStart(5)} % of ${2 * ways.length} ways`);
  if (process.argv.includes('--missed')) for (const line of missedOf(ways)) console.log(`  ${line}`);
  if (!(share >= LEAST)) process.exitCode = 1;
}
