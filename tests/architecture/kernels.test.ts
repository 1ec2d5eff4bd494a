import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILD, inRoot } from '../../scripts/build/paths.ts';
import { ABI_VERSION } from '../../src/text/kernel.ts';
import { golden } from './golden.ts';

const BUILDS = ['simd', 'scalar'] as const;

function compile(build: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(readFileSync(`${BUILD}/text.${build}.wasm`));
}

/** The AssemblyScript source is read as text: its number types are not TypeScript's. */
function abiVersion(): number {
  const match = /ABI_VERSION: i32 = (\d+);/.exec(readFileSync(inRoot('assembly/memory.ts'), 'utf8'));
  return Number(match?.[1]);
}

describe('the text kernel', () => {
  it.each(BUILDS)('%s imports nothing, so it can reach nothing outside its memory', async (build) => {
    expect(WebAssembly.Module.imports(await compile(build))).toEqual([]);
  });

  it('exports what the snapshot of this ABI version says, in both builds', async () => {
    const exports = await Promise.all(BUILDS.map(async (build) =>
      WebAssembly.Module.exports(await compile(build)).map(({ name, kind }) => `${kind} ${name}`).sort()));
    expect(exports[0]).toEqual(exports[1]);
    const current = `${JSON.stringify({ abiVersion: abiVersion(), exports: exports[0] }, null, 2)}\n`;
    expect(current).toBe(golden('kernel-exports.json', current));
  });

  it('is of the version of the memory map that the bridge speaks', () => {
    expect(ABI_VERSION).toBe(abiVersion());
  });

  it('differs between the builds only in how it computes', () => {
    const [simd, scalar] = BUILDS.map((build) => readFileSync(`${BUILD}/text.${build}.wasm`));
    expect(simd?.equals(scalar ?? Buffer.alloc(0))).toBe(false);
  });
});
