import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/test/find-browsers.ts';
import { bundlePage } from '../../browser/harness/bundle.ts';
import { CHROMIUM_ARGS } from '../../browser/harness/playwright.ts';
import { serveStatic } from '../../browser/harness/serve.ts';
import { quantile, rounded, type BenchRow } from '../measure.ts';
import type { CoversOrder, CoversTimes } from './covers-worker.ts';
import type { SuiteOptions } from './suite.ts';

const SUITE = 'covers';
/** Each row is compared with this one of its kind. */
const PEERS: Readonly<Record<string, string>> = { 'coverMedia, JPEG': 'ImageDecoder with desiredWidth, JPEG', 'coverMedia, PNG': 'decode alone, PNG' };

/** From a file's bytes to its cover in a Chromium worker, 12 megapixels, against what else a browser offers. The pictures are Chromium's own. */
export async function coversSuite({ root, quick, note }: SuiteOptions): Promise<readonly BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === undefined) {
    note('covers: no Chromium on this machine, rows left out');
    return [];
  }
  const worker = await bundlePage(fileURLToPath(new URL('./covers-worker.ts', import.meta.url)));
  const server = await serveStatic({ routes: { '/': '<!doctype html><title>bench</title>', '/worker.js': { body: worker } } });
  const home = mkdtempSync(join(tmpdir(), 'inward-bench-'));
  const browser = await chromium.launch({ executablePath: found.executable, headless: true, args: [...CHROMIUM_ARGS], env: { ...process.env, HOME: home } });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.origin}/`);
    const [width, height] = quick ? [1_000, 750] : [4_000, 3_000];
    const order: CoversOrder = { kernel: [...readFileSync(join(root, 'build/image.simd.wasm'))], width, height, rounds: quick ? 3 : 25 };
    const { bytes, times } = await page.evaluate((given) => new Promise<CoversTimes>((resolve, reject) => {
      const made = new Worker('/worker.js', { type: 'module' });
      made.onmessage = (event: MessageEvent<CoversTimes>) => { resolve(event.data); };
      made.onerror = () => { reject(new Error('the worker failed')); };
      made.postMessage(given);
    }), order);
    note(`covers: ${width} × ${height}, JPEG of ${bytes.jpeg} bytes, PNG of ${bytes.png}`);
    const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, quantile(list, 0.5)]));
    return Object.entries(medians).map(([name, median]): BenchRow => {
      const peer = PEERS[name] ?? (name.endsWith('PNG') ? 'coverMedia, PNG' : 'coverMedia, JPEG');
      return { suite: SUITE, case: name, n: times[name]?.length ?? 0, median_us: rounded(median * 1000), ratio_to: peer, ratio: rounded((medians[peer] ?? 0) / median) };
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}
