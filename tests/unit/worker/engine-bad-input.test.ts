import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { Engine } from '../../../src/worker/engine.ts';
import { builtAsset, builtAssets, itemOf, settingsOf, startEngine, verdictOf, wordsOnly } from './engine-kit.ts';

const CANARY = 'canary-plum';

describe('bad input to the engine', () => {
  it('screens up to the limit and says where it stopped', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const early = await verdictOf(engine, { text: `plum ${'x'.repeat(LIMITS.messageUnits)}` }, 'contact');
    expect(early).toMatchObject({ delivery: 'hidden', degraded: expect.arrayContaining([{ check: 'hidden-words', code: 'limit-exceeded' }]) as unknown });
    const late = await verdictOf(engine, { text: `${'x '.repeat(LIMITS.messageUnits)} plum` }, 'contact');
    expect(late).toMatchObject({ delivery: 'chats', degraded: expect.arrayContaining([{ check: 'hidden-words', code: 'limit-exceeded' }]) as unknown });
    const whole = await verdictOf(engine, { text: `${'x'.repeat(LIMITS.messageUnits - 5)} plum` }, 'contact');
    expect(whole).toMatchObject({ delivery: 'hidden', degraded: [] });
  });

  it('takes a text of a megabyte, and still reads the name beside it', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const verdict = await verdictOf(engine, { text: 'pear '.repeat(210_000), surfaces: { displayName: 'Plum' } }, 'contact');
    expect(verdict.hits).toEqual([{ surface: 'displayName', start: 0, end: 4, entry: 0, list: 'mine', action: 'hide' }]);
    expect(verdict.degraded).toContainEqual({ check: 'hidden-words', code: 'limit-exceeded' });
  });

  it('reads lone surrogates as what they are, goes on and says so', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const degraded = [{ check: 'hidden-words', code: 'ill-formed-text' }];
    for (const text of ['\ud83d plum', 'plum \udc00', '\udc00\ud83d plum', 'pl\ud83dum']) {
      expect(await verdictOf(engine, { text }, 'contact'), JSON.stringify(text)).toMatchObject({ delivery: 'hidden', degraded });
    }
    expect(await verdictOf(engine, { text: 'pear', surfaces: { displayName: 'a\udc00' } }, 'contact')).toMatchObject({ degraded });
    for (const text of ['\uffff plum', 'plum\u0000', '🍑 plum', '\ufffd plum']) {
      expect(await verdictOf(engine, { text }, 'contact'), JSON.stringify(text)).toMatchObject({ delivery: 'hidden', degraded: [] });
    }
  });

  it('names each check that read ill-formed text, and no other', async () => {
    const text = 'a\ud83d walk along the river this morning';
    const scam = { check: 'scam', code: 'ill-formed-text' };
    const { engine } = await startEngine(settingsOf({}));
    expect((await verdictOf(engine, { text })).degraded).toEqual([scam]);
    expect((await verdictOf(engine, { text }, 'connected')).degraded).toEqual([]);
    const both = await startEngine(settingsOf({ hiddenWords: { words: ['plum'] } }));
    expect((await verdictOf(both.engine, { text })).degraded).toEqual([{ check: 'hidden-words', code: 'ill-formed-text' }, scam]);
    const none = await startEngine(settingsOf({ scam: { enabled: false } }));
    expect((await verdictOf(none.engine, { text })).degraded).toEqual([]);
  });

  it('takes no pair that a limit cuts for ill-formed', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    for (const before of ['', 'a']) {
      expect((await verdictOf(engine, { text: before + '🍑'.repeat(LIMITS.messageUnits) }, 'contact')).degraded.map(({ code }) => code)).toEqual(['limit-exceeded', 'limit-exceeded']);
    }
  });

  it('stops at the limits of surfaces and hits', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const polls = await verdictOf(engine, { text: '', surfaces: { pollOptions: Array.from({ length: 200 }, () => 'plum') } }, 'contact');
    expect(polls.hits).toHaveLength(LIMITS.surfaces);
    expect(polls.degraded).toContainEqual({ check: 'hidden-words', code: 'limit-exceeded' });
    const many = await verdictOf(engine, { text: 'plum '.repeat(1_000) }, 'contact');
    expect(many.hits).toHaveLength(LIMITS.hits);
    expect(many.delivery).toBe('hidden');
  });

  it('says that there are more attachments than it lists, whoever sent them', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const files = (count: number): { attachments: { id: string; kind: 'image' }[] } => ({ attachments: Array.from({ length: count }, (_, n) => ({ id: `a${n}`, kind: 'image' })) });
    for (const message of [files(70), { ...files(70), direction: 'outgoing' as const }]) {
      const verdict = await verdictOf(engine, message, 'stranger');
      expect(verdict.media).toHaveLength(LIMITS.attachments);
      expect(verdict.degraded).toEqual([{ check: 'media', code: 'limit-exceeded' }]);
    }
    expect((await verdictOf(engine, files(LIMITS.attachments), 'stranger')).degraded).toEqual([]);
  });

  it('leaves the place of a message that breaks the engine empty and gives the others their verdict', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const broken = { ...itemOf({ id: 'm2', text: 'plum' }, 'contact') };
    Object.defineProperty(broken.message, 'surfaces', { get() { throw new Error(CANARY); } });
    const replies = await engine.screen([itemOf({ text: 'plum' }, 'contact'), broken, itemOf({ id: 'm3', text: 'pear' }, 'contact')]);
    expect(replies.map((reply) => reply?.verdict.delivery)).toEqual(['hidden', undefined, 'chats']);
    expect(JSON.stringify(replies)).not.toContain(CANARY);
  });

  it('refuses a page of another version, and calls before the start', async () => {
    const settings = wordsOnly('plum');
    const engine = new Engine();
    await expect(engine.screen([])).rejects.toMatchObject({ code: 'worker-failed' });
    await expect(engine.configure({ settings, assets: {} })).rejects.toMatchObject({ code: 'worker-failed' });
    await expect(engine.start({ version: '0.0.1', settings, assets: builtAssets(settings), records: [] })).rejects.toMatchObject({ code: 'asset-mismatch' });
  });

  it('refuses tables that are damaged, cut or of another version', async () => {
    const settings = wordsOnly(CANARY);
    const tables = builtAsset('tables.bin');
    const other = new Uint8Array(tables.slice(0));
    other.set(new TextEncoder().encode('9.9.9'), 8);
    const cases: [ArrayBuffer, RegExp][] = [
      [tables.slice(0, tables.byteLength - 100), /^asset-(integrity|mismatch)$/], [new ArrayBuffer(0), /^asset-(integrity|mismatch)$/],
      [new ArrayBuffer(1_000), /^asset-(integrity|mismatch)$/],
    ];
    for (const [bytes, code] of cases) {
      await expect(startEngine(settings, { 'tables.bin': bytes, 'simd.bin': builtAsset('simd.bin') })).rejects.toMatchObject({ code: expect.stringMatching(code) as unknown, message: expect.not.stringContaining(CANARY) as unknown });
    }
    await expect(startEngine(settings, {})).rejects.toMatchObject({ code: 'asset-unavailable' });
  });

  it.each(['lookalikes.bin', 'common-words.bin'])('refuses %s that is missing, damaged or another file', async (name) => {
    const settings = wordsOnly(CANARY);
    const whole = builtAssets(settings);
    const bytes = new Uint8Array(whole[name] as ArrayBuffer);
    const another = bytes.slice();
    another.set(new TextEncoder().encode('XX'), 6);
    const cases: readonly [ArrayBuffer | undefined, string][] = [
      [undefined, 'asset-unavailable'], [bytes.slice(0, -1).buffer, 'asset-integrity'], [new ArrayBuffer(0), 'asset-integrity'],
      [another.buffer, 'asset-mismatch'], [new ArrayBuffer(1 << 20), 'asset-integrity'],
    ];
    for (const [given, code] of cases) {
      const assets = Object.fromEntries(Object.entries({ ...whole, [name]: given }).filter(([, value]) => value !== undefined)) as Record<string, ArrayBuffer>;
      await expect(startEngine(settings, assets)).rejects.toMatchObject({ code, message: expect.not.stringContaining(CANARY) as unknown });
    }
  });

  it('keeps what was in force when a change fails', async () => {
    const { engine } = await startEngine(settingsOf({ scam: { enabled: false } }), {});
    await expect(engine.configure({ settings: wordsOnly('plum'), assets: {} })).rejects.toMatchObject({ code: 'asset-unavailable' });
    expect(await verdictOf(engine, { text: 'plum' }, 'contact')).toMatchObject({ delivery: 'chats', degraded: [] });
  });

  it('goes on without a model, cut, damaged or missing, and says so', async () => {
    const settings = settingsOf({ hiddenWords: { words: ['plum'] } });
    const tables = builtAssets(wordsOnly('plum'));
    const { engine } = await startEngine(settings, tables);
    expect(await verdictOf(engine, { text: 'plum' })).toMatchObject({ delivery: 'hidden', degraded: [{ check: 'scam', code: 'asset-unavailable' }] });
    for (const model of [new ArrayBuffer(0), new ArrayBuffer(40), new ArrayBuffer(200_000)]) {
      const second = await startEngine(settings, { ...tables, 'scam.bin': model });
      expect(await verdictOf(second.engine, { text: 'pear' })).toMatchObject({ delivery: 'requests', degraded: [{ check: 'scam', code: 'model-invalid' }] });
    }
  });
});
