import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/test/find-browsers.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { fixtureFile, outcomeInNode, outcomeInPage, SCREEN_ALL, type Outcome } from './fixture-outcome.ts';
import { describeEngines, serveStatic, type Page, type StaticServer } from './harness/index.ts';
import { wrapPage, type Driver } from './harness/page.ts';
import { planFor } from './harness/plan.ts';
import { startPlaywright } from './harness/playwright.ts';

// Engines without WebAssembly SIMD run `scalar.bin`. A Chromium that is told its processor has no SSE4.1 has none, in page and worker;
// the other engines cannot be told, so there `WebAssembly.validate` denies it, in the page and in the first line of the worker.

const DIST = join(import.meta.dirname, '../../dist');
const asset = (name: string): Buffer => readFileSync(join(DIST, 'assets', name));
const DENY = 'WebAssembly.validate = () => false;\n';

let server: StaticServer;
let node: Outcome;
beforeAll(async () => {
  const seal = { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE };
  const damaged = asset('scalar-words.bin');
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
  server = await serveStatic({
    roots: { '/': `${DIST}/`, '/denied/': `${DIST}/assets/`, '/damaged/': `${DIST}/assets/` },
    routes: {
      '/page': '<!doctype html><title>no simd</title>',
      '/page-denied': `<!doctype html><title>no simd</title><script>${DENY}</script>`,
      '/fixture.json': { headers: { 'content-type': 'application/json' }, body: JSON.stringify(fixtureFile()) },
      '/damaged/scalar-words.bin': { body: damaged },
      // The page's own fetch, which checks the digest, gets the published file.
      '/denied/worker.js': ({ headers }) => ({ body: (headers['sec-fetch-dest'] === 'worker' ? DENY : '') + asset('worker.js').toString() }),
    },
    headers: (path) => (/\/worker(-notices)?\.js$/u.test(path) ? seal : undefined),
  });
  node = await outcomeInNode(DIST);
});
afterAll(() => server.close());
afterEach(() => { server.clear(); });

const fetched = (...files: readonly string[]): number => server.log.filter(({ path }) => files.some((file) => path.endsWith(`/${file}`))).length;
/** With models, and without. */
const SCALAR = ['scalar.bin', 'scalar-words.bin'] as const;

/** What becomes of a damaged `scalar-words.bin`: the code of the refusal. */
function codeWithDamaged(page: Page): Promise<unknown> {
  return page.run(async () => {
    const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
    return createSafety({ assets: '/damaged/', settings: parseSettings({ notices: 'off', hiddenWords: { words: ['plum'] } }) })
      .then(() => 'opened', (error: unknown) => (error as { code?: unknown }).code);
  });
}

const plan = planFor('chromium', findBrowser('chromium') !== undefined, process.env);
(plan === 'skip' ? describe.skip : describe)('a browser without SIMD [chromium]', () => {
  let browser: Driver;
  let page: Page;
  beforeAll(async () => {
    browser = await startPlaywright('chromium', findBrowser('chromium')?.executable ?? '', ['--js-flags=--no-enable-sse4-1']);
    page = wrapPage(await browser.open());
    await page.goto(`${server.origin}/page`);
  });
  afterAll(() => browser.close());

  it('compiles no SIMD, in page or worker', async () => {
    expect(await page.run(async () => {
      const probe = 'WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123))';
      const worker = new Worker(URL.createObjectURL(new Blob([`postMessage(${probe})`])));
      const inWorker = await new Promise((resolve) => { worker.onmessage = ({ data }) => { resolve(data); }; });
      worker.terminate();
      return [WebAssembly.validate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123)), inWorker];
    })).toEqual([false, false]);
  });

  it.each(['header', 'frame'] as const)('gives the same verdicts by scalar.bin, %s form', async (seal) => {
    expect(await page.run(outcomeInPage, SCREEN_ALL, seal)).toEqual({ ...node, kernel: 'scalar', seal });
    // One for each of the three instances.
    expect(fetched(...SCALAR)).toBe(3);
  });

  it('refuses a scalar.bin that is not the published one', async () => {
    expect(await codeWithDamaged(page)).toBe('asset-integrity');
    expect(fetched(...SCALAR)).toBe(1);
  });
});

describeEngines('where SIMD is denied', (engine) => {
  it('gives the same verdicts by scalar.bin, and refuses one that is not the published one', async () => {
    const page = await engine.open(`${server.origin}/page-denied`);
    expect(await page.run(outcomeInPage, SCREEN_ALL, 'header' as const, '/denied/')).toEqual({ ...node, kernel: 'scalar', seal: 'header' });
    expect(fetched(...SCALAR)).toBe(3);
    expect(await codeWithDamaged(page)).toBe('asset-integrity');
    await page.close();
  });

  it('is fetched by nobody else', async () => {
    const page = await engine.open(`${server.origin}/page`);
    await page.run(async () => {
      const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
      const safety = await createSafety({ assets: '/assets/', settings: parseSettings({ hiddenWords: { words: ['plum'] } }) });
      await safety.dispose();
    });
    expect([fetched('lookalikes.bin'), fetched(...SCALAR)]).toEqual([1, 0]);
    await page.close();
  });
});
