import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';
import { CONFIG_FILE } from './client-build.ts';
import { DEV_PAGE_POLICY } from './headers.ts';
import { listFolder } from './static-files.ts';
import type { Site } from './site.ts';

/** `npm run demo -- --dev`: Vite serves the page's sources; assets, relay and counting stay the server's own. */
export async function developSite(assetsFolder: string, version: string): Promise<Site> {
  const vite = await createServer({ configFile: CONFIG_FILE, appType: 'custom', server: { middlewareMode: true } });
  return {
    pages: new Map(), assets: listFolder(assetsFolder), version,
    async develop(request, response) {
      if ((request.url ?? '/').split('?', 1)[0] === '/') {
        const source = await readFile(join(dirname(CONFIG_FILE), 'index.html'), 'utf8');
        const page = await vite.transformIndexHtml(request.url ?? '/', source);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DEV_PAGE_POLICY }).end(page);
        return true;
      }
      return new Promise((resolve, reject) => {
        response.once('finish', () => { resolve(true); });
        vite.middlewares(request, response, (error?: unknown) => {
          if (error === undefined) resolve(false);
          else reject(error instanceof Error ? error : new Error('The development server failed.'));
        });
      });
    },
  };
}
