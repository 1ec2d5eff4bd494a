import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLDED, OUT, READINGS } from '../../../build/regions.gen.ts';
import { packedModel } from '../../../models/scam/asset-json.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { BUILD } from '../../../scripts/build/paths.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const LONG = `Your parcel is held! Pay $2 at www.example.com/pay or call 0123456789? ${'ZEBRA ﷺ พัสดุ посылка 荷物 '.repeat(300)}`;

/** Every disguise: each leaves something in the regions of the slow lane. */
const DISGUISED = `z3bra z-e-b-r-a zzzebra ze*ra zеbra 🇿🇪🇧🇷🇦 z e b r a ze bra %7a%65bra #MyZebra zebra_1 \u202earbez\u202c ကို ${'p@rcel '.repeat(200)}`;

/** Tables, a list and the built scam model in it, as the engine has it. */
function loaded(kind: 'simd' | 'scalar', words: readonly string[]): TextKernel {
  const kernel = makeKernel(kind);
  kernel.loadWordTable('lookalikes.bin', readFileSync(`${BUILD}/lookalikes.bin`));
  kernel.loadWordTable('common-words.bin', readFileSync(`${BUILD}/common-words.bin`));
  kernel.setWords(words.map((text, entry) => ({ text, entry })));
  expect(kernel.loadModel(packedModel(readFileSync(`${BUILD}/scam.bin`)))).toBe(0);
  return kernel;
}

/** Every reader there is. */
function use(kernel: TextKernel, ...texts: readonly string[]): { readonly hits: number; readonly ids: number; readonly named: number; readonly classes: number } {
  kernel.read(texts.map((text) => ({ text, scored: true })));
  const { features, language, concepts, score } = kernel.exports;
  const [hits, ids] = [kernel.match().hits.length, features()];
  // The first language has words for what some of these texts say.
  expect(language()).toBeGreaterThanOrEqual(0);
  return { hits, ids, named: concepts(0), classes: score() };
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
  const { capitals, featureFlags, featureUnits, status, workDone } = kernel.exports;
  return [capitals(), featureFlags(), featureUnits(), status(), workDone()];
}

describe.each(KINDS)('wiping the %s kernel', (kind) => {
  it('leaves the whole memory as it was before the text, and tells nothing of it', () => {
    const kernel = loaded(kind, ['zebra', 'parcel']);
    const before = memoryOf(kernel);
    for (const text of ['zebra', LONG, 'a', DISGUISED]) {
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
    for (const text of [LONG, DISGUISED, 'zebra zebra', 'a']) use(kernel, text);
    kernel.wipe();
    expect(differences(before, memoryOf(kernel))).toEqual([]);
  });

  it('forgets the passages read in disguise: glyphs, the way through them, what was weighed', () => {
    const kernel = loaded(kind, ['zebra', 'parcel']);
    const before = memoryOf(kernel);
    kernel.read([{ text: DISGUISED, scored: false }]);
    const hows = kernel.match().hits.reduce((all, { how }) => all | how, 0);
    expect(hows & 0b111111111, 'every kind of disguise was seen').toBe(0b111111111);
    // GLYPHS stands behind the regions of the features, before the readings (assembly/memory.ts).
    const [low, high] = [OUT + 64, READINGS];
    expect(differences(before, memoryOf(kernel)).some((run) => parseInt(run, 16) >= low && parseInt(run, 16) < high)).toBe(true);
    kernel.wipe();
    expect(differences(before, memoryOf(kernel))).toEqual([]);
    expect(kernel.exports.workDone()).toBe(0);
  });

  it('leaves but the mark before the first segment where there is no list', () => {
    const kernel = loaded(kind, []);
    const before = memoryOf(kernel);
    use(kernel, LONG);
    kernel.wipe();
    const mark = FOLDED - 2;
    expect(differences(before, memoryOf(kernel))).toEqual([`0x${mark.toString(16)} to 0x${(mark + 2).toString(16)}`]);
  });
});
