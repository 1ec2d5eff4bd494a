import { afterEach, describe, expect, it, vi } from 'vitest';
import { builtAsset, settingsOf, startEngine, verdictOf, wordsOnly } from './engine-kit.ts';
import { readerWithoutKernel } from '../../../src/worker/plain-words.ts';
import { tinyModel } from './tiny-model.ts';

/** A policy without 'wasm-unsafe-eval' has a `WebAssembly` that refuses, and so has a device without memory for it. */
const REFUSALS: readonly (readonly [string, () => void])[] = [
  ['refused at compilation', () => {
    vi.stubGlobal('WebAssembly', { validate: () => true, Module: class { constructor() { throw new Error('blocked by policy'); } }, Instance: WebAssembly.Instance });
  }],
  ['refused at instantiation', () => {
    vi.stubGlobal('WebAssembly', {
      validate: WebAssembly.validate.bind(WebAssembly), Module: WebAssembly.Module, Instance: class { constructor() { throw new RangeError('out of memory'); } },
    });
  }],
];

afterEach(() => { vi.unstubAllGlobals(); });

const degraded = [{ check: 'hidden-words', code: 'no-wasm' }, { check: 'scam', code: 'no-wasm' }];
const LINK = { surface: 'text', start: 8, end: 27, inert: true, why: ['request'] };

describe.each(REFUSALS)('WebAssembly %s', (_name, remove) => {
  it('starts, keeps delivery, links and covers, and says what does not run', async () => {
    const settings = settingsOf({ hiddenWords: { words: ['plum'] } });
    const assets = { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin'), 'scam.bin': tinyModel() };
    remove();
    const { engine, facts } = await startEngine(settings, assets);
    expect(facts).toMatchObject({ kernel: 'none', unicodeVersion: '', rejected: [] });
    expect(await verdictOf(engine, { text: 'a PLÜM, https://a.example/x', attachments: [{ id: 'a', kind: 'image' }] })).toEqual({
      delivery: 'requests', notify: 'silent', degraded, notices: [], groups: [], hits: [], links: [LINK],
      media: [{ id: 'a', state: 'covered', why: ['request'] }],
    });
    await engine.configure({ settings: settingsOf({ scam: { enabled: false } }), assets: {} });
    expect((await verdictOf(engine, { text: 'plum' })).degraded).toEqual([]);
  });
});

/** iOS Lockdown Mode has no `WebAssembly` at all: the page asks for the worker's other file. */
describe('WebAssembly absent', () => {
  const remove = (): void => { vi.stubGlobal('WebAssembly', undefined); };

  it('starts, keeps delivery, links, covers and plain words, and says what is weaker', async () => {
    const settings = settingsOf({ hiddenWords: { words: ['plum', '', 'Ｐｌｕｍ'], allow: ['plum pie'] } });
    const assets = { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin'), 'scam.bin': tinyModel() };
    remove();
    const { engine, facts } = await startEngine(settings, assets, readerWithoutKernel);
    expect(facts).toMatchObject({ kernel: 'none', unicodeVersion: '', rejected: [{ index: 1, why: 'empty' }, { index: 2, why: 'duplicate' }] });
    expect(await verdictOf(engine, { text: 'a PLÜM, https://a.example/x', attachments: [{ id: 'a', kind: 'image' }] })).toEqual({
      delivery: 'hidden', notify: 'none', degraded, notices: [], groups: [],
      hits: [{ surface: 'text', start: 2, end: 6, entry: 0, list: 'mine', action: 'hide' }],
      links: [LINK],
      media: [{ id: 'a', state: 'covered', why: ['request', 'hidden-word'] }],
    });
    expect(await verdictOf(engine, { text: 'a plum pie' }, 'contact')).toMatchObject({ delivery: 'chats', notify: 'normal', degraded });
    const pies = await verdictOf(engine, { text: `${'plum pie '.repeat(200)}rotten` }, 'contact');
    expect(pies).toMatchObject({ delivery: 'hidden', hits: [], degraded: [...degraded, { check: 'hidden-words', code: 'limit-exceeded' }] });
    expect(await engine.tryWords('plum', 0)).toHaveLength(1);
    await expect(engine.explain([], false)).resolves.toEqual([]);
    expect(await engine.counters()).toMatchObject({ tablesLoaded: 0, modelsLoaded: 0, textCopies: 0, kernelCalls: {} });
  });

  it('says nothing of checks that are off', async () => {
    remove();
    const { engine } = await startEngine(settingsOf({ scam: { enabled: false } }), {}, readerWithoutKernel);
    expect((await verdictOf(engine, { text: 'plum' })).degraded).toEqual([]);
    const words = wordsOnly('plum');
    await engine.configure({ settings: words, assets: { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin') } });
    expect((await verdictOf(engine, { text: 'plum' })).degraded).toEqual([{ check: 'hidden-words', code: 'no-wasm' }]);
  });

  it('takes new words into force without being handed the tables again, as a page does', async () => {
    const words = wordsOnly('plum');
    const assets = { 'tables.bin': builtAsset('tables.bin'), 'simd.bin': builtAsset('simd.bin') };
    remove();
    const { engine } = await startEngine(words, assets, readerWithoutKernel);
    expect(await engine.configure({ settings: wordsOnly('plum', 'pear', ''), assets: {} })).toMatchObject({ rejected: [{ index: 2, why: 'empty' }] });
    expect(await verdictOf(engine, { text: 'a pear' })).toMatchObject({ delivery: 'hidden' });
    await engine.configure({ settings: wordsOnly('plum'), assets: {} });
    expect(await verdictOf(engine, { text: 'a pear' })).toMatchObject({ delivery: 'requests' });
  });
});
