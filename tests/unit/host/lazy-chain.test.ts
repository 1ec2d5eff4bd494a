import { describe, expect, it } from 'vitest';
import type { ScreenItem } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { ChainTools, ChainWatch } from '../../../src/host/chain-watch.ts';
import { lazyChain, type LazyChain } from '../../../src/host/lazy-chain.ts';

interface Stage { readonly watch: LazyChain; readonly calls: string[]; isGone: boolean; isLate: boolean; stored: number }

const item = (text: string, relationship: 'stranger' | 'contact' = 'stranger'): ScreenItem => (
  { message: { id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'incoming' }, context: { relationship }, mode: 'live', row: { delivery: 'requests', isStranger: true }, now: 0 } as unknown as ScreenItem);
const LONG = 'x'.repeat(60);

function stage(): Stage {
  const part: ChainWatch = {
    see: (items) => { made.calls.push('see'); return Promise.resolve(items); }, forget: () => { made.calls.push('forget'); return Promise.resolve(); }, end: () => { made.calls.push('end'); return Promise.resolve(); },
    open: () => Promise.reject(new Error('not asked for')),
  };
  const tools = { records: { list: () => Promise.resolve(Array.from({ length: made.stored }, (_, n) => ({ table: 'chain', key: String(n) }))) } } as unknown as ChainTools;
  const load = (): Promise<ChainWatch> => {
    made.calls.push('load');
    return made.isGone ? Promise.reject(new SafetyError('asset-unavailable', 'gone')) : Promise.resolve(part);
  };
  const made: Stage = {
    watch: lazyChain(tools, load, (work) => (made.isLate ? Promise.reject(new SafetyError('deadline', 'late')) : work)), calls: [], isGone: false, isLate: false, stored: 0,
  };
  return made;
}

describe('the part for chain messages', () => {
  it('is loaded once, with the first message that may be one', async () => {
    const { watch, calls } = stage();
    await watch.see([item(LONG)], []);
    await watch.see([item(LONG)], []);
    expect(calls).toEqual(['load', 'see', 'see']);
  });

  it('is missed by those messages alone, which say so, and asked for again with the next', async () => {
    const made = stage();
    made.isGone = true;
    const seen = await made.watch.see([item(LONG), item('short'), item(LONG, 'contact')], []);
    expect(seen.map(({ unseen }) => unseen)).toEqual([[{ check: 'chain', code: 'asset-unavailable' }], undefined, undefined]);
    made.isGone = false;
    expect((await made.watch.see([item(LONG)], []))[0]?.unseen).toBeUndefined();
    expect(made.calls).toEqual(['load', 'load', 'see']);
  });

  it('is missed by a message that was passed on often too: it says so, and has no card', async () => {
    const made = stage();
    made.isGone = true;
    const often = item('short');
    const [seen] = await made.watch.see([{ ...often, message: { ...often.message, forwardHops: 5 } }], []);
    expect(seen?.unseen).toEqual([{ check: 'chain', code: 'asset-unavailable' }]);
    expect(seen?.chain).toBeUndefined();
  });

  it('is waited for no longer than for an answer', async () => {
    const made = stage();
    made.isLate = true;
    expect((await made.watch.see([item(LONG)], []))[0]?.unseen).toEqual([{ check: 'chain', code: 'deadline' }]);
  });

  it('is not loaded to forget where nothing is stored, nor to end', async () => {
    const made = stage();
    await made.watch.forget({ conversation: 'c' });
    await made.watch.end();
    expect(made.calls).toEqual([]);
    made.stored = 1;
    await made.watch.forget({ conversation: 'c' });
    await made.watch.end();
    expect(made.calls).toEqual(['load', 'forget', 'end']);
    made.isGone = true;
    await expect(stage().watch.end()).resolves.toBeUndefined();
  });

  it('keeps nobody waiting a second time for what is still under way, to screen, to forget a conversation, or to end', async () => {
    const never = new Promise<never>(() => undefined);
    let loads = 0;
    let arrive: (value: ChainWatch) => void = () => undefined;
    const gone: unknown[] = [];
    const records = { list: () => Promise.resolve([{ table: 'chain', key: 'a' }]), write: (writes: unknown) => Promise.resolve(void gone.push(writes)) };
    const tools = { records, tabs: { exclusive: (_ms: number, work: () => Promise<unknown>) => work() }, deadlineMs: 5 } as unknown as ChainTools;
    let waits = 0;
    const wait = <T>(work: Promise<T>): Promise<T> => {
      waits++;
      return Promise.race([work, new Promise<never>((_, reject) => { setTimeout(() => { reject(new SafetyError('deadline', 'late')); }, 5); })]);
    };
    const watch = lazyChain(tools, () => {
      loads++;
      return new Promise((resolve) => { arrive = resolve; });
    }, wait);
    const late = [{ check: 'chain', code: 'deadline' }];
    expect((await watch.see([item(LONG)], []))[0]?.unseen).toEqual(late);
    expect((await watch.see([item(LONG)], []))[0]?.unseen).toEqual(late);
    expect(loads).toBe(1);
    await watch.end();
    await watch.forget({ conversation: 'c' });
    expect(gone).toEqual([[{ table: 'chain', key: 'a', bytes: null }]]);
    // What it was asked before it was ended and told to forget is not looked at when it comes.
    const seen: number[] = [];
    arrive({ see: (items) => { seen.push(items.length); return Promise.resolve(items); }, forget: () => never, end: () => Promise.resolve(), open: () => Promise.reject(new Error('not asked for')) });
    await new Promise((resolve) => { setTimeout(resolve, 1); });
    expect(seen).toEqual([]);
    expect((await watch.see([item(LONG)], []))[0]?.unseen).toBeUndefined();
    expect([seen, waits]).toEqual([[1], 1]);
  });

  it('says where a message could not be forgotten, and drops all sketches where nobody can say which were a conversation\'s', async () => {
    const made = stage();
    [made.isGone, made.stored] = [true, 1];
    await expect(made.watch.forget({ message: { conversationId: 'c', messageId: 'm' } } as never)).rejects.toMatchObject({ code: 'asset-unavailable' });
  });
});
