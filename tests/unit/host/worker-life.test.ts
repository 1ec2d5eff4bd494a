import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenItem } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { EngineLife } from '../../../src/host/engine-life.ts';
import { openBench, PAYLOAD, type Bench, type Script } from './worker-line.ts';

const DEADLINE_MS = 1_000;
const never = (): Promise<unknown> => new Promise(() => undefined);
const batch = (id: string): readonly ScreenItem[] => [{ message: { id }, context: {}, mode: 'live', now: 0 } as unknown as ScreenItem];
const code = (call: Promise<unknown>): Promise<unknown> => call.then(() => 'resolved', (error: unknown) => (error as SafetyError).code);

let benches: Bench[];
let life: EngineLife;
let states: string[];

/** One script per worker, the last for all that follow. */
async function begin(...scripts: Script[]): Promise<void> {
  benches = [];
  states = [];
  let index = 0;
  const open = async (): Promise<Bench['live']> => {
    const bench = await openBench(scripts[Math.min(index++, scripts.length - 1)]);
    benches.push(bench);
    return bench.live;
  };
  life = new EngineLife({ seal: 'header', live: await open(), reopen: open, deadlineMs: DEADLINE_MS }, []);
  life.onState((state) => { states.push(state); });
  life.onRestart(() => Promise.resolve(PAYLOAD));
}

