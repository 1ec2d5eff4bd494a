// Default lists in a page: what is asked for, in the header form and in the frame form. No word of a list leaves the page.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage } from './package-server.ts';

const RIGHT = { 'content-security-policy': "default-src 'none'; script-src 'wasm-unsafe-eval'" };
const LIST = 'words-sv.bin';

let server: StaticServer;
beforeAll(async () => {
  const damaged = asset(LIST);
  damaged[40] = (damaged[40] ?? 0) ^ 1;
  const parts = (folder: string): Record<string, { body: Buffer; headers?: Record<string, string> }> => Object.fromEntries(
    ['tables.bin', 'simd-words.bin', 'lookalikes.bin', 'common-words.bin', 'languages.bin'].map((name) => [`${folder}${name}`, { body: asset(name) }]));
  server = await servePackage({
    replace: {
      ...parts('/exact/gone/'), ...parts('/exact/damaged/'),
      '/exact/gone/worker.js': { body: asset('worker.js'), headers: RIGHT }, [`/exact/gone/${LIST}`]: { status: 404 },
      '/exact/damaged/worker.js': { body: asset('worker.js'), headers: RIGHT }, [`/exact/damaged/${LIST}`]: { body: damaged },
    },
  });
});
afterAll(() => server.close());

/** Tries every entry of one word in a message; nothing of a list is returned. */
async function run(assets: string, lists: readonly string[]): Promise<object> {
  const url = '/dist/index.js';
  const { createSafety, isSafetyError, defaultSettings } = await import(url) as typeof Inward;
  const plain = defaultSettings();
  try {
    const safety = await createSafety({ assets, settings: { ...plain, scam: { enabled: false }, hiddenWords: { ...plain.hiddenWords, lists } } });
    const message = (text: string) => ({ id: text, conversationId: 'c', kind: 'text', direction: 'incoming', sentAt: 0, text }) as const;
    const entries = await safety.hiddenWords.revealList(lists[0] ?? '').catch(() => []);
    const one = entries.find(({ text }) => /^\p{L}+$/u.test(text));
    const verdict = await safety.screenMessage(message(`7 ${one?.text ?? 'plum'} 7`), { relationship: 'contact' });
    const result = {
      seal: safety.seal, delivery: verdict.delivery, named: verdict.hits.some((hit) => hit.entry === one?.entry && hit.list === lists[0]),
      degraded: verdict.degraded.map(({ code }) => code), assets: safety.about().assets.map(({ name }) => name).sort(),
    };
    await safety.dispose();
    return result;
  } catch (error) {
    return isSafetyError(error) ? { code: error.code, named: /words-sv\.bin/u.test(error.message) } : { code: (error as Error).name };
  }
}

describeEngines('default lists', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

  it.each([['header', '/exact/', 'worker.js'], ['frame', '/none/', 'worker.classic.js']])('in the %s form, one list is loaded and hides', async (seal, folder, worker) => {
    server.clear();
    const files = ['common-words.bin', 'languages.bin', 'lookalikes.bin', 'simd-words.bin', 'tables.bin', worker, LIST].sort();
    expect(await page.run(run, folder, ['sv'])).toEqual({ seal, delivery: 'hidden', named: true, degraded: [], assets: files });
    const asked = [...new Set(server.log.map(({ path }) => path))].filter((path) => path.startsWith(folder) && path.endsWith('.bin')).sort();
    expect(asked).toEqual(files.filter((name) => name.endsWith('.bin')).map((name) => `${folder}${name}`));
  });

  it('a list that the package does not have is not asked for, and named', async () => {
    server.clear();
    expect(await page.run(run, '/exact/', ['my'])).toMatchObject({ delivery: 'chats', degraded: ['list-unavailable'] });
    expect(server.log.filter(({ path }) => path.includes('words-'))).toEqual([]);
  });

  it.each([['/exact/gone/', 'asset-unavailable'], ['/exact/damaged/', 'asset-integrity']])('%s rejects with %s', async (folder, code) => {
    expect(await page.run(run, folder, ['sv'])).toEqual({ code, named: true });
  });
});
