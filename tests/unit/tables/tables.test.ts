import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sourcesDigest } from '../../../assembly/tables/build/unicode-data.ts';
import { inRoot } from '../../../scripts/build/paths.ts';
import { makeTables } from '../../../scripts/build/tables.ts';
import { TextKernel } from '../../../src/text/text-kernel.ts';
import { compileKernel } from '../../../src/text/kernel.ts';
import { codeOf } from '../../fixtures/code-of.ts';
import { kernelAsset, tables as built } from '../../property/runs.ts';

let bytes: Uint8Array;
beforeAll(async () => { bytes = await makeTables(); });

describe('tables.bin', () => {
  it('is the same bytes whenever it is made, and those are the ones built', async () => {
    const again = await makeTables();
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.from(built()).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is made from the data SOURCES.md names', () => {
    expect(readFileSync(inRoot('assembly/tables/SOURCES.md'), 'utf8')).toContain(sourcesDigest());
  });

  it('says its Unicode version', () => {
    expect(new TextKernel(bytes, compileKernel(kernelAsset('simd'))).unicodeVersion).toBe('17.0.0');
  });

  it('leaves three of the Latin start’s 16 kB brotli to look-alikes', () => {
    expect(brotliCompressSync(bytes).length).toBeLessThanOrEqual(13_000);
  });
});

describe('tables that are not ours', () => {
  function changed(change: (copy: Uint8Array, view: DataView) => void): Uint8Array {
    const copy = bytes.slice();
    change(copy, new DataView(copy.buffer));
    return copy;
  }

  it.each([
    ['another file', (copy: Uint8Array) => copy.set([0x58], 0), 'asset-mismatch'],
    ['another format', (_: Uint8Array, view: DataView) => view.setUint32(32, 2, true), 'asset-mismatch'],
    ['another length in the header', (_: Uint8Array, view: DataView) => view.setUint32(24, 7, true), 'asset-integrity'],
  ] as const)('%s is refused with a code', (_, change, code) => {
    expect(codeOf(() => new TextKernel(changed(change), compileKernel(kernelAsset('simd'))))).toBe(code);
  });

  it('cut off anywhere is refused', () => {
    for (const length of [0, 1, 31, 32, 79, 80, 1000, bytes.length - 1]) {
      expect(codeOf(() => new TextKernel(bytes.subarray(0, length), compileKernel(kernelAsset('simd'))))).toMatch(/^asset-/);
    }
  });

  it('too long for the region is refused', () => {
    expect(codeOf(() => new TextKernel(new Uint8Array(0x40001), compileKernel(kernelAsset('simd'))))).toBe('asset-integrity');
  });
});
