import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEAL_HEADER_NAME } from '../../src/contract/seal.ts';
import { describeEngines, serveStatic, type StaticServer } from './harness/index.ts';

const DIST = join(import.meta.dirname, '../../dist');

let server: StaticServer;
beforeAll(async () => {
  server = await serveStatic({
    roots: { '/': `${DIST}/` }, routes: { '/page': '<!doctype html><title>no wasm</title>' },
    // A worker that may not compile WebAssembly, as in iOS Lockdown Mode; unsealed, for the seal's own header allows it.
    headers: (path) => (path === '/assets/worker.js' ? { [SEAL_HEADER_NAME]: "default-src 'none'" } : undefined),
  });
});
afterAll(() => server.close());

describeEngines('without WebAssembly', (engine) => {
  it('the chat goes on with delivery, inert links, covers and plain words, and every verdict says so', async () => {
    const page = await engine.open(`${server.origin}/page`);
    const seen = await page.run(async () => {
      const { createSafety, parseSettings } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
      const safety = await createSafety({ assets: '/assets/', seal: 'off', settings: parseSettings({ hiddenWords: { words: ['plum'] } }) });
      const verdict = await safety.screenMessage({
        id: 'm1', conversationId: 'c1', kind: 'image', text: 'a PLÜM, https://a.example/x', sentAt: 0, direction: 'incoming', attachments: [{ id: 'a', kind: 'image' }],
      }, { relationship: 'stranger' });
      const { kernel } = safety.about();
      await safety.dispose();
      return { kernel, verdict };
    });
    expect(seen).toEqual({
      kernel: 'none',
      verdict: {
        delivery: 'hidden', notify: 'none', notices: [], groups: [],
        hits: [{ surface: 'text', start: 2, end: 6, entry: 0, list: 'mine', action: 'hide' }],
        links: [{ surface: 'text', start: 8, end: 27, inert: true, why: ['request'] }],
        media: [{ id: 'a', state: 'covered', why: ['request', 'hidden-word'] }],
        degraded: [{ check: 'hidden-words', code: 'no-wasm' }, { check: 'scam', code: 'no-wasm' }],
      },
    });
    await page.close();
  });
});
