import { afterAll, beforeAll, expect, it } from 'vitest';
import { killBrowsers } from './harness/lifetime.ts';
import { describeEngines, PageError, serveStatic, type StaticServer } from './harness/index.ts';

let server: StaticServer;

beforeAll(async () => {
  server = await serveStatic({
    routes: {
      '/': '<!doctype html><title>start</title>',
      '/strict': '<!doctype html><title>strict</title>',
      '/value.js': { body: 'export const value = 7;' },
    },
    headers: { '/strict': { 'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'" } },
  });
});
afterAll(() => server.close());

describeEngines('the harness', (engine) => {
  it('runs a function with arguments and hands its awaited value back', async () => {
    const page = await engine.open(`${server.origin}/`);
    const value = await page.run(async (a, b) => ({ sum: await Promise.resolve(a + b), title: document.title, secure: isSecureContext }), 2, 3);
    expect(value).toEqual({ sum: 5, title: 'start', secure: true });
    expect(await page.run(() => undefined)).toBe(undefined);
    await page.close();
  });

  it('throws what the page threw', async () => {
    const page = await engine.open(`${server.origin}/`);
    const failed = page.run(() => { throw Object.assign(new RangeError('too far'), { code: 'limit-exceeded' }); });
    await expect(failed).rejects.toMatchObject({ name: 'RangeError', message: 'too far', code: 'limit-exceeded' });
    await expect(failed).rejects.toBeInstanceOf(PageError);
    await page.close();
  });

  it('imports modules, also where the page forbids eval and strings', async () => {
    for (const path of ['/', '/strict']) {
      const page = await engine.open(server.origin + path);
      const value = await page.run(async (url) => ((await import(url)) as { value: number }).value, '/value.js');
      expect(value, path).toBe(7);
      await page.close();
    }
  });

  it('gives two tabs one storage, one channel and one set of locks, both awake', async () => {
    const [a, b] = await Promise.all([engine.open(`${server.origin}/?a`), engine.open(`${server.origin}/?b`)]);
    const heard = b.run(() => new Promise<string>((resolve) => {
      const channel = new BroadcastChannel('harness');
      channel.onmessage = (event) => { resolve(event.data as string); };
      void navigator.locks.request('held', () => {
        localStorage.setItem('listening', 'yes');
        return new Promise(() => undefined);
      });
    }));
    const facts = await a.run(async () => {
      while (localStorage.getItem('listening') !== 'yes') await new Promise((resolve) => setTimeout(resolve, 5));
      new BroadcastChannel('harness').postMessage('hello');
      const free = await navigator.locks.request('held', { ifAvailable: true }, (lock) => lock !== null);
      localStorage.removeItem('listening');
      return { free, visible: document.visibilityState };
    });
    expect(facts).toEqual({ free: false, visible: 'visible' });
    expect(await heard).toBe('hello');
    expect(await b.run(() => document.visibilityState)).toBe('visible');
    await Promise.all([a.close(), b.close()]);
  });

  it('logs what the page asked the server for', async () => {
    const page = await engine.open(`${server.origin}/`);
    server.clear();
    await page.run(async () => { await fetch('/there?x=1', { method: 'POST', body: 'text' }); });
    expect(server.log.map(({ method, path, search, body }) => ({ method, path, search, body })))
      .toEqual([{ method: 'POST', path: '/there', search: '?x=1', body: 'text' }]);
    await page.close();
  });

  it('starts anew after its browser died, and says of a page that it went with it', async () => {
    const page = await engine.open(`${server.origin}/`);
    const waiting = page.run(() => new Promise(() => undefined));
    killBrowsers(engine.name);
    await expect(waiting).rejects.toThrow(`browser went away: ${engine.name}`);
    const next = await engine.open(`${server.origin}/`);
    expect(await next.run(() => document.title)).toBe('start');
    await next.close();
  });
});
