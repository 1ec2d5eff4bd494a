import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSET_HEADER_BYTES } from '../../../src/contract/assets.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { BUILD } from '../../../scripts/build/paths.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const LONG = `Your parcel is held! Pay $2 at www.example.com/pay or call 0123456789? ${'ZEBRA ﷺ พัสดุ посылка 荷物 '.repeat(300)}`;

/** Tables, a list and the built scam model in it, as the engine has it. */
function loaded(kind: 'simd' | 'scalar', words: readonly string[]): TextKernel {
  const kernel = makeKernel(kind);
  kernel.setWords(words.map((text, entry) => ({ text, entry })));
  expect(kernel.loadModel(new Uint8Array(readFileSync(`${BUILD}/scam.bin`)).subarray(ASSET_HEADER_BYTES))).toBe(0);
  return kernel;
}

/** Every reader there is. */
function use(kernel: TextKernel, ...texts: readonly string[]): { readonly hits: number; readonly ids: number; readonly classes: number } {
  kernel.read(texts.map((text) => ({ text, scored: true })));
  return { hits: kernel.match().hits.length, ids: kernel.exports.features(), classes: kernel.exports.score() };
}

/** The whole memory, statics, tables, model and list included. */
function memoryOf(kernel: TextKernel): Buffer {
  return Buffer.from(kernel.exports.memory.buffer.slice(0));
}

/** Addresses that differ, as runs of bytes. */
function differences(before: Buffer, after: Buffer): readonly string[] {
  const runs: string[] = [];
  let start = -1;
  for (let at = 0; at <= before.length; at++) {
    const differs = at < before.length && before[at] !== after[at];
    if (differs && start < 0) start = at;
    if (differs || start < 0) continue;
    runs.push(`0x${start.toString(16)} to 0x${at.toString(16)}`);
    start = -1;
  }
  return runs;
}

/** What the exports tell of a text. */
function told(kernel: TextKernel): readonly number[] {
  const { capitals, featureFlags, featureUnits, scriptLetters, status } = kernel.exports;
  return [capitals(), featureFlags(), featureUnits(), status(), ...Array.from({ length: 9 }, (_, script) => scriptLetters(script))];
}

describe.each(KINDS)('wiping the %s kernel', (kind) => {
  it('leaves the whole memory as it was before the text, and tells nothing of it', () => {
    const kernel = loaded(kind, ['zebra', 'parcel']);
    const before = memoryOf(kernel);
    for (const text of ['zebra', LONG, 'a']) {
      const seen = use(kernel, text, 'zebra');
      expect([seen.hits > 0, seen.ids > 0, seen.classes > 0]).toEqual([true, true, true]);
      expect(differences(before, memoryOf(kernel)).length, 'the comparison can see a text').toBeGreaterThan(4);
      kernel.wipe();
      expect(differences(before, memoryOf(kernel))).toEqual([]);
      expect(new Set(told(kernel))).toEqual(new Set([0]));
    }
  });

  it('leaves nothing of several texts read before one wipe', () => {
    const kernel = loaded(kind, ['zebra', 'parcel']);
    const before = memoryOf(kernel);
    for (const text of [LONG, 'zebra zebra', 'a']) use(kernel, text);
    kernel.wipe();
    expect(differences(before, memoryOf(kernel))).toEqual([]);
  });

  it('leaves but the mark before the first segment where there is no list', () => {
    const kernel = loaded(kind, []);
    const before = memoryOf(kernel);
    use(kernel, LONG);
    kernel.wipe();
    const mark = kernel.exports.FOLDED.value - 2;
    expect(differences(before, memoryOf(kernel))).toEqual([`0x${mark.toString(16)} to 0x${(mark + 2).toString(16)}`]);
  });
});
