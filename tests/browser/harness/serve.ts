import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export interface LoggedRequest {
  /** `UPGRADE` for a WebSocket's opening request. */
  readonly method: string;
  readonly path: string;
  /** With the question mark, or empty. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type HeaderValues = Readonly<Record<string, string | readonly string[]>>;
export interface RouteReply {
  readonly status?: number;
  readonly headers?: HeaderValues;
  readonly body?: string | Uint8Array;
}
export type Route = string | RouteReply | ((request: LoggedRequest) => RouteReply | Promise<RouteReply>);

export interface StaticOptions {
  /** Path prefix (ending in `/`) to folder. */
  readonly roots?: Readonly<Record<string, string>>;
  /** Exact paths; a string is an HTML page. Asked before the roots. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** Extra headers by exact path, or by prefix where the key ends in `/`. A list is sent as several headers. */
  readonly headers?: Readonly<Record<string, HeaderValues>> | ((path: string) => HeaderValues | undefined);
}

export interface StaticServer {
  /** `http://127.0.0.1:PORT`, a secure context. */
  readonly origin: string;
  /** The same server as another origin. */
  readonly otherOrigin: string;
  readonly port: number;
  /** Every request since the start or the last `clear`, in order; the browser's own for `/favicon.ico` left out. */
  readonly log: readonly LoggedRequest[];
  clear(): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.bin': 'application/octet-stream',
};

/** A local server on 127.0.0.1 that logs every request. Caching is off, so the log is what the page asked for. */
export async function serveStatic(options: StaticOptions = {}): Promise<StaticServer> {
  const log: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    answer(options, log, request, response).catch(() => { response.destroy(); });
  });
  server.on('upgrade', (request: IncomingMessage, socket: { destroy(): void }) => {
    log.push(logged(request, 'UPGRADE', ''));
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`, otherOrigin: `http://localhost:${port}`, port, log,
    clear() { log.length = 0; },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

async function answer(options: StaticOptions, log: LoggedRequest[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/favicon.ico' && options.routes?.['/favicon.ico'] === undefined) {
    response.writeHead(204).end(); // The browser's own question, not the page's.
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const entry = logged(request, request.method ?? 'GET', Buffer.concat(chunks).toString('utf8'));
  log.push(entry);
  const route = options.routes?.[entry.path];
  const reply = typeof route === 'function' ? await route(entry) : route;
  if (reply !== undefined) {
    const whole: RouteReply = typeof reply === 'string' ? { headers: { 'content-type': TYPES['.html'] ?? '' }, body: reply } : reply;
    setHeaders(response, { 'content-type': TYPES[extname(entry.path)] ?? 'text/html; charset=utf-8', ...whole.headers });
    setHeaders(response, extraHeaders(options, entry.path));
    response.writeHead(whole.status ?? 200).end(whole.body ?? '');
    return;
  }
  const file = fileFor(options.roots ?? {}, entry.path);
  setHeaders(response, extraHeaders(options, entry.path));
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  setHeaders(response, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function logged(request: IncomingMessage, method: string, body: string): LoggedRequest {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  return { method, path: decodeURIComponent(pathname), search, headers: request.headers, body };
}

function setHeaders(response: ServerResponse, headers: HeaderValues): void {
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, typeof value === 'string' ? value : [...value]);
}

function extraHeaders(options: StaticOptions, path: string): HeaderValues {
  if (typeof options.headers === 'function') return options.headers(path) ?? {};
  const table = options.headers ?? {};
  return Object.assign({}, ...Object.keys(table).filter((key) => key === path || (key.endsWith('/') && path.startsWith(key)))
    .map((key) => table[key])) as HeaderValues;
}

/** The longest prefix wins; a path never leaves its folder. */
function fileFor(roots: Readonly<Record<string, string>>, path: string): string | undefined {
  const prefix = Object.keys(roots).filter((key) => path.startsWith(key)).sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return undefined;
  const folder = normalize(roots[prefix] ?? '');
  const file = join(folder, path.slice(prefix.length));
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  const target = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  return existsSync(target) && statSync(target).isFile() ? target : undefined;
}
