import { rmSync } from 'node:fs';
import { buildAssets } from './build/assets.ts';
import { buildContactCard } from './build/contact-card.ts';
import { buildCatalogues } from './build/catalogues.ts';
import { buildCommonWords } from './build/common-words.ts';
import { buildEntries } from './build/entries.ts';
import { buildImageKernel } from './build/image-kernel.ts';
import { buildKernels } from './build/kernels.ts';
import { buildLookalikes } from './build/lookalikes.ts';
import { buildLists } from './build/lists.ts';
import { buildNameLetters } from './build/name-letters.ts';
import { buildNudges } from './build/nudges.ts';
import { buildNotices } from './build/notices.ts';
import { DIST } from './build/paths.ts';
import { inputsDigest, markBuilt } from './build/stamp.ts';
import { buildSketchKernel } from './build/sketch-kernel.ts';
import { buildSuffixes } from './build/suffixes.ts';
import { buildTables } from './build/tables.ts';
import { buildTypes } from './build/types.ts';
import { buildVersion } from './build/version.ts';
import { buildWorkers } from './build/workers.ts';

/** What `npm run build` makes, in order (CONTRIBUTING.md). Each step reads files of the tree and of steps above it. */
const STEPS: readonly (readonly [string, () => unknown])[] = [
  ['version', buildVersion],
  ['tables', buildTables],
  ['lookalikes', buildLookalikes],
  ['name letters', buildNameLetters],
  ['common words', buildCommonWords],
  ['suffixes', buildSuffixes],
  ['kernels', buildKernels],
  ['image kernel', buildImageKernel],
  ['sketch kernel', buildSketchKernel],
  // Runs the kernel just built, whose map it has compiled in.
  ['model', async () => { (await import('./build/model.ts')).buildModel(); }],
  ['contact', buildContactCard],
  ['cues', async () => { (await import('./build/cues.ts')).buildCues(); }],
  ['lists', buildLists],
  ['nudges', buildNudges],
  ['catalogues', buildCatalogues],
  ['workers', buildWorkers],
  ['assets', buildAssets],
  ['entries', buildEntries],
  ['notices', buildNotices],
  ['types', buildTypes],
];

const digest = inputsDigest();
rmSync(DIST, { recursive: true, force: true });
for (const [name, step] of STEPS) {
  const start = performance.now();
  await step();
  process.stdout.write(`build ${name.padEnd(8)} ${Math.round(performance.now() - start)} ms\n`);
}
markBuilt(digest);
