import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../build/version.gen.ts';
import type { AssetRecord } from '../../../src/contract/assets.ts';
import type { ScreenItem, TextReply } from '../../../src/contract/engine.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { addNotices, type NoticeOptions } from '../../../src/host/page-notices.ts';
import type { RestartablePort } from '../../../src/host/port.ts';
import { RestartBudget } from '../../../src/host/restart-budget.ts';
import { NoticeEngine } from '../../../src/worker/notices-engine.ts';
import { builtAsset } from '../worker/engine-kit.ts';

const NOW = 1_750_000_000_000;
const FACTS = { hasLink: true, hasLongNumber: false, cues: [], family: null, where: [], isContact: false } as const;
const item = (id: string): ScreenItem => (
  { message: { id, conversationId: id, kind: 'text', text: 'x', sentAt: NOW, direction: 'incoming' }, context: { relationship: 'stranger' }, mode: 'live', now: NOW } as unknown as ScreenItem);
const reply = (): TextReply => ({
  verdict: { delivery: 'requests', notify: 'silent', hits: [], links: [], media: [], notices: [], groups: [], degraded: [] }, writes: [],
  said: { scam: { level: 'strong', alone: true, cues: [], facts: FACTS }, alike: false },
});

interface Stage { readonly port: RestartablePort; readonly clock: { armed: number | undefined; expire(): void }; opened: number; up(): void; fail(): void }

/** The page's part over a text engine that finds every message strong, with a clock and a worker that do what the test says. */
function stage(): Stage {
  let expired = (): void => undefined;
  let settle: { readonly resolve: (opened: object) => void; readonly reject: (error: Error) => void } | undefined;
  const made: Stage = {
    port: {
      screen: (items: readonly ScreenItem[]) => Promise.resolve(items.map(reply)), explain: () => Promise.resolve([]), replay: () => Promise.resolve(), forget: () => Promise.resolve([]),
      answer: () => Promise.resolve([]), dispose: () => Promise.resolve(),
    } as unknown as RestartablePort,
    clock: { armed: undefined, expire() { expired(); } }, opened: 0,
    up() { settle?.resolve({}); },
    fail() { settle?.reject(new SafetyError('asset-unavailable', 'gone')); },
  };
  const inTime = <T>(work: Promise<T>): Promise<T> => new Promise((resolve, reject) => {
    made.clock.armed = 5_000;
    expired = () => { reject(new SafetyError('deadline', 'late')); };
    work.then(resolve, reject).finally(() => { made.clock.armed = undefined; });
  });
  class Life {
    readonly #engine = new NoticeEngine();
    onRestart(): void { /* it never dies here */ }
    call(method: 'start', args: readonly never[]): Promise<unknown> { return this.#engine[method](...args as unknown as Parameters<NoticeEngine['start']>); }
    dispose(): Promise<void> { return Promise.resolve(); }
  }
  const published: AssetRecord[] = [];
  addNotices(made.port, {
    assets: { load: (name: string) => Promise.resolve(builtAsset(name)) }, version: VERSION, seal: 'header', deadlineMs: 5_000, used: new Set(), Life, Budget: RestartBudget, inTime,
    openForm: () => {
      made.opened++;
      return new Promise((resolve, reject) => { settle = { resolve, reject }; });
    },
  } as unknown as NoticeOptions, published);
  expect(published.map(({ name }) => name)).toContain('worker-notices.js');
  return made;
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const told = async (verdicts: ReturnType<RestartablePort['screen']>): Promise<readonly unknown[]> => (
  (await verdicts).map((one) => [one?.verdict.notices.length, ...one?.verdict.degraded.map(({ check, code }) => `${check}: ${code}`) ?? []]));

describe('a message that opens the worker for notices', () => {
  it('waits no longer than for an answer, and the opening goes on for the next one', async () => {
    const { port, clock, up } = stage();
    const first = told(port.screen([item('a')]));
    await settled();
    expect(clock.armed).toBe(5_000);
    clock.expire();
    expect(await first).toEqual([[0, 'scam: deadline']]);
    const second = told(port.screen([item('b')]));
    await settled();
    up();
    expect(await second).toEqual([[1]]);
    expect(clock.armed).toBeUndefined();
    expect(await told(port.screen([item('c')]))).toEqual([[1]]);
  });

  it('opens it once, however many wait, and stops the clock where it cannot be had', async () => {
    const made = stage();
    const first = told(made.port.screen([item('a')]));
    await settled();
    made.clock.expire();
    await first;
    const second = told(made.port.screen([item('b')]));
    await settled();
    expect(made.opened).toBe(1);
    made.fail();
    expect(await second).toEqual([[0, 'scam: asset-unavailable']]);
    expect(made.clock.armed).toBeUndefined();
    void made.port.screen([item('c')]);
    await settled();
    expect(made.opened).toBe(2);
  });
});
