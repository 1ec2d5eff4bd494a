import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tablesPayload } from '../../../models/build/kernel.ts';
import { packedModel, strictest, withJson } from '../../../models/scam/asset-json.ts';
import { conceptNames } from '../../../models/scam/concept-files.ts';
import { MODEL_FOLDER, readManifest } from '../../../models/scam/manifest.ts';
import { CLASSES, LANGUAGES } from '../../../models/scam/shape.ts';
import { hasThreads, packScamAsset } from '../../../scripts/build/model.ts';
import { isSafetyError } from '../../../src/contract/errors.ts';
import { loadScamModel, scoreScam, type ScamModel, type ScamScore } from '../../../src/score/scam-model.ts';
import { loadScamCheck } from '../../../src/worker/scam-check.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { makeKernel } from '../../property/runs.ts';
import { tinyModel } from '../worker/tiny-model.ts';

const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
const asset = packScamAsset(onnx, readManifest(), tablesPayload());
const tiny = new Uint8Array(tinyModel());
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function refusal(kernel: TextKernel, bytes: Uint8Array<ArrayBuffer>): string {
  try {
    loadScamModel(kernel, bytes);
    return 'taken';
  } catch (error) {
    return isSafetyError(error) ? `${error.code}: ${error.message}` : 'another error';
  }
}

function changed(at: number, write: (view: DataView) => void): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(asset);
  write(new DataView(bytes.buffer, at));
  return bytes;
}

/** The tiny model with other text in place of some of its JSON, of the same length. */
function renamed(from: string, to: string): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(tiny).toString('latin1');
  expect(text.includes(from) && from.length === to.length).toBe(true);
  return Uint8Array.from(Buffer.from(text.replace(from, to), 'latin1'));
}

describe('scam.bin', () => {
  const kernel = makeKernel('simd');

  it('packs to the bytes of the build', () => {
    expect(sha256(new Uint8Array(readFileSync(new URL('../../../build/scam.bin', import.meta.url))))).toBe(sha256(asset));
  });

  it('brings the names of its classes and languages, points, and reasons by concept', () => {
    const model = loadScamModel(kernel, Uint8Array.from(asset));
    expect(model.classes).toEqual(CLASSES);
    expect(model.languages).toEqual(LANGUAGES);
    expect(model.strictest).toEqual(strictest(model.points));
    expect(Object.keys(model.points).every((tag) => (LANGUAGES as readonly string[]).includes(tag) && tag !== 'und')).toBe(true);
    expect(Object.keys(model.reasons).length).toBeGreaterThan(10);
    expect(model.reasons[conceptNames().indexOf('give-code')]).toBe('asks-for-code');
  });

  it('is not made of another model, other tables or other concepts than the manifest names', () => {
    expect(() => packScamAsset(onnx.subarray(1), readManifest(), tablesPayload())).toThrow('manifest');
    expect(() => packScamAsset(onnx, readManifest(), tablesPayload().subarray(4))).toThrow('models:build');
    expect(() => packScamAsset(onnx, { ...readManifest(), conceptsSha256: '0' }, tablesPayload())).toThrow('models:build');
  });

  it('knows whether conversations are judged with it: what was learned on another model\'s scores stays out', () => {
    const another = packScamAsset(onnx, { ...readManifest(), margin: readManifest().margin + 1 }, tablesPayload());
    expect([hasThreads(asset), hasThreads(another)]).toEqual([true, false]);
  });

  it.each([
    ['a header alone', Uint8Array.from(asset.subarray(0, 32))],
    ['half of it', Uint8Array.from(asset.subarray(0, asset.length >> 1))], ['all but a byte', Uint8Array.from(asset.subarray(0, -1))],
    ['a byte too many', Uint8Array.from([...asset, 0])], ['far too much', new Uint8Array(4_000_000)],
    ['the tables', Uint8Array.from(readFileSync(new URL('../../../build/tables.bin', import.meta.url)))],
    ['more JSON than bytes', changed(28, (view) => { view.setUint32(0, 0xffff_ffff, true); })],
    ['JSON that reaches into the model', changed(28, (view) => { view.setUint32(0, view.getUint32(0, true) + 1, true); })],
    ['another magic', changed(32, (view) => { view.setUint8(0, 0); })],
    ['another form', changed(32, (view) => { view.setUint32(0, 0x314d4353, true); })],
    ['other features', changed(36, (view) => { view.setUint32(0, 1, true); })],
    ['another shape', changed(44, (view) => { view.setUint32(0, 1 << 14, true); })],
    ['a scale that is no number', changed(100, (view) => { view.setFloat32(0, NaN, true); })],
    ['other tables', changed(64, (view) => { view.setUint8(0, view.getUint8(0) ^ 1); })],
    ['an infinite weight', changed(packedModel(asset).length + 16, (view) => { view.setFloat32(0, Infinity, true); })],
  ])('is refused as model-invalid when it is %s', (_, bytes) => {
    expect(refusal(kernel, bytes)).toMatch(/^model-invalid: The scam model was refused: [1-8]\.$/);
  });

  it('is refused where what stands behind the model is no JSON: the engine goes on without it', () => {
    const bytes = renamed('"classes":[', '"classes":{');
    expect(refusal(kernel, bytes)).toBe('another error');
    expect(loadScamCheck(kernel, bytes.buffer)).toBeUndefined();
    expect(loadScamCheck(kernel, tiny.slice().buffer)).toBeTypeOf('function');
  });

  it('is refused where there is not even a header: the engine goes on without it', () => {
    expect(() => loadScamModel(kernel, new Uint8Array(0))).toThrow(RangeError);
    expect(loadScamCheck(kernel, new ArrayBuffer(0))).toBeUndefined();
  });

  it('is taken where nothing was changed', () => {
    expect([refusal(kernel, Uint8Array.from(asset)), refusal(kernel, tiny)]).toEqual(['taken', 'taken']);
  });
});

