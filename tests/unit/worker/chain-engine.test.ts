import { beforeEach, describe, expect, it } from 'vitest';
import { ChainEngine } from '../../../src/worker/chain-engine.ts';
import { CHAIN_LETTER, chainItem, ChainStage, DAY, NOW } from '../../fixtures/chain.ts';
import { longText as other } from '../../fixtures/long-texts.ts';
import { chainAssets, SECRET } from '../../fixtures/sketch-kernel.ts';

let stage: ChainStage;

beforeEach(async () => {
  stage = new ChainStage();
  await stage.start();
});

describe('the chain engine', () => {
  it('finds the third near-copy of three people within a day', async () => {
    const [first, second, third] = await stage.see(
      chainItem(CHAIN_LETTER, { at: NOW - 20 * 3_600_000 }), chainItem(`😱😱 ${CHAIN_LETTER.replace('Friday', 'Saturday')}`, { at: NOW - 3_600_000 }),
      chainItem(`Good evening all, my aunt sent me this: ${CHAIN_LETTER} God bless.`));
    expect([first?.found, second?.found]).toEqual([undefined, undefined]);
    expect(third?.found).toEqual({ kind: 'chain', because: 'copies', sources: 3, hops: 0, mass: true });
  });

  it.each<readonly [string, Parameters<typeof chainItem>[1][]]>([
    ['one person', [{ conversation: 'a' }, { conversation: 'a' }, { conversation: 'a' }]],
    ['three members of a group', [{ conversation: 'g', sender: 'a' }, { conversation: 'g', sender: 'b' }, { conversation: 'g', sender: 'c' }]],
    ['one person in three groups', [{ conversation: 'g', sender: 'a' }, { conversation: 'h', sender: 'a' }, { conversation: 'i', sender: 'a' }]],
    ['three people over three days', [{ at: NOW - 3 * DAY }, { at: NOW - 1.5 * DAY }, {}]],
    ['two people', [{}, {}]],
  ])('finds nothing in near-copies of %s', async (_, whence) => {
    const replies = await stage.see(...whence.map((one) => chainItem(CHAIN_LETTER, one)));
    expect(replies.map((reply) => reply?.found)).toEqual(whence.map(() => undefined));
  });

  it('finds nothing in three long texts that are unlike each other', async () => {
    const replies = await stage.see(...[1, 2, 3].map((n) => chainItem(other(n))));
    expect(replies.map((reply) => reply?.found)).toEqual([undefined, undefined, undefined]);
    expect(stage.records.size).toBe(3);
  });

  it('goes by the hop counter, with and without a sketch', async () => {
    const [long, short] = await stage.see(chainItem(CHAIN_LETTER, { hops: 5, isStranger: false }), chainItem('Pass it on! 🙏'.repeat(5), { hops: 9 }));
    expect(long?.found).toEqual({ kind: 'chain', because: 'hops', sources: 1, hops: 5, mass: false });
    expect(short).toEqual({ found: { kind: 'chain', because: 'hops', sources: 0, hops: 5, mass: true }, writes: [] });
  });

  it('adds nothing of history, and says nothing of it', async () => {
    const replies = await stage.see(...[1, 2, 3].map(() => chainItem(CHAIN_LETTER, { mode: 'history', hops: 5 })));
    expect(replies).toEqual([{ writes: [] }, { writes: [] }, { writes: [] }]);
    expect(stage.records.size).toBe(0);
  });

  it('says the same of a message that comes again, and writes nothing', async () => {
    await stage.see(chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER));
    const third = chainItem(CHAIN_LETTER);
    const [found] = await stage.see(third);
    const [again] = await stage.see(third);
    expect(again?.found).toEqual(found?.found);
    expect(found?.found?.sources).toBe(3);
    expect(again?.writes).toEqual([]);
    expect(stage.records.size).toBe(3);
  });

  it('replaces what a message brought by its edit, and no older revision comes back', async () => {
    const edited = { conversation: 'a', id: 'm' };
    await stage.see(chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER, edited));
    const [after] = await stage.see(chainItem(other(1), { ...edited, revision: 1 }));
    expect(after?.found).toBeUndefined();
    expect(stage.records.size).toBe(3);
    const [older] = await stage.see(chainItem(CHAIN_LETTER, edited));
    expect(older).toEqual({ writes: [] });
    const [fresh] = await stage.see(chainItem(CHAIN_LETTER));
    expect(fresh?.found?.sources).toBe(3);
    const [shorter] = await stage.see(chainItem('sorry', { ...edited, revision: 2 }));
    expect(shorter?.writes).toHaveLength(1);
    expect(stage.records.size).toBe(3);
  });

  it('knows after a restart what it knew, by its records alone', async () => {
    await stage.see(chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER));
    await stage.start();
    const [third] = await stage.see(chainItem(CHAIN_LETTER));
    expect(third?.found?.sources).toBe(3);
  });

  it('deletes records that are damaged, foreign or expired when it starts', async () => {
    await stage.see(chainItem(other(2), { at: NOW - 13 * DAY }), chainItem(CHAIN_LETTER), chainItem(other(1)));
    const [key, bytes] = [...stage.records][1] as [string, Uint8Array<ArrayBuffer>];
    stage.records.set(key, bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)));
    stage.records.set('00000000000000ff', new Uint8Array(3));
    const gone = await stage.start(NOW + 2 * DAY);
    expect(gone.map((one) => one.bytes)).toEqual([null, null, null]);
    expect(stage.records.size).toBe(1);
  });

  it('keeps two weeks', async () => {
    await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 13 * DAY }));
    expect(stage.records.size).toBe(1);
    const [later] = await stage.see(chainItem(other(1), { at: NOW + 2 * DAY }));
    expect(later?.writes.map(({ bytes }) => bytes === null)).toEqual([true, false]);
    expect(stage.records.size).toBe(1);
  });

  it('goes by when a message came where it is dated days before: three dated apart are three within a day, and are kept two weeks', async () => {
    const replies = await stage.see(...[0, 25, 50 * 24].map((hours) => chainItem(CHAIN_LETTER, { at: NOW - hours * 3_600_000, now: NOW })));
    expect(replies.map((reply) => reply?.found?.sources)).toEqual([undefined, undefined, 3]);
    expect(stage.records.size).toBe(3);
    // Read from its record: the same.
    await stage.start();
    const [fourth] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 100 * DAY, now: NOW + 1 }));
    expect(fourth?.found?.sources).toBe(4);
  });

  it('takes a message that was fetched late where it was sent', async () => {
    const replies = await stage.see(...[NOW - 3 * DAY, NOW - 2 * DAY, NOW].map((came) => chainItem(CHAIN_LETTER, { at: NOW - 3 * DAY, now: came })));
    expect(replies.map((reply) => reply?.found?.sources)).toEqual([undefined, undefined, 3]);
  });

  it('drops what came while the clock was more than a day ahead', async () => {
    await stage.see(chainItem(other(1), { at: NOW + 30 * DAY }), chainItem(other(2), { at: NOW + 1, now: NOW }));
    expect([...stage.records.keys()]).toHaveLength(1);
  });

  it('gives near-copies one name, that of the first of them, also after a restart, and another text another', async () => {
    const [first, second] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 1000 }), chainItem(`${CHAIN_LETTER} Please!`, { at: NOW - 500 }));
    await stage.start();
    const [third, unlike, short] = await stage.see(chainItem(CHAIN_LETTER), chainItem(other(1)), chainItem('hello'));
    expect(first?.copies).toMatch(/^[\da-f]{16}$/u);
    expect([second?.copies, third?.copies]).toEqual([first?.copies, first?.copies]);
    expect(unlike?.copies).not.toBe(first?.copies);
    expect(short?.copies).toBe(undefined);
  });

  it('gives copies that come after the oldest went the name of the next', async () => {
    const [first] = await stage.see(chainItem(CHAIN_LETTER, { id: 'first', conversation: 'c', at: NOW - 2000 }));
    const [second] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 1000 }));
    expect(second?.copies).toBe(first?.copies);
    await stage.engine.forget({ message: { conversationId: 'c', id: 'first' } });
    const [third, fourth] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 500 }), chainItem(`${CHAIN_LETTER} Please!`));
    expect(third?.copies).not.toBe(first?.copies);
    expect(fourth?.copies).toBe(third?.copies);
  });

  it('names by the one that is near, where a third is no near-copy of the first', async () => {
    const words = [1, 2, 3, 4].map(other).join(' ').split(' ');
    // Each has seven tenths of the one before, and four tenths of the one before that.
    const [a, b, c] = [0, 15, 30].map((from) => words.slice(from, from + 50).join(' ')) as [string, string, string];
    const [first, second, third] = await stage.see(chainItem(a, { at: NOW - 3000 }), chainItem(b, { at: NOW - 2000 }), chainItem(c, { at: NOW - 1000 }));
    expect(second?.copies).toBe(first?.copies);
    expect(third?.copies).not.toBe(first?.copies);
    const [again, near] = await stage.see(chainItem(c), chainItem(b));
    expect([again?.copies, near?.copies]).toEqual([third?.copies, first?.copies]);
  });

  it('keeps 5,000 at most, and the oldest of whoever has the most goes', async () => {
    for (let from = 0; from < 5_000; from += 500) {
      await stage.see(...Array.from({ length: 500 }, (_, n) => chainItem(other(from + n), { at: NOW - 10_000 + from + n, ...from + n < 2 ? { conversation: 'most' } : {} })));
    }
    expect(stage.records.size).toBe(5_000);
    const first = [...stage.records.keys()][0] as string;
    const [more] = await stage.see(chainItem(other(6_000)));
    expect(more?.writes.map(({ key, bytes }) => [key === first, bytes === null])).toEqual([[true, true], [false, false]]);
    expect(stage.records.size).toBe(5_000);
    // All others stand where they stood: each finds itself.
    await stage.start();
    const [again] = await stage.see(chainItem(other(4_321)), chainItem(other(4_321)));
    expect(again?.found).toBeUndefined();
    const [third] = await stage.see(chainItem(other(4_321)));
    expect(third?.found?.sources).toBe(4);
  }, 60_000);

  it('forgets a message, a conversation, and everything', async () => {
    await stage.see(chainItem(CHAIN_LETTER, { conversation: 'a', id: '1' }), chainItem(other(1), { conversation: 'a', id: '2' }), chainItem(CHAIN_LETTER, { conversation: 'b', id: '1' }), chainItem(other(2)));
    const forget = async (what: Parameters<ChainEngine['forget']>[0]): Promise<number> => {
      stage.keep(await stage.engine.forget(what));
      return stage.records.size;
    };
    expect(await forget({ message: { conversationId: 'a', id: '1' } })).toBe(3);
    expect(await forget({ message: { conversationId: 'a', id: '1' } })).toBe(3);
    expect(await forget({ conversation: 'b' })).toBe(2);
    const [third] = await stage.see(chainItem(CHAIN_LETTER, { conversation: 'd' }));
    expect(third?.found).toBeUndefined();
    expect(await forget({ everything: true })).toBe(0);
  });

  it('refuses another version, and calls before its start', async () => {
    const engine = new ChainEngine();
    await expect(engine.see([])).rejects.toMatchObject({ code: 'worker-failed' });
    await expect(engine.start({ version: '0', assets: chainAssets(), secret: SECRET as Uint8Array<ArrayBuffer>, records: [], now: NOW })).rejects.toMatchObject({ code: 'asset-mismatch' });
  });
});
