import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readOnnx, type Port } from '../../../models/build/onnx.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { onnxTextModel, type OnnxTextModel } from '../../../src/host/onnx-model.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { explainMessage, explainThread, readCounters } from '../../../src/testing/index.ts';
import { createReader, pairsOf, PAIR_LABELS } from '../../fixtures/onnx/make.ts';
import { constantModel, hungryModel, laterMoreSharesModel, laterNoNumberModel, sha256, shortTextsOnlyModel, wholeNumbersModel } from '../../fixtures/onnx/odd-models.ts';
import { OWN_OPTIONS, ownModel, ownTexts } from '../../fixtures/onnx/own-model.ts';

const pairs = new Uint8Array(readFileSync(new URL('../../fixtures/onnx/pairs.onnx', import.meta.url)));
const STRANGER: Context = { relationship: 'stranger', me: { ageBand: 'adult' } };
const LONG = 'the heron asks you to send the money for the boat before the evening, so that the river lets you pass';
const message = (text: string, id = 'm', more: Partial<Message> = {}): Message => (
  { id, conversationId: `c-${id}`, kind: 'text', text, sentAt: 0, direction: 'incoming', ...more });

const opened: Safety[] = [];
async function open(model?: Partial<OnnxTextModel>, more: object = {}): Promise<Safety> {
  const bytes = model?.model ?? pairs;
  const text = model && onnxTextModel({
    model: bytes, sha256: bytes instanceof Uint8Array ? sha256(bytes) : sha256(pairs), points: { en: { tip: 0.5, strong: 0.9 } },
    deadlineMs: 30_000, ...model,
  });
  const safety = await createSafety({ ...(text === undefined ? {} : { models: { text } }), ...more });
  opened.push(safety);
  return safety;
}
afterEach(async () => { for (const safety of opened.splice(0)) await safety.dispose(); });

describe('the package\'s own model, handed in as a host\'s', () => {
  it('scores and judges as the built-in kernel does, to 1e-5, in every language and where one is unsure', async () => {
    const builtIn = await open();
    const hosted = await open({ model: ownModel, ...OWN_OPTIONS });
    const thresholds = Object.values(OWN_OPTIONS.points).flatMap(({ tip, strong }) => [tip, strong]);
    const seen = { scored: 0, tip: 0, strong: 0, near: 0, uncovered: 0 };
    const languages = new Set<string>();
    let furthest = 0;
    for (const { text } of ownTexts) {
      const [one, other] = [await explainMessage(builtIn, message(text), STRANGER), await explainMessage(hosted, message(text), STRANGER)];
      furthest = Math.max(furthest, Math.abs(one.scam.score - other.scam.score));
      // At a point itself rounding decides.
      if (thresholds.some((point) => Math.abs(one.scam.score - point) < 1e-5)) seen.near++;
      else expect({ ...other, scam: { ...other.scam, score: 0 } }, text).toEqual({ ...one, scam: { ...one.scam, score: 0 } });
      if (one.scam.score > 0) seen.scored++;
      if (one.scam.level !== 'none') seen[one.scam.level]++;
      languages.add(one.scam.lang);
    }
    for (const { text } of ownTexts) {
      const [one, other] = [await builtIn.screenMessage(message(text), STRANGER), await hosted.screenMessage(message(text), STRANGER)];
      expect(other.degraded, text).toEqual(one.degraded);
      seen.uncovered += one.degraded.length;
    }
    expect(furthest).toBeLessThan(1e-5);
    expect(furthest, 'it was another that scored').toBeGreaterThan(0);
    expect(seen.scored).toBeGreaterThan(100);
    expect(Math.min(seen.tip, seen.strong)).toBeGreaterThan(10);
    expect(seen.uncovered).toBeGreaterThan(0);
    expect(seen.near).toBeLessThan(10);
    expect(languages.size).toBeGreaterThanOrEqual(20);
  });
});

