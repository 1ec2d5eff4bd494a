// Pairs of texts by the sketches that ship: which of 128 places they share, and what that says of how much of the one is in the other.

import { SketchKernel } from '../../src/text/sketch-kernel.ts';
import { readBuilt } from '../build/kernel.ts';
import { createRng } from '../build/rng.ts';

export interface Pair {
  readonly shared: number;
  /** Of a thousand grams of the smaller one, by the estimate; may be more than 1,000. */
  readonly contained: number;
}

export interface Near extends Pair {
  readonly a: number;
  readonly b: number;
}

/** Pairs that share fewer places are never near-copies: no threshold below is looked at. */
export const SHARED_FLOOR = 16;

export function openSketches(seed = 1): SketchKernel {
  const rng = createRng(seed);
  return new SketchKernel(readBuilt('sketch.simd.wasm'), readBuilt('tables.bin'), Uint8Array.from({ length: 16 }, () => rng.below(256)));
}

/** One text and one variant of it; `undefined` where either is too short for a sketch. */
export function comparePair(kernel: SketchKernel, text: string, variant: string): Pair | undefined {
  const size = kernel.sketch(text);
  kernel.put(0);
  const other = kernel.sketch(variant);
  if (size === 0 || other === 0) return undefined;
  const shared = kernel.lookup(1, { shared: 1, contained: 0 })[0]?.shared ?? 0;
  return { shared, contained: containedOf(shared, size, other) };
}

/** All pairs of different texts that share `SHARED_FLOOR` places. @returns also how many texts have a sketch, by index */
export function nearPairs(kernel: SketchKernel, texts: readonly string[]): { readonly near: readonly Near[]; readonly sketched: readonly boolean[] } {
  const sizes: number[] = [];
  const near: Near[] = [];
  const slots: number[] = [];
  for (const [a, text] of texts.entries()) {
    const size = kernel.sketch(text);
    sizes.push(size);
    if (size === 0) continue;
    for (const { slot, shared } of kernel.lookup(slots.length, { shared: SHARED_FLOOR, contained: 0 })) {
      const b = slots[slot] ?? 0;
      near.push({ a: b, b: a, shared, contained: containedOf(shared, size, sizes[b] ?? 0) });
    }
    kernel.put(slots.length);
    slots.push(a);
  }
  return { near, sketched: sizes.map((size) => size > 0) };
}

function containedOf(shared: number, a: number, b: number): number {
  return shared * (a + b) * 1000 / ((128 + shared) * Math.min(a, b));
}
