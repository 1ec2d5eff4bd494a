import { readFileSync } from 'node:fs';
import { FOLDED, ORIGIN, SYMBOLS } from '../../build/regions.gen.ts';
import { compileKernel } from '../../src/text/kernel.ts';
import type { KernelKind } from '../../src/text/kernel.ts';
import { TextKernel } from '../../src/text/text-kernel.ts';

/** How often and from where fast-check draws: `FC_RUNS`, `FC_SEED`. Slow properties take a share of `FC_RUNS` only. */
export function runs(usual: number, share = 1): { readonly numRuns: number; readonly seed?: number } {
  const { FC_RUNS, FC_SEED } = process.env;
  return { numRuns: FC_RUNS === undefined ? usual : Math.ceil(Number(FC_RUNS) * share), ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }) };
}

/**
 * The same from one place always, but for `npm run fuzz`: where a kernel and its oracle are known to differ on a rare text
 * (docs/decisions/0017), a run by chance would fail by chance and say nothing new.
 */
export function steadyRuns(usual: number, share = 1): { readonly numRuns: number; readonly seed?: number } {
  return { ...(process.env['FC_RUNS'] === undefined ? { seed: 20_261_122 } : {}), ...runs(usual, share) };
}

export const KINDS: readonly KernelKind[] = ['simd', 'scalar'];

const built = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(`../../build/${name}`, import.meta.url)));

/** `simd.bin` or `scalar.bin`. */
export function kernelAsset(kind: KernelKind): Uint8Array<ArrayBuffer> {
  return built(`${kind}.bin`);
}

export function tables(): Uint8Array {
  return built('tables.bin');
}

export function makeKernel(kind: KernelKind): TextKernel {
  return new TextKernel(tables(), compileKernel(kernelAsset(kind), kind));
}

/** What the kernel folded the surfaces to, read from its memory; then wiped. */
export function foldWith(kernel: TextKernel, ...texts: readonly string[]): { readonly text: string; readonly origins: readonly number[]; readonly symbols: readonly number[] } {
  try {
    const { units } = kernel.read(texts.map((text) => ({ text, scored: true })));
    const { memory } = kernel.exports;
    let text = '';
    for (const unit of new Uint16Array(memory.buffer, FOLDED, units)) text += String.fromCharCode(unit);
    return {
      text,
      origins: [...new Uint16Array(memory.buffer, ORIGIN, units)],
      symbols: [...new Uint8Array(memory.buffer, SYMBOLS, units)],
    };
  } finally {
    kernel.wipe();
  }
}
