import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTACT_FOLDER, readContactManifest, simulatorSha256 } from '../../../models/contact/build.ts';
import { Tally } from '../../../models/contact/calibration.ts';
import { currentContactCard } from '../../../models/contact/card.ts';
import { fitScorecard } from '../../../models/contact/fit.ts';
import { contactOnnx, packContact } from '../../../models/contact/graph.ts';
import { LATENCY_P, latencyOf } from '../../../models/contact/latency.ts';
import { barsOf, measureWorld } from '../../../models/contact/measure.ts';
import { tornadoSvg } from '../../../models/contact/tornado.ts';
import { trainContact } from '../../../models/contact/train.ts';
import { readContactVectors, writeContactVectors } from '../../../models/contact/vectors.ts';
import { contactPoints } from '../../../src/contract/contact-points.ts';
import { contactLevel } from '../../../src/decide/contact-model.ts';
import { contactModel } from '../../../src/decide/contact-table.ts';

interface Session { run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>; release(): Promise<void> }
interface Runtime {
  readonly env: { readonly wasm: { numThreads: number; wasmBinary?: Uint8Array } };
  readonly Tensor: new (type: string, data: BigInt64Array, dims: readonly number[]) => unknown;
  readonly InferenceSession: { create(model: Uint8Array): Promise<Session> };
}

const read = (name: string): Buffer => readFileSync(new URL(name, CONTACT_FOLDER));
const onnx = new Uint8Array(read('model.onnx'));
const card = packContact(onnx);
const model = contactModel(card);
const vectors = readContactVectors(read('vectors.tsv').toString('utf8'));

describe('models/contact', () => {
  it('has the model that its manifest names, from the rates that are there', () => {
    const manifest = readContactManifest();
    expect(createHash('sha256').update(onnx).digest('hex')).toBe(manifest.modelSha256);
    expect(simulatorSha256()).toBe(manifest.simulatorSha256);
  });

  it('packs without loss, and its vectors are its own', () => {
    expect(Buffer.from(contactOnnx(card)).equals(Buffer.from(onnx))).toBe(true);
    expect(writeContactVectors(card)).toBe(read('vectors.tsv').toString('utf8'));
    expect(vectors.length).toBeGreaterThan(200);
    expect(new Set(vectors.map(({ level }) => level))).toEqual(new Set(['none', 'tip', 'strong']));
    for (const { bytes, points, level } of vectors) expect([contactPoints(model, bytes), contactLevel(model, bytes)]).toEqual([points, level]);
  });

  it('has a card that says first what it must, from the files beside it', () => {
    expect(read('card.md').toString('utf8')).toBe(currentContactCard());
    expect(currentContactCard().split('\n').slice(2, 4).join(' ')).toMatch(/^\*\*Read this first\.\*\* No data of real victims or offenders was used/u);
  });
});

describe('models/contact/model.onnx in onnxruntime-web', () => {
  let session: Session;
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await import('onnxruntime-web/wasm') as unknown as Runtime;
    runtime.env.wasm.numThreads = 1;
    const folder = createRequire(import.meta.url).resolve('onnxruntime-web/wasm').replace(/[^/\\]+$/, '');
    runtime.env.wasm.wasmBinary = new Uint8Array(readFileSync(`${folder}ort-wasm-simd-threaded.wasm`));
    session = await runtime.InferenceSession.create(onnx);
  });
  afterAll(async () => { await session.release(); });

  it('gives the points of the scorer, on every vector', async () => {
    for (const { bytes, points } of vectors) {
      const { points: out } = await session.run({ signals: new runtime.Tensor('int64', BigInt64Array.from(bytes, BigInt), [bytes.length]) });
      expect(out?.data[0]).toBe(points);
    }
  });
});

