import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHAPE } from '../../../models/scam/shape.ts';
import { MODEL_LANGUAGES, SCAM_LABELS } from '../../../src/contract/host-model.ts';
import { onnxTextModel, runnable, type OnnxTextModel } from '../../../src/host/onnx-model.ts';
import { verified } from '../../../src/host/verified.ts';
import { SCAM_FAMILIES, SCAM_LANGUAGES } from '../../../src/node/eval/scam-names.ts';
import { INPUT_TYPES } from '../../../src/score/onnx.ts';

const SHA = 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD';
const POINTS = { tip: 0.5, strong: 0.9 };
const GOOD: OnnxTextModel = { model: new Uint8Array([97, 98, 99]), sha256: SHA, points: { en: POINTS, th: { tip: 0.7, strong: 0.7 } } };

describe('onnxTextModel', () => {
  it('takes what is documented, with its defaults', () => {
    const { given } = runnable(onnxTextModel(GOOD));
    expect(given).toMatchObject({ sha256: SHA.toLowerCase(), points: GOOD.points, deadlineMs: 1_000, form: { labels: ['ham', 'spam', 'scam'], languages: ['en', 'th'] } });
    expect(runnable(onnxTextModel({ ...GOOD, model: new URL('https://chat.example/model.onnx') })).given.model).toBe('https://chat.example/model.onnx');
    expect(runnable(onnxTextModel({ ...GOOD, model: new ArrayBuffer(3) })).given.model).toEqual(new Uint8Array(3));
    expect(onnxTextModel({ ...GOOD, points: { und: { tip: 1, strong: 1 } }, labels: ['ham', 'ham', 'parcel', 'loan'], buckets: 32_768, deadlineMs: 60_000 })).toMatchObject({ sha256: SHA.toLowerCase() });
  });

  it.each([
    [undefined], [null], [7], [{}], [{ ...GOOD, model: '' }], [{ ...GOOD, model: 7 }], [{ ...GOOD, sha256: 7 }], [{ ...GOOD, points: undefined }],
    [{ ...GOOD, points: null }], [{ ...GOOD, points: { en: { ...POINTS, tip: '0.5' } } }], [{ ...GOOD, points: { en: 0.5 } }], [{ ...GOOD, points: { en: null } }],
    [{ ...GOOD, labels: [1] }], [{ ...GOOD, labels: 'scam' }],
    [{ ...GOOD, buckets: '8' }], [{ ...GOOD, deadlineMs: '1' }],
  ])('TypeError for %j', (options) => {
    expect(() => onnxTextModel(options as OnnxTextModel)).toThrow(TypeError);
  });

  it.each([
    { sha256: SHA.slice(1) }, { sha256: `${SHA.slice(1)}g` }, { points: { en: { tip: 0, strong: 0.9 } } }, { points: { en: { tip: 0.9, strong: 0.5 } } },
    { points: { en: { tip: 0.5, strong: 1.1 } } }, { points: { en: POINTS, th: { tip: NaN, strong: 0.9 } } }, { points: {} }, { points: { xx: POINTS } },
    { points: POINTS }, { points: { 'en-GB': POINTS } }, { labels: ['ham', 'spam'] }, { labels: [] }, { labels: ['fine', 'scam'] }, { labels: Array(257).fill('scam') }, { buckets: 1 }, { buckets: 3 }, { buckets: 2 ** 17 }, { deadlineMs: 49 }, { deadlineMs: 60_001 },
  ])('RangeError for %j', (wrong) => {
    expect(() => onnxTextModel({ ...GOOD, ...wrong } as OnnxTextModel)).toThrow(RangeError);
  });

  it('knows its own from anything else', () => {
    expect(() => runnable({ sha256: SHA })).toThrow(TypeError);
  });

  it('names the languages that the engine tells apart, and the families that the package has', () => {
    expect(MODEL_LANGUAGES).toEqual(SCAM_LANGUAGES);
    expect(SCAM_LABELS).toEqual(['scam', ...SCAM_FAMILIES]);
  });
});

it('docs/onnx.md says the inputs, languages and limits as they are', () => {
  const document = readFileSync(new URL('../../../docs/onnx.md', import.meta.url), 'utf8');
  expect([...document.matchAll(/^\| `(\w+)` \| (\w+) `\[(\w+)\]` \|/gmu)].map(([, name, type, dims]) => [name, type, dims])).toEqual([
    ['units', INPUT_TYPES.units, 'n'], ['ids', INPUT_TYPES.ids, 'n'], ['dense', INPUT_TYPES.dense, String(SHAPE.dense)],
    ['concepts', INPUT_TYPES.concepts, String(SHAPE.concepts)], ['language', INPUT_TYPES.language, String(MODEL_LANGUAGES.length)], ['grams', INPUT_TYPES.grams, 'm'],
  ]);
  const named = /^The languages are (.*?)\.$/msu.exec(document)?.[1] ?? '';
  expect([...named.matchAll(/`([\w-]+)`/gu)].map(([, tag]) => tag).sort()).toEqual([...MODEL_LANGUAGES].sort());
  expect(document).toContain(`up to ${SHAPE.buckets.toLocaleString('en')};`);
});

describe('a model\'s digest', () => {
  it('lets just these bytes through, as a copy', async () => {
    const bytes = new Uint8Array([97, 98, 99]);
    const copy = await verified(bytes, SHA.toLowerCase());
    expect(new Uint8Array(copy)).toEqual(bytes);
    expect(copy).not.toBe(bytes.buffer);
  });

  it('refuses one changed bit, one byte more, and what is too long', async () => {
    await expect(verified(new Uint8Array([97, 98, 98]), SHA.toLowerCase())).rejects.toMatchObject({ code: 'asset-integrity' });
    await expect(verified(new Uint8Array([97, 98, 99, 0]), SHA.toLowerCase())).rejects.toMatchObject({ code: 'asset-integrity' });
    await expect(verified(new Uint8Array(100_000_001), SHA.toLowerCase())).rejects.toMatchObject({ code: 'limit-exceeded' });
  });
});
