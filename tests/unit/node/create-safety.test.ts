import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FRAME_SCRIPT } from '../../../build/frame-script.gen.ts';
import type { AssetRecord } from '../../../src/contract/assets.ts';
import { createSafetyFrom, type NodeSafetyOptions } from '../../../src/node/create-safety.ts';
import { createMemoryStore, defaultSettings } from '../../../src/node/index.ts';
import { explainMessage, explainThread, readCounters } from '../../../src/testing/index.ts';
import { from, messageOf } from '../contract/samples.ts';
import { builtAsset, settingsOf, wordsOnly } from '../worker/engine-kit.ts';
import { tinyModel } from '../worker/tiny-model.ts';

const CANARY = 'canary-plum';
const folders: string[] = [];
let good: string;
let list: readonly AssetRecord[];

function folderOf(files: Record<string, ArrayBuffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'inward-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), new Uint8Array(bytes));
  return folder;
}

beforeAll(() => {
  const files = { ...withModel(), 'simd-words.bin': builtAsset('simd-words.bin') };
  good = folderOf(files);
  list = Object.entries(files).map(([name, bytes]) => ({
    name, byteLength: bytes.byteLength, sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
  }));
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true }); });

/** What hidden words need, list or not, and links. */
function wordTables(): Record<string, ArrayBuffer> {
  return Object.fromEntries(['tables.bin', 'simd-words.bin', 'lookalikes.bin', 'common-words.bin', 'suffixes.bin'].map((name) => [name, builtAsset(name)]));
}

const withModelList = (): readonly AssetRecord[] => list.filter(({ name }) => name !== 'simd-words.bin');

/** The kernel with models in place of the one without. */
function withModel(): Record<string, ArrayBuffer> {
  const { 'simd-words.bin': _, ...others } = wordTables();
  return { ...others, 'simd.bin': builtAsset('simd.bin'), 'scam.bin': tinyModel() };
}

const open = (options: NodeSafetyOptions = {}): ReturnType<typeof createSafetyFrom> => createSafetyFrom({ assets: good, ...options }, list);
const ALL_OFF = settingsOf({ notices: 'off', requests: { inertLinks: false } });
const SCAM = messageOf({ text: 'press https://a.example/x to go on with it this evening' });

