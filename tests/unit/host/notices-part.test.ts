import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenItem, StateRecord } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { EngineLife } from '../../../src/host/engine-life.ts';
import { inTime } from '../../../src/host/in-time.ts';
import { openBench, PAYLOAD } from './worker-line.ts';

const DEADLINE_MS = 1_000;
const batch = (id: string): readonly ScreenItem[] => [{ message: { id }, context: {}, mode: 'live', now: 0 } as unknown as ScreenItem];
const code = (call: Promise<unknown>): Promise<unknown> => call.then(() => 'resolved', (error: unknown) => (error as SafetyError).code);

let life: EngineLife;
beforeEach(() => { vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }); });
afterEach(async () => {
  await life.dispose();
  vi.useRealTimers();
});

/** Lets the clock's ticks come and the channels' messages arrive. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(Math.min(100, left));
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
  }
}

describe('where what judges who writes cannot be loaded', () => {
  it('messages are screened all the same; those of new threads say what is missing, and the next one asks again', async () => {
    const verdict = { degraded: [] };
    const bench = await openBench({ screen: ((items: readonly unknown[]) => Promise.resolve(items.map(() => ({ verdict, writes: [] })))) as never });
    let asked = 0;
    life = new EngineLife({ seal: 'header', live: bench.live, reopen: () => Promise.reject(new Error('never')), deadlineMs: DEADLINE_MS }, [], () => {
      asked++;
      return Promise.reject(new SafetyError('asset-unavailable', 'gone'));
    });
    const settings = { ...PAYLOAD.settings, scam: { ...PAYLOAD.settings.scam, enabled: false }, impersonation: { enabled: false } };
    await life.start({ ...PAYLOAD, settings });
    expect(asked).toBe(0);
    const items = [...batch('known'), { ...batch('new')[0], thread: 'begins' } as ScreenItem];
    const told = async (): Promise<unknown> => (await life.screen(items)).map((reply) => reply?.verdict.degraded);
    expect(await told()).toEqual([[], [{ check: 'contact', code: 'asset-unavailable' }]]);
    expect(await told()).toEqual([[], [{ check: 'contact', code: 'asset-unavailable' }]]);
    expect(asked).toBe(2);
  });

  interface Part { readonly came: string[]; load: () => Promise<() => void> }

  /** A life whose part for notices comes when the test says so; what it is handed then is written down. */
  async function lifeWith(part: Part): Promise<readonly string[]> {
    const verdict = { degraded: [] };
    const bench = await openBench({ screen: ((items: readonly unknown[]) => Promise.resolve(items.map(() => ({ verdict, writes: [] })))) as never });
    life = new EngineLife({ seal: 'header', live: bench.live, reopen: () => Promise.reject(new Error('never')), deadlineMs: DEADLINE_MS }, [], () => part.load(), (work) => inTime(work, DEADLINE_MS));
    await life.start({ ...PAYLOAD, settings: { ...PAYLOAD.settings, scam: { enabled: false }, impersonation: { enabled: false } } });
    return bench.calls;
  }
  function partOf(load: (add: () => void) => Promise<() => void>): Part {
    const came: string[] = [];
    return { came, load: () => load(() => {
      Object.assign(life, { replay: (given: readonly StateRecord[]) => { came.push(...given.map(({ key }) => key)); return Promise.resolve(); }, screen: () => Promise.resolve([]) });
    }) };
  }
  const record = (key: string): StateRecord => ({ table: 'conversation', key, bytes: new Uint8Array(1) });
  const begins = [{ ...batch('new')[0], thread: 'begins' } as ScreenItem];
  const gone = (): Promise<never> => Promise.reject(new SafetyError('asset-unavailable', 'gone'));

  it('what is stored of conversations waits for it, but for what was forgotten meanwhile; the rest goes on', async () => {
    const part = partOf(gone);
    const calls = await lifeWith(part);
    for (const key of ['a', 'b', 'c']) await life.replay([record(key), { table: 'flood', key: 'current', bytes: new Uint8Array(1) }]);
    expect(calls.filter((name) => name === 'replay')).toHaveLength(3);
    await life.forget({ conversation: 'b' });
    // What one message said stands in a record that nobody read yet.
    expect(await code(life.forget({ message: { conversationId: 'c', id: 'm' } }))).toBe('asset-unavailable');
    const there = partOf((add) => Promise.resolve(add));
    part.load = there.load;
    await life.screen(begins);
    expect(there.came).toEqual(['a', 'c']);
  });

  it('nobody waits for it longer than for an answer, and what is loading goes on', async () => {
    let come = (): void => undefined;
    const part = partOf((add) => new Promise((resolve) => { come = () => { resolve(add); }; }));
    await lifeWith(part);
    const waiting = life.screen(begins);
    await pass(DEADLINE_MS + 200);
    expect((await waiting).map((reply) => reply?.verdict.degraded)).toEqual([[{ check: 'contact', code: 'deadline' }]]);
    const replayed = life.replay([record('a')]);
    come();
    await replayed;
    expect(part.came).toContain('a');
  });
});
