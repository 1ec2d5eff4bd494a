import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/contract/default-settings.ts';
import type * as Inward from '../../src/index.ts';
import { makeMp4 } from '../fixtures/media/containers.ts';
import { makeJpeg } from '../fixtures/media/jpeg.ts';
import { slopes } from '../fixtures/media/pixels.ts';
import { blackPng } from '../fixtures/media/png.ts';
import { coverAll, openSafety } from './covers-page.ts';
import { bundlePage, describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage, WORKER_HEADERS } from './package-server.ts';

const RIGHT = { 'content-security-policy': WORKER_HEADERS['exact'] as string };
const text = { body: asset('worker.js'), headers: RIGHT };
const jpeg = makeJpeg({ width: 70, height: 50 }, slopes(70, 50));

let server: StaticServer;
beforeAll(async () => {
  const faulty = await bundlePage(fileURLToPath(new URL('./faults/faulty-media-worker.ts', import.meta.url)));
  const damaged = asset('image.bin');
  damaged[100] = (damaged[100] ?? 0) ^ 1;
  server = await servePackage({ replace: {
    '/faulty/worker-media.js': { body: faulty },
    // The text's worker is as it must be, the other is not.
    '/none/bare/worker.js': text, '/none/bare/worker-media.js': { body: asset('worker-media.js') }, '/none/bare/image.bin': { body: asset('image.bin') }, '/none/bare/image-scalar.bin': { body: asset('image-scalar.bin') },
    '/none/gone/worker.js': text,
    '/none/damaged/worker.js': text, '/none/damaged/image.bin': { body: damaged },
  } });
});
afterAll(() => server.close());

const asked = (): readonly string[] => server.log.map(({ path }) => path).sort();

describeEngines('the life of the media worker', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { server.clear(); });

  it('is loaded with the first file that may have a picture, stays while it is used, and is named with its kernel', async () => {
    await openSafety(page, '/exact/');
    const about = (): Promise<readonly string[]> => page.run(() => (globalThis as unknown as { safety: Inward.Safety }).safety.about().assets.map(({ name }) => name));
    expect((await coverAll(page, [jpeg, jpeg], { kind: 'audio' })).map(({ why }) => why)).toEqual(['no-picture', 'no-picture']);
    expect(asked().filter((path) => /media|image/u.test(path))).toEqual([]);
    expect((await about()).filter((name) => /media|image/u.test(name))).toEqual([]);
    const [first] = await coverAll(page, [jpeg]);
    expect(first?.state).toBe('picture');
    // Once for its header, once by the browser.
    expect(asked().filter((path) => /media|image/u.test(path))).toEqual(['/exact/image.bin', '/exact/worker-media.js', '/exact/worker-media.js']);
    expect(await about()).toEqual(expect.arrayContaining(['worker-media.js', 'image.bin']));
    server.clear();
    await coverAll(page, [jpeg, blackPng(40, 30), makeMp4(['isom']), new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><image href="/leak"/></svg>'), jpeg]);
    await page.run(() => new Promise((resolve) => { setTimeout(resolve, 200); }));
    expect(server.log).toEqual([]);
  });

  it.each([['/none/bare/', 'seal-failed'], ['/none/gone/', 'asset-unavailable'], ['/none/damaged/', 'asset-integrity']])('a worker that cannot be had (%s) costs covers alone', async (assets, why) => {
    expect(await openSafety(page, assets, { seal: 'header', settings: { ...defaultSettings(), notices: 'off' } })).toBe('header');
    const covers = await coverAll(page, [jpeg, jpeg, jpeg, jpeg, jpeg]);
    expect(covers.map((cover) => cover.why)).toEqual([why, why, why, why, why]);
    // Not once a picture: a chat may hold hundreds.
    expect(asked().filter((path) => /image|media/u.test(path)).length).toBeLessThanOrEqual(6);
    const delivery = await page.run(async () => (await (globalThis as unknown as { safety: Inward.Safety }).safety.screenMessage(
      { id: 'm', conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }, { relationship: 'contact' })).delivery);
    expect(delivery).toBe('chats');
  });

  describe.each([['hangs', 1, 'deadline'], ['dies of an error', 2, 'worker-failed'], ['ends without a word', 3, 'deadline']] as const)('a file by which it %s', (_name, height, why) => {
    it('gets the tile; those behind it get their covers', async () => {
      await openSafety(page, '/faulty/', { seal: 'off', deadlineMs: 500 });
      const covers = await coverAll(page, [jpeg, blackPng(7, height), jpeg, blackPng(7, 9).subarray(0, 20), blackPng(40, 30)]);
      expect(covers.map(({ state, why: code }) => code ?? state)).toEqual(['picture', why, 'picture', 'damaged', 'picture']);
    });
  });

  it('twenty hostile files do not hold up a message, and none of them the end', async () => {
    await openSafety(page, '/faulty/', { seal: 'off', deadlineMs: 60_000 });
    const seen = await page.run(async (hostile) => {
      const { safety } = globalThis as unknown as { safety: Inward.Safety };
      const file = new Blob([Uint8Array.from(atob(hostile), (sign) => sign.charCodeAt(0))]);
      let settled = 0;
      const covers = Array.from({ length: 20 }, (_, n) => safety.coverMedia(`f${n}`, file).then((cover) => { settled += 1; return cover; }));
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      const { delivery } = await safety.screenMessage({ id: 'm', conversationId: 'c', kind: 'text', text: 'x', sentAt: 1, direction: 'incoming' }, { relationship: 'contact' });
      const before = settled;
      await safety.dispose();
      const whys = (await Promise.all(covers)).map(({ why }) => why);
      const after = await safety.coverMedia('f', file);
      return { delivery, before, whys: [...new Set(whys)], after };
    }, Buffer.from(blackPng(7, 1)).toString('base64'));
    expect(seen).toEqual({ delivery: 'chats', before: 0, whys: ['disposed'], after: { id: 'f', state: 'neutral', why: 'disposed', width: 0, height: 0 } });
  });

  it('disposed before the first file, it loads nothing', async () => {
    await openSafety(page, '/exact/');
    server.clear();
    const why = await page.run(async () => {
      const { safety } = globalThis as unknown as { safety: Inward.Safety };
      await safety.dispose();
      return (await safety.coverMedia('f', new Blob(['x']))).why;
    });
    expect([why, server.log.length]).toEqual(['disposed', 0]);
  });

  it('without WebAssembly there are tiles, and no worker for them', async () => {
    const bare = await engine.open(`${server.origin}/`);
    await bare.run(() => { delete (globalThis as { WebAssembly?: unknown }).WebAssembly; });
    await openSafety(bare, '/exact/');
    expect((await coverAll(bare, [jpeg]))[0]?.why).toBe('no-wasm');
    expect(asked().filter((path) => /media|image/u.test(path))).toEqual([]);
    await bare.close();
  });
});
