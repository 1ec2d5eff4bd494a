import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PublicFile {
  readonly body: Buffer;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.bin': 'application/octet-stream', '.wasm': 'application/wasm', '.json': 'application/json',
  '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.webm': 'video/webm', '.pdf': 'application/pdf', '.txt': 'text/plain; charset=utf-8',
};

/** The files of a folder by path under it, listed once: a request can only ever name one of these. */
export function listFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (at: string): void => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (!name.startsWith('.')) files.set(relative(folder, path).split(sep).join('/'), path);
    }
  };
  walk(folder);
  return files;
}

export function readPublicFile(path: string): PublicFile {
  return { body: readFileSync(path), type: TYPES[extname(path)] ?? 'application/octet-stream' };
}
