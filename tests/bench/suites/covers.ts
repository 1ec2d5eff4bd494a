import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../../scripts/test/find-browsers.ts';
import { bundlePage } from '../../browser/harness/bundle.ts';
import { CHROMIUM_ARGS } from '../../browser/harness/playwright.ts';
import { serveStatic } from '../../browser/harness/serve.ts';
import { blackPng } from '../../fixtures/media/png.ts';
import { quantile, rounded, type BenchRow } from '../measure.ts';
import { photoJpegs, type PhotoForm } from '../photo-jpegs.ts';
import { makePhoto } from '../photo.ts';
import { BARS, peerOf } from './covers-bars.ts';
import { flightRows, ISOLATED } from './covers-flight.ts';
import { heapRows } from './covers-heap.ts';
import type { CoversOrder, CoversTimes } from './covers-worker.ts';
import type { SuiteOptions } from './suite.ts';

const SUITE = 'covers';

/** From a file's bytes to its cover in a Chromium worker, 12 megapixels, against what else a browser offers. */
export async function coversSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === undefined) {
    options.note('covers: no Chromium on this machine, rows left out');
    return [];
  }
  const home = mkdtempSync(join(tmpdir(), 'inward-bench-'));
  const browser = await chromium.launch({ executablePath: found.executable, headless: true, args: [...CHROMIUM_ARGS], env: { ...process.env, HOME: home } });
  try {
    options.note('covers: a photograph is being made');
    const [width, height] = options.quick ? [1_000, 750] : [4_000, 3_000];
    const photos = await photoJpegs(makePhoto(width, height));
    options.note(`covers: ${width} × ${height}; JPEG of ${photos.baseline.length} bytes, progressive of ${photos.progressive.length}`);
    const heap = await heapRows(found.executable, home, options.root, photos.baseline, SUITE);
    return [...await inWorker(browser, photos, options), ...await flightRows(browser, photos, options, SUITE), ...heap];
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function inWorker(browser: Browser, photos: Readonly<Record<PhotoForm, Uint8Array>>, { root, quick, note }: SuiteOptions): Promise<readonly BenchRow[]> {
  const worker = await bundlePage(fileURLToPath(new URL('./covers-worker.ts', import.meta.url)));
  const server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>bench</title>', '/worker.js': { body: worker }, '/kernel': { body: readFileSync(join(root, 'build/image.simd.wasm')) },
      '/bomb': { body: blackPng(16_000, 16_000) }, '/baseline': { body: photos.baseline }, '/progressive': { body: photos.progressive },
    },
    headers: () => ISOLATED,
  });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.origin}/`);
    const order: CoversOrder = {
      kernel: '/kernel', jpegs: { 'baseline JPEG': '/baseline', 'progressive JPEG': '/progressive' }, bomb: '/bomb', rounds: quick ? 6 : 39,
    };
    const { pngBytes, times } = await page.evaluate((given) => new Promise<CoversTimes>((resolve, reject) => {
      const made = new Worker('/worker.js', { type: 'module' });
      made.onmessage = (event: MessageEvent<CoversTimes>) => { resolve(event.data); };
      made.onerror = () => { reject(new Error('the worker failed')); };
      made.postMessage(given);
    }), order);
    note(`covers: PNG of ${pngBytes} bytes`);
    const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, quantile(list, 0.5)]));
    // Small pictures are no 12 megapixels.
    for (const [what, mine, other, least] of quick ? [] : BARS) {
      const ratio = (medians[other] ?? NaN) / (medians[mine] ?? NaN);
      note(`covers: ${what}: ${ratio.toFixed(2)}, at least ${least}${ratio >= least ? '' : ': MISSED'}`);
    }
    return Object.entries(times).map(([name, list]): BenchRow => {
      const peer = peerOf(name);
      const median = medians[name] ?? NaN;
      note(`covers: ${name}: least ${rounded(Math.min(...list))} ms`);
      return {
        suite: SUITE, case: name, n: list.length, median_us: rounded(median * 1000),
        ...peer !== undefined && { ratio_to: peer, ratio: rounded((medians[peer] ?? 0) / median) },
      };
    });
  } finally {
    await server.close();
  }
}
