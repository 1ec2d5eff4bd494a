import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { wrapPage } from '../../browser/harness/page.ts';
import { serveStatic } from '../../browser/harness/serve.ts';
import { joined } from '../../fixtures/media/edits.ts';
import { gifOf } from '../../fixtures/media/gif.ts';
import { blackPng } from '../../fixtures/media/png.ts';
import { quantile, rounded, type BenchRow } from '../measure.ts';
import type { PhotoForm } from '../photo-jpegs.ts';
import { makeLinesOf, makeWords } from '../synthetic.ts';
import { flight } from './covers-flight-page.ts';
import { firstVerdicts } from './worker-page.ts';
import type { SuiteOptions } from './suite.ts';

/** Without them a page's clock has steps of 100 µs. */
export const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** Twenty pictures made to cost as much as they can: at the caps and past them, broken late, much to read for little. */
function hostile(photos: Readonly<Record<PhotoForm, Uint8Array>>): readonly Uint8Array[] {
  const largest = blackPng(8_000, 8_000);
  const bomb = blackPng(16_000, 16_000);
  const liar = joined(blackPng(9, 9).subarray(0, 33), blackPng(7_000, 7_000).subarray(8));
  const frames = gifOf(60, 60, [[9, 9, 9], [200, 0, 0]], Array.from({ length: 999 }, (_, n) => (x: number) => (x + n) & 1));
  // Bits of chance after a sound beginning, at the longest; no markers in them.
  const chance = joined(photos.baseline, photos.baseline.map((byte) => (byte === 0xff ? 0xa5 : byte ^ 0x5a)));
  const cut = photos.baseline.subarray(0, photos.baseline.length * 0.95);
  const broken = photos.progressive.slice();
  broken.fill(0xff, 20_000, 20_400);
  return [
    ...[largest, largest, largest, largest], ...[bomb, bomb, bomb], ...[liar, liar], ...[frames, frames, frames],
    ...[chance, chance], ...[cut, cut, cut], ...[broken, broken, broken],
  ];
}

/** A message of 80 characters while hostile pictures are being covered: the page and both workers as a host has them. */
export async function flightRows(browser: Browser, photos: Readonly<Record<PhotoForm, Uint8Array>>, { root, quick, note }: SuiteOptions, suite: string): Promise<readonly BenchRow[]> {
  const pictures = hostile(photos);
  const server = await serveStatic({
    roots: { '/': `${join(root, 'dist')}/` },
    routes: { '/': '<!doctype html><title>bench</title>', ...Object.fromEntries(pictures.map((body, index) => [`/picture/${index}`, { body }])) },
    headers: (path) => ({ ...ISOLATED, ...(/^\/assets\/worker(?:-media)?\.js$/u.test(path) && { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE }) }),
  });
  try {
    const native = await (await browser.newContext()).newPage();
    const page = wrapPage({
      evaluate: (expression) => native.evaluate<string>(expression), goto: async (url) => { await native.goto(url); }, close: () => native.close(),
    });
    await page.goto(`${server.origin}/`);
    await page.run(firstVerdicts, '/assets/', makeWords(100), 1);
    const { idle, busy, ends, waves } = await page.run(flight, pictures.map((_, index) => `/picture/${index}`), makeLinesOf(80, 200, 23), quick ? 1 : 4);
    note(`covers: ${pictures.length} hostile pictures in flight ended as ${JSON.stringify(ends)}, in ${waves.map((seconds) => seconds.toFixed(1)).join(', ')} s`);
    const row = (name: string, times: readonly number[], share: number): BenchRow =>
      ({ suite, case: name, n: times.length, median_us: rounded(quantile(times, share) * 1000) });
    const compared = (slow: BenchRow, fast: BenchRow): BenchRow => {
      note(`covers: ${slow.case}: ${(slow.median_us / fast.median_us).toFixed(2)} times its idle time, at most 3${slow.median_us <= 3 * fast.median_us ? '' : ': MISSED'}`);
      return { ...slow, ratio_to: fast.case, ratio: rounded(fast.median_us / slow.median_us) };
    };
    return [['', 0.5], [', p95', 0.95]].flatMap(([name, share]) => {
      const free = row(`message, nothing else to do${name as string}`, idle, share as number);
      return [free, compared(row(`message, 20 hostile pictures in flight${name as string}`, busy, share as number), free)];
    });
  } finally {
    await server.close();
  }
}
