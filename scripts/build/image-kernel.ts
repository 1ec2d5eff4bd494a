import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileKernel } from './compile-kernel.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** They hold the whole map of assembly/image/memory.ts, and it never grows. */
const PAGES = '8';

/** `image.simd.wasm` and `image.scalar.wasm`, and each as an asset. About five seconds. */
export async function buildImageKernel(): Promise<void> {
  await compileKernel({
    name: 'image', flags: ['--shrinkLevel', '1', '--initialMemory', PAGES, '--maximumMemory', PAGES, '--runPasses', 'simplify-locals,vacuum,reorder-locals'],
    shrinkAgain: 2, inlines: false, handsOutMap: false,
  });
  for (const [name, kind] of [['image', 'simd'], ['image-scalar', 'scalar']] as const) {
    writeFile(join(BUILD, `${name}.bin`), withAssetHeader('IK', readFileSync(join(BUILD, `image.${kind}.wasm`))));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildImageKernel();
