import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import binaryen from 'binaryen';
import { BUILD, ROOT, writeFile } from './paths.ts';

/** As for the text kernel (kernels.ts); 15 pages hold the whole map of assembly/image/memory.ts, and it never grows. */
const PAGES = 15;
const FLAGS = [
  '--runtime', 'stub', '-O3', '--shrinkLevel', '1', '--noAssert', '--uncheckedBehavior', 'always', '--use', 'abort=',
  '--memoryBase', '1024', '--initialMemory', `${PAGES}`, '--maximumMemory', `${PAGES}`,
  '--runPasses', 'simplify-locals,vacuum,reorder-locals',
];

async function compile(out: string, extra: readonly string[]): Promise<void> {
  const { error, stderr } = await asc.main(['assembly/image.ts', '--baseDir', ROOT, '-o', `build/${out}`, ...FLAGS, ...extra]);
  if (error !== null) throw new Error(`assembly/image.ts does not compile:\n${stderr.toString()}`);
  writeFile(join(BUILD, out), smaller(readFileSync(join(BUILD, out))));
}

/** The optimiser once more, with an eye on size. */
function smaller(wasm: Uint8Array): Uint8Array {
  const module = binaryen.readBinary(wasm);
  const { SIMD128, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, MutableGlobals } = binaryen.Features;
  module.setFeatures(SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | MutableGlobals);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.optimize();
  const made = module.emitBinary();
  module.dispose();
  return made;
}

/** `image.simd.wasm` and `image.scalar.wasm`: one source, the same results. About five seconds. */
export async function buildImageKernel(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  await compile('image.simd.wasm', ['--enable', 'simd']);
  await compile('image.scalar.wasm', []);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildImageKernel();
