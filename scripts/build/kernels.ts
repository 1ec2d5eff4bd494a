import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import binaryen from 'binaryen';
import { BUILD, ROOT, writeFile } from './paths.ts';
import { withAssetHeader } from './tables.ts';

/** Zero imports (`--use abort=`), statics below 64 KiB, memory up to LISTS from the start; sizes: docs/decisions/0009. */
const FLAGS = [
  '--runtime', 'stub', '-O3', '--shrinkLevel', '1', '--converge', '--noAssert', '--uncheckedBehavior', 'always', '--use', 'abort=',
  '--memoryBase', '1024', '--initialMemory', '43',
  // Once more at the end: a hundred bytes less after brotli.
  '--runPasses', 'simplify-locals,vacuum,reorder-locals',
];

async function compile(out: string, extra: readonly string[]): Promise<void> {
  const { error, stderr } = await asc.main(['assembly/text.ts', '--baseDir', ROOT, '-o', `build/${out}`, ...FLAGS, ...extra]);
  if (error !== null) throw new Error(`assembly/text.ts does not compile:\n${stderr.toString()}`);
  writeFile(join(BUILD, out), smaller(readFileSync(join(BUILD, out))));
}

/**
 * The optimiser once more, by itself and with an eye on size (`wasm-opt -Os`): 200 bytes less after brotli. Small functions
 * and those called from one place are put where they are called: no bytes after brotli, and a tenth of a message's time.
 */
function smaller(wasm: Uint8Array): Uint8Array {
  const module = binaryen.readBinary(wasm);
  const { SIMD128, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, MutableGlobals } = binaryen.Features;
  module.setFeatures(SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | MutableGlobals);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(1);
  binaryen.setAlwaysInlineMaxSize(22);
  binaryen.setOneCallerInlineMaxSize(1_000);
  module.optimize();
  const made = module.emitBinary();
  module.dispose();
  return made;
}

/** One source, two modules, each an asset: a page asks for the one that its engine runs. About ten seconds. */
export async function buildKernels(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  for (const [kind, extra] of [['simd', ['--enable', 'simd']], ['scalar', []]] as const) {
    await compile(`text.${kind}.wasm`, extra);
    writeFile(join(BUILD, `${kind}.bin`), withAssetHeader('TK', readFileSync(join(BUILD, `text.${kind}.wasm`))));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernels();
