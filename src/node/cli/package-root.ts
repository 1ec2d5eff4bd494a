import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './failure.ts';

export interface PackageRoot {
  readonly folder: string;
  readonly version: string;
}

/** The installed package this file belongs to, whether it runs from `dist/` or from source. */
export function findPackageRoot(): PackageRoot {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
      if (name === 'inward' && typeof version === 'string') return { folder, version };
    }
    const parent = dirname(folder);
    if (parent === folder) throw new CommandFailure('The inward package is incomplete: its package.json is missing.');
    folder = parent;
  }
}
