// DESIGN §5: memories of the kernel plus buffers kept beside them, at most 24 MB with 10,000 hidden words and 40 MB while
// 100,000 are swapped for 100,000 others.

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packedModel } from '../../../models/scam/asset-json.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { BUILD } from '../../../scripts/build/paths.ts';
import { makeWords } from '../../bench/synthetic.ts';
import { fullKernel } from '../../fixtures/disguises/finder.ts';
import { KINDS } from '../../property/runs.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const MB = 1_000_000;
const words = makeWords(200_000);
const real = WebAssembly;

/** Memories of all instances made, in order; held weakly, so that the test keeps none alive. */
let memories: WeakRef<WebAssembly.Memory>[] = [];

beforeEach(() => {
  memories = [];
  class Watched extends real.Instance {
    constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
      super(module, imports);
      memories.push(new WeakRef(this.exports['memory'] as WebAssembly.Memory));
    }
  }
  vi.stubGlobal('WebAssembly', { Module: real.Module, Instance: Watched, validate: real.validate.bind(real) });
});
afterEach(() => vi.unstubAllGlobals());

function loaded(kind: 'simd' | 'scalar'): TextKernel {
  const kernel = fullKernel(kind);
  expect(kernel.loadModel(packedModel(readFileSync(`${BUILD}/scam.bin`)))).toBe(0);
  return kernel;
}

function put(kernel: TextKernel, from: number, count: number): void {
  expect(kernel.setWords(words.slice(from, from + count).map((text, entry) => ({ text, entry })))).toEqual([]);
}

const bytesOf = (list: readonly WeakRef<WebAssembly.Memory>[]): number => list.reduce((sum, one) => sum + (one.deref()?.buffer.byteLength ?? 0), 0);

describe.each(KINDS)('memory of the %s kernel', (kind) => {
  it.each([[10_000, 24], [100_000, 40]])('while %i words replace as many others, is at most %i MB', (count, limit) => {
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const kernel = loaded(kind);
    put(kernel, 0, count);
    const replaced = kernel.exports.memory.buffer.byteLength;
    put(kernel, count, count);
    // Garbage that is still there counts as kept: an upper bound.
    const buffers = Math.max(0, process.memoryUsage().arrayBuffers - before);
    const [, old, next] = memories;
    expect(memories).toHaveLength(3);
    expect(old?.deref()?.buffer.byteLength, 'the old list, in force while the new one is built').toBe(replaced);
    expect(next?.deref()?.buffer.byteLength).toBe(kernel.exports.memory.buffer.byteLength);
    expect(bytesOf(memories.slice(1)) + buffers).toBeLessThanOrEqual(limit * MB);
    expect(bytesOf(memories.slice(1))).toBeGreaterThan(count * 6);
  });

  it('while 100,000 words are gathered in slices with all that stands beside them, is at most 40 MB', () => {
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const kernel = loaded(kind);
    put(kernel, 0, 96_000);
    const entries = words.slice(0, 100_000).map((text, entry) => ({ text, entry }));
    const slices = kernel.wordSlices(entries);
    let most = 0;
    let done: boolean | undefined = false;
    for (let slice = 0; done !== true; slice++) {
      // All the room there is, taken in the middle.
      if (slice === 9) expect(kernel.putBeside(entries.slice(96_000))).toEqual([]);
      ({ done } = slices.next());
      most = Math.max(most, bytesOf(memories.slice(1)) + Math.max(0, process.memoryUsage().arrayBuffers - before));
    }
    expect(memories).toHaveLength(3);
    expect(most).toBeLessThanOrEqual(40 * MB);
    expect(most).toBeGreaterThan(100_000 * 12);
  });

  it('of lists that were replaced is given back', async () => {
    const kernel = loaded(kind);
    for (let turn = 0; turn < 5; turn++) put(kernel, turn * 1_000, 1_000);
    for (let tries = 0; tries < 20 && memories.filter((one) => one.deref() !== undefined).length > 1; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      collect();
    }
    expect(memories.map((one) => one.deref() !== undefined)).toEqual([false, false, false, false, false, true]);
    expect(kernel.exports.memory.buffer.byteLength).toBe(bytesOf(memories));
  });
});
