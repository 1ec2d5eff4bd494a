import { describe, expect, it } from 'vitest';
import type { EngineSettings } from '../../../src/contract/engine.ts';
import type { Context, Message } from '../../../src/contract/message.ts';
import { Engine } from '../../../src/worker/engine.ts';
import { readerWithoutKernel } from '../../../src/worker/plain-words.ts';
import { builtAssets, itemOf, settingsOf, startEngine, verdictOf } from './engine-kit.ts';

const NAMES: readonly string[] = ['Anna Lopez', 'Mirko Bernardelli'];
const withNames = (parts: object = {}, blocked: readonly string[] | null = NAMES): EngineSettings => (
  { ...settingsOf({ scam: { enabled: false }, ...parts }), names: blocked ? { blocked } : undefined });
const from = (name: string, relationship: Context['relationship'] = 'stranger'): Context => ({ relationship, me: { ageBand: 'adult' }, peer: { name } });

/** @param weeks later: there is one tip a week */
async function noticesOf(engine: Engine, message: Partial<Message>, context: Context, weeks = 0): Promise<readonly object[]> {
  return (await verdictOf(engine, message, context, 'live', 1_750_000_000_000 + weeks * 8 * 86_400_000)).notices;
}

describe('a message of somebody whose name looks like a blocked one', () => {
  it('has a tip that states the fact, by the name the app knows or the one in the message', async () => {
    const { engine } = await startEngine(withNames());
    const notice = { kind: 'impersonation', level: 'tip', reasons: ['name-like-blocked', 'not-a-contact'], where: [], actions: ['learn-more', 'restrict', 'block', 'report', 'dismiss'] };
    expect(await noticesOf(engine, { conversationId: 'a' }, from('Аnna L0pez'))).toMatchObject([notice]);
    expect(await noticesOf(engine, { conversationId: 'b', surfaces: { displayName: 'anna_lopez 2' } }, from('Somebody Else'), 1)).toMatchObject([notice]);
    expect(await noticesOf(engine, { conversationId: 'c' }, from('rnirko bernardelli'), 2)).toMatchObject([notice]);
  });

  it('is told once, and again for the same message with the same id', async () => {
    const { engine } = await startEngine(withNames());
    const first = await noticesOf(engine, { id: 'm1' }, from('Anna Lopez'));
    expect(first).toHaveLength(1);
    expect(await noticesOf(engine, { id: 'm2' }, from('Anna Lopez'))).toEqual([]);
    expect(await noticesOf(engine, { id: 'm1' }, from('Anna Lopez'))).toEqual(first);
  });

  it('is only told of strangers, and live', async () => {
    const { engine } = await startEngine(withNames());
    for (const relationship of ['self', 'contact', 'accepted', 'connected', 'restricted', 'blocked'] as const) {
      expect([relationship, await noticesOf(engine, { conversationId: relationship }, from('Anna Lopez', relationship))]).toEqual([relationship, []]);
    }
    expect((await verdictOf(engine, { conversationId: 'h' }, from('Anna Lopez'), 'history')).notices).toEqual([]);
    for (const name of ['Mia', 'Anna', 'Lopez', 'Anna Lopes', 'Anna Maria Lopez', '', '\u200b']) expect([name, await noticesOf(engine, { conversationId: `n${name}` }, from(name))]).toEqual([name, []]);
    expect(await noticesOf(engine, { conversationId: 'o', direction: 'outgoing' }, from('Anna Lopez'))).toEqual([]);
    expect(await noticesOf(engine, { conversationId: 'k', text: 'Anna Lopez' }, { relationship: 'stranger' })).toEqual([]);
  });

  it('stands beside hidden words and leaves the rest of the verdict alone', async () => {
    const words = { hiddenWords: { words: ['plum'] } };
    for (const text of ['a plum', 'see https://a.example/x']) {
      const [plain, named] = [await startEngine(settingsOf({ scam: { enabled: false }, ...words })), await startEngine(withNames(words))];
      const { notices, ...rest } = await verdictOf(named.engine, { text, conversationId: text }, from('Anna Lopez'));
      expect(notices).toHaveLength(1);
      expect(rest).toEqual((({ notices: _, ...all }) => all)(await verdictOf(plain.engine, { text, conversationId: text }, from('Anna Lopez'))));
    }
  });
});

describe('the names', () => {
  it('cost the tables and look-alikes, and nothing where there are none', async () => {
    expect(Object.keys(builtAssets(withNames())).sort()).toEqual(['lookalikes.bin', 'simd-words.bin', 'tables.bin']);
    expect(builtAssets(withNames({}, null))).toEqual({});
    const { engine } = await startEngine(withNames({}, null));
    await verdictOf(engine, {}, from('Anna Lopez'));
    expect((await engine.counters()).kernelCalls).toEqual({});
  });

  it('come and go with settings, beside words and without', async () => {
    const { engine } = await startEngine(withNames({}, null));
    let count = 0;
    const put = async (settings: EngineSettings, name = '4nna Lopez'): Promise<number> => {
      await engine.configure({ settings, assets: builtAssets(settings) });
      return (await noticesOf(engine, { conversationId: `put${count}` }, from(name), count++)).length;
    };
    expect(await put(withNames())).toBe(1);
    expect(await put(withNames({ hiddenWords: { words: ['plum'] } }))).toBe(1);
    expect((await engine.screen([itemOf({ text: 'a plum' })]))[0]?.verdict.delivery).toBe('hidden');
    expect(await put(withNames({ hiddenWords: { words: ['plum'] } }, ['Oksana Weiss']))).toBe(0);
    expect(await put(withNames({}, ['Oksana Weiss']), 'oksana_weiss')).toBe(1);
    expect(await put(withNames({}, null))).toBe(0);
  });

  it('without WebAssembly say that they were not compared', async () => {
    const settings = withNames();
    const engine = new Engine(readerWithoutKernel);
    await engine.start({ version: (await startEngine(settings)).facts.version, settings, assets: builtAssets(settings), records: [] });
    expect(await verdictOf(engine, {}, from('Anna Lopez'))).toMatchObject({ notices: [], degraded: [{ check: 'names', code: 'no-wasm' }] });
  });
});
