import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../../src/contract/seal.ts';
import { serveStatic, type Route, type StaticServer } from './harness/index.ts';

const dist = (path: string): string => fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
export const asset = (name: string): Buffer => readFileSync(dist(`assets/${name}`));

/** Policy headers of the module workers under `/NAME/`. Six of them are wrong (issue 2, point 4). */
export const WORKER_HEADERS: Readonly<Record<string, string | readonly string[] | undefined>> = {
  exact: SEAL_HEADER_VALUE,
  none: undefined,
  self: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  connect: "connect-src 'none'",
  report: `${SEAL_HEADER_VALUE}; report-uri /leak/report`,
  two: [SEAL_HEADER_VALUE, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"],
  eval: "default-src 'none'; script-src 'unsafe-eval' 'wasm-unsafe-eval'",
};

export interface PackageServerOptions {
  /** Policy of the page at `/NAME`. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Files that stand in for a published one, by path. */
  readonly replace?: Readonly<Record<string, Route>>;
}

/** The built package as a host serves it: the bundle, and the assets under each worker header. */
export function servePackage(options: PackageServerOptions = {}): Promise<StaticServer> {
  const names = Object.keys(WORKER_HEADERS);
  const page = '<!doctype html><meta charset="utf-8"><title>host</title><body></body>';
  return serveStatic({
    roots: { '/dist/': dist(''), ...Object.fromEntries([...names, 'faulty'].map((name) => [`/${name}/`, dist('assets')])) },
    routes: {
      '/': page,
      ...Object.fromEntries(Object.keys(options.pages ?? {}).map((name) => [`/page/${name}`, page])),
      ...options.replace,
    },
    headers: (path) => {
      const policy = path.startsWith('/page/') ? options.pages?.[path.slice('/page/'.length)] : workerPolicy(path);
      return policy === undefined ? undefined : { 'content-security-policy': policy };
    },
  });
}

/** The built package from its root, a page at `/page`, and the header on that one text worker and the one for notices. */
export function serveDist(worker: 'worker.js' | 'worker-plain.js'): Promise<StaticServer> {
  return serveStatic({
    roots: { '/': dist('') }, routes: { '/page': '<!doctype html><title>host</title>' },
    headers: (path) => ([worker, 'worker-notices.js'].some((name) => path === `/assets/${name}`) ? { [SEAL_HEADER_NAME]: SEAL_HEADER_VALUE } : undefined),
  });
}

function workerPolicy(path: string): string | readonly string[] | undefined {
  const [, folder, file] = path.split('/');
  return /^worker(-plain|-notices|-media|-chain|-onnx)?\.js$/u.test(file ?? '') ? WORKER_HEADERS[folder ?? ''] : undefined;
}