describe('training', () => {
  it('gives the same card twice, small', () => {
    const [a, b] = [trainContact(() => undefined, 0.02), trainContact(() => undefined, 0.02)];
    expect(Buffer.from(contactOnnx(a.card)).equals(Buffer.from(contactOnnx(b.card)))).toBe(true);
    expect(a.calibrations).toEqual(b.calibrations);
    expect(a.rows).toBeGreaterThan(1_000);
  }, 120_000);

  it('never gives a column a weight below zero, and finds the one that tells', () => {
    // Column 0 holds in every other row with the label, column 1 in those without.
    const labels = Uint8Array.from({ length: 400 }, (_, i) => i % 2);
    const rows = { starts: Uint32Array.from({ length: 401 }, (_, i) => i), columns: Uint16Array.from(labels, (label) => 1 - label), labels, weights: new Float64Array(400).fill(1), strata: new Uint8Array(400) };
    const { weights } = fitScorecard(rows, 2, 1, { steps: 60, ridge: 1e-4 });
    expect(weights[0]).toBeGreaterThan(2);
    expect(weights[1]).toBe(0);
  });
});

describe('what is measured', () => {
  it('half of a notice\'s worth is gone at message 20', () => {
    const at = (message: number): number => latencyOf(0.5, [[message, 1]], 0).fLatency;
    expect(at(1)).toBeCloseTo(1, 12);
    expect(at(20)).toBeCloseTo(0.5, 12);
    expect(LATENCY_P).toBeCloseTo(0.058, 3);
    expect(latencyOf(0.02, [[1, 0.8]], 0.01)).toMatchObject({ precision: 0.016 / (0.016 + 0.0098), recall: 0.8, speed: 1 });
    expect(latencyOf(0.02, [], 0).fLatency).toBe(0);
  });

  it('calibration is right where shares are what the steps say, and the steps never fall', () => {
    const tally = new Tally();
    for (const [points, harmful, weight] of [[0, false, 990], [0, true, 10], [15, false, 60], [15, true, 40], [25, false, 70], [25, true, 30], [35, true, 5]] as const) tally.add('minors', points, harmful, weight);
    const steps = tally.fit('minors');
    expect(steps).toEqual([[0, 0.01], [10, 0.35], [30, 1]]);
    expect(tally.error('minors', steps).ece).toBeCloseTo(0, 9);
    expect(tally.error('minors', [[0, 0.5]]).ece).toBeCloseTo(0.5 - 85 / 1205, 9);
  });

  it('a world is measured the same way twice, and dropping facts of the host raises no points', () => {
    const sizes = { benign: 1_500, perKind: 60, baseline: 200 };
    const { calibrations } = readContactManifest();
    const a = measureWorld('drawn-1', 9_001, model, calibrations, sizes);
    expect(measureWorld('drawn-1', 9_001, model, calibrations, sizes)).toEqual(a);
    expect(a.benign.all.notices.n).toBe(1_500);
    expect(a.benign.minors.notices.n + a.benign.adults.notices.n).toBe(1_500);
    expect(a.kinds.map(({ kind }) => kind)).toEqual(['mass', 'patient', 'impersonator', 'crossBorder', 'returner']);
    expect(barsOf(a, true).find(({ name }) => name.startsWith('calibration'))?.bar).toBe('<= 0.08');
  }, 60_000);

  it('a scorecard that says nothing is met by no bar of recall, one that always speaks by no bar of false notices', () => {
    const all = (line: number) => ({ reach: line, peers: line, adult: line, unknown: line, strong: line });
    const bars = (line: number) => {
      const lines = { none: all(line), account: all(line), graph: all(line), rate: all(line) };
      return new Map(barsOf(measureWorld('middle', 9_002, contactModel({ ...card, lines }), readContactManifest().calibrations, { benign: 800, perKind: 40, baseline: 0 }), false).map(({ name, met }) => [name, met]));
    };
    const [silent, loud] = [bars(90_000), bars(0)];
    expect([silent.get('recall, mass contacter'), silent.get('false notices per 1,000')]).toEqual([false, true]);
    expect([loud.get('recall, mass contacter'), loud.get('false notices per 1,000')]).toEqual([true, false]);
  }, 60_000);

  it('draws a bar for every swing', () => {
    const svg = tornadoSvg([{ rate: 'night', low: 0, high: 1, falseNotices: [1, 3], mass: [80, 70] }, { rate: 'adapts', low: 0, high: 1, falseNotices: [2, 2], mass: [85, 84] }]);
    expect(svg.match(/<rect /gu)).toHaveLength(5);
    expect(svg).toContain('night');
  });
});
