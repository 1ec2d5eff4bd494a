import { afterAll, beforeAll, expect, it } from 'vitest';
import { FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { SEAL_HEADER_VALUE, type SealReport } from '../../src/contract/seal.ts';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage, WORKER_HEADERS } from './package-server.ts';

/** What the self-test sees by itself, without the page's look at the header: docs/seal.md holds the same table. */
const SELF_TEST: Readonly<Record<string, { readonly sealed: boolean; readonly failed: readonly string[] }>> = {
  exact: { sealed: true, failed: [] },
  none: { sealed: false, failed: ['fetch-data', 'fetch-self', 'xhr', 'import-data', 'import-self', 'import-blob', 'eval', 'function', 'async-function', 'string-timer'] },
  self: { sealed: false, failed: ['import-self'] },
  connect: { sealed: false, failed: ['import-data', 'import-self', 'import-blob', 'eval', 'function', 'async-function', 'string-timer'] },
  // Closed as far as a worker can see; only the header itself shows the difference.
  report: { sealed: true, failed: [] },
  two: { sealed: true, failed: [] },
  eval: { sealed: false, failed: ['eval', 'function', 'async-function', 'string-timer'] },
};

const PAGES = {
  'self': "default-src 'self'",
  'self-with-frame': `default-src 'self'; script-src 'self' 'sha256-${FRAME_SCRIPT_SHA256}' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:`,
  'trusted': "require-trusted-types-for 'script'; trusted-types inward",
  'trusted-without-us': "require-trusted-types-for 'script'; trusted-types other",
};

interface Made { readonly seal?: string; readonly error?: { readonly code: string; readonly message: string }; readonly degraded?: number; readonly delivery?: string; readonly assets?: readonly string[] }

/** Runs in the page: starts the package, screens one message, ends it. */
async function make(assets: string, seal: 'auto' | 'header' | 'frame' | 'off'): Promise<Made> {
  const url = '/dist/index.js';
  const { createSafety } = await import(url) as typeof Inward;
  try {
    const safety = await createSafety({ assets, seal });
    const verdict = await safety.screenMessage(
      { id: 'm', conversationId: 'c', kind: 'text', text: 'hello', sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
    const made = { seal: safety.seal, delivery: verdict.delivery, degraded: verdict.degraded.length, assets: safety.about().assets.map((asset) => asset.name) };
    await safety.dispose();
    return made;
  } catch (error) {
    return { error: { code: (error as { code: string }).code, message: (error as Error).message } };
  }
}

let server: StaticServer;
beforeAll(async () => { server = await servePackage({ pages: PAGES }); });
afterAll(() => server.close());

describeEngines('the seal', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

  it('takes the header form where the header is right, and asks for nothing but its files', async () => {
    server.clear();
    expect(await page.run(make, '/exact/', 'auto')).toEqual({ seal: 'header', delivery: 'requests', degraded: 0, assets: ['worker.js', 'tables.bin', 'simd.bin', 'scam.bin'] });
    const asked = server.log.map((entry) => entry.path).filter((path) => !/^\/dist\/[\w-]+\.js$/u.test(path)).sort();
    // The worker's file twice: once to compare header and digest, once by the engine itself (from the cache elsewhere).
    expect(asked).toEqual(['/exact/scam.bin', '/exact/simd.bin', '/exact/tables.bin', '/exact/worker.js', '/exact/worker.js']);
  });

  it('takes the frame form where no header is sent', async () => {
    server.clear();
    expect(await page.run(make, '/none/', 'auto')).toEqual({ seal: 'frame', delivery: 'requests', degraded: 0, assets: ['tables.bin', 'simd.bin', 'scam.bin', 'worker.classic.js'] });
    expect(server.log.filter((entry) => entry.path === '/none/worker.js').length).toBe(1);
  });

  it('runs unsealed only when told to, and says so', async () => {
    expect(await page.run(make, '/none/', 'off')).toMatchObject({ seal: 'off', degraded: 0 });
  });

  it.each(Object.keys(WORKER_HEADERS).filter((name) => name !== 'exact'))('refuses the header form with the wrong header "%s"', async (name) => {
    server.clear();
    const made = await page.run(make, `/${name}/`, 'header');
    expect(made.error?.code).toBe('seal-failed');
    expect(made.error?.message).toContain(`Content-Security-Policy: ${SEAL_HEADER_VALUE}`);
    // Refused before the worker ran: no report of a violation can have left.
    expect(server.log.filter((entry) => entry.path.startsWith('/leak')).length).toBe(0);
  });

  it.each(Object.keys(WORKER_HEADERS))('the self-test alone judges "%s" by outcome', async (name) => {
    const report = await page.run((url) => new Promise<SealReport>((resolve, reject) => {
      const worker = new Worker(url, { type: 'module', name: 'inward header' });
      worker.onmessage = (event) => { worker.terminate(); resolve(event.data as SealReport); };
      worker.onerror = () => { reject(new Error('the worker failed')); };
    }), `/${name}/worker.js`);
    expect({ sealed: report.sealed, failed: report.failed }).toEqual(SELF_TEST[name]);
  });

  it('makes no request of its own when sealed', async () => {
    server.clear();
    await page.run((url) => new Promise<void>((resolve) => {
      const worker = new Worker(url, { type: 'module', name: 'inward header' });
      worker.onmessage = () => { setTimeout(() => { worker.terminate(); resolve(); }, 300); };
    }), '/exact/worker.js');
    expect(server.log.map((entry) => entry.path)).toEqual(['/exact/worker.js']);
  });

  it('on a page with default-src self: the header form works, the frame form is refused', async () => {
    const own = await engine.open(`${server.origin}/page/self`);
    expect(await own.run(make, '/exact/', 'auto')).toMatchObject({ seal: 'header', degraded: 0 });
    expect((await own.run(make, '/none/', 'auto')).error?.code).toBe('seal-failed');
    await own.close();
  });

  it('on a page that lists the frame’s hash and blob: workers, the frame form works', async () => {
    const own = await engine.open(`${server.origin}/page/self-with-frame`);
    expect(await own.run(make, '/none/', 'auto')).toMatchObject({ seal: 'frame', degraded: 0 });
    await own.close();
  });

  it('on a page with trusted types that list "inward", both forms work', async () => {
    const own = await engine.open(`${server.origin}/page/trusted`);
    expect(await own.run(make, '/exact/', 'auto')).toMatchObject({ seal: 'header', degraded: 0 });
    expect(await own.run(make, '/none/', 'auto')).toMatchObject({ seal: 'frame', degraded: 0 });
    await own.close();
  });

  it('on a page with trusted types that do not list "inward", it is refused wherever the engine enforces them', async () => {
    const own = await engine.open(`${server.origin}/page/trusted-without-us`);
    const enforced = await own.run(() => {
      try {
        document.createElement('div').innerHTML = '<i></i>';
        return false;
      } catch {
        return true;
      }
    });
    const made = await own.run(make, '/exact/', 'auto');
    if (enforced) expect(made.error?.code).toBe('seal-failed');
    else expect(made.seal).toBe('header');
    await own.close();
  });
});
