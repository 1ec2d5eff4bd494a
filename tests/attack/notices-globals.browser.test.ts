import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { NOTICE_NAMES } from '../../src/worker/notices-globals.ts';
import { HARMLESS_CONSTANTS, KEPT_NAMES } from '../../src/worker/seal-globals.ts';
import { bundlePage, describeEngines, serveStatic, type StaticServer } from '../browser/harness/index.ts';
import { DANGEROUS, type KeptReport } from './lab/kept-target.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** As of the text worker: no EventTarget made has a method left. */
const CHAIN_CLASSES = ['DedicatedWorkerGlobalScope', 'EventTarget', 'WorkerGlobalScope'];
let server: StaticServer;

beforeAll(async () => {
  const worker = here('./lab/kept-notices-worker.ts');
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

describeEngines('attack: the globals that stay in the notice worker', (engine) => {
  const look = async (form: 'open' | 'header' | 'frame'): Promise<KeptReport> => {
    const page = await engine.open(`${server.origin}/`);
    const report = await page.run((wanted, names) => (globalThis as unknown as { look(f: string, n: readonly string[]): Promise<KeptReport> }).look(wanted, names), form, DANGEROUS);
    await page.close();
    return report;
  };

  it('the control has a way out', async () => {
    expect((await look('open')).dangerous).toContain('fetch');
  });

  describe.each(['header', 'frame'] as const)('in the %s form', (form) => {
    let report: KeptReport;
    beforeAll(async () => { report = await look(form); });

    it('are the text worker\'s but for WebAssembly', () => {
      expect(report.left.filter((name) => !HARMLESS_CONSTANTS.includes(name))).toEqual([...NOTICE_NAMES].sort());
      expect(KEPT_NAMES.filter((name) => !NOTICE_NAMES.includes(name))).toEqual(['WebAssembly']);
      expect(report.dangerous).toEqual([]);
    });

    it.each(NOTICE_NAMES)('%s leads to nothing that was removed', (name) => {
      const allowed = ['globalThis', 'self', 'constructor'].includes(name) ? CHAIN_CLASSES : [];
      expect((report.reached[name] ?? ['not looked at']).filter((reached) => !allowed.includes(reached))).toEqual([]);
    });
  });
});
