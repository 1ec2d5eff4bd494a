import { existsSync, rmSync } from 'node:fs';
import { buildAssets } from './build/assets.ts';
import { buildEntries } from './build/entries.ts';
import { DIST, inRoot } from './build/paths.ts';
import { inputsDigest, markBuilt } from './build/stamp.ts';
import { buildTypes } from './build/types.ts';
import { buildVersion } from './build/version.ts';
import { buildWorkers } from './build/workers.ts';

async function optional(file: string, name: string): Promise<void> {
  if (!existsSync(inRoot(file))) { console.error(`missing ${file}`); return; }
  await ((await import(inRoot(file))) as Record<string, () => unknown>)[name]?.();
}

/** What `npm run build` makes, in order (CONTRIBUTING.md). Each step reads files of the tree and of steps above it. */
const STEPS: readonly (readonly [string, () => unknown])[] = [
  ['version', buildVersion],
  ['tables', () => optional('scripts/build/tables.ts', 'buildTables')],
  ['kernels', () => optional('scripts/build/kernels.ts', 'buildKernels')],
  ['model', () => optional('scripts/build/model.ts', 'buildModel')],
  ['workers', buildWorkers],
  ['assets', buildAssets],
  ['entries', buildEntries],
  ['types', buildTypes],
];

const digest = inputsDigest();
rmSync(DIST, { recursive: true, force: true });
for (const [name, step] of STEPS) {
  const start = performance.now();
  try { await step(); } catch (error) { console.error(`build ${name} failed: ${String(error)}`); process.exitCode = 1; }
  process.stdout.write(`build ${name.padEnd(8)} ${Math.round(performance.now() - start)} ms\n`);
}
if (process.exitCode !== 1) markBuilt(digest);
