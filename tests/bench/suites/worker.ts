import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page as NativePage } from 'playwright-core';
import { findBrowser } from '../../../scripts/test/find-browsers.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { wrapPage, type Page } from '../../browser/harness/page.ts';
import { CHROMIUM_ARGS } from '../../browser/harness/playwright.ts';
import { serveStatic } from '../../browser/harness/serve.ts';
import { quantile, rounded, type BenchRow } from '../measure.ts';
import { makeLinesOf, makeWords } from '../synthetic.ts';
import { slowDown } from './slow-process.ts';
import type { SuiteOptions } from './suite.ts';
import { backlog, firstVerdicts, singleCalls, spin } from './worker-page.ts';

const SUITE = 'worker';
const SLOWER = 6;

/** The way a host meets it: built files, sealed worker, Chromium. Needs `npm run build` before. */
export async function workerSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === undefined) {
    options.note('worker: no Chromium on this machine, rows left out');
    return [];
  }
  const dist = join(options.root, 'dist');
  const server = await serveStatic({
    roots: { '/': `${dist}/` },
    routes: { '/': '<!doctype html><title>bench</title>' },
    headers: (path) => path.startsWith('/assets/') || path === '/index.js'
      ? { 'cache-control': 'max-age=600', ...(/^\/assets\/worker(-notices)?\.js$/u.test(path) ? { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE } : {}) }
      : undefined,
  });
  const home = mkdtempSync(join(tmpdir(), 'inward-bench-'));
  const browser = await chromium.launch({
    executablePath: found.executable, headless: true, args: [...CHROMIUM_ARGS], env: { ...process.env, HOME: home },
  });
  try {
    const { page, native, session } = await openPage(browser, `${server.origin}/`);
    const rows = [...await freeRows(page, options)];
    rows.push(...await slowPageRows(page, session, options), ...await slowProcessRows(page, native, browser, options));
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function freeRows(page: Page, { quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const words = makeWords(100);
  const cold = await page.run(firstVerdicts, '/assets/', words, 1);
  const starts = await page.run(firstVerdicts, '/assets/', words, quick ? 3 : 15);
  const texts = makeLinesOf(80, quick ? 200 : 2_000);
  await page.run(singleCalls, texts.slice(0, 100), 'warm', 1);
  const groups = await page.run(singleCalls, texts, 'group', 20);
  const single = await page.run(singleCalls, texts, 'single', 1);
  const many = makeLinesOf(80, 5_000, 13);
  await page.run(backlog, many.slice(0, 500), 'warm-batch');
  const runs = [];
  for (let run = 0; run < (quick ? 1 : 3); run++) runs.push(await page.run(backlog, many, `batch${run}`));
  const batch = rowOf('backlog of 5,000, per message', many.length * runs.length, runs.map(({ total }) => total / many.length), 0.5);
  const one = rowOf('one call at a time', texts.length, groups, 0.5);
  return [
    rowOf('first verdict after createSafety, nothing cached', 1, cold, 0.5),
    rowOf('first verdict after createSafety, assets cached', starts.length, starts, 0.5),
    { ...one, ratio_to: batch.case, ratio: rounded(batch.median_us / one.median_us) },
    rowOf('one call at a time, p95', single.length, single, 0.95),
    { ...batch, ratio_to: one.case, ratio: rounded(one.median_us / batch.median_us) },
    rowOf('backlog of 5,000, longest block of the page', runs.length, runs.map(({ longestBlock }) => longestBlock), 0.5),
  ];
}

/** Chromium's own throttle: the page's thread six times slower, the worker as fast as ever. */
async function slowPageRows(page: Page, session: CDPSession, { quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  try {
    const starts = await page.run(firstVerdicts, '/assets/', makeWords(100), quick ? 2 : 7);
    const texts = makeLinesOf(80, quick ? 100 : 500, 17);
    const single = await page.run(singleCalls, texts, 'slow-page', 1);
    return [
      rowOf('page 6x slower (CDP): first verdict, assets cached', starts.length, starts, 0.5),
      rowOf('page 6x slower (CDP): one call at a time', single.length, single, 0.5),
      rowOf('page 6x slower (CDP): one call at a time, p95', single.length, single, 0.95),
    ];
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
}

/** Page and worker about six times slower; left out where the machine is too busy to hold them there. */
async function slowProcessRows(page: Page, native: NativePage, browser: Browser, { quick, note }: SuiteOptions): Promise<readonly BenchRow[]> {
  const pid = await rendererOf(native, browser);
  const free = Math.min(...await page.run(spin, 7));
  for (let share = 1 / SLOWER, tries = 0; pid !== undefined && tries < 4; tries++) {
    const slow = slowDown(pid, share);
    try {
      const factor = quantile(await page.run(spin, 5), 0.5) / free;
      note(`worker: with ${(share * 100).toFixed(0)} % of the time a loop in a worker runs ${factor.toFixed(1)} times slower`);
      if (factor < SLOWER * 0.85 || factor > SLOWER * 1.3) {
        share = Math.min(0.9, Math.max(0.04, (share * factor) / SLOWER));
        continue;
      }
      const starts = await page.run(firstVerdicts, '/assets/', makeWords(100), quick ? 2 : 7);
      const single = await page.run(singleCalls, makeLinesOf(80, quick ? 100 : 500, 19), 'slow-process', 1);
      return [
        rowOf('page and worker 6x slower: first verdict, assets cached', starts.length, starts, 0.5),
        rowOf('page and worker 6x slower: one call at a time', single.length, single, 0.5),
        rowOf('page and worker 6x slower: one call at a time, p95', single.length, single, 0.95),
      ];
    } finally {
      await slow.stop();
    }
  }
  note('worker: the renderer process could not be held at a sixth of its speed, rows left out');
  return [];
}

/** The renderer whose stop makes the page fall silent. (The busiest one may be Chromium's own start page.) */
async function rendererOf(native: NativePage, browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
    process.kill(id, 'SIGSTOP');
    const answer = native.evaluate('1');
    const silent = await Promise.race([answer.then(() => false), new Promise<boolean>((resolve) => { setTimeout(resolve, 1_000, true); })]);
    process.kill(id, 'SIGCONT');
    await answer;
    if (silent) return id;
  }
  return undefined;
}

async function openPage(browser: Browser, url: string): Promise<{ page: Page; native: NativePage; session: CDPSession }> {
  const native = await (await browser.newContext()).newPage();
  const session = await native.context().newCDPSession(native);
  const page = wrapPage({
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value as string;
    },
    async goto(address) { await native.goto(address, { waitUntil: 'load' }); },
    close: () => native.close(),
  });
  await page.goto(url);
  return { page, native, session };
}

/** @param times milliseconds */
function rowOf(name: string, n: number, times: readonly number[], share: number): BenchRow {
  return { suite: SUITE, case: name, n, median_us: rounded(quantile(times, share) * 1000) };
}
