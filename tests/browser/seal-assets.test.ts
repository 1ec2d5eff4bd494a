import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage } from './package-server.ts';

const RIGHT = { 'content-security-policy': "default-src 'none'; script-src 'wasm-unsafe-eval'" };

/** One byte of the payload changed. */
function changed(name: string): Buffer {
  const bytes = asset(name);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  return bytes;
}

/** As another release would have made it: its version in the header, its payload different. */
function otherVersion(name: string): Buffer {
  const bytes = changed(name);
  bytes.write('9.9.9'.padEnd(16, '\0'), 8, 'latin1');
  return bytes;
}

const otherWorker = (name: string): string => asset(name).toString('utf8').replace(/^\/\*! inward [^ ]+ /u, '/*! inward 9.9.9 ');

let server: StaticServer;
beforeAll(async () => {
  server = await servePackage({
    replace: {
      '/exact/damaged/tables.bin': { body: changed('tables.bin') }, '/exact/damaged/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/kernel/tables.bin': { body: asset('tables.bin') }, '/exact/kernel/simd.bin': { body: changed('simd.bin') }, '/exact/kernel/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/old/tables.bin': { body: otherVersion('tables.bin') }, '/exact/old/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/short/tables.bin': { body: asset('tables.bin').subarray(0, 5_000) }, '/exact/short/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/gone/tables.bin': { status: 404 }, '/exact/gone/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/moved/tables.bin': { status: 302, headers: { location: '/exact/tables.bin' } }, '/exact/moved/worker.js': { body: asset('worker.js'), headers: RIGHT },
      '/exact/old-worker/worker.js': { body: otherWorker('worker.js'), headers: RIGHT },
      '/exact/bad-worker/worker.js': { body: changed('worker.js'), headers: RIGHT },
      '/exact/old-frame/worker.js': { body: asset('worker.js') }, '/exact/old-frame/worker.classic.js': { body: otherWorker('worker.classic.js') },
    },
  });
});
afterAll(() => server.close());

async function fail(assets: string): Promise<{ readonly code: string; readonly message: string }> {
  const url = '/dist/index.js';
  const { createSafety, isSafetyError } = await import(url) as typeof Inward;
  try {
    const safety = await createSafety({ assets });
    await safety.dispose();
    return { code: 'none', message: '' };
  } catch (error) {
    return isSafetyError(error) ? { code: error.code, message: error.message } : { code: (error as Error).name, message: (error as Error).message };
  }
}

describeEngines('checked assets', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

  it.each([
    ['/exact/damaged/', 'asset-integrity', 'tables.bin'], ['/exact/short/', 'asset-integrity', 'tables.bin'],
    ['/exact/kernel/', 'asset-integrity', 'simd.bin'],
    ['/exact/old/', 'asset-mismatch', 'tables.bin'], ['/exact/gone/', 'asset-unavailable', 'tables.bin'],
    ['/exact/moved/', 'asset-unavailable', 'tables.bin'],
    ['/exact/bad-worker/', 'asset-integrity', 'worker.js'], ['/exact/old-worker/', 'asset-mismatch', 'worker.js'],
    ['/exact/old-frame/', 'asset-mismatch', 'worker.classic.js'], ['/exact/nowhere/', 'asset-unavailable', 'worker.js'],
  ])('%s rejects with %s, names %s and says what to do', async (folder, code, file) => {
    const error = await page.run(fail, folder);
    expect(error.code).toBe(code);
    expect(error.message).toContain(file);
    expect(error.message).toContain('npx inward assets DIR');
  });

  it.each([['/exact', 'RangeError'], ['https://example.org/a/', 'RangeError'], ['http://[/', 'RangeError']])('takes no folder like %s', async (folder, name) => {
    expect((await page.run(fail, folder)).code).toBe(name);
  });

  it('asks only for what the settings need', async () => {
    const asked = async (part: 'nothing' | 'words' | 'all'): Promise<readonly string[]> => {
      server.clear();
      await page.run(async (which) => {
        const url = '/dist/index.js';
        const { createSafety, defaultSettings } = await import(url) as typeof Inward;
        const plain = defaultSettings();
        const words = which === 'nothing' ? [] : [{ text: 'plover' }];
        const safety = await createSafety({
          assets: '/exact/', settings: { ...plain, hiddenWords: { ...plain.hiddenWords, words }, scam: { enabled: which === 'all' } },
        });
        await safety.dispose();
      }, part);
      return [...new Set(server.log.map((entry) => entry.path))].filter((path) => path.startsWith('/exact/')).sort();
    };
    expect(await asked('nothing')).toEqual(['/exact/worker.js']);
    expect(await asked('words')).toEqual(['/exact/common-words.bin', '/exact/lookalikes.bin', '/exact/simd-words.bin', '/exact/tables.bin', '/exact/worker.js']);
    expect(await asked('all')).toEqual(['/exact/common-words.bin', '/exact/lookalikes.bin', '/exact/scam.bin', '/exact/simd.bin', '/exact/tables.bin', '/exact/worker.js']);
  });

  it('on an insecure origin it says what to do', async () => {
    // The address of every interface reaches the loopback server and is not trustworthy. Firefox and WebKit refuse to go
    // there; they get a page without what an insecure origin lacks.
    const real = engine.name === 'chromium';
    const own = await engine.open(real ? `http://0.0.0.0:${server.port}/` : `${server.origin}/`);
    if (real) expect(await own.run(() => isSecureContext)).toBe(false);
    else await own.run(() => { Object.defineProperty(crypto, 'subtle', { value: undefined }); });
    const error = await own.run(fail, '/exact/');
    expect(error.code).toBe('insecure-context');
    expect(error.message).toContain('https');
    await own.close();
  });

  it('the worker’s file, imported by a page, throws wrong-scope and changes nothing', async () => {
    const seen = await page.run(async () => {
      const url = '/exact/worker.js';
      const names = Object.getOwnPropertyNames(globalThis).length;
      const code = await import(url).then(() => 'none', (error: unknown) => (error as { code: string }).code);
      return { code, same: Object.getOwnPropertyNames(globalThis).length === names, fetch: typeof fetch };
    });
    expect(seen).toEqual({ code: 'wrong-scope', same: true, fetch: 'function' });
  });
});
