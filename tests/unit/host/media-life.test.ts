import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoverReply } from '../../../src/contract/media.ts';
import { neutral } from '../../../src/contract/media.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { PageAssets } from '../../../src/host/assets.ts';
import { createCovers, type Covers } from '../../../src/host/covers.ts';
import { openMediaLife } from '../../../src/host/media-life.ts';
import { RestartBudget } from '../../../src/host/restart-budget.ts';
import { WorkerLife } from '../../../src/host/worker-life.ts';
import { openBench, type Bench, type Script } from './worker-line.ts';

const SHOWN: CoverReply = { state: 'picture', width: 2, height: 2, cover: { width: 1, height: 1, data: new Uint8ClampedArray([1, 2, 3, 255]) } };
const file = new Blob(['x']);

let benches: Bench[];
let used: Set<string>;
let covers: Covers;
let opens: number;

/** One script per worker, the last for all that follow. */
function begin(...scripts: (Script | SafetyError)[]): void {
  benches = [];
  opens = 0;
  used = new Set();
  const open = async (): Promise<Bench['live']> => {
    const script = scripts[Math.min(opens++, scripts.length - 1)];
    if (script instanceof SafetyError) throw script;
    const bench = await openBench(script);
    benches.push(bench);
    return bench.live;
  };
  const { run, end } = openMediaLife({
    assets: { load: () => Promise.resolve(new ArrayBuffer(8)) } as unknown as PageAssets, version: '1.0.0', seal: 'header', deadlineMs: 1_000, used,
    openForm: async (_source, choice) => ({ seal: choice as 'header', live: await open(), reopen: open }), Life: WorkerLife, Budget: RestartBudget, whichKernel: () => 'simd',
  });
  covers = createCovers(run, end);
}

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(Math.min(100, left));
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
  }
}

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }); });
afterEach(async () => {
  await covers.dispose();
  vi.useRealTimers();
});

describe('the media worker seen from the page', () => {
  it('is opened with the first file and ended when none came for half a minute; the next file opens another', async () => {
    begin({ cover: () => SHOWN });
    expect(opens).toBe(0);
    expect(await covers.cover('a', file)).toEqual({ id: 'a', ...SHOWN });
    expect([...used].sort()).toEqual(['image.bin', 'worker-media.js']);
    await pass(25_000);
    expect((await covers.cover('b', file)).state).toBe('picture');
    await pass(29_000);
    expect([opens, benches[0]?.ended()]).toEqual([1, false]);
    await pass(2_000);
    expect(benches[0]?.ended()).toBe(true);
    expect((await covers.cover('c', file)).state).toBe('picture');
    expect([opens, benches[1]?.calls]).toEqual([2, ['start', 'cover']]);
  });

  it('gives it one file at a time, in order', async () => {
    const seen: string[] = [];
    let open = 0;
    begin({
      cover: async ({ cells }: { readonly cells: number }) => {
        open += 1;
        seen.push(`${cells}/${open}`);
        await new Promise((resolve) => { setImmediate(resolve); });
        open -= 1;
        return SHOWN;
      },
    });
    await Promise.all([covers.cover('a', file), covers.cover('b', file, { cells: 24 }), covers.cover('c', file)]);
    expect(seen).toEqual(['16/1', '24/1', '16/1']);
  });

  it('a file by which it hangs gets the tile, and those behind it a new worker', async () => {
    begin({ cover: () => new Promise(() => undefined) }, { cover: () => SHOWN });
    const all = Promise.all(['a', 'b', 'c'].map((id) => covers.cover(id, file)));
    await pass(1_500);
    expect((await all).map(({ why, state }) => why ?? state)).toEqual(['deadline', 'picture', 'picture']);
  });

  it('that cannot be started is tried three times a minute, and its reason is told for all files', async () => {
    begin(new SafetyError('seal-failed', 'x'));
    const whys = [];
    for (const id of ['a', 'b', 'c', 'd', 'e']) whys.push((await covers.cover(id, file)).why);
    expect([opens, ...whys]).toEqual([3, ...Array.from({ length: 5 }, () => 'seal-failed')]);
    await pass(61_000);
    await covers.cover('f', file);
    expect(opens).toBe(4);
  });

  it('says no-wasm where its kernel cannot be started, and ends', async () => {
    begin({ start: () => { throw new SafetyError('no-wasm', 'x'); } });
    expect(await covers.cover('a', file)).toEqual({ id: 'a', ...neutral('no-wasm') });
    expect(benches[0]?.ended()).toBe(true);
    expect([...used]).toEqual([]);
  });
});

describe('coverMedia’s arguments', () => {
  it.each([
    [[1, file], TypeError], [['a', 'x'], TypeError], [['a', undefined], TypeError], [['a', file, null], TypeError], [['a', file, { cells: '16' }], TypeError],
    [['a', file, { signal: {} }], TypeError], [['a', file, { kind: 'photo' }], TypeError], [['a', file, { cells: 32 }], RangeError], [['a'.repeat(257), file], RangeError],
  ] as const)('%j is refused', async (args, kind) => {
    begin({ cover: () => SHOWN });
    await expect(covers.cover(...args as unknown as Parameters<Covers['cover']>)).rejects.toBeInstanceOf(kind);
    expect(opens).toBe(0);
  });

  it('an aborted call rejects with the signal’s reason; a file that waited is not read, the others are served', async () => {
    let covered = 0;
    begin({ cover: async () => { covered += 1; await new Promise((resolve) => { setImmediate(resolve); }); return SHOWN; } });
    const stop = new AbortController();
    const first = covers.cover('a', file);
    const second = covers.cover('b', file, { signal: stop.signal });
    const third = covers.cover('c', file);
    const reason = new Error('scrolled away');
    stop.abort(reason);
    await expect(second).rejects.toBe(reason);
    await expect(covers.cover('d', file, { signal: stop.signal })).rejects.toBe(reason);
    expect([(await first).state, (await third).state, covered]).toEqual(['picture', 'picture', 2]);
  });

  it('disposed in the middle, every open call resolves', async () => {
    begin({ cover: () => new Promise(() => undefined) });
    const all = Promise.all(['a', 'b'].map((id) => covers.cover(id, file)));
    await pass(300);
    await covers.dispose();
    expect((await all).map(({ why }) => why)).toEqual(['disposed', 'disposed']);
  });
});
