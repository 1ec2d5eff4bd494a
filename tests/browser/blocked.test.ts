import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { bundlePage, describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** The block list in a page: loaded when it is first asked for, sealed in the store, compared in the sealed worker. */
let server: StaticServer;
beforeAll(async () => {
  const tools = await bundlePage(fileURLToPath(new URL('./pages/store-page.ts', import.meta.url)));
  server = await servePackage({ replace: { '/tools.js': { body: tools } } });
});
afterAll(() => server.close());

describeEngines('the block list', (engine) => {
  afterEach(() => engine.closePages());

  it('is sealed, outlives the page, and tells of a name that looks the same', async () => {
    const page = await engine.open(`${server.origin}/`);
    const seen = await page.run(async () => {
      await import('/tools.js' as string);
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { createIndexedDbStore } = (await import('/dist/browser.js' as string)) as typeof import('../../src/browser.ts');
      const open = (): ReturnType<typeof createSafety> => createSafety({
        assets: '/exact/', store: createIndexedDbStore({ name: 'blocked' }), settings: { ...defaultSettings(), scam: { enabled: false } },
      });
      const first = await open();
      await first.blocked.add({ peerId: 'canarypeer', name: 'Canary Quincebird' });
      const file = await first.blocked.exportJson();
      await first.dispose();
      const dump = JSON.stringify(await window.tools.dump('blocked'));
      const again = await open();
      const ask = async (id: string, name: string): Promise<readonly unknown[]> => (await again.screenMessage(
        { id: 'm', conversationId: id, kind: 'text', text: 'hello', sentAt: 0, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { name } },
      )).notices.map(({ kind, reasons }) => `${kind} ${reasons.join()}`);
      const told = [await ask('a', 'Саnаry_Quinceb1rd 7'), await ask('b', 'Somebody Else')];
      const list = await again.blocked.list();
      await again.forget({ everything: true });
      const after = [await again.blocked.list(), await ask('c', 'Canary Quincebird')];
      await again.dispose();
      return { dump, told, list, after, file };
    });
    expect(seen.told).toEqual([['impersonation name-like-blocked,not-a-contact'], []]);
    expect([seen.list, seen.after]).toEqual([[{ peerId: 'canarypeer', name: 'Canary Quincebird', picture: false }], [[], []]]);
    expect(JSON.parse(seen.file)).toEqual({ 'inward-blocked': 1, people: [{ peerId: 'canarypeer', name: 'Canary Quincebird' }] });
    expect(seen.dump.length).toBeGreaterThan(100);
    for (const needle of ['canary', 'Canary', Buffer.from('canarypeer').toString('hex'), Buffer.from('Canary Quince').toString('hex')]) expect(seen.dump).not.toContain(needle);
  });
});