describe('a model of `units`', () => {
  const { tensors } = readOnnx(pairs);
  const table = tensors.get('table')?.data as Float32Array;
  const bias = tensors.get('bias')?.data as Float32Array;
  let read: ReturnType<typeof createReader>;
  beforeAll(() => { read = createReader(); });
  /** Slowly, from the file's weights. */
  const share = (text: string): number => {
    const buckets = pairsOf(read(text).units);
    const [ham = 0, scam = 0] = [0, 1].map((label) => buckets.reduce((sum, bucket) => sum + (table[bucket * 2 + label] ?? 0), 0) / buckets.length + (bias[label] ?? 0));
    return 1 / (1 + Math.exp(ham - scam));
  };

  it('gets the folded text, and its share of scam is the score', async () => {
    const safety = await open({ labels: PAIR_LABELS });
    for (const text of [LONG, 'Your PARCEL fee of £2.99 is due: pay at https://parcel.example/x now', 'Ｆｕｌｌ ｗｉｄｔｈ　ｐｌｕｍｓ ａｎｄ ｈｅｒｏｎｓ', `${LONG} `.repeat(60)]) {
      expect((await explainMessage(safety, message(text), STRANGER)).scam.score, text.slice(0, 20)).toBeCloseTo(share(text), 5);
    }
    expect(read('Ａ Plum').units).toEqual(Int32Array.from(' a plum ', (sign) => sign.charCodeAt(0)));
  });

  it('gives no verdict on what is too short, nor in a language it was not measured in', async () => {
    const safety = await open({ labels: PAIR_LABELS });
    expect((await explainMessage(safety, message('pay now'), STRANGER)).scam).toMatchObject({ level: 'none', score: 0 });
    expect((await safety.screenMessage(message('pay now'), STRANGER)).degraded).toEqual([]);
    const russian = 'переведите деньги сегодня вечером на этот счет пожалуйста, а завтра я всё верну тебе';
    expect((await explainMessage(safety, message(russian), STRANGER)).scam).toMatchObject({ level: 'none', score: 0, lang: 'ru' });
    expect((await safety.screenMessage(message(russian), STRANGER)).degraded).toEqual([{ check: 'scam', code: 'language-uncovered' }]);
    const both = await open({ labels: PAIR_LABELS, points: { ru: { tip: 0.5, strong: 0.9 } } });
    expect((await explainMessage(both, message(russian), STRANGER)).scam.score).toBeCloseTo(share(russian), 5);
  });
});

