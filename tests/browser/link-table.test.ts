// The table that tells hosts apart, in a page: when it is asked for, what changes with it, and what is said where it does not come.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { asset, servePackage } from './package-server.ts';

const TABLE = 'suffixes.bin';
const RIGHT = { 'content-security-policy': "default-src 'none'; script-src 'wasm-unsafe-eval'" };

let server: StaticServer;
beforeAll(async () => {
  const parts = (folder: string): object => Object.fromEntries(
    ['tables.bin', 'simd.bin', 'scam.bin'].map((name) => [`${folder}${name}`, { body: asset(name) }]));
  server = await servePackage({ replace: {
    ...parts('/exact/gone/'), '/exact/gone/worker.js': { body: asset('worker.js'), headers: RIGHT },
    '/exact/gone/worker-notices.js': { body: asset('worker-notices.js'), headers: RIGHT }, [`/exact/gone/${TABLE}`]: { status: 404 },
  } });
});
afterAll(() => server.close());

/** Screens a deceiving link before and after the table came or did not come, from somebody accepted. */
async function run(assets: string, table: string): Promise<object> {
  const url = '/dist/index.js';
  const { createSafety } = await import(url) as typeof Inward;
  const safety = await createSafety({ assets });
  const asked = (): boolean => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`${assets}${table}`));
  const judge = async (text: string): Promise<object> => {
    const { links, degraded } = await safety.screenMessage(
      { id: text, conversationId: 'c', kind: 'text', direction: 'incoming', sentAt: 0, text }, { relationship: 'accepted' });
    return { links: links.map(({ inert, why }) => `${inert ? 'inert' : 'live'} ${why.join()}`), degraded: degraded.map(({ check, code }) => `${check} ${code}`) };
  };
  const came = new Promise<void>((resolve) => { safety.subscribe(({ kind }) => { if (kind === 'links') resolve(); }); });
  const plain = await judge('a plum by the river');
  const early = asked();
  const before = await judge('https://аррӏе.com/login');
  const wait = new Promise<void>((resolve) => { setTimeout(resolve, 60_000); });
  if (assets.includes('gone')) while (!asked()) await new Promise((resolve) => { setTimeout(resolve, 20); });
  else await Promise.race([came, wait]);
  let after = await judge('https://аррӏе.com/login');
  // The answer of the server and the page's word of it come after the entry.
  for (let n = 0; n < 100 && assets.includes('gone') && JSON.stringify(after) === JSON.stringify(before); n++) {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    after = await judge('https://аррӏе.com/login');
  }
  const result = { seal: safety.seal, early, plain, before, after, used: safety.about().assets.some(({ name }) => name === table) };
  await safety.dispose();
  return result;
}

const NONE = { links: [], degraded: [] };

describeEngines('the table that tells hosts apart', (engine) => {
  let page: Page;
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

  it.each([['header', '/exact/'], ['frame', '/none/']])('comes after the first verdict with a link, in the %s form', async (seal, folder) => {
    expect(await page.run(run, folder, TABLE)).toEqual({
      seal, early: false, plain: NONE, before: { links: ['live '], degraded: [] }, after: { links: ['inert look-alike-host'], degraded: [] }, used: true,
    });
  });

  it('is said to be missing where it does not come; the chat goes on', async () => {
    expect(await page.run(run, '/exact/gone/', TABLE)).toEqual({
      seal: 'header', early: false, plain: NONE, before: { links: ['live '], degraded: [] },
      after: { links: ['live '], degraded: ['links asset-unavailable'] }, used: false,
    });
  });
});
