import { pathToFileURL } from 'node:url';
import { compileKernel } from './compile-kernel.ts';

/** They hold the whole map of assembly/image/memory.ts, and it never grows. */
const PAGES = '15';

/** `image.simd.wasm` and `image.scalar.wasm`. About five seconds. */
export async function buildImageKernel(): Promise<void> {
  await compileKernel({ name: 'image', flags: ['--initialMemory', PAGES, '--maximumMemory', PAGES], shrinkLevel: 2, inlines: false, handsOutMap: false });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildImageKernel();
