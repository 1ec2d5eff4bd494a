import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type WebWorker } from 'puppeteer-core';
import { bundlePage } from '../../browser/harness/bundle.ts';
import { CHROMIUM_ARGS } from '../../browser/harness/playwright.ts';
import { serveStatic } from '../../browser/harness/serve.ts';
import { rounded, type BenchRow } from '../measure.ts';

/** What Chromium's debugger says of a worker; `backingStorageSize` is buffers, but no WebAssembly memory. */
interface HeapUsage { readonly usedSize: number; readonly embedderHeapUsedSize: number; readonly backingStorageSize: number }

/**
 * Bytes that a cover costs in a Chromium worker, the file's own left out: the kernel's memory, and all that its heap grows by from a
 * collected one to one in which nothing was collected, garbage and the cover itself included. So no peak is higher.
 */
export async function heapRows(executablePath: string, home: string, root: string, jpeg: Uint8Array, suite: string): Promise<readonly BenchRow[]> {
  const server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>bench</title>', '/worker.js': { body: await bundlePage(fileURLToPath(new URL('./covers-heap-worker.ts', import.meta.url))) },
      '/kernel': { body: readFileSync(join(root, 'build/image.simd.wasm')) }, '/baseline': { body: jpeg },
    },
  });
  const browser = await puppeteer.launch({ executablePath, headless: true, args: [...CHROMIUM_ARGS], env: { ...process.env, HOME: home } });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    const made = new Promise<WebWorker>((resolve) => { page.once('workercreated', resolve); });
    await page.evaluate(() => { (globalThis as { kept?: Worker }).kept = new Worker('/worker.js', { type: 'module' }); });
    const { client } = await made;
    const run = async (expression: string): Promise<unknown> => {
      const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression, awaitPromise: true });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value;
    };
    const usage = async (): Promise<HeapUsage> => await client.send('Runtime.getHeapUsage') as unknown as HeapUsage;
    while (await run('globalThis.ready === true') !== true) await new Promise((resolve) => { setTimeout(resolve, 20); });
    await run('prepare()');
    const kernelBytes = await run('kernelBytes') as number;
    const rows: BenchRow[] = [];
    for (const [name, way, ofFile] of [['bytes in memory', 'fromMemory', 0], ['from a Blob', 'fromBlob', jpeg.length]] as const) {
      // The first one compiles the kernel, which is code and no cost of a picture.
      for (const isCounted of [false, true]) {
        await run('held = undefined');
        await client.send('HeapProfiler.collectGarbage');
        const before = await usage();
        const start = performance.now();
        await run(`${way}()`);
        const median_us = rounded((performance.now() - start) * 1000);
        const after = await usage();
        const grown = (key: keyof HeapUsage): number => after[key] - before[key];
        const bytes = kernelBytes + grown('usedSize') + grown('backingStorageSize') - ofFile;
        if (isCounted) {
          rows.push({ suite, case: `heap beside the file, cover included, ${name}`, n: 1, median_us, bytes });
          if (ofFile > 0) rows.push({ suite, case: 'the same with what the engine reads Blobs by', n: 1, median_us, bytes: bytes + grown('embedderHeapUsedSize') });
        }
      }
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
