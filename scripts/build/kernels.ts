import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import { BUILD, generatedBy, ROOT, writeFile } from './paths.ts';

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
}

/**
 * A character for each byte, none of them a control, a quotation mark or a backslash: what UTF-8 makes of it is a twentieth
 * less after brotli than hexadecimal digits, and base64 a third more, for there bytes do not keep their borders.
 */
const asText = (file: string): string => Array.from(readFileSync(join(BUILD, file)), (byte) => (
  String.fromCharCode(byte < 0x39 ? byte + 0x23 : byte < 0x5b ? byte + 0x24 : byte + 0xa5)
)).join('');

/** One source, two modules; and both as text for the bundles. About ten seconds. */
export async function buildKernels(): Promise<void> {
  mkdirSync(BUILD, { recursive: true });
  await compile('text.simd.wasm', ['--enable', 'simd']);
  await compile('text.scalar.wasm', []);
  writeFile(join(BUILD, 'kernels.gen.ts'), `${generatedBy('scripts/build/kernels.ts')}
export const SIMD_TEXT: string = ${JSON.stringify(asText('text.simd.wasm'))};
export const SCALAR_TEXT: string = ${JSON.stringify(asText('text.scalar.wasm'))};
`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildKernels();
