import { beforeEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../../build/version.gen.ts';
import type { Store } from '../../../src/contract/safety.ts';
import { createChainDesk, type ChainDesk, type ChainDeskOptions } from '../../../src/host/chain-desk.ts';
import { createMemoryStore } from '../../../src/host/memory-store.ts';
import { inTime as shortly } from '../../../src/host/in-time.ts';
import { openRecords } from '../../../src/host/store.ts';
import { localTabs } from '../../../src/host/tabs.ts';
import { ChainEngine } from '../../../src/worker/chain-engine.ts';
import { CHAIN_LETTER, chainItem, DAY, NOW } from '../../fixtures/chain.ts';
import { chainAssets } from '../../fixtures/sketch-kernel.ts';

let store: Store;
let opened: number;
let ended: number;
/** The next call breaks the engine. */
let isBroken: boolean;

const open: ChainDeskOptions['open'] = async (stored) => {
  opened++;
  const engine = new ChainEngine();
  const gone = await engine.start({ ...stored, version: VERSION, assets: chainAssets() });
  const see: ChainEngine['see'] = async (items) => {
    if (isBroken) { isBroken = false; throw new Error('gone'); }
    return engine.see(items);
  };
  return { running: { see, replay: (records) => engine.replay(records), forget: (what) => engine.forget(what), sketch: (texts) => engine.sketch(texts), end: async () => { ended++; await Promise.resolve(); } }, gone };
};

const inTime: ChainDeskOptions['inTime'] = (work) => shortly(work, 1_000);
const deskOver = (over: Store): ChainDesk => createChainDesk({ records: openRecords(over, 1_000), tabs: localTabs(over), deadlineMs: 1_000, inTime, open });
const keys = async (): Promise<readonly string[]> => (await store.keys()).filter((key) => key !== 'chain/secret').sort();

beforeEach(() => {
  store = createMemoryStore();
  [opened, ended, isBroken] = [0, 0, false];
});

describe('the chain desk', () => {
  it('opens nothing before the first message, and one engine for all of them', async () => {
    const desk = deskOver(store);
    expect(await desk.see([])).toEqual([]);
    expect([opened, await store.keys()]).toEqual([0, []]);
    await desk.see([chainItem(CHAIN_LETTER)]);
    await desk.see([chainItem(CHAIN_LETTER)]);
    expect(opened).toBe(1);
  });

  it('stores a record a message, and a desk after it knows them', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER)]);
    expect(await keys()).toHaveLength(2);
    const [third] = await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    expect(third?.found?.sources).toBe(3);
  });

  it('goes on with what is stored where the engine was lost', async () => {
    const desk = deskOver(store);
    await desk.see([chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER)]);
    isBroken = true;
    expect(await desk.see([chainItem(CHAIN_LETTER)])).toEqual([{ code: 'worker-failed' }]);
    const [third] = await desk.see([chainItem(CHAIN_LETTER)]);
    expect(third?.found?.sources).toBe(3);
    expect([opened, ended]).toEqual([2, 1]);
  });

  it('writes nothing of history', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER, { mode: 'history' })]);
    expect(await keys()).toEqual([]);
  });

  it('deletes what is two weeks old when it starts', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    await deskOver(store).see([chainItem('short', { at: NOW + 15 * DAY })]);
    expect(await keys()).toEqual([]);
  });

  it('forgets a message, a conversation, and everything with its secret', async () => {
    const desk = deskOver(store);
    await desk.see([chainItem(CHAIN_LETTER, { conversation: 'a', id: '1' }), chainItem(CHAIN_LETTER, { conversation: 'a', id: '2' }), chainItem(CHAIN_LETTER, { conversation: 'b' }), chainItem(CHAIN_LETTER)]);
    await desk.forget({ message: { conversationId: 'a', id: '1' } });
    expect(await keys()).toHaveLength(3);
    // By an engine that never saw them.
    await deskOver(store).forget({ conversation: 'a' });
    expect(await keys()).toHaveLength(2);
    await desk.forget({ everything: true });
    expect(await store.keys()).toEqual([]);
    await desk.forget({ everything: true });
  });

  it('goes with everything that the store holds', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    await openRecords(store, 1_000).wipe();
    expect(await store.keys()).toEqual([]);
  });

  it('keeps none where nobody can say which were a conversation\'s', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    const desk = createChainDesk({ records: openRecords(store, 1_000), tabs: localTabs(store), deadlineMs: 1_000, inTime, open: () => Promise.reject(new Error('no worker')) });
    await expect(desk.forget({ message: { conversationId: 'a', id: '1' } })).rejects.toThrow('no worker');
    expect(await keys()).toHaveLength(1);
    await desk.forget({ conversation: 'a' });
    expect(await store.keys()).toEqual([]);
  });

  it('makes no new secret where the store does not answer', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    const failing: Store = { ...store, get: () => Promise.reject(new Error('disk')) };
    expect(await deskOver(failing).see([chainItem(CHAIN_LETTER)])).toEqual([{ code: 'store-failed' }]);
    expect(await keys()).toHaveLength(1);
  });

  it('learns what another tab stored, and what it dropped, without another start', async () => {
    const records = openRecords(store, 1_000);
    const desk = createChainDesk({ records, tabs: localTabs(store), deadlineMs: 1_000, inTime, open });
    const other = deskOver(store);
    const isThird = async (conversation: string): Promise<boolean> => (await desk.see([chainItem(CHAIN_LETTER, { conversation })]))[0]?.found !== undefined;
    await desk.see([chainItem(CHAIN_LETTER, { conversation: 'a' })]);
    await other.see([chainItem(CHAIN_LETTER, { conversation: 'b' })]);
    expect(await isThird('c')).toBe(false);
    records.doubt();
    expect(await isThird('c')).toBe(true);
    records.doubt();
    await other.forget({ conversation: 'b' });
    expect(await isThird('c')).toBe(false);
    expect(opened).toBe(2);
  });

  it('counts again where two tabs count at once, so that one of them finds the third copy', async () => {
    const heard = (records: ReturnType<typeof openRecords>): ChainDesk => {
      const tabs = localTabs(store);
      tabs.listen(() => { records.doubt(); });
      return createChainDesk({ records, tabs, deadlineMs: 1_000, inTime, open });
    };
    const [one, two] = [heard(openRecords(store, 1_000)), heard(openRecords(store, 1_000))];
    await one.see([chainItem(CHAIN_LETTER)]);
    await two.see([chainItem('short '.repeat(20))]);
    const both = await Promise.all([one.see([chainItem(CHAIN_LETTER)]), two.see([chainItem(CHAIN_LETTER)])]);
    expect(both.flat().filter(({ found }) => found?.sources === 3)).toHaveLength(1);
  });

  it('takes a letter back that was edited to something short, also one of an earlier start, and opens nothing where there is none', async () => {
    const edit = (text: string, revision: number): Parameters<ChainDesk['see']>[0] => [chainItem(text, { conversation: 'a', id: 'm', revision })];
    expect([await deskOver(store).see(edit('sorry, not true', 1)), opened]).toEqual([[], 0]);
    await deskOver(store).see(edit(CHAIN_LETTER, 2));
    expect(await keys()).toHaveLength(1);
    await deskOver(store).see(edit('sorry, not true', 3));
    expect(await keys()).toEqual([]);
  });

  it('deletes a record that its seal refuses', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    await store.put('chain/00000000000000aa', new Uint8Array([9]));
    expect(await keys()).toHaveLength(2);
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    expect((await keys()).includes('chain/00000000000000aa')).toBe(false);
  });

  it('waits once for an engine that does not come up, and does not open another meanwhile', async () => {
    let up = (): void => undefined;
    const waited = new Promise<void>((resolve) => { up = resolve; });
    const desk = createChainDesk({ records: openRecords(store, 1_000), tabs: localTabs(store), deadlineMs: 5, inTime: (work) => shortly(work, 5), open: async (stored) => { await waited; return open(stored); } });
    expect(await desk.see([chainItem(CHAIN_LETTER)])).toEqual([{ code: 'deadline' }]);
    expect(await desk.see([chainItem(CHAIN_LETTER)])).toEqual([{ code: 'deadline' }]);
    up();
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(await desk.see([chainItem(CHAIN_LETTER)])).toMatchObject([{ found: undefined }]);
    expect(opened).toBe(1);
  });

  it('tells other tabs of what it wrote, and of nothing else', async () => {
    let heard = 0;
    const tabs = localTabs(store);
    tabs.listen(() => { heard++; });
    const desk = deskOver(store);
    await desk.see([chainItem('short'), chainItem(CHAIN_LETTER, { mode: 'history' })]);
    expect(heard).toBe(0);
    await desk.see([chainItem(CHAIN_LETTER)]);
    expect(heard).toBe(1);
  });

  it('stores nothing of what was seen by an engine that was ended meanwhile', async () => {
    let up = (): void => undefined;
    const waited = new Promise<void>((resolve) => { up = resolve; });
    const desk = createChainDesk({ records: openRecords(store, 1_000), tabs: localTabs(store), deadlineMs: 1_000, inTime, open: async (stored) => { await waited; return open(stored); } });
    const seen = desk.see([chainItem(CHAIN_LETTER)]);
    await new Promise((resolve) => { setImmediate(resolve); });
    const over = desk.end();
    up();
    expect(await seen).toEqual([{ code: 'worker-failed' }]);
    await over;
    expect([await keys(), ended]).toEqual([[], 1]);
  });

  it('waits for no engine that never comes up, to end, and ends one that comes late', async () => {
    let up = (): void => undefined;
    const waited = new Promise<void>((resolve) => { up = resolve; });
    const desk = createChainDesk({ records: openRecords(store, 1_000), tabs: localTabs(store), deadlineMs: 1_000, inTime, open: async (stored) => { await waited; return open(stored); } });
    const seen = desk.see([chainItem(CHAIN_LETTER)]);
    await new Promise((resolve) => { setImmediate(resolve); });
    await desk.end();
    expect(ended).toBe(0);
    up();
    await seen;
    expect(ended).toBe(1);
  });

  it('stores nothing after another tab forgot everything, however late its own turn comes', async () => {
    const tabs = localTabs(store);
    let isWiped = false;
    const desk = createChainDesk({
      records: openRecords(store, 1_000), deadlineMs: 1_000, inTime, open,
      tabs: {
        ...tabs,
        exclusive: async (ms, work) => {
          if (isWiped) for (const key of await store.keys()) await store.delete(key);
          return tabs.exclusive(ms, work);
        },
      },
    });
    await desk.see([chainItem(CHAIN_LETTER)]);
    expect(await keys()).toHaveLength(1);
    isWiped = true;
    await desk.see([chainItem(CHAIN_LETTER)]);
    expect(await store.keys()).toEqual([]);
  });

  it('starts where what is damaged cannot be deleted', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    await store.put('chain/damaged', new Uint8Array(3));
    const [second] = await deskOver({ ...store, delete: () => Promise.reject(new Error('busy')), deleteMany: () => Promise.reject(new Error('busy')) } as Store).see([chainItem(CHAIN_LETTER)]);
    expect([second?.code, opened]).toEqual([undefined, 2]);
  });

  it('starts anew where its secret is damaged: old sketches say nothing then', async () => {
    await deskOver(store).see([chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER)]);
    await store.put('chain/secret', new Uint8Array(3));
    const [third] = await deskOver(store).see([chainItem(CHAIN_LETTER)]);
    expect(third?.found).toBeUndefined();
    expect(await keys()).toHaveLength(1);
  });

  it('answers, and says so, where nothing can be stored', async () => {
    const desk = deskOver({ ...store, put: (key, bytes) => (key === 'chain/secret' ? store.put(key, bytes) : Promise.reject(new Error('full'))) });
    const replies = [];
    for (let n = 0; n < 3; n++) replies.push(...await desk.see([chainItem(CHAIN_LETTER)]));
    expect(replies.map(({ code }) => code)).toEqual(['store-failed', 'store-failed', 'store-failed']);
    expect(replies[2]?.found?.sources).toBe(3);
  });
});
