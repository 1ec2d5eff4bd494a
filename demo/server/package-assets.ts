import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

export interface PackageAssets {
  readonly version: string;
  /** Folder of the package's public files: workers, tables, models. */
  readonly folder: string;
}

/** Finds the built package the way any app would: by its public name. @throws {Error} it was not built. */
export function findPackage(): PackageAssets {
  const { resolve } = createRequire(import.meta.url);
  const manifest = resolve('inward/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const worker = resolve('inward/assets/worker.js');
  if (!existsSync(worker)) throw new Error('dist/ is missing. Run `npm ci` (or `npm run build`) first, then `npm run demo` again.');
  return { version, folder: dirname(worker) };
}
