import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { bundlePage, describeEngines, serveStatic, type Page, type StaticServer } from '../browser/harness/index.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
let server: StaticServer;

beforeAll(async () => {
  const [worker, page] = await Promise.all([bundlePage(here('./lab/comlink-worker.ts')), bundlePage(here('./lab/comlink-page.ts'))]);
  server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>attack</title><script type="module" src="/page.js"></script>', '/page.js': { body: page },
      '/bare/comlink.js': { body: worker }, '/filtered/comlink.js': { body: worker },
      '/sealed/comlink.js': { body: worker, headers: { 'content-security-policy': SEAL_HEADER_VALUE } },
      '/leak/trick': { body: '' },
    },
  });
});
afterAll(() => server.close());

describeEngines('attack: Comlink’s constructor trick', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

  const run = async (name: 'bare' | 'filtered' | 'sealed'): Promise<{ readonly call: unknown; readonly arrived: number }> => {
    server.clear();
    const { call } = await page.run(
      (which, lure) => (globalThis as unknown as { trick(n: string, l: string): Promise<{ call: unknown }> }).trick(which, lure),
      name, `${server.otherOrigin}/leak/trick`,
    );
    return { call, arrived: server.log.filter((entry) => entry.path === '/leak/trick').length };
  };

  it('runs code in a worker that exposes Comlink as it comes: the control', async () => {
    expect((await run('bare')).arrived).toBeGreaterThan(0);
  });

  it('does not pass the filter, even unsealed, while calls do', async () => {
    expect(await run('filtered')).toEqual({ call: { ok: true, value: [] }, arrived: 0 });
  });

  it('does not pass the seal, even unfiltered', async () => {
    expect((await run('sealed')).arrived).toBe(0);
  });
});
