import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChainItem } from '../../src/contract/chain.ts';
import { CHAIN_LETTER, chainItem } from '../fixtures/chain.ts';
import { bundlePage, describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';
import type { ChainPage } from './pages/chain-page.ts';

let server: StaticServer;
beforeAll(async () => {
  const code = await bundlePage(fileURLToPath(new URL('./pages/chain-page.ts', import.meta.url)));
  server = await servePackage({ replace: { '/chain': '<!doctype html><title>chain</title><script type="module" src="/chain.js"></script>', '/chain.js': { body: code } } });
});
afterAll(() => server.close());

type Host = typeof globalThis & { readonly chain: ChainPage };
const see = (page: Page, items: readonly ChainItem[]): Promise<readonly unknown[]> => page.run((what) => (globalThis as Host).chain.see(what), items);

describeEngines('the chain worker', (engine) => {
  it.each([['header', '/exact/', 'worker-chain.js'], ['frame', '/none/', 'worker-chain.classic.js']] as const)('in the %s form, finds near-copies from several sides, and again with the records of one that was ended', async (seal, assets, file) => {
    const page = await engine.open(`${server.origin}/chain`);
    await page.run((base, form) => { (globalThis as Host).chain.openDesk(base, form); }, assets, seal);
    const copies = [CHAIN_LETTER, `😱 ${CHAIN_LETTER}`, CHAIN_LETTER.toUpperCase()].map((text) => chainItem(text));
    const first = await see(page, copies.slice(0, 2));
    const named = { copies: (first[0] as { readonly copies?: string }).copies };
    expect(named.copies).toMatch(/^[\da-f]{16}$/u);
    expect(first).toEqual([named, named]);
    await page.run(() => (globalThis as Host).chain.end());
    expect(await see(page, copies.slice(2))).toEqual([{ ...named, found: { kind: 'chain', because: 'copies', sources: 3, hops: 0, mass: true } }]);
    expect(await page.run(() => (globalThis as Host).chain.used())).toContain(file);
    expect(await page.run(() => (globalThis as Host).chain.stored())).toHaveLength(4);
    await page.close();
  });
});