/** Lets the clock's ticks come and the channels' messages arrive. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(Math.min(100, left));
    await settle();
  }
}
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
}

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }); });
afterEach(async () => {
  await life.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a worker’s life', () => {
  it('has one call in flight, in order', async () => {
    const order: string[] = [];
    let open = 0;
    await begin({
      screen: async (items: readonly ScreenItem[]) => {
        open += 1;
        order.push(`${items[0]?.message.id}${open}`);
        await new Promise((resolve) => { setImmediate(resolve); });
        open -= 1;
        return [];
      },
    });
    await Promise.all([life.screen(batch('a')), life.screen(batch('b')), life.screen(batch('c'))]);
    expect(order).toEqual(['a1', 'b1', 'c1']);
  });

  it('rebuilds coded errors and hides what is not coded', async () => {
    await begin({
      tryWords: () => { throw new SafetyError('limit-exceeded', 'too many'); },
      forget: () => { throw new Error('plaintext of a message'); },
    });
    await expect(life.tryWords('x', 0)).rejects.toMatchObject({ name: 'SafetyError', code: 'limit-exceeded', message: 'too many' });
    await expect(life.forget({ everything: true })).rejects.toMatchObject({ code: 'worker-failed' });
    await expect(life.forget({ everything: true })).rejects.not.toThrow(/plaintext/);
  });

  it('rejects values that cannot be sent, and lives on', async () => {
    await begin({});
    expect(await code(life.tryWords((() => 0) as unknown as string, 0))).toBe('input-invalid');
    expect(await code(life.screen(batch('a')))).toBe('resolved');
    expect(benches.length).toBe(1);
  });

  it('gives a silent worker up after the deadline, restarts it and serves what waited', async () => {
    await begin({ screen: never }, {});
    const [stuck, waiting] = [code(life.screen(batch('a'))), code(life.screen(batch('b')))];
    await pass(DEADLINE_MS - 200);
    expect(benches[0]?.ended()).toBe(false);
    await pass(400);
    expect(await stuck).toBe('deadline');
    expect(await waiting).toBe('resolved');
    expect(benches[0]?.ended()).toBe(true);
    expect(benches[1]?.calls).toEqual(['start', 'screen']);
    expect(states).toEqual(['restarted']);
  });

  it('starts a call’s clock only when the call is at the head', async () => {
    await begin({ screen: () => new Promise((resolve) => { setTimeout(() => { resolve([]); }, DEADLINE_MS - 300); }) });
    const calls = [code(life.screen(batch('a'))), code(life.screen(batch('b'))), code(life.screen(batch('c')))];
    await pass(DEADLINE_MS * 3);
    expect(await Promise.all(calls)).toEqual(['resolved', 'resolved', 'resolved']);
    expect(benches.length).toBe(1);
  });

  it('loses only the call in flight at a crash', async () => {
    await begin({ screen: never }, {});
    const calls = [code(life.screen(batch('a'))), code(life.tryWords('b', 0)), code(life.screen(batch('c')))];
    await settle();
    benches[0]?.crash();
    expect(await Promise.all(calls)).toEqual(['worker-failed', 'resolved', 'resolved']);
  });

  it('pauses while the page is hidden', async () => {
    const page = { hidden: true };
    vi.stubGlobal('document', page);
    await begin({ screen: never }, {});
    const stuck = code(life.screen(batch('a')));
    await pass(DEADLINE_MS * 5);
    expect(benches.length).toBe(1);
    page.hidden = false;
    await pass(DEADLINE_MS + 300);
    expect(await stuck).toBe('deadline');
  });

  it('counts the tick after a freeze as one tick', async () => {
    await begin({ screen: never }, {});
    const stuck = code(life.screen(batch('a')));
    await pass(200);
    const asleep = performance.now() + 3_600_000;
    const real = performance.now.bind(performance);
    const spy = vi.spyOn(performance, 'now').mockImplementation(() => asleep + real());
    await pass(DEADLINE_MS - 400);
    expect(benches.length).toBe(1);
    await pass(500);
    expect(await stuck).toBe('deadline');
    spy.mockRestore();
  });

  it('restarts three times a minute at most, then fails until the minute has passed', async () => {
    await begin({});
    for (let crash = 0; crash < 3; crash += 1) {
      benches.at(-1)?.crash();
      expect(await code(life.screen(batch('a')))).toBe('resolved');
    }
    expect(benches.length).toBe(4);
    benches.at(-1)?.crash();
    await settle();
    expect(states).toEqual(['restarted', 'restarted', 'restarted', 'failed']);
    expect(await code(life.screen(batch('a')))).toBe('worker-failed');
    await pass(59_000);
    expect(await code(life.screen(batch('a')))).toBe('worker-failed');
    expect(benches.length).toBe(4);
    await pass(1_500);
    // Nobody asks, so nothing starts; then one new worker serves all who ask.
    expect(benches.length).toBe(4);
    expect(await Promise.all([code(life.screen(batch('a'))), code(life.tryWords('b', 0))])).toEqual(['resolved', 'resolved']);
    expect(benches.length).toBe(5);
    expect(states.slice(3)).toEqual(['failed', 'restarted']);
  });

  it('fails again where the worker of the next minute dies too', async () => {
    await begin({}, { start: () => { throw new SafetyError('worker-failed', 'no'); } });
    benches[0]?.crash();
    expect(await code(life.screen(batch('a')))).toBe('worker-failed');
    expect(states).toEqual(['failed']);
    await pass(61_000);
    expect(await code(life.screen(batch('a')))).toBe('worker-failed');
    expect(benches.length).toBe(7);
    expect(states).toEqual(['failed', 'failed']);
    await life.dispose();
    expect(await code(life.screen(batch('a')))).toBe('disposed');
  });

  it('notices at once that the new worker dies while its payload still loads', async () => {
    await begin({}, {}, {});
    let loaded = (): void => undefined;
    let loads = 0;
    life.onRestart(async () => {
      loads += 1;
      if (loads === 1) await new Promise<void>((resolve) => { loaded = resolve; });
      return PAYLOAD;
    });
    benches[0]?.crash();
    while (loads === 0) await settle();
    benches[1]?.crash();
    expect(await code(life.screen(batch('a')))).toBe('resolved');
    loaded();
    await pass(30_000);
    expect(benches.map((bench) => bench.calls)).toEqual([[], [], ['start', 'screen']]);
    expect(states).toEqual(['restarted']);
  });

  it('has its budget back after a minute', async () => {
    await begin({});
    for (let crash = 0; crash < 6; crash += 1) {
      benches.at(-1)?.crash();
      expect(await code(life.screen(batch('a')))).toBe('resolved');
      await pass(30_100);
    }
    expect(states).not.toContain('failed');
  });

  it('tries again when the new worker does not start, within the budget', async () => {
    await begin({}, { start: () => { throw new SafetyError('worker-failed', 'no'); } }, {});
    benches[0]?.crash();
    expect(await code(life.screen(batch('a')))).toBe('resolved');
    expect(benches.map((bench) => bench.calls)).toEqual([[], ['start'], ['start', 'screen']]);
    expect(benches[1]?.ended()).toBe(true);
  });

  it('settles everything when disposed, also in the middle of a restart', async () => {
    await begin({ screen: never });
    const calls = [code(life.screen(batch('a'))), code(life.tryWords('b', 0))];
    await settle();
    benches[0]?.crash();
    const late = code(life.counters());
    await life.dispose();
    await life.dispose();
    expect(await Promise.all([...calls, late])).toEqual(['worker-failed', 'disposed', 'disposed']);
    expect(await code(life.counters())).toBe('disposed');
    await settle();
    await pass(1_000);
    expect(benches.every((bench) => bench.ended())).toBe(true);
    expect(states).toEqual([]);
  });
});
