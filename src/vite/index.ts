import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { VERSION } from '../../build/version.gen.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../contract/seal.ts';

export interface InwardOptions {
  /** Path the assets are served and emitted under, with a slash at both ends. Default `/inward/VERSION/`. */
  readonly base?: string;
  /** Folder of the assets. Default: the package's own `dist/assets`. */
  readonly assets?: string;
}

type Next = (error?: unknown) => void;

/**
 * Vite plug-in: serves the package's assets in dev and preview, worker files with exactly the header that seals them,
 * and emits them in a build. The server that hosts the built files must send that header itself: Vite has no say there.
 *
 * @throws {RangeError} `base` without a slash at both ends.
 */
export function inward(options: InwardOptions = {}): Plugin {
  const base = options.base ?? `/inward/${VERSION}/`;
  if (!base.startsWith('/') || !base.endsWith('/')) throw new RangeError('inward(): base must begin and end with "/"');
  const folder = options.assets ?? packageAssets();
  const serve = (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    serveAsset(folder, base, request, response, next);
  };
  return {
    name: 'inward',
    configureServer(server) { server.middlewares.use(serve); },
    configurePreviewServer(server) { server.middlewares.use(serve); },
    generateBundle() {
      for (const name of readdirSync(folder)) {
        this.emitFile({ type: 'asset', fileName: base.slice(1) + name, source: readFileSync(join(folder, name)) });
      }
    },
  };
}

function packageAssets(): string {
  return fileURLToPath(new URL('./assets/', import.meta.url));
}

/** Vite's own middlewares come later, so nothing of theirs (transforms, injected clients) touches these files. */
function serveAsset(folder: string, base: string, request: IncomingMessage, response: ServerResponse, next: Next): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const name = path.startsWith(base) ? path.slice(base.length) : '';
  const file = join(folder, basename(name));
  if (name === '' || basename(name) !== name || !existsSync(file)) {
    next();
    return;
  }
  const isScript = name.endsWith('.js');
  if (isScript) response.setHeader(SEAL_HEADER_NAME, SEAL_HEADER_VALUE);
  response.setHeader('Content-Type', isScript ? 'text/javascript; charset=utf-8' : 'application/octet-stream');
  response.setHeader('Content-Length', statSync(file).size);
  response.setHeader('Cache-Control', 'no-cache');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file).pipe(response);
}