describe('a host\'s model at work', () => {
  const always = (share: number): Partial<OnnxTextModel> => ({ model: constantModel([0.05, 0.95 - share, share]) });

  it('raises the notice that the built-in scorer would not, by its own points, with our reasons', async () => {
    expect((await (await open()).screenMessage(message('the heron and the plum went down to the river at noon'), STRANGER)).notices).toEqual([]);
    const safety = await open(always(0.6));
    const { notices, degraded } = await safety.screenMessage(message(LONG), STRANGER);
    expect(degraded).toEqual([]);
    expect(notices).toMatchObject([{ kind: 'scam', level: 'tip' }]);
    expect(notices[0]?.reasons).toEqual(expect.arrayContaining(['looks-like-known-scams', 'not-a-contact']));
    expect((await (await open({ ...always(0.6), points: { en: { tip: 0.61, strong: 0.9 } } })).screenMessage(message(LONG), STRANGER)).notices).toEqual([]);
    // The desk's own rules hold: a contact gets none, nor does the second message of a conversation.
    expect((await safety.screenMessage(message(LONG, 'x'), { relationship: 'contact' })).notices).toEqual([]);
    expect((await safety.screenMessage({ ...message(LONG, 'n'), conversationId: 'c-m' }, STRANGER)).notices).toEqual([]);
  });

  it('judges each message by itself: by what conversations are judged is the built-in scorer\'s', async () => {
    const thread = [LONG, 'the plum is on the boat, you only have to pay the fee for it and tell nobody by the shore', LONG].map((text, n) => ({ ...message(text, `t${n}`), conversationId: 't' }));
    const levels = async (share: number): Promise<unknown> => (await explainThread(await open(always(share)), thread, STRANGER)).map(({ scam }) => scam.level);
    expect(await levels(0.6)).toEqual(['tip', 'tip', 'tip']);
    expect(await levels(0.1)).toEqual(['none', 'none', 'none']);
  });

  it('where two languages are nearly as likely, the strictest points of all count', async () => {
    const read = createReader();
    const texts = ownTexts.filter(({ text }) => !read(text).gated).map(({ text, lang }) => ({ text, lang, sure: read(text).sure }));
    // Of which texts the language is unsure changes with every training.
    const tag = texts.find(({ lang, sure }) => lang !== 'und' && !sure && texts.some((other) => other.lang === lang && other.sure))?.lang ?? '';
    expect(tag, 'there is a language with texts of both kinds').not.toBe('');
    const safety = await open({ ...always(0.6), points: { [tag]: { tip: 0.5, strong: 0.9 }, [tag === 'th' ? 'ar' : 'th']: { tip: 0.7, strong: 0.9 } } });
    for (const { text, sure } of texts.filter(({ lang }) => lang === tag)) {
      const { level, lang } = (await explainMessage(safety, message(text), STRANGER)).scam;
      expect({ level, lang }, text).toEqual({ level: sure ? 'tip' : 'none', lang: tag });
    }
  });

  it('is not asked about contacts, history, and the person\'s own', async () => {
    const safety = await open({ model: shortTextsOnlyModel() });
    const degraded = async (context: Context, more: Partial<Message> = {}, options = {}): Promise<unknown> => (await safety.screenMessage(message(LONG, 'h', more), context, options)).degraded;
    expect(await degraded({ relationship: 'contact' })).toEqual([]);
    expect(await degraded(STRANGER, { direction: 'outgoing' })).toEqual([]);
    expect(await degraded(STRANGER, {}, { mode: 'history' })).toEqual([]);
    expect(await degraded(STRANGER)).toEqual([{ check: 'scam', code: 'model-invalid' }]);
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    ['ends with an error', shortTextsOnlyModel, 'model-invalid'], ['answers what is no number', laterNoNumberModel, 'model-invalid'],
    ['answers too many shares', laterMoreSharesModel, 'model-invalid'], ['wants more memory than there is', hungryModel, 'model-invalid'],
  ])('that %s on one message loses that one\'s check alone, and no verdict', async (_what, make, code) => {
    const safety = await open({ model: make() }, { settings: { ...defaultSettings(), hiddenWords: { ...defaultSettings().hiddenWords, words: [{ text: 'heron' }] } } });
    const verdict = await safety.screenMessage(message(LONG, 'a'), STRANGER);
    expect(verdict).toMatchObject({ delivery: 'hidden', notices: [], degraded: [{ check: 'scam', code }] });
    await expect(explainMessage(safety, message(LONG), STRANGER)).rejects.toMatchObject({ code });
    expect((await safety.screenMessage(message('send me the money for the boat tonight', 'b'), STRANGER))).toMatchObject({ notices: [{ level: 'tip' }], degraded: [] });
  });

  it('stands in about() by its digest, with the runtime\'s', async () => {
    const safety = await open({ labels: PAIR_LABELS, model: fileURLToPath(new URL('../../fixtures/onnx/pairs.onnx', import.meta.url)) });
    await explainMessage(safety, message(LONG), STRANGER);
    expect(safety.about().assets).toEqual(expect.arrayContaining([
      { name: 'models.text', byteLength: pairs.length, sha256: sha256(pairs) }, expect.objectContaining({ name: 'ort-wasm-simd-threaded.wasm', byteLength: 14_239_897 }),
    ]));
  });

  it('switched off is neither loaded nor called', async () => {
    const safety = await open({ labels: PAIR_LABELS }, { settings: { ...defaultSettings(), scam: { ...defaultSettings().scam, enabled: false } } });
    expect((await explainMessage(safety, message(LONG), STRANGER)).scam.score).toBe(0);
    expect((await safety.screenMessage(message(LONG), STRANGER)).degraded).toEqual([]);
    expect((await readCounters(safety)).modelsLoaded).toBe(0);
    expect(safety.about().assets.map(({ name }) => name)).not.toContain('models.text');
    await safety.applySettings({ ...safety.settings, scam: { ...safety.settings.scam, enabled: true } });
    expect((await explainMessage(safety, message(LONG), STRANGER)).scam.score).toBeGreaterThan(0);
    expect(safety.about().assets.map(({ name }) => name)).toContain('models.text');
  });
});

