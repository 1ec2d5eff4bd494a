import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { serveStorePage } from './store-server.ts';

/** The encrypted store in real engines, attacked behind its back through raw IndexedDB. */
let server: StaticServer;
beforeAll(async () => { server = await serveStorePage(); });
afterAll(() => server.close());

const KEY = 'conversation/canary-peer@example';
const VALUE = 'canary words of the person';

describeEngines('encrypted store', (engine) => {
  let page: Page;
  let count = 0;
  let db = '';
  beforeAll(async () => { page = await engine.open(`${server.origin}/`); });
  beforeEach(() => { db = `t${count++}`; });

  it('keeps, lists and deletes, and another tab reads the same', async () => {
    await page.run(async (name) => {
      const store = window.tools.open(name);
      await store.put('conversation/a', window.tools.bytes('one'));
      await store.put('conversation/a', window.tools.bytes('two'));
      await store.put('settings/current', window.tools.bytes('three'));
      await store.put('conversation/\ud800 lone', window.tools.bytes(''));
      await store.delete('conversation/none');
    }, db);
    const other = await engine.open(`${server.origin}/`);
    const read = await other.run(async (name) => {
      const store = window.tools.open(name);
      const { text } = window.tools;
      const before = { a: text(await store.get('conversation/a')), b: text(await store.get('conversation/b')), lone: text(await store.get('conversation/\ud800 lone')), keys: [...await store.keys()].sort() };
      await store.delete('conversation/a');
      return { before, a: text(await store.get('conversation/a')), keys: (await store.keys()).length };
    }, db);
    expect(read.before.a).toBe('two');
    expect(read.before.b).toBeNull();
    expect(read.before.lone).toBe('');
    expect(read.before.keys).toEqual(['conversation/a', 'conversation/\ud800 lone', 'settings/current']);
    expect(read).toMatchObject({ a: null, keys: 2 });
    await other.close();
  });

  it('shows no id and no word in a dump, and no key can be read out', async () => {
    const seen = await page.run(async (name, key, value) => {
      const store = window.tools.open(name);
      await store.put(key, window.tools.bytes(value));
      const first = await window.tools.dump(name);
      await store.put(key, window.tools.bytes(value));
      const second = await window.tools.dump(name);
      await window.tools.tamper(`${name}-control`, 'records', key, window.tools.bytes(value));
      const { seal } = await window.tools.raw(name, 'keys', 'current') as { seal: CryptoKey };
      const exported = await crypto.subtle.exportKey('raw', seal).then(() => 'exported', () => 'refused');
      return { first, second, control: await window.tools.dump(`${name}-control`), exported };
    }, db, KEY, VALUE);
    const hex = (text: string): readonly string[] => [
      Buffer.from(text, 'utf8').toString('hex'), Buffer.from(text, 'utf16le').toString('hex'),
    ];
    const finds = (dump: object): boolean => {
      const all = JSON.stringify(dump);
      return [KEY, VALUE, ...hex(KEY), ...hex(VALUE), ...hex('canary')].some((needle) => all.includes(needle));
    };
    expect(finds(seen.control)).toBe(true);
    expect(finds(seen.first)).toBe(false);
    expect(seen.exported).toBe('refused');
    expect(seen.first['keys/current']).toMatch(/AES-GCM extractable=false.*HMAC extractable=false/);
    const record = Object.keys(seen.first).find((entry) => entry.startsWith('records/')) ?? '';
    expect(seen.second[record]).toHaveLength(seen.first[record]?.length ?? -1);
    // A fresh nonce a write: the same words look different, nonce and all.
    expect(seen.second[record]?.slice(0, 24)).not.toBe(seen.first[record]?.slice(0, 24));
  });

  it('makes nothing where nothing was written', async () => {
    const dump = await page.run(async (name) => {
      const store = window.tools.open(name);
      await store.get('conversation/a');
      await store.keys();
      await store.delete('conversation/a');
      return window.tools.dump(name);
    }, db);
    expect(dump).toEqual({});
  });

  describe('refuses', () => {
    /** Two records, then `attack`; what the store says of each, and after a new write. */
    const after = async (attack: string): Promise<readonly string[]> => page.run(async (name, how) => {
      const { open, bytes, dump, raw, tamper, text } = window.tools;
      const store = open(name);
      const names = async (): Promise<string[]> => Object.keys(await dump(name)).filter((entry) => entry.startsWith('records/')).map((entry) => entry.slice(8));
      await store.put('conversation/a', bytes('a1'));
      const [a = ''] = await names();
      const oldA = await raw(name, 'records', a);
      const oldIndex = await raw(name, 'meta', 'index');
      await store.put('conversation/b', bytes('b1'));
      const b = (await names()).find((entry) => entry !== a) ?? '';
      if (how === 'swap') {
        const recordB = await raw(name, 'records', b);
        await tamper(name, 'records', a, recordB);
        await tamper(name, 'records', b, oldA);
      } else if (how === 'rollback') {
        await store.put('conversation/a', bytes('a2'));
        await tamper(name, 'records', a, oldA);
      } else if (how === 'resurrect') {
        await store.delete('conversation/a');
        await tamper(name, 'records', a, oldA);
      } else if (how === 'resurrect-remade') {
        await store.delete('conversation/a');
        await store.put('conversation/a', bytes('a2'));
        await tamper(name, 'records', a, oldA);
      } else if (how === 'delete') {
        await tamper(name, 'records', a, undefined);
      } else if (how === 'index-rollback') {
        await tamper(name, 'meta', 'index', oldIndex);
      } else if (how === 'index-damage') {
        await tamper(name, 'meta', 'index', new Uint8Array(40));
      } else if (how === 'flip') {
        const flipped = new Uint8Array(oldA as Uint8Array);
        flipped[flipped.length - 1] = (flipped[flipped.length - 1] ?? 0) ^ 1;
        await tamper(name, 'records', a, flipped);
      } else if (how === 'other-key') {
        const foreign = open(`${name}-foreign`);
        await foreign.put('conversation/a', bytes('evil'));
        const entry = Object.keys(await dump(`${name}-foreign`)).find((key) => key.startsWith('records/'))?.slice(8) ?? '';
        await tamper(name, 'records', a, await raw(`${name}-foreign`, 'records', entry));
      } else if (how === 'keys-lost') {
        await tamper(name, 'keys', 'current', undefined);
      }
      const ask = async (key: string): Promise<string> => {
        // A new object: nothing is answered from memory.
        try {
          return text(await open(name).get(key)) ?? 'absent';
        } catch (error) {
          return (error as { code?: string }).code ?? String(error);
        }
      };
      const said = [await ask('conversation/a'), await ask('conversation/b')];
      await open(name).put('conversation/a', bytes('a9'));
      return [...said, await ask('conversation/a'), await ask('conversation/b')];
    }, db, attack);

    it.each([
      ['swap', ['record-refused', 'record-refused', 'a9', 'record-refused']],
      ['rollback', ['record-refused', 'b1', 'a9', 'b1']],
      ['resurrect', ['record-refused', 'b1', 'a9', 'b1']],
      ['resurrect-remade', ['record-refused', 'b1', 'a9', 'b1']],
      ['delete', ['record-refused', 'b1', 'a9', 'b1']],
      ['flip', ['record-refused', 'b1', 'a9', 'b1']],
      ['other-key', ['record-refused', 'b1', 'a9', 'b1']],
      // Only what the old index does not know is refused: this is the start of a whole rollback.
      ['index-rollback', ['a1', 'record-refused', 'a9', 'record-refused']],
      ['index-damage', ['record-refused', 'record-refused', 'a9', 'absent']],
      ['keys-lost', ['record-refused', 'record-refused', 'a9', 'absent']],
    ] as const)('%s', async (attack, expected) => {
      expect(await after(attack)).toEqual(expected);
    });
  });
});
