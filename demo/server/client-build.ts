import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const DEMO = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(DEMO);
export const CONFIG_FILE = join(DEMO, 'vite.config.ts');
/** Where the production build lies; ignored by git. */
export const CLIENT_FOLDER = join(ROOT, 'build', 'demo');
const STAMP = join(CLIENT_FOLDER, '.built');

/** Builds the client where a source, the package or the lock file is newer than the last build. About a second. */
export async function buildClient(): Promise<'built' | 'fresh'> {
  if (isFresh()) return 'fresh';
  await build({ configFile: CONFIG_FILE, logLevel: 'warn' });
  writeFileSync(STAMP, '');
  const now = new Date();
  utimesSync(STAMP, now, now);
  return 'built';
}

function isFresh(): boolean {
  if (!existsSync(STAMP)) return false;
  const built = statSync(STAMP).mtimeMs;
  return [DEMO, join(ROOT, 'dist'), join(ROOT, 'package-lock.json')].every((path) => newest(path) < built);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
