import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ImageKernel } from '../../../src/media/image-kernel.ts';
import { markedKernel } from '../../coverage/kernel-ways.ts';
import { markedCopy, markedSource } from '../../coverage/typescript-ways.ts';
import { missedOf, shareTaken } from '../../coverage/ways.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { slopes } from '../../fixtures/media/pixels.ts';

const ROOT = join(import.meta.dirname, '../../..');

it('a call stands around every condition of TypeScript', () => {
  const places: string[] = [];
  const marked = markedSource('for (let i = a() ?? 0; i < 9 && !b; i++) if (c ? d : e || f) g();', 'x.ts', places);
  const [t, n] = ['markTruth__', 'markThere__'];
  expect(marked).toBe(`for (let i = ${n}(0, a()) ?? 0; ${t}(1, ${t}(2, i < 9) && !b); i++) if (${t}(3, ${t}(4, c) ? d : ${t}(5, e) || f)) g();`);
  expect(places).toEqual(['x.ts:1 a()', 'x.ts:1 i < 9 && !b', 'x.ts:1 i < 9', 'x.ts:1 c ? d : e || f', 'x.ts:1 c', 'x.ts:1 e']);
});

it('a marked copy tells which ways were taken, and which were not', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ways-'));
  try {
    mkdirSync(join(root, 'from/in'), { recursive: true });
    writeFileSync(join(root, 'from/in/one.ts'), 'export function sign(x?: number): number {\n  if (x === undefined) return 7;\n  return x < 0 ? -1 : 1;\n}\n');
    const copy = markedCopy(root, join(root, 'to'), ['from'], ['from/in']);
    const { sign } = await copy.load('from/in/one.ts') as { sign(x?: number): number };
    expect([sign(3), sign(4)]).toEqual([1, 1]);
    expect(missedOf(copy.ways())).toEqual(['from/in/one.ts:2 x === undefined never yes', 'from/in/one.ts:3 x < 0 never yes']);
    expect(shareTaken(copy.ways())).toBe(0.5);
    expect([sign(), sign(-2)]).toEqual([7, -1]);
    expect(shareTaken(copy.ways())).toBe(1);
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('a marked kernel does what the shipped one does, and tells which ways were taken', async () => {
  const marked = await markedKernel(ROOT);
  const kernel = new ImageKernel(marked.bytes);
  expect(shareTaken(marked.ways(kernel.exports))).toBe(0);
  const file = makeJpeg({ width: 70, height: 50, progressive: 1 }, slopes(70, 50));
  const shipped = makeImageKernel('scalar');
  expect(kernel.readFile(file)).toEqual(shipped.readFile(file));
  expect(kernel.cover()).toEqual(shipped.cover());
  const share = shareTaken(marked.ways(kernel.exports));
  // One sound file takes some of them.
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.8);
  const before = missedOf(marked.ways(kernel.exports)).length;
  kernel.readFile(file.subarray(0, 100));
  expect(missedOf(marked.ways(kernel.exports)).length).toBeLessThan(before);
});
