import { afterEach, describe, expect, it, vi } from 'vitest';
import { CUES, CUES_BYTES, MODEL_BYTES } from '../../../build/regions.gen.ts';
import { compileKernel, instantiate } from '../../../src/text/kernel.ts';
import { TextKernel } from '../../../src/text/text-kernel.ts';
import { loadScamModel, scoreScam } from '../../../src/score/scam-model.ts';
import { readFileSync } from 'node:fs';
import { BUILD } from '../../../scripts/build/paths.ts';
import { codeOf } from '../../fixtures/code-of.ts';
import { KINDS, kernelAsset, makeKernel, tables } from '../../property/runs.ts';

const real = WebAssembly;
afterEach(() => vi.unstubAllGlobals());

describe('choosing a build', () => {
  it('takes SIMD where the engine knows it', () => {
    expect(compileKernel(kernelAsset('simd')).kind).toBe('simd');
  });

  it('takes the scalar build where the engine does not', () => {
    vi.stubGlobal('WebAssembly', { Module: real.Module, Instance: real.Instance, validate: () => false });
    const kernel = new TextKernel(tables(), compileKernel(kernelAsset('scalar')));
    expect(kernel.kind).toBe('scalar');
    kernel.setWords([{ text: 'bad', entry: 0 }]);
    kernel.read([{ text: 'BAD', scored: false }]);
    expect(kernel.match().hits).toHaveLength(1);
  });

  it('says no-wasm without WebAssembly, and where the policy forbids it', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(codeOf(() => compileKernel(kernelAsset('simd')))).toBe('no-wasm');
    class Forbidden {
      constructor() { throw new real.CompileError('refused by the policy'); }
    }
    vi.stubGlobal('WebAssembly', { Module: Forbidden, Instance: real.Instance, validate: real.validate.bind(real) });
    expect(codeOf(() => compileKernel(kernelAsset('simd')))).toBe('no-wasm');
  });
});

describe.each(KINDS)('an instance of the %s kernel', (kind) => {
  it('has room for its whole map from the start', () => {
    const { memory } = makeKernel(kind).exports;
    expect(memory.buffer.byteLength).toBe(CUES + CUES_BYTES);
  });

  it('keeps tables, model and options when a new list replaces the old one', () => {
    const kernel = makeKernel(kind);
    const asset = readFileSync(`${BUILD}/scam.bin`);
    const model = loadScamModel(kernel, asset.buffer.slice(asset.byteOffset, asset.byteOffset + asset.byteLength));
    const score = (): unknown => {
      kernel.read([{ text: 'Your parcel is held. Pay the fee of $2 at www.example.com/pay today!', scored: true }]);
      try {
        return scoreScam(kernel, model);
      } finally {
        kernel.wipe();
      }
    };
    const hows = (): readonly number[] => {
      kernel.read([{ text: 'a p4rcel, and par cel', scored: false }]);
      try {
        return kernel.match().hits.map(({ how }) => how);
      } finally {
        kernel.wipe();
      }
    };
    kernel.loadWordTable('lookalikes.bin', readFileSync(`${BUILD}/lookalikes.bin`));
    kernel.setSplits(false);
    const before = score();
    for (const list of [['parcel'], ['other', 'parcel']]) {
      kernel.setWords(list.map((text, entry) => ({ text, entry })));
      expect(score()).toEqual(before);
      expect(hows()).toEqual([2]);
    }
    kernel.setSplits(true);
    expect(hows()).toEqual([2, 16]);
    expect(kernel.unicodeVersion).toBe('17.0.0');
  });

  it('refuses a model that does not fit', () => {
    const kernel = makeKernel(kind);
    expect(kernel.loadModel(new Uint8Array(MODEL_BYTES + 1))).toBe(1);
    expect(kernel.loadModel(new Uint8Array(80))).not.toBe(0);
  });

  it('does not trap on any call out of order', () => {
    const fresh = instantiate(compileKernel(kernelAsset(kind), kind));
    expect(fresh.match()).toBe(0);
    expect(fresh.normalise(-1)).toBe(0);
    expect(fresh.normalise(257)).toBe(0);
    expect(fresh.listAdd(0, 0, 1)).toBe(2);
    for (const slot of [0, 1]) {
      expect(fresh.listBegin(slot, 0xffffffff, 0)).toBe(1);
      expect(fresh.listBegin(slot, 0, 0xffffffff)).toBe(1);
      expect(fresh.listBuild(slot)).toBe(0);
      expect(fresh.match()).toBe(0);
    }
    fresh.matchOptions(false);
    expect(fresh.listReads(0)).toBe(0);
    expect(fresh.loadReadings(-1)).toBe(2);
    expect(fresh.loadCommonWords(-1)).toBe(2);
    expect(fresh.loadTables(-1)).toBe(2);
    expect(fresh.unicodeVersion()).toBe(0);
    expect(fresh.workDone()).toBe(0);
    fresh.wipe();
  });
});
