import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BUILD, DIST, inRoot, ROOT, writeFile } from './paths.ts';

const INPUTS = ['src', 'assembly', 'models', 'lists', 'scripts/build', 'scripts/build.ts', 'package.json', 'package-lock.json'];
const STAMP = `${BUILD}/inputs.sha256`;

/** SHA-256 over every file the build reads, by path and content. About 20 ms. */
export function inputsDigest(): string {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesUnder(inRoot(input))).sort()) {
    hash.update(`${relative(ROOT, path)}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

export function isBuilt(): boolean {
  return existsSync(`${DIST}/index.js`) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputsDigest();
}

export function markBuilt(digest: string): void {
  writeFile(STAMP, digest);
}

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
