import { describe, expect, it } from 'vitest';
import { exactExp, exactLog } from '../../../models/build/exact-math.ts';
import { areaUnderCurve, firedAbove, thresholdFor } from '../../../models/build/metrics.ts';
import { readOnnx, writeOnnx, type Graph } from '../../../models/build/onnx.ts';
import { createRng, shuffle } from '../../../models/build/rng.ts';

const graph: Graph = {
  name: 'g', doc: 'd', inputs: [{ name: 'x', type: 'float32', dims: ['n', 2] }], outputs: [{ name: 'y', type: 'float32', dims: [1] }],
  nodes: [{ op: 'Gather', inputs: ['t', 'x'], output: 'y', attributes: { axis: 0, axes: [0, 300] } }],
  initializers: [
    { name: 't', dims: [2, 2], type: 'int8', data: Int8Array.of(-128, 127, 0, 3) },
    { name: 'w', dims: [3], type: 'float32', data: Float32Array.of(0.1, -2, 3e10) },
    { name: 's', dims: [2], type: 'int64', data: BigInt64Array.of(1n, 8n) },
  ],
  metadata: { classes: 'a b', feature_version: '1' },
};

describe('the ONNX writer', () => {
  it('is read back as written, with the same bytes each time', () => {
    const bytes = writeOnnx(graph);
    expect(writeOnnx(graph)).toEqual(bytes);
    const read = readOnnx(bytes);
    expect(read.operators).toEqual(['Gather']);
    expect([...read.tensors.values()]).toEqual(graph.initializers);
    expect(Object.fromEntries(read.metadata)).toEqual(graph.metadata);
  });

  it('gives a RangeError, never garbage, for a file cut anywhere before its metadata', () => {
    const bytes = writeOnnx({ ...graph, metadata: {} });
    for (let length = 0; length < bytes.length - 8; length++) expect(() => readOnnx(bytes.subarray(0, length))).toThrow(RangeError);
  });
});

describe('exact-math', () => {
  it('agrees with Math to a billionth', () => {
    for (let x = -30; x <= 30; x += 0.37) expect(exactExp(x) / Math.exp(x)).toBeCloseTo(1, 9);
    for (const x of [1e-12, 1e-3, 0.5, 0.75, 1, 1.5, 2, 1e6]) expect(exactLog(x)).toBeCloseTo(Math.log(x), 9);
    expect(exactExp(-1e9)).toBe(0);
    expect(Number.isFinite(exactExp(1e9))).toBe(true);
  });
});

describe('metrics', () => {
  it('counts what reaches a threshold', () => {
    expect(firedAbove([0.1, 0.5, 0.9], 0.5)).toEqual({ n: 3, fired: 2, rate: 0.6667 });
    expect(firedAbove([], 0.5)).toEqual({ n: 0, fired: 0, rate: null });
  });

  it('chooses the lowest threshold within the share, ties on the safe side', () => {
    const scores = [0.9, 0.8, 0.8, 0.1, 0, 0, 0, 0, 0, 0].map(Math.fround);
    expect(firedAbove(scores, thresholdFor(scores, 0.1)).fired).toBe(1);
    expect(firedAbove(scores, thresholdFor(scores, 0.2)).fired).toBe(1);
    expect(firedAbove(scores, thresholdFor(scores, 0.3)).fired).toBe(3);
    expect(firedAbove(scores, thresholdFor(scores, 0)).fired).toBe(0);
  });

  it('gives the area under the curve, ties counted half', () => {
    expect(areaUnderCurve([2, 3], [0, 1])).toBe(1);
    expect(areaUnderCurve([1, 1], [1, 1])).toBe(0.5);
    expect(areaUnderCurve([1, 3], [2, 0])).toBe(0.75);
    expect(areaUnderCurve([], [1])).toBeNull();
  });
});

describe('rng', () => {
  it('is even and repeatable', () => {
    const rng = createRng(1);
    const drawn = Array.from({ length: 10_000 }, () => rng.below(10));
    for (let digit = 0; digit < 10; digit++) expect(drawn.filter((value) => value === digit).length).toBeGreaterThan(880);
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    shuffle(list, createRng(2));
    const again = [1, 2, 3, 4, 5, 6, 7, 8];
    shuffle(again, createRng(2));
    expect(again).toEqual(list);
    expect([...list].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
