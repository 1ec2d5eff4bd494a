import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import binaryen from 'binaryen';
import { BUILD, ROOT, writeFile } from './paths.ts';

export interface KernelSource {
  /** `text` for `assembly/text.ts`, which becomes `build/text.simd.wasm` and `build/text.scalar.wasm`. */
  readonly name: string;
  /** The compiler's flags beside the common ones: how large its memory is, and how hard it is to look for bytes. */
  readonly flags: readonly string[];
  /** Of the optimiser's second run, 1 (`-Os`) or 2 (`-Oz`). */
  readonly shrinkAgain: number;
  /** Puts small functions, and those called from one place, where they are called. */
  readonly inlines: boolean;
  /** Exports that are constants are not exported after all, but handed back: the bridge has them compiled in. */
  readonly handsOutMap: boolean;
  /** A second pair of modules, `text-words.simd.wasm`, without these exports and what only they need. */
  readonly without?: { readonly name: string; readonly exports: readonly string[] };
}

/** Constants by name. */
export type KernelMap = Readonly<Record<string, number>>;

/** Zero imports (`--use abort=`), statics from 1,024 on. */
const COMMON_FLAGS = ['--runtime', 'stub', '-O3', '--noAssert', '--uncheckedBehavior', 'always', '--use', 'abort=', '--memoryBase', '1024'];

/** One source, two modules with the same results and the same map. @throws {Error} what the compiler says */
export async function compileKernel(source: KernelSource): Promise<KernelMap> {
  mkdirSync(BUILD, { recursive: true });
  const maps: KernelMap[] = [];
  for (const [kind, extra] of [['simd', ['--enable', 'simd']], ['scalar', []]] as const) {
    const file = `${source.name}.${kind}.wasm`;
    const { error, stderr } = await asc.main([`assembly/${source.name}.ts`, '--baseDir', ROOT, '-o', `build/${file}`, ...COMMON_FLAGS, ...source.flags, ...extra]);
    if (error !== null) throw new Error(`assembly/${source.name}.ts does not compile:\n${stderr.toString()}`);
    const wasm = readFileSync(join(BUILD, file));
    const map = source.handsOutMap ? constantsOf(wasm) : {};
    maps.push(map);
    writeFile(join(BUILD, file), smaller(wasm, Object.keys(map), source));
    if (source.without) writeFile(join(BUILD, `${source.name}-${source.without.name}.${kind}.wasm`), smaller(wasm, [...Object.keys(map), ...source.without.exports], source));
  }
  const [map = {}, other] = maps;
  if (JSON.stringify(map) !== JSON.stringify(other)) throw new Error(`assembly/${source.name}.ts: two builds, two maps.`);
  return map;
}

function constantsOf(wasm: Uint8Array<ArrayBuffer>): KernelMap {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));
  return Object.fromEntries(Object.entries(exports).flatMap(([name, what]) => (
    what instanceof WebAssembly.Global ? [[name, (what as WebAssembly.Global).value as number]] : [])));
}

/**
 * The optimiser once more, by itself and with an eye on size: 300 bytes less of the text kernel after brotli. Its settings are
 * the whole process's: what is not set here is as the compiler set it for the run before.
 */
function smaller(wasm: Uint8Array, without: readonly string[], { shrinkAgain, inlines }: KernelSource): Uint8Array {
  const module = binaryen.readBinary(wasm);
  for (const name of without) module.removeExport(name);
  const { SIMD128, BulkMemory, BulkMemoryOpt, SignExt, NontrappingFPToInt, MutableGlobals } = binaryen.Features;
  module.setFeatures(SIMD128 | BulkMemory | BulkMemoryOpt | SignExt | NontrappingFPToInt | MutableGlobals);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(shrinkAgain);
  if (inlines) {
    // 10 costs 100 bytes more; 22 another 200, and saves a tenth of the time of scoring.
    binaryen.setAlwaysInlineMaxSize(4);
    binaryen.setOneCallerInlineMaxSize(400);
  }
  module.optimize();
  // Fewer locals once more, and what is used most has the shortest number: 60 bytes less.
  module.runPasses(['coalesce-locals', 'reorder-functions', 'reorder-locals']);
  const made = module.emitBinary();
  module.dispose();
  return made;
}
