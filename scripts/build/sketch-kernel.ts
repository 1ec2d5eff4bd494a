import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileKernel } from './compile-kernel.ts';
import { BUILD, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** They hold the whole map of assembly/sketch/memory.ts, and it never grows. */
const PAGES = '64';

/** `sketch.simd.wasm` and `sketch.scalar.wasm`, and each as an asset. About five seconds. */
export async function buildSketchKernel(): Promise<void> {
  await compileKernel({
    name: 'sketch', flags: ['--shrinkLevel', '1', '--initialMemory', PAGES, '--maximumMemory', PAGES], shrinkAgain: 1, inlines: true, handsOutMap: false,
  });
  for (const [name, kind] of [['sketch', 'simd'], ['sketch-scalar', 'scalar']] as const) {
    writeFile(join(BUILD, `${name}.bin`), withAssetHeader('SK', readFileSync(join(BUILD, `sketch.${kind}.wasm`))));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSketchKernel();
