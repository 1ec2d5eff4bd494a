import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { HARMLESS_CONSTANTS, KEPT_GLOBALS } from '../../src/worker/seal-globals.ts';
import { bundlePage, describeEngines, serveStatic, type Page, type StaticServer } from '../browser/harness/index.ts';
import { DANGEROUS, type KeptReport } from './lab/kept-target.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const KEPT = Object.keys(KEPT_GLOBALS);
/** Classes that the chain's `constructor` gives. The first two cannot be made; an EventTarget made has no method left. */
const CHAIN_CLASSES = ['DedicatedWorkerGlobalScope', 'EventTarget', 'WorkerGlobalScope'];
let server: StaticServer;

beforeAll(async () => {
  const worker = here('./lab/kept-text-worker.ts');
  const [esm, iife, page] = await Promise.all([bundlePage(worker), bundlePage(worker, 'iife'), bundlePage(here('./lab/kept-page.ts'))]);
  server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>attack</title><script type="module" src="/page.js"></script>', '/page.js': { body: page },
      '/open/kept.module.js': { body: esm }, '/open/kept.classic.js': { body: iife },
      '/header/kept.module.js': { body: esm, headers: { 'content-security-policy': SEAL_HEADER_VALUE } },
    },
  });
});
afterAll(() => server.close());

/** The reviewed table against what a sealed worker of each engine really has left, found without the seal's own walk. */
describeEngines('attack: the globals that stay', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  const look = (form: 'open' | 'header' | 'frame'): Promise<KeptReport> => page.run(
    (wanted, names) => (globalThis as unknown as { look(f: string, n: readonly string[]): Promise<KeptReport> }).look(wanted, names), form, DANGEROUS);

  it('the control has them all, and every kept class leads on', async () => {
    const report = await look('open');
    for (const name of ['fetch', 'postMessage', 'performance', 'indexedDB', 'navigator', 'eval', 'setTimeout']) {
      expect(report.dangerous).toContain(name);
      expect(report.left).toContain(name);
    }
    expect(report.reached['Map']).toContain('Function');
    expect(report.reached['WebAssembly']).toContain('compileStreaming');
    expect(report.reached['globalThis']).toContain('fetch');
    expect(report.fromLiterals).toContain('AsyncGeneratorFunction constructor');
    expect(report.constructed).toContain('EventTarget.addEventListener');
    expect(report.added.length).toBeGreaterThan(0);
  });

  describe.each(['header', 'frame'] as const)('in the %s form', (form) => {
    let report: KeptReport;
    beforeAll(async () => { report = await look(form); });

    it('are the names of the table, each there with a reason', () => {
      expect(report.left.filter((name) => !HARMLESS_CONSTANTS.includes(name))).toEqual([...KEPT].sort());
      expect(Object.values(KEPT_GLOBALS).every((reason) => reason.length > 10)).toBe(true);
    });

    it('are no more when they are listed, and none of the dangerous ones when asked for by name', () => {
      expect(report.listed.filter((name) => !KEPT.includes(name) && !HARMLESS_CONSTANTS.includes(name))).toEqual([]);
      expect(DANGEROUS.filter((name) => KEPT.includes(name))).toEqual([]);
      expect(report.dangerous).toEqual([]);
    });

    it.each(KEPT)('%s leads to nothing that was removed', (name) => {
      const allowed = ['globalThis', 'self', 'constructor'].includes(name) ? CHAIN_CLASSES : [];
      expect((report.reached[name] ?? ['not looked at']).filter((reached) => !allowed.includes(reached))).toEqual([]);
    });

    it('nor do literals, nor what the chain’s classes can make; and the chain takes no new name', () => {
      expect(report.fromLiterals).toEqual([]);
      expect(report.constructed).toEqual([]);
      expect(report.added).toEqual([]);
    });
  });
});