describe('the JSON behind it', () => {
  const json = loadScamModel(makeKernel('simd'), tiny);
  const bare = new Uint8Array([...tiny.subarray(0, 32), ...packedModel(tiny)]);

  it('makes the asset, where it fits the model', () => {
    expect(sha256(withJson(bare, json))).toBe(sha256(tiny));
  });

  it.each<readonly [string, Partial<ScamModel>]>([
    ['names of fewer classes', { classes: ['ham', 'spam', 'account'] }], ['names of more languages', { languages: ['en', 'ru', 'de'] }],
    ['a point that is no number', { points: { en: [NaN, 0.9] } }], ['points the wrong way round', { points: { en: [0.9, 0.5] } }],
    ['a point that all reach', { points: { en: [0, 0.9] } }], ['a point past all shares', { strictest: [0.5, 1.9] }],
  ])('is refused at the build with %s', (_, change) => {
    expect(() => withJson(bare, { ...json, ...change })).toThrow(RangeError);
  });
});

describe('scoreScam', () => {
  const kernel = makeKernel('simd');
  const model = loadScamModel(kernel, tiny);
  const russianOnly = { ...model, points: { ru: [0.6, 0.8] as const } };
  const score = (...texts: readonly string[]): ScamScore => {
    try {
      kernel.read(texts.map((text) => ({ text, scored: true })));
      return scoreScam(kernel, model);
    } finally {
      kernel.wipe();
    }
  };

  it('adds the shares of all families, and names the largest where it has share enough', () => {
    const strong = score('go to https://a.example/x this evening');
    expect(strong).toMatchObject({ family: 'account', lang: 'en', unsure: false, points: [0.5, 0.9], covered: true, gated: false });
    expect(strong.shares).toHaveLength(4);
    expect(strong.score).toBe((strong.shares[2] ?? NaN) + (strong.shares[3] ?? NaN));
    expect(strong.score).toBeGreaterThan(0.99);
    expect(score('a meal for two costs €20 on weekday evenings')).toMatchObject({ family: null });
    expect(score('Shall we meet at the library after lunch?').score).toBeLessThan(0.2);
  });

  it('gives short texts no verdict, unless a link or a long number stands in them', () => {
    expect(score('Call me later')).toMatchObject({ score: 0, shares: [], concepts: [], gated: true, family: null });
    expect(score('Call 0123456')).toMatchObject({ gated: false, hasLongNumber: true });
    expect(score('see bit.ly/x')).toMatchObject({ gated: false, hasLink: true });
    expect(score('สวัสดีครับท่าน')).toMatchObject({ gated: false });
  });

  it('gives no verdict in a language without measured recall', () => {
    kernel.read([{ text: 'go to https://a.example/x with a gift card', scored: true }]);
    expect(scoreScam(kernel, russianOnly)).toMatchObject({ score: 0, shares: [], concepts: [], covered: false, lang: 'en', family: null });
    kernel.wipe();
  });

  it('goes by the strictest points of all where it is unsure of the language', () => {
    // Cyrillic letters just as many as Latin weighs: the head's bias, less than the margin apart.
    const texts = Array.from({ length: 40 }, (_, i) => `${'xyz'.repeat(14).slice(i)} https://a.example ${'жзл'.repeat(14).slice(0, i)}`);
    const seen = texts.map((text) => {
      kernel.read([{ text, scored: true }]);
      const judged = scoreScam(kernel, model);
      kernel.wipe();
      return judged;
    });
    expect(seen.some(({ unsure }) => unsure)).toBe(true);
    for (const { unsure, lang, points } of seen) expect([lang === 'en' || lang === 'ru', points]).toEqual([true, unsure ? [0.6, 0.95] : [0.5, 0.9]]);
  });

  it('reads the surfaces together, and only as many units as the limit', () => {
    expect(score('one part of it', 'and another').dense['length']).toBe(score('one part of it and another').dense['length']);
    expect(score('word '.repeat(2_000))).toMatchObject({ cut: true });
    expect(score('word '.repeat(500))).toMatchObject({ cut: false });
  });

  it('says in which surface a concept is named, and where', () => {
    const texts = ['first a word', 'then buy two 𝗚𝗜𝗙𝗧 cards, a GIFT  CARD, now'];
    const { concepts } = score(...texts);
    expect(concepts).toEqual([{ concept: 0, segment: 1, start: 13, end: 26 }]);
    expect(texts[1]?.slice(13, 26)).toBe('𝗚𝗜𝗙𝗧 card');
  });

  it('copies and normalises nothing, and counts its calls', () => {
    kernel.read([{ text: 'a plain sentence about a walk in the park', scored: true }]);
    const before = { copies: kernel.counts.textCopies, normalised: kernel.counts.normalise, scored: kernel.counts.score };
    scoreScam(kernel, model);
    expect({ copies: kernel.counts.textCopies, normalised: kernel.counts.normalise }).toEqual({ copies: before.copies, normalised: before.normalised });
    expect(kernel.counts.score).toBe(before.scored + 1);
    kernel.wipe();
  });
});