describe('a model that is refused', () => {
  const changed = pairs.slice();
  changed[9_000] = (changed[9_000] ?? 0) ^ 1;
  it.each<[string, Partial<OnnxTextModel>, string]>([
    ['of another digest', { model: changed, sha256: sha256(pairs) }, 'asset-integrity'],
    ['not there', { model: '/no/such/model.onnx' }, 'asset-unavailable'],
    ['no ONNX file', { model: new TextEncoder().encode('heron'.repeat(99)) }, 'model-invalid'],
    ['cut off', { model: pairs.slice(0, 20_000) }, 'model-invalid'],
    ['of an input nobody knows', { model: constantModel([0, 0, 1], { name: 'words', type: 'int32', dims: ['n'] }) }, 'model-invalid'],
    ['of an input of another type', { model: constantModel([0, 0, 1], { name: 'ids', type: 'int32', dims: ['n'] }) }, 'model-invalid'],
    ['of a fixed length', { model: constantModel([0, 0, 1], { name: 'units', type: 'int32', dims: [128] }) }, 'model-invalid'],
    ['of another number of dense features', { model: constantModel([0, 0, 1], { name: 'dense', type: 'float32', dims: [5] }) }, 'model-invalid'],
    ['of another number of concepts', { model: constantModel([0, 0, 1], { name: 'concepts', type: 'float32', dims: [123] }) }, 'model-invalid'],
    ['of another number of languages', { model: constantModel([0, 0, 1], { name: 'language', type: 'float32', dims: [22] }) }, 'model-invalid'],
    ['of fewer shares', { model: constantModel([0.4, 0.6]) }, 'model-invalid'],
    ['of more shares', { model: constantModel([0, 0, 0, 1]) }, 'model-invalid'],
    ['of whole numbers', { model: wholeNumbersModel() }, 'model-invalid'],
    ['of no numbers', { model: constantModel([0, 0, NaN]) }, 'model-invalid'],
    ['of shares above one', { model: constantModel([0, 0, 1.5]) }, 'model-invalid'],
    ['of shares below zero', { model: constantModel([-0.5, 0.5, 1]) }, 'model-invalid'],
  ])('%s: its check is degraded, everything else goes on, and the built-in scorer does not take its place', async (_what, model, code) => {
    const safety = await open(model);
    await expect(explainMessage(safety, message(LONG), STRANGER)).rejects.toMatchObject({ code });
    const verdict = await safety.screenMessage(message('URGENT: your bank account is suspended, verify your card at https://bank.example/x now'), STRANGER);
    expect(verdict).toMatchObject({ delivery: 'requests', notices: [], degraded: [{ check: 'scam', code }] });
    expect(verdict.links).toHaveLength(1);
  });

  it('the control: a constant model of the right form is taken, whatever its one output is called', async () => {
    expect((await explainMessage(await open({ model: constantModel([0, 0, 1]) }), message(LONG), STRANGER)).scam.score).toBe(1);
    expect((await explainMessage(await open({ model: constantModel([0, 0.25, 0.75], undefined, 'answer') }), message(LONG), STRANGER)).scam.score).toBe(0.75);
  });

  it.each<Port>([
    { name: 'units', type: 'int32', dims: ['n'] }, { name: 'ids', type: 'int64', dims: ['n'] }, { name: 'grams', type: 'int64', dims: ['m'] },
    { name: 'dense', type: 'float32', dims: [8] }, { name: 'concepts', type: 'float32', dims: [124] }, { name: 'language', type: 'float32', dims: [23] },
  ])('the control: one that reads $name alone is taken', async (input) => {
    expect((await explainMessage(await open({ model: constantModel([0, 0.25, 0.75], input) }), message(LONG), STRANGER)).scam.score).toBe(0.75);
  });

  it('anything that was not made by onnxTextModel is a TypeError', async () => {
    await expect(createSafety({ models: { text: { sha256: sha256(pairs) } } })).rejects.toBeInstanceOf(TypeError);
  });
});
