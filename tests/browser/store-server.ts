import { fileURLToPath } from 'node:url';
import { bundlePage, serveStatic, type StaticServer } from './harness/index.ts';

/** A page with the encrypted store and raw IndexedDB at hand (`./pages/store-page.ts`). */
export async function serveStorePage(): Promise<StaticServer> {
  const script = await bundlePage(fileURLToPath(new URL('./pages/store-page.ts', import.meta.url)));
  return serveStatic({
    routes: { '/': '<!doctype html><title>store</title><script type="module" src="/page.js"></script>', '/page.js': { body: script } },
  });
}
