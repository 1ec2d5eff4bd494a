import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedRuntime } from '../../scripts/build/closed-runtime.ts';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { HARMLESS_CONSTANTS, KEPT_NAMES } from '../../src/worker/seal-globals.ts';
import { bundlePage, describeEngines, serveStatic, type StaticServer } from '../browser/harness/index.ts';
import { DANGEROUS, type KeptReport } from './lab/kept-target.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** As of the text worker: no EventTarget made has a method left. */
const CHAIN_CLASSES = ['DedicatedWorkerGlobalScope', 'EventTarget', 'WorkerGlobalScope'];
let server: StaticServer;

beforeAll(async () => {
  const worker = here('./lab/kept-onnx-worker.ts');
  const [esm, iife, open, page] = await Promise.all([
    bundlePage(worker, 'esm', [closedRuntime()]), bundlePage(worker, 'iife', [closedRuntime()]), bundlePage(worker), bundlePage(here('./lab/kept-page.ts')),
  ]);
  server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>attack</title><script type="module" src="/page.js"></script>', '/page.js': { body: page },
      // The control is neither sealed nor bound.
      '/open/kept.module.js': { body: open }, '/open/kept.classic.js': { body: iife },
      '/header/kept.module.js': { body: esm, headers: { 'content-security-policy': SEAL_HEADER_VALUE } },
    },
    headers: (path) => (path.startsWith('/leak/') ? { 'access-control-allow-origin': '*' } : undefined),
  });
});
afterAll(() => server.close());

describeEngines('attack: what ONNX Runtime could reach', (engine) => {
  const look = async (form: 'open' | 'header' | 'frame'): Promise<KeptReport & { readonly leaks: readonly string[] }> => {
    server.clear();
    const page = await engine.open(`${server.origin}/`);
    const report = await page.run((wanted, names) => (globalThis as unknown as { look(f: string, n: readonly string[]): Promise<KeptReport> }).look(wanted, names), form, DANGEROUS);
    // The control's worker is ended with its answer; what it asked for is on its way.
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    await page.close();
    return { ...report, leaks: server.log.map(({ path }) => path).filter((path) => path.startsWith('/leak/') || /ort-wasm/u.test(path)) };
  };

  it('the control does load what it is told to', async () => {
    expect((await look('open')).leaks).toContain('/open/ort-wasm-simd-threaded.wasm');
  });

  describe.each(['header', 'frame'] as const)('in the %s form', (form) => {
    let report: Awaited<ReturnType<typeof look>>;
    beforeAll(async () => { report = await look(form); });

    it('its worker keeps the text worker\'s names and no more', () => {
      expect(report.left.filter((name) => !HARMLESS_CONSTANTS.includes(name))).toEqual([...KEPT_NAMES].sort());
      expect(report.dangerous).toEqual([]);
    });

    it.each(['runtime', 'tensor', 'error'])('%s leads to nothing that was removed', (thing) => {
      expect((report.fromMade[thing] ?? ['not looked at']).filter((name) => !CHAIN_CLASSES.includes(name))).toEqual([]);
    });

    it('nothing is asked for, even where it is told to load an address', () => {
      expect(report.leaks).toEqual([]);
    });
  });
});
