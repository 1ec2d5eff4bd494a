import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/contract/settings.ts';
import type { EnginePort } from '../../../src/contract/engine.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { builtAsset, builtAssets, itemOf, settingsOf, startEngine, verdictOf } from './engine-kit.ts';
import { tinyModel } from './tiny-model.ts';

const STRONG = { text: 'press https://a.example/x to go on with it this evening' };
const TIP = { text: 'a meal for two costs €20 on weekday evenings' };
const PLAIN = { text: 'we could walk along the river this morning' };

async function engineWith(parts: object = {}, measured?: readonly string[]): Promise<Engine & EnginePort> {
  const settings = settingsOf(parts);
  return (await startEngine(settings, assets(settings, measured))).engine;
}

function assets(_settings: Settings, measured?: readonly string[]): Record<string, ArrayBuffer> {
  return { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin'), 'scam.bin': tinyModel(measured) };
}

describe('scam notices in the engine', () => {
  it.each([
    ['stranger', 1], ['request', 1], ['restricted', 1], ['accepted', 1], ['contact', 0], ['connected', 0], ['self', 0], ['blocked', 0],
  ] as const)('from %s: %d', async (relationship, count) => {
    const verdict = await verdictOf(await engineWith(), STRONG, relationship);
    expect(verdict.notices).toHaveLength(count);
    expect(verdict.degraded).toEqual([]);
  });

  it('has a level, facts, actions and a stable id', async () => {
    const strong = await verdictOf(await engineWith(), STRONG);
    expect(strong.notices).toEqual([{
      id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown, kind: 'scam', family: 'account', level: 'strong',
      reasons: expect.arrayContaining(['has-link', 'looks-like-known-scams', 'not-a-contact']) as unknown,
      where: [], actions: ['open-the-app-yourself', 'block', 'report', 'restrict', 'learn-more', 'dismiss'],
      form: 'interstitial', layout: 0,
    }]);
    const engine = await engineWith();
    expect((await verdictOf(engine, { ...TIP, id: 'm9' })).notices[0]?.level).toBe('tip');
    expect(await verdictOf(engine, { ...TIP, id: 'm9' })).toEqual(await verdictOf(engine, { ...TIP, id: 'm9' }));
    expect((await verdictOf(engine, PLAIN)).notices).toEqual([]);
  });

  it('names what the text asks for in the words of its own language', async () => {
    const engine = await engineWith();
    const reasons = async (id: string, text: string): Promise<readonly string[]> => (await verdictOf(await engineWith(), { id, conversationId: id, text })).notices[0]?.reasons ?? [];
    expect(await reasons('a', 'go to https://a.example/x and buy two gift cards this evening')).toContain('asks-for-money');
    expect(await reasons('b', 'зайди на https://a.example/x и купи подарочную карту сегодня вечером')).toContain('asks-for-money');
    expect(await reasons('c', 'зайди на https://a.example/x и купи другу gift card сегодня вечером')).toEqual(['has-link', 'looks-like-known-scams', 'not-a-contact']);
    expect((await verdictOf(engine, { ...PLAIN, text: 'she sent a gift card for the birthday of her aunt' })).notices).toEqual([]);
  });

  it('reads text and caption, and nothing else', async () => {
    const engine = await engineWith();
    expect((await verdictOf(engine, { id: 'a', conversationId: 'a', text: '', surfaces: { caption: STRONG.text } })).notices).toHaveLength(1);
    for (const name of ['displayName', 'quoted', 'linkTitle', 'fileName'] as const) {
      expect((await verdictOf(engine, { id: name, conversationId: name, ...PLAIN, surfaces: { [name]: STRONG.text } })).notices, name).toEqual([]);
    }
  });

  it('raises nothing in history, for what one writes, and where notices are off', async () => {
    const engine = await engineWith();
    expect(await verdictOf(engine, STRONG, 'stranger', 'history')).toMatchObject({ notices: [], degraded: [] });
    expect((await verdictOf(engine, { ...STRONG, direction: 'outgoing' })).notices).toEqual([]);
    expect((await verdictOf(await engineWith({ notices: 'off' }), STRONG)).notices).toEqual([]);
    expect((await verdictOf(await engineWith({ scam: { enabled: false } }), STRONG)).notices).toEqual([]);
  });

  it('computes under observe; the page counts and shows nothing', async () => {
    expect((await verdictOf(await engineWith({ notices: 'observe' }), STRONG)).notices).toHaveLength(1);
  });

  it('says where it had no say: an unmeasured language, a text longer than is scored', async () => {
    const english = await engineWith({}, ['en']);
    expect((await verdictOf(english, { text: 'утром мы пошли к реке и видели синее небо' })).degraded).toEqual([{ check: 'scam', code: 'language-uncovered' }]);
    expect((await verdictOf(english, { text: 'ok' })).degraded).toEqual([]);
    expect((await verdictOf(english, { text: 'river '.repeat(1_500) })).degraded).toEqual([{ check: 'scam', code: 'limit-exceeded' }]);
    // Past the limit of a text as well: once all the same.
    expect((await verdictOf(english, { text: 'river '.repeat(12_000) })).degraded.filter(({ check }) => check === 'scam')).toEqual([{ check: 'scam', code: 'limit-exceeded' }]);
    const settings = settingsOf({ hiddenWords: { words: ['plum'] } });
    const { engine: reading } = await startEngine(settings, { ...builtAssets(settings), 'scam.bin': tinyModel(['en']) });
    const both = await verdictOf(reading, { text: 'river '.repeat(12_000) });
    expect(both.degraded.filter(({ check }) => check !== 'links').map(({ check }) => check)).toEqual(['hidden-words', 'scam']);
  });

  it('keeps a conversation from being nagged, and gives back the same notice for the same message', async () => {
    const engine = await engineWith();
    const first = await verdictOf(engine, { ...STRONG, id: 'm1' });
    expect(first.notices).toHaveLength(1);
    expect((await verdictOf(engine, { ...STRONG, id: 'm2' })).notices).toEqual([]);
    expect(await verdictOf(engine, { ...STRONG, id: 'm1' })).toEqual(first);
    expect((await verdictOf(engine, { ...STRONG, id: 'm2', conversationId: 'c2' })).notices).toHaveLength(1);
  });

  it('goes by the person\'s answer and forgets on request', async () => {
    const engine = await engineWith();
    const [reply] = await engine.screen([itemOf({ ...STRONG, id: 'm1' })]);
    expect(reply?.writes.map(({ table }) => table)).toEqual(['conversation', 'person', 'flood']);
    const noticeId = reply?.verdict.notices[0]?.id ?? '';
    expect(await engine.answer({ conversationId: 'c1', noticeId, answer: 'trusted', now: 1 })).toHaveLength(2);
    expect((await verdictOf(engine, { ...STRONG, id: 'm2' })).notices).toEqual([]);
    expect(await engine.forget({ conversation: 'c1' })).toEqual([
      { table: 'flood', key: 'current', bytes: null }, { table: 'conversation', key: 'c1', bytes: null },
    ]);
    expect((await verdictOf(engine, { ...STRONG, id: 'm3' })).notices).toHaveLength(1);
  });
});

describe('explain', () => {
  it('tells level, score, language and features, without state or budget', async () => {
    const engine = await engineWith();
    const items = [itemOf(STRONG), itemOf(STRONG), itemOf(TIP), itemOf(PLAIN), itemOf(STRONG, 'contact')];
    const told = await engine.explain(items, false);
    expect(told.map(({ scam }) => scam.level)).toEqual(['strong', 'strong', 'tip', 'none', 'none']);
    expect(told[0]).toEqual({
      scam: { level: 'strong', score: expect.closeTo(0.9995, 3) as unknown, family: 'account', lang: 'en' },
      contact: { level: 'none', score: 0, reasons: [] },
      features: expect.objectContaining({ link: 1, longNumber: 0 }) as unknown,
    });
    expect(told[4]?.scam.score).toBe(told[0]?.scam.score);
    expect(await engine.explain(items, true)).toEqual(told);
    expect((await verdictOf(engine, STRONG)).notices).toHaveLength(1);
  });

  it('is all zero where it is off, and rejects where the model is not there', async () => {
    const off = await engineWith({ scam: { enabled: false } });
    expect(await off.explain([itemOf(STRONG)], false)).toEqual([
      { scam: { level: 'none', score: 0, family: null, lang: 'und' }, contact: { level: 'none', score: 0, reasons: [] }, features: {} },
    ]);
    const { engine } = await startEngine(settingsOf({}), { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin') });
    await expect(engine.explain([itemOf(STRONG)], false)).rejects.toMatchObject({ code: 'asset-unavailable' });
  });
});
