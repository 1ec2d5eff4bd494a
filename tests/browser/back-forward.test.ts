import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** A page that may be kept: `no-store`, the test server's usual answer, forbids it. */
const PAGE = { headers: { 'cache-control': 'no-cache', 'content-type': 'text/html' }, body: '<!doctype html><title>host</title><body></body>' };

let server: StaticServer;
beforeAll(async () => { server = await servePackage({ replace: { '/chat': PAGE, '/away': PAGE } }); });
afterAll(() => server.close());

type Held = { safety: Inward.Safety; shown: boolean[]; events: string[] };

/** In the middle of a navigation there is no page to ask. A browser that went away is another matter. */
async function unlessLeaving<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (String(error).includes('browser went away')) throw error;
    return undefined;
  }
}

async function arriveAt(page: Page, path: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await unlessLeaving(() => page.run(() => location.pathname)) === path) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The page never came to ${path}.`);
}

// All three engines keep a page with a sealed worker and a memory store (measured on 2026-11-21).
describeEngines('the back/forward cache', (engine) => {
  it.each([['header', '/exact/'], ['frame', '/none/']])('gives the page back with its worker asleep, and screening goes on (%s form)', async (form, assets) => {
    const page = await engine.open(`${server.origin}/chat`);
    const started = await page.run(async (folder) => {
      const url = '/dist/index.js';
      const { createSafety, defaultSettings } = await import(url) as typeof Inward;
      const settings = { ...defaultSettings(), hiddenWords: { enabled: true, words: [{ text: 'plover' }], lists: [], allow: [] } };
      const held: Held = { safety: await createSafety({ assets: folder, settings }), shown: [], events: [] };
      held.safety.subscribe((event) => { held.events.push(event.kind === 'engine' ? event.state : event.kind); });
      addEventListener('pageshow', (event) => { held.shown.push((event as PageTransitionEvent).persisted); });
      Object.assign(globalThis, held);
      return held.safety.seal;
    }, assets);
    expect(started).toBe(form);
    for (const round of [1, 2]) {
      await unlessLeaving(() => page.run(() => { setTimeout(() => { location.assign('/away'); }, 200); }));
      await arriveAt(page, '/away');
      await unlessLeaving(() => page.run(() => { setTimeout(() => { history.back(); }, 200); }));
      await arriveAt(page, '/chat');
      const seen = await page.run(async () => {
        const { safety, shown, events } = globalThis as unknown as Partial<Held>;
        const verdict = await safety?.screenMessage(
          { id: 'm', conversationId: 'c', kind: 'text', text: 'a plover', sentAt: 1, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' } });
        return { shown, events, delivery: verdict?.delivery, degraded: verdict?.degraded };
      });
      expect(seen).toEqual({ shown: Array.from({ length: round }, () => true), events: [], delivery: 'hidden', degraded: [] });
    }
    await page.run(() => (globalThis as unknown as Held).safety.dispose());
    await page.close();
  });
});
