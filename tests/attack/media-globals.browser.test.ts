import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { DECODING_GLOBALS, MEDIA_NAMES } from '../../src/worker/media-globals.ts';
import { HARMLESS_CONSTANTS, KEPT_NAMES } from '../../src/worker/seal-globals.ts';
import { bundlePage, describeEngines, serveStatic, type Page, type StaticServer } from '../browser/harness/index.ts';
import { DANGEROUS, type KeptReport } from './lab/kept-target.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const DECODING = Object.keys(DECODING_GLOBALS);
/** As of the text worker: no EventTarget made has a method left. */
const CHAIN_CLASSES = ['DedicatedWorkerGlobalScope', 'EventTarget', 'WorkerGlobalScope'];
/** By thing, the class that stands behind it: none of them asks for anything, keeps anything or starts a thread. */
const MADE: Readonly<Record<string, string>> = {
  canvas: 'OffscreenCanvas', context: 'OffscreenCanvasRenderingContext2D', file: 'Blob', bitmap: 'ImageBitmap', decoder: 'VideoDecoder', pixels: 'ImageData',
  gradient: 'CanvasGradient', pattern: 'CanvasPattern', metrics: 'TextMetrics', stream: 'ReadableStream', reader: 'ReadableStreamDefaultReader',
  webgl: 'WebGLRenderingContext', webgl2: 'WebGL2RenderingContext', chunk: 'EncodedVideoChunk', error: 'DOMException',
};
let server: StaticServer;

beforeAll(async () => {
  const [kept, keptClassic, lures, luresClassic, page] = await Promise.all([
    bundlePage(here('./lab/kept-media-worker.ts')), bundlePage(here('./lab/kept-media-worker.ts'), 'iife'),
    bundlePage(here('./lab/picture-lures-worker.ts')), bundlePage(here('./lab/picture-lures-worker.ts'), 'iife'), bundlePage(here('./lab/kept-page.ts')),
  ]);
  const policy = { 'content-security-policy': SEAL_HEADER_VALUE };
  server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>attack</title><script type="module" src="/page.js"></script>', '/page.js': { body: page },
      '/open/kept.module.js': { body: kept }, '/open/kept.classic.js': { body: keptClassic }, '/header/kept.module.js': { body: kept, headers: policy },
      '/open/lures.module.js': { body: lures }, '/open/lures.classic.js': { body: luresClassic }, '/header/lures.module.js': { body: lures, headers: policy },
    },
    headers: (path) => (path.startsWith('/leak/') ? { 'access-control-allow-origin': '*' } : undefined),
  });
});
afterAll(() => server.close());

type Look<T> = (form: 'open' | 'header' | 'frame', names: readonly string[], file: string) => Promise<T>;

describeEngines('attack: the globals that stay in the media worker', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  const ask = <T>(file: string, form: 'open' | 'header' | 'frame', names: readonly string[]): Promise<T> => page.run(
    (wanted, given, name) => (globalThis as unknown as { look: Look<T> }).look(wanted, given, name) as Promise<unknown>, form, names, file) as Promise<T>;
  const look = (form: 'open' | 'header' | 'frame'): Promise<KeptReport> => ask('kept', form, DANGEROUS);
  const leak = async (form: 'open' | 'header' | 'frame'): Promise<readonly string[]> => {
    server.clear();
    const { tried } = await ask<{ tried: readonly string[] }>('lures', form, [`${server.origin}/leak`]);
    expect(tried.length).toBeGreaterThan(8);
    return server.log.map(({ path }) => path).filter((path) => path.startsWith('/leak/'));
  };

  it('the control has a way out', async () => {
    expect((await look('open')).dangerous).toContain('fetch');
    expect(await leak('open')).toContain('/leak/control');
  });

  describe.each(['header', 'frame'] as const)('in the %s form', (form) => {
    let report: KeptReport;
    beforeAll(async () => { report = await look(form); });

    it('are the names of the table, each there with a reason', () => {
      expect(report.left.filter((name) => !HARMLESS_CONSTANTS.includes(name) && !(MEDIA_NAMES as readonly string[]).includes(name))).toEqual([]);
      expect([...KEPT_NAMES, 'createImageBitmap', 'OffscreenCanvas'].filter((name) => !report.left.includes(name))).toEqual([]);
      expect([...KEPT_NAMES, ...DECODING].sort()).toEqual([...MEDIA_NAMES].sort());
      expect(Object.values(DECODING_GLOBALS).every((reason) => reason.length > 10)).toBe(true);
    });

    it('are none of the dangerous ones but those that decode', () => {
      expect(report.dangerous.filter((name) => !DECODING.includes(name))).toEqual([]);
    });

    it.each(MEDIA_NAMES)('%s leads to nothing that was removed', (name) => {
      const allowed = [...DECODING, 'globalThis', 'self', 'constructor'].includes(name) ? CHAIN_CLASSES : [];
      expect((report.reached[name] ?? ['not looked at']).filter((reached) => !allowed.includes(reached))).toEqual([]);
    });

    it.each(Object.entries(MADE))('the %s that they make leads to its own class alone', (thing, kind) => {
      // What an engine lacks leads nowhere.
      const allowed = [kind, `${kind}.prototype`, ...(thing === 'canvas' || thing === 'decoder' ? ['EventTarget'] : [])];
      expect((report.fromMade[thing] ?? ['not looked at']).filter((name) => !allowed.includes(name))).toEqual([]);
    });

    it('the control: what is made does lead to its class', () => {
      expect(report.fromMade['file']).toEqual(['Blob', 'Blob.prototype']);
      expect(Object.keys(report.fromMade).sort()).toEqual(Object.keys(MADE).sort());
    });
  });

  it.each(['header', 'frame'] as const)('nothing that is drawn or decoded asks for anything, in the %s form', async (form) => {
    expect(await leak(form)).toEqual([]);
  });
});
