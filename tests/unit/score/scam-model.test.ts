import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUT } from '../../../build/regions.gen.ts';
import { tablesPayload } from '../../../models/build/kernel.ts';
import { packedModel } from '../../../models/scam/cue-bytes.ts';
import { MODEL_FOLDER, readManifest } from '../../../models/scam/manifest.ts';
import { readVectors } from '../../../models/scam/vectors.ts';
import { packScamAsset } from '../../../scripts/build/model.ts';
import { packageVersion } from '../../../scripts/build/version.ts';
import { isSafetyError } from '../../../src/contract/errors.ts';
import { SCAM_TABLES } from '../../../src/decide/scam-tables.ts';
import { loadScamModel, scoreScam, scoredText, type ScamScore } from '../../../src/score/scam-model.ts';
import type { TextKernel } from '../../../src/text/text-kernel.ts';
import { KINDS, makeKernel } from '../../property/runs.ts';

const onnx = new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER)));
const manifest = readManifest();
const asset = packScamAsset(onnx, manifest, tablesPayload(), packageVersion());
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

describe('scam.bin', () => {
  const kernel = makeKernel('simd');

  it('packs to the same bytes each time, under its budget of 560 kB', () => {
    expect(sha256(packScamAsset(onnx, manifest, tablesPayload(), packageVersion()))).toBe(sha256(asset));
    expect(asset.length).toBeLessThanOrEqual(560_000);
  });

  it('is not packed from another model, or for other tables, than the manifest names', () => {
    expect(() => packScamAsset(onnx.subarray(1), manifest, tablesPayload(), '1.0.0')).toThrow('manifest');
    expect(() => packScamAsset(onnx, manifest, tablesPayload().subarray(4), '1.0.0')).toThrow('models:build');
  });

  it('brings its operating points, scripts and cues', () => {
    const model = loadScamModel(kernel, Uint8Array.from(asset));
    expect(model.points).toEqual({ tip: manifest.operatingPoints.tip.threshold, strong: manifest.operatingPoints.strong.threshold });
    expect(model.scripts).toBe(0b11);
    expect(JSON.parse(model.cues)).toEqual(SCAM_TABLES);
  });

  it.each([
    ['nothing', new Uint8Array(0)], ['a header alone', Uint8Array.from(asset.subarray(0, 32))],
    ['half of it', Uint8Array.from(asset.subarray(0, asset.length >> 1))], ['all but a byte', Uint8Array.from(asset.subarray(0, -1))],
    ['a byte too many', Uint8Array.from([...asset, 0])], ['far too much', new Uint8Array(4_000_000)],
    ['the tables', Uint8Array.from(readFileSync(new URL('../../../build/tables.bin', import.meta.url)))],
    ['more cues than bytes', changed(28, (view) => { view.setUint32(0, 0xffff_ffff, true); })],
    ['cues that reach into the model', changed(28, (view) => { view.setUint32(0, view.getUint32(0, true) + 1, true); })],
    ['another magic', changed(0, (view) => { view.setUint8(0, 0); })],
    ['another format', changed(36, (view) => { view.setUint32(0, 9, true); })],
    ['other features', changed(40, (view) => { view.setUint32(0, 2, true); })],
    ['another shape', changed(48, (view) => { view.setUint32(0, 1 << 14, true); })],
    ['a point that is no number', changed(96, (view) => { view.setFloat32(0, NaN, true); })],
    ['points the wrong way round', changed(100, (view) => { view.setFloat32(0, 0.0001, true); })],
    ['other tables', changed(112, (view) => { view.setUint8(0, view.getUint8(0) ^ 1); })],
    ['an infinite weight', changed(packedModel(asset).length + 16, (view) => { view.setFloat32(0, Infinity, true); })],
  ])('is refused as model-invalid when it is %s', (_, bytes) => {
    expect(refusal(kernel, bytes)).toMatch(/^model-invalid: The scam model was refused: [1-8]\.$/);
  });

  it('shows any single changed byte in its digest, which the page compares', () => {
    const seen = new Set([sha256(asset)]);
    for (let at = 0; at < asset.length; at += 40_009) seen.add(sha256(changed(at, (view) => { view.setUint8(0, view.getUint8(0) ^ 0x10); })));
    expect(seen.size).toBe(Math.ceil(asset.length / 40_009) + 1);
  });
});

