import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/worker/engine.ts';
import { builtAssets, settingsOf, startEngine, verdictOf } from './engine-kit.ts';

const open = (hiddenWords: object): Promise<{ readonly engine: Engine }> => startEngine(settingsOf({ scam: { enabled: false }, hiddenWords }));

/** Which of the texts are hidden. */
async function hidden(engine: Engine, ...texts: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const text of texts) if ((await verdictOf(engine, { text }, 'contact')).delivery === 'hidden') found.push(text);
  return found;
}

describe('i and ı by the language of the settings', () => {
  it.each([
    [undefined, false], ['en', false], ['tra', false], ['x-tr', false], ['de-TR', false], ['tr', true], ['TR', true], ['tr-TR', true], ['az-Latn', true], ['az-x-1', true],
  ])('%s: two letters is %s', async (locale, two) => {
    const { engine } = await open({ words: ['kır', 'ilik'], ...(locale === undefined ? {} : { locale }) });
    expect(await hidden(engine, 'bir kır', 'bir kir', 'bir ilik', 'bir ılık')).toEqual(two ? ['bir kır', 'bir ilik'] : ['bir kır', 'bir kir', 'bir ilik', 'bir ılık']);
  });

  it('a change of the language is in force at once, both ways, and one that changes nothing else too', async () => {
    const settings = (locale?: string) => settingsOf({ scam: { enabled: false }, hiddenWords: { words: ['kır'], ...(locale === undefined ? {} : { locale }) } });
    const { engine } = await startEngine(settings());
    for (const [locale, found] of [['tr', []], ['en', ['kir']], ['az', []], [undefined, ['kir']]] as const) {
      await engine.configure({ settings: settings(locale), assets: {} });
      expect(await hidden(engine, 'kir')).toEqual(found);
      expect(await hidden(engine, 'kır')).toEqual(['kır']);
    }
  });

  it('an edit and the person who tries a text out get the same', async () => {
    const { engine } = await open({ words: ['elma'], locale: 'tr' });
    expect(await engine.editWords({ of: 1, remove: [], change: [], add: [{ text: 'kır' }, { text: 'kir' }] })).toEqual({ rejected: [], building: false });
    const tried = async (text: string): Promise<readonly unknown[]> => (await engine.tryWords(text, 0)).map(({ entry, how }) => [entry, how]);
    expect(await tried('kır')).toEqual([[1, []]]);
    expect(await tried('kir')).toEqual([[2, []]]);
    expect(await tried('k1r')).toEqual([[1, ['leet']], [2, ['leet']]]);
    // Read another way, the whole list is made anew.
    let last = await engine.editWords({ of: 3, remove: [2], change: [{ index: 1, word: { text: 'kır', accents: 'exact' } }], add: [] });
    while (last.building) last = await engine.editWords(null);
    expect(await hidden(engine, 'kır', 'kir', 'elma')).toEqual(['kır', 'elma']);
  });

  it('names what folds to the same and is the same word, and no other', async () => {
    const words = ['kır', 'kir', 'Kır', 'KİR'];
    const { facts } = await startEngine(settingsOf({ scam: { enabled: false }, hiddenWords: { words, locale: 'tr' } }));
    expect(facts.rejected).toEqual([{ index: 2, why: 'duplicate' }, { index: 3, why: 'duplicate' }]);
  });

  it('holds for exceptions', async () => {
    const words = [{ text: 'kır' }, { text: 'kir' }];
    const { engine } = await open({ words, allow: ['kır çiçeği', 'kir pas'], locale: 'tr' });
    expect(await hidden(engine, 'kır çiçeği', 'kir çiçeği', 'kır pas', 'kir pas')).toEqual(['kir çiçeği', 'kır pas']);
  });
});

/** A default list as the build packs it, of stand-in words. */
function packed(...words: readonly string[]): ArrayBuffer {
  return Uint8Array.from([...new Uint8Array(32), ...new TextEncoder().encode(words.join('\n')).map((byte) => byte ^ 0xa5)]).buffer;
}

describe('default lists and the language of the settings', () => {
  it.each([
    ['tr', ['bir kır'], ['bir kiwi', 'BİR KIWI']], ['en', ['bir kır', 'bir kir'], ['bir kiwi', 'BİR KIWI']],
  ])('%s: a Turkish list is read by it, a list of another language is not', async (locale, turkish, english) => {
    const settings = settingsOf({ scam: { enabled: false }, hiddenWords: { lists: ['tr', 'en'], locale } });
    const { engine } = await startEngine(settings, { ...builtAssets(settings), 'words-tr.bin': packed('kır'), 'words-en.bin': packed('kiwi') });
    expect(await hidden(engine, 'bir kır', 'bir kir', 'bir kiwi', 'BİR KIWI')).toEqual([...turkish, ...english]);
  });
});
