import { describe, expect, it } from 'vitest';
import { assetsFor } from '../../../src/contract/required-assets.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { builtAsset, itemOf, settingsOf, startEngine, wordsOnly } from './engine-kit.ts';
import { tinyModel } from './tiny-model.ts';

const OFF = settingsOf({ scam: { enabled: false } });
const SCAM = settingsOf({});
const WORDS = wordsOnly('plum');
const BOTH = settingsOf({ hiddenWords: { words: ['plum'] } });
const ITEM = itemOf({ text: 'a plum by the river, https://a.example/x' });

/** What the page would hand over: the listed assets and no others. */
function assets(settings: Settings): Record<string, ArrayBuffer> {
  return Object.fromEntries(assetsFor(settings).map((name) => [name, name === 'scam.bin' ? tinyModel() : builtAsset(name)]));
}

describe('what is off costs nothing', () => {
  it.each([
    ['everything', OFF, { kernelCalls: {}, tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, normalisations: 0 }],
    ['notices', settingsOf({ notices: 'off' }), { kernelCalls: {}, tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, normalisations: 0 }],
    ['scam', WORDS, { kernelCalls: { normalise: 1, match: 1 }, tablesLoaded: 1, modelsLoaded: 0, textCopies: 1, normalisations: 1 }],
    ['hidden words', SCAM, { kernelCalls: { normalise: 1, features: 1, score: 1 }, tablesLoaded: 1, modelsLoaded: 1, textCopies: 1, normalisations: 1 }],
    ['nothing', BOTH, { kernelCalls: { normalise: 1, match: 1, features: 1, score: 1 }, tablesLoaded: 1, modelsLoaded: 1, textCopies: 1, normalisations: 1 }],
  ])('%s off', async (_name, settings, counters) => {
    const { engine } = await startEngine(settings, assets(settings));
    expect(await engine.counters()).toMatchObject({ textCopies: 0, normalisations: 0, kernelCalls: {} });
    await engine.screen([ITEM]);
    expect(await engine.counters()).toEqual(counters);
  });

  it('looks for no link, plain, marked up or past a limit, where links are to stay as they are', async () => {
    const { engine } = await startEngine(settingsOf({ scam: { enabled: false }, requests: { inertLinks: false } }), {});
    let asked = 0;
    const pollOptions = Array.from({ length: 70 }, () => 'a.co');
    for (const relationship of ['stranger', 'restricted', 'accepted', 'contact', 'blocked'] as const) {
      const item = itemOf({ text: 'press a.example, b.co', surfaces: { pollOptions } }, relationship);
      Object.defineProperty(item.message, 'entities', { get() { asked++; return [{ start: 6, end: 15, href: 'https://b.example' }, { start: 9, end: 2, href: '' }]; } });
      const [reply] = await engine.screen([item]);
      expect(reply?.verdict).toMatchObject({ links: [], degraded: [] });
    }
    expect(asked).toBe(0);
  });

  it('does not read for a scam notice that could not be shown', async () => {
    const { engine } = await startEngine(SCAM, assets(SCAM));
    await engine.screen([
      itemOf(ITEM.message, 'connected'), itemOf(ITEM.message, 'self'), itemOf(ITEM.message, 'blocked'),
      itemOf({ ...ITEM.message, direction: 'outgoing' }, 'stranger'),
    ]);
    expect((await engine.counters()).textCopies).toBe(0);
    // What a stranger said before counts for what they say next.
    await engine.screen([itemOf(ITEM.message, 'stranger', 'history')]);
    expect((await engine.counters()).textCopies).toBe(1);
  });

  it('reads once for two readers, and a gated text is not scored', async () => {
    const { engine } = await startEngine(BOTH, assets(BOTH));
    await engine.screen([itemOf({ text: 'ok' })]);
    expect(await engine.counters()).toMatchObject({ textCopies: 1, normalisations: 1, kernelCalls: { normalise: 1, match: 1, features: 1 } });
    expect((await engine.counters()).kernelCalls['score']).toBeUndefined();
  });

  it('switches on and off as the person does', async () => {
    const { engine, facts } = await startEngine(OFF, {});
    expect(facts).toMatchObject({ kernel: 'simd', unicodeVersion: '', rejected: [] });
    await engine.configure({ settings: BOTH, assets: assets(BOTH) });
    await engine.screen([ITEM]);
    const on = await engine.counters();
    expect(on).toMatchObject({ textCopies: 1, tablesLoaded: 1, modelsLoaded: 1 });
    // The other switch leaves tables and model where they are.
    await engine.configure({ settings: SCAM, assets: {} });
    expect((await engine.screen([ITEM]))[0]?.verdict).toMatchObject({ delivery: 'requests', degraded: [] });
    await engine.configure({ settings: BOTH, assets: {} });
    expect((await engine.screen([ITEM]))[0]?.verdict).toMatchObject({ delivery: 'hidden', degraded: [] });
    expect(await engine.counters()).toMatchObject({ textCopies: 3, tablesLoaded: 1, modelsLoaded: 1 });
    await engine.configure({ settings: OFF, assets: {} });
    const before = await engine.counters();
    await engine.screen([ITEM]);
    expect(await engine.counters()).toEqual(before);
    expect(before.textCopies).toBe(3);
    // On again: what was dropped is asked for again.
    await engine.configure({ settings: SCAM, assets: assets(SCAM) });
    expect(await engine.counters()).toMatchObject({ tablesLoaded: 2, modelsLoaded: 2 });
  });
});
