import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import { BUILD, generatedBy, ROOT, writeFile } from './paths.ts';

/** Zero imports (`--use abort=`), statics below 64 KiB, memory up to LISTS from the start; sizes: docs/decisions/0009. */
const FLAGS = [
  '--runtime', 'stub', '-O3', '--shrinkLevel', '1', '--converge', '--noAssert', '--uncheckedBehavior', 'always', '--use', 'abort=',
  '--memoryBase', '1024', '--initialMemory', '43',
];

async function compile(out: string, extra: readonly string[]): Promise<void> {
  const { error, stderr } = await asc.main(['assembly/text.ts', '--baseDir', ROOT, '-o', `build/${out}`, ...FLAGS, ...extra]);
  if (error !== null) throw new Error(`assembly/text.ts does not compile:\n${stderr.toString()}`);
}

/** Longer than base64 as it stands, a third shorter after brotli: bytes stay on their borders. */
const hex = (file: string): string => readFileSync(join(BUILD, file)).toString('hex');

/** One source, two modules; and both as text for the bundles. About ten seconds. */
export async function buildKernels(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  await compile('text.simd.wasm', ['--enable', 'simd']);
  await compile('text.scalar.wasm', []);
  writeFile(join(BUILD, 'kernels.gen.ts'), `${generatedBy('scripts/build/kernels.ts')}
export const SIMD_HEX: string = '${hex('text.simd.wasm')}';
export const SCALAR_HEX: string = '${hex('text.scalar.wasm')}';
`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernels();