describe('createSafety in Node', () => {
  it('screens like everywhere else, and says that nothing is sealed', async () => {
    const safety = await open({ assets: pathToFileURL(`${good}/`), settings: settingsOf({ hiddenWords: { words: ['plum'] } }) });
    expect(safety.seal).toBe('in-process');
    expect(safety.about()).toMatchObject({ version: '1.0.0', seal: 'in-process', kernel: 'simd', unicodeVersion: '17.0.0', assets: withModelList() });
    expect(await safety.screenMessage(messageOf({ text: 'plum' }), from('contact'))).toMatchObject({ delivery: 'hidden', notify: 'none', degraded: [] });
    expect((await safety.screenMessage(SCAM, from('stranger'))).notices).toHaveLength(1);
    await safety.dispose();
    await safety.dispose();
    expect((await safety.screenMessage(SCAM, from('stranger'))).degraded).toContainEqual({ check: 'scam', code: 'disposed' });
  });

  it('asks for the kernel without SIMD where the engine has none, and for it only there', async () => {
    expect((await open({ settings: wordsOnly('plum') })).about().assets.map(({ name }) => name)).not.toContain('scalar-words.bin');
    const { validate, ...rest } = Object.getOwnPropertyDescriptors(WebAssembly);
    expect(validate).toBeDefined();
    vi.stubGlobal('WebAssembly', Object.defineProperties({ validate: () => false }, rest));
    const names = ['tables.bin', 'scalar-words.bin', 'lookalikes.bin', 'common-words.bin', 'suffixes.bin'];
    const files = Object.fromEntries(names.map((name) => [name, builtAsset(name)]));
    const listed = names.map((name) => {
      const bytes = new Uint8Array(builtAsset(name));
      return { name, byteLength: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
    const safety = await createSafetyFrom({ assets: folderOf(files), settings: wordsOnly('plum') }, listed);
    expect(safety.about()).toMatchObject({ kernel: 'scalar', assets: listed });
    expect(await safety.screenMessage(messageOf({ text: 'p l u m' }), from('contact'))).toMatchObject({ delivery: 'hidden', degraded: [] });
    await safety.dispose();
    await expect(createSafetyFrom({ assets: good, settings: wordsOnly('plum') }, list)).rejects.toMatchObject({ code: 'asset-unavailable' });
  });

  it('tells i and ı apart by the language of the settings, as they change', async () => {
    const settings = settingsOf({ scam: { enabled: false }, hiddenWords: { words: ['kır'], locale: 'tr-TR' } });
    const safety = await open({ settings });
    const hits = async (text: string): Promise<readonly number[]> => (await safety.hiddenWords.test(text)).map(({ entry }) => entry);
    expect([await hits('kır'), await hits('kir')]).toEqual([[0], []]);
    expect((await safety.hiddenWords.add(['kir', 'Kır'])).rejected).toEqual([{ index: 1, why: 'duplicate' }]);
    expect([await hits('kır'), await hits('kir')]).toEqual([[0], [1]]);
    const { locale: _, ...anywhere } = safety.settings.hiddenWords;
    const { rejected } = await safety.applySettings({ ...safety.settings, hiddenWords: anywhere });
    expect(rejected).toEqual([{ index: 1, why: 'duplicate' }]);
    expect([await hits('kır'), await hits('kir')]).toEqual([[0], [0]]);
    await safety.dispose();
  });

  it('tells in about() what came in use since the start, and the digest of the frame form\'s script', async () => {
    const safety = await open({ settings: ALL_OFF });
    const digest = createHash('sha256').update(FRAME_SCRIPT).digest('base64');
    expect(safety.about()).toMatchObject({ unicodeVersion: '', assets: [], frameScript: `sha256-${digest}` });
    await safety.applySettings(settingsOf({ hiddenWords: { words: ['plum', '\u200b'] } }));
    expect(safety.about()).toMatchObject({ unicodeVersion: '17.0.0', assets: withModelList() });
    expect(safety.hiddenWords.rejected).toEqual([{ index: 1, why: 'empty' }]);
  });

  it('reads no asset for what is off', async () => {
    const safety = await createSafetyFrom({ assets: folderOf({}), settings: ALL_OFF }, list);
    expect(await safety.screenMessage(SCAM, from('contact'))).toMatchObject({ delivery: 'chats', degraded: [] });
    expect(safety.about().assets).toEqual([]);
    await expect(safety.hiddenWords.add([CANARY])).rejects.toMatchObject({ code: 'asset-unavailable', message: expect.not.stringContaining(CANARY) as unknown });
    expect(safety.settings.hiddenWords.words).toEqual([]);
    const wordsAlone = await createSafetyFrom({ assets: folderOf(wordTables()), settings: wordsOnly('plum') }, list);
    expect((await wordsAlone.screenMessage(messageOf({ text: 'plum' }), from('contact'))).delivery).toBe('hidden');
  });

  it.each<[string, () => Record<string, ArrayBuffer>, string]>([
    ['missing', () => ({}), 'asset-unavailable'],
    ['cut', () => ({ ...withModel(), 'scam.bin': tinyModel().slice(0, 300) }), 'asset-integrity'],
    ['with one byte changed', () => ({ ...withModel(), 'scam.bin': flipped(tinyModel()) }), 'asset-integrity'],
    ['of another version', () => ({ ...withModel(), 'tables.bin': versioned(builtAsset('tables.bin')), 'scam.bin': tinyModel() }), 'asset-mismatch'],
    ['empty', () => ({ ...withModel(), 'tables.bin': new ArrayBuffer(0), 'scam.bin': tinyModel() }), 'asset-integrity'],
    ['without look-alikes', () => ({ ...withModel(), 'lookalikes.bin': new ArrayBuffer(0), 'scam.bin': tinyModel() }), 'asset-integrity'],
  ])('refuses assets %s', async (_name, files, code) => {
    await expect(createSafetyFrom({ assets: folderOf(files()), settings: settingsOf({ hiddenWords: { words: [CANARY] } }) }, list))
      .rejects.toMatchObject({ code, message: expect.not.stringMatching(/canary|\/tmp/) as unknown });
  });

  it('refuses settings that are of a newer version or no settings', async () => {
    await expect(open({ settings: { schemaVersion: 9 } as never })).rejects.toMatchObject({ code: 'settings-too-new' });
    await expect(open({ settings: { hiddenWords: 7 } as never })).rejects.toMatchObject({ code: 'settings-invalid' });
  });

  it('keeps budgets in a store across instances, and forgets them', async () => {
    const store = createMemoryStore();
    const first = await open({ store, now: () => 1_750_000_000_000 });
    expect((await first.screenMessage(SCAM, from('stranger'))).notices).toHaveLength(1);
    await first.dispose();
    const second = await open({ store, now: () => 1_750_000_000_001 });
    expect((await second.screenMessage({ ...SCAM, id: 'm2' }, from('stranger'))).notices).toEqual([]);
    await second.forget({ everything: true });
    expect((await second.screenMessage({ ...SCAM, id: 'm3' }, from('stranger'))).notices).toHaveLength(1);
  });

  it('observes without showing', async () => {
    const safety = await open({ settings: { ...defaultSettings(), notices: 'observe' } });
    const seen: unknown[] = [];
    safety.subscribe((event) => seen.push(event));
    expect((await safety.screenMessage(SCAM, from('stranger'))).notices).toEqual([]);
    expect(seen).toEqual([{ kind: 'observed', notices: 1 }]);
  });

  it('explains, with no effect on what is shown', async () => {
    const safety = await open();
    const told = await explainMessage(safety, SCAM, from('stranger'));
    expect(told).toMatchObject({ scam: { level: 'strong', lang: 'en' }, contact: { level: 'none', reasons: ['wrote-first', 'not-a-contact', 'one-sided'] } });
    expect(Object.keys(told)).toEqual(['scam', 'contact', 'features', 'chain']);
    expect(Object.keys(told.scam)).toEqual(['level', 'score', 'family', 'lang']);
    expect(await explainThread(safety, [SCAM, messageOf({ text: 'ok' })], from('stranger'))).toMatchObject([{ scam: { level: 'strong' } }, { scam: { level: 'none', score: 0 } }]);
    expect(await explainMessage(safety, SCAM, from('stranger'))).toEqual(told);
    expect((await safety.screenMessage(SCAM, from('stranger'))).notices).toHaveLength(1);
    expect((await readCounters(safety)).modelsLoaded).toBe(1);
    await expect(explainMessage(safety, { ...SCAM, id: 7 } as never, from('stranger'))).rejects.toThrow(TypeError);
  });
});

function flipped(bytes: ArrayBuffer): ArrayBuffer {
  const copy = new Uint8Array(bytes);
  copy[400] = (copy[400] ?? 0) ^ 1;
  return copy.buffer;
}

function versioned(bytes: ArrayBuffer): ArrayBuffer {
  const copy = new Uint8Array(bytes);
  copy.set(new TextEncoder().encode('0.9.0'), 8);
  return copy.buffer;
}
