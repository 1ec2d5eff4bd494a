import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { serveStorePage } from './store-server.ts';

/** The encrypted store while several tabs write to it, and where it deletes many records or all. */
let server: StaticServer;
beforeAll(async () => { server = await serveStorePage(); });
afterAll(() => server.close());

describeEngines('encrypted store', (engine) => {
  let page: Page;
  let count = 0;
  let db = '';
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { db = `d${count++}`; });

  it('loses no write of two tabs that write at once', async () => {
    const other = await engine.open(`${server.origin}/`);
    const write = (tab: Page, mark: string): Promise<void> => tab.run(async (name, tag) => {
      const store = window.tools.open(name);
      for (let n = 0; n < 25; n++) await store.put(`conversation/${tag}${n}`, window.tools.bytes(tag));
    }, db, mark);
    await Promise.all([write(page, 'x'), write(other, 'y')]);
    const keys = await page.run(async (name) => (await window.tools.open(name).keys()).length, db);
    expect(keys).toBe(50);
    await other.close();
  });

  it('gets a slow tab\'s write through, however many a fast one makes meanwhile', async () => {
    const other = await engine.open(`${server.origin}/`);
    const fast = other.run(async (name) => {
      const store = window.tools.open(name);
      let writes = 0;
      for (const start = performance.now(); performance.now() - start < 3_000; writes++) await store.put('conversation/fast', window.tools.bytes('x'));
      return writes;
    }, db);
    const slow = await page.run(async (name) => {
      const plain = crypto.subtle.encrypt.bind(crypto.subtle);
      let seals = 0;
      crypto.subtle.encrypt = async (...args) => {
        seals++;
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        return plain(...args);
      };
      try {
        await window.tools.open(name).put('conversation/slow', window.tools.bytes('y'));
      } finally {
        Reflect.deleteProperty(crypto.subtle, 'encrypt');
      }
      return { seals, text: window.tools.text(await window.tools.open(name).get('conversation/slow')) };
    }, db);
    expect(await fast).toBeGreaterThan(20);
    // It lost far more tries than one: two seals each.
    expect(slow.seals).toBeGreaterThan(20);
    expect(slow.text).toBe('y');
    await other.close();
  });

  it('deletes many with one write of the index', async () => {
    const seen = await page.run(async (name) => {
      const store = window.tools.open(name);
      const keys = Array.from({ length: 40 }, (_, n) => `conversation/${n}`);
      for (const key of keys) await store.put(key, window.tools.bytes('x'));
      const plain = crypto.subtle.encrypt.bind(crypto.subtle);
      let seals = 0;
      crypto.subtle.encrypt = (...args) => { seals++; return plain(...args); };
      await store.deleteMany([...keys.slice(0, 30), 'conversation/none']);
      await store.deleteMany(['conversation/none']);
      await store.deleteMany([]);
      Reflect.deleteProperty(crypto.subtle, 'encrypt');
      return { seals, left: (await window.tools.open(name).keys()).length, gone: (await store.get('conversation/3')) === undefined };
    }, db);
    expect(seen).toEqual({ seals: 1, left: 10, gone: true });
  });

  describe('a wipe while somebody keeps the database open', () => {
    /** With a connection that does not let go; `clears` false: nothing can be written either. */
    const wipe = (clears: boolean): Promise<{ readonly said: string; readonly records: number; readonly keys: number }> => page.run(async (name, can) => {
      const store = window.tools.open(name);
      await store.put('conversation/a', window.tools.bytes('old'));
      const held = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => { resolve(request.result); };
        request.onerror = () => { reject(new Error('open')); };
      });
      const plain = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
        if (!can && args[1] === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
        return plain.apply(this, args);
      };
      const said = await store.wipe().then(() => 'resolved', (error: unknown) => (error as { code?: string }).code ?? 'other');
      IDBDatabase.prototype.transaction = plain;
      const count = (from: string): Promise<number> => new Promise((resolve) => {
        const request = held.transaction(from).objectStore(from).count();
        request.onsuccess = () => { resolve(request.result); };
      });
      const left = { said, records: await count('records'), keys: await count('keys') };
      held.close();
      return left;
    }, db, clears);

    it('succeeds, since nothing is left in it', async () => {
      expect(await wipe(true)).toEqual({ said: 'resolved', records: 0, keys: 0 });
    });

    it('says so where nothing could be removed', async () => {
      expect(await wipe(false)).toEqual({ said: 'store-failed', records: 1, keys: 1 });
    });
  });

  it('wipes keys and all, while another tab has it open and goes on', async () => {
    const other = await engine.open(`${server.origin}/`);
    await other.run(async (name) => {
      (window as unknown as { kept: unknown }).kept = window.tools.open(name);
      await (window as unknown as { kept: ReturnType<typeof window.tools.open> }).kept.put('conversation/a', window.tools.bytes('old'));
    }, db);
    const gone = await page.run(async (name) => {
      const store = window.tools.open(name);
      await store.get('conversation/a');
      await store.wipe();
      return { dump: await window.tools.dump(name), again: (await store.get('conversation/a')) === undefined };
    }, db);
    expect(gone.dump).toEqual({});
    expect(gone.again).toBe(true);
    const went = await other.run(async (name) => {
      const { kept } = window as unknown as { kept: ReturnType<typeof window.tools.open> };
      const absent = (await kept.get('conversation/a')) === undefined;
      await kept.put('conversation/b', window.tools.bytes('new'));
      return { absent, fresh: window.tools.text(await window.tools.open(name).get('conversation/b')) };
    }, db);
    expect(went).toEqual({ absent: true, fresh: 'new' });
    await other.close();
  });
});
