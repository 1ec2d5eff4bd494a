import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileKernel } from './compile-kernel.ts';
import { BUILD, generatedBy, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** What only models need: whoever has no scam notices does not download it. */
const SCORES = ['featureFlags', 'features', 'featureUnits', 'checkModel', 'language', 'concepts', 'cues', 'score'];

/** The text kernel, with models and without, each build an asset: a page asks for the one that its engine runs. And its map for the bridge. About ten seconds. */
export async function buildKernels(): Promise<void> {
  // Memory up to LISTS from the start; sizes: docs/decisions/0009. Inlining costs no bytes after brotli, and saves a tenth of a message's time.
  const map = await compileKernel({
    name: 'text', flags: ['--shrinkLevel', '2', '--initialMemory', '56'],
    shrinkAgain: 1, inlines: true, handsOutMap: true, without: { name: 'words', exports: SCORES },
  });
  writeFile(join(BUILD, 'regions.gen.ts'), `${generatedBy('scripts/build/kernels.ts')}/** The text kernel's map: addresses in bytes, and capacities (assembly/memory.ts). */
${Object.entries(map).map(([name, value]) => `export const ${name} = ${value};\n`).join('')}`);
  for (const kind of ['simd', 'scalar']) {
    for (const part of ['', '-words']) writeFile(join(BUILD, `${kind}${part}.bin`), withAssetHeader('TK', readFileSync(join(BUILD, `text${part}.${kind}.wasm`))));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernels();