describe.each(KINDS)('vectors.tsv, %s', (kind) => {
  it('comes out of the kernel to the last bit', () => {
    const kernel = makeKernel(kind);
    loadScamModel(kernel, Uint8Array.from(asset));
    const vectors = readVectors(readFileSync(new URL('vectors.tsv', MODEL_FOLDER), 'utf8'));
    expect(vectors.length).toBeGreaterThanOrEqual(200);
    for (const { text, gated, shares } of vectors) {
      kernel.read([{ text, scored: true }]);
      const k = kernel.exports;
      k.features();
      expect((k.featureFlags() & 1) !== 0).toBe(gated);
      expect([...new Float32Array(k.memory.buffer, OUT, k.score())]).toEqual(shares);
      kernel.wipe();
    }
  });
});

describe('scoreScam', () => {
  const kernel = makeKernel('simd');
  const model = loadScamModel(kernel, Uint8Array.from(asset));
  const score = (...texts: readonly string[]): ScamScore => {
    try {
      kernel.read(texts.map((text) => ({ text, scored: true })));
      return scoreScam(kernel, model);
    } finally {
      kernel.wipe();
    }
  };

  it('gives a blatant scam a strong score and ordinary talk none to speak of', () => {
    expect(score('Your bank account has been suspended. Verify your details at http://secure-login.example.top/x today').score).toBeGreaterThan(model.points.strong);
    expect(score('Shall we meet at the library after lunch? I will bring the blue notebook.').score).toBeLessThan(0.05);
  });

  it('gives short texts no verdict, unless a link or a long number stands in them', () => {
    expect(score('Call me later')).toMatchObject({ score: 0, classes: [], gated: true });
    expect(score('Call 0123456')).toMatchObject({ gated: false, hasLongNumber: true });
    expect(score('see bit.ly/x')).toMatchObject({ gated: false, hasLink: true });
    expect(score('สวัสดีครับท่าน')).toMatchObject({ gated: false, covered: true, lang: 'th' });
  });

  it.each([
    ['မင်္ဂလာပါ ဒီနေ့ ရာသီဥတု သာယာပါတယ်', 'my'], ['오늘은 날씨가 좋아서 공원에 갔어요', 'ko'], ['今日は天気がいいので公園に行きました', 'ja'],
    ['今天天气很好，我们去公园散步吧。', 'zh'], ['الطقس جميل اليوم، لنذهب إلى الحديقة', 'ar'], ['Сегодня хорошая погода, пойдём в парк', 'ru'], ['12345 67890', 'und'],
  ])('gives no verdict on a script without measured recall: %s', (text, lang) => {
    expect(score(text)).toMatchObject({ score: 0, classes: [], covered: false, lang });
  });

  it('reads the surfaces together, and only as many units as the limit', () => {
    expect(score('one part of it', 'and another').dense.length).toBe(score('one part of it and another').dense.length);
    expect(score('word '.repeat(2_000))).toMatchObject({ cut: true });
    expect(score('word '.repeat(500))).toMatchObject({ cut: false });
  });

  it('hands out the text as scored: folded, digits as 0, spaces joined', () => {
    kernel.read([{ text: 'Pay  7 NOW', scored: true }, { text: 'not this', scored: false }, { text: 'Ｏｒ this', scored: true }]);
    scoreScam(kernel, model);
    expect(scoredText(kernel)).toBe(' pay 0 now or this ');
    kernel.wipe();
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
