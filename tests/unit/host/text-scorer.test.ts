import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import type { Message } from '../../../src/contract/message.ts';
import type { SafetyEvent } from '../../../src/contract/safety.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { RestartBudget } from '../../../src/host/restart-budget.ts';
import { createScorer, type RunningModel, type TextScorer } from '../../../src/host/text-scorer.ts';
import { screenItem } from '../../fixtures/screen-item.ts';

type Score = RunningModel['score'];
const half: Score = () => Promise.resolve({ score: 0.5, lang: 'en', sure: true });
const on = defaultSettings();
const off: Settings = { ...on, scam: { ...on.scam, enabled: false } };
const item = (id: string, more: Partial<Message> = {}): ReturnType<typeof screenItem> => screenItem(
  { id, conversationId: 'c', kind: 'text', text: 'a plum', sentAt: 0, direction: 'incoming', ...more }, { relationship: 'stranger' }, 0);

let settings: Settings;
let listen: (event: SafetyEvent) => void;
let opens: number;
let ended: number;
let asked: (readonly string[])[];
let scorer: TextScorer;

/** One start after the other: a model's `score`, an error, or a promise; the last for all that follow. */
function begin(first: Settings, ...starts: (Score | SafetyError | Promise<Score>)[]): void {
  [settings, opens, ended, asked] = [first, 0, 0, []];
  scorer = createScorer({
    points: { en: { tip: 0.4, strong: 0.8 }, th: { tip: 0.5, strong: 0.7 } }, deadlineMs: 1_000, budget: new RestartBudget(),
    async open() {
      const start = await starts[Math.min(opens++, starts.length - 1)];
      if (start === undefined || start instanceof SafetyError) throw start;
      return { score: (texts) => { asked.push(texts); return start(texts); }, end: async () => { ended += 1; } };
    },
  });
  scorer.follow({ get settings() { return settings; }, subscribe: (listener) => { listen = listener; return () => undefined; } });
}
const change = (next: Settings): void => {
  settings = next;
  listen({ kind: 'settings', settings });
};
const pass = async (ms: number): Promise<void> => { await vi.advanceTimersByTimeAsync(ms); };
/** What came of one message, at once or after so much time. */
async function judge(id = 'm', more: Partial<Message> = {}): Promise<unknown> {
  const [judged] = await scorer.judge([item(id, more)]);
  return judged?.hosted?.degraded[0]?.code ?? judged?.hosted?.score;
}
async function waitFor(work: Promise<unknown>): Promise<readonly [unknown, number]> {
  let waited = 0;
  let settled = false;
  void work.then(() => { settled = true; });
  for (await pass(0); !settled && waited < 60_000; waited += 100) await pass(100);
  return [settled ? await work : 'waits', waited];
}

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }); });
afterEach(() => { vi.useRealTimers(); });

describe('a host\'s model seen from the screening of messages', () => {
  it('is opened with the settings, asked once a message with its scored surfaces, and its answer goes with its points', async () => {
    begin(on, half);
    expect(opens).toBe(1);
    const [judged] = await scorer.judge([item('m', { surfaces: { displayName: 'Heron', caption: 'by the river', quoted: 'no' } })]);
    expect(judged?.hosted).toEqual({ score: 0.5, covered: true, points: [0.4, 0.8], degraded: [] });
    expect(asked).toEqual([['a plum', 'by the river']]);
    expect(await judge('n', { text: '' })).toBe(0);
    expect([opens, asked.length]).toEqual([1, 1]);
  });

  it('switched off it is neither opened nor asked, and what runs is ended; on again it is opened anew', async () => {
    begin(off, half);
    const items = [item('m')];
    expect(await scorer.judge(items)).toBe(items);
    expect([opens, asked.length]).toEqual([0, 0]);
    change(on);
    expect(await judge()).toBe(0.5);
    change({ ...on, notices: 'off' });
    await pass(0);
    expect([opens, ended]).toEqual([1, 1]);
    change(on);
    expect(await judge()).toBe(0.5);
    expect(opens).toBe(2);
  });

  it('a message waits for a slow start no longer than the deadline, the next ones not at all, until it is there', async () => {
    let ready: (score: Score) => void = () => undefined;
    begin(on, new Promise<Score>((resolve) => { ready = resolve; }));
    const [first, waited] = await waitFor(judge());
    expect(first).toBe('deadline');
    expect(waited).toBeLessThanOrEqual(1_200);
    expect(await waitFor(judge())).toEqual(['deadline', 0]);
    expect(await waitFor(scorer.judge([item('a'), item('b')]).then((all) => all.map(({ hosted }) => hosted?.degraded[0]?.code)))).toEqual([['deadline', 'deadline'], 0]);
    ready(half);
    await pass(0);
    expect(await judge()).toBe(0.5);
    expect(opens).toBe(1);
  });

  it('a model that hangs costs one message its check; it is ended and opened again, three times a minute', async () => {
    // As `WorkerLife` does: its own deadline ends the worker.
    const hangs: Score = () => new Promise((_, reject) => { setTimeout(() => { reject(new SafetyError('deadline', 'x')); }, 1_000); });
    begin(on, hangs, half, hangs);
    expect((await waitFor(judge()))[0]).toBe('deadline');
    await pass(200);
    expect([opens, ended, await judge()]).toEqual([2, 1, 0.5]);
    change(off);
    change(on);
    for (let n = 0; n < 4; n += 1) await waitFor(judge());
    await pass(200);
    const before = opens;
    expect(await waitFor(judge())).toEqual(['deadline', 0]);
    expect(opens).toBe(before);
    await pass(61_000);
    await waitFor(judge());
    expect(opens).toBeGreaterThan(before);
  });

  it('a start that cannot succeed is not tried again; one that may is, three times a minute', async () => {
    begin(on, new SafetyError('asset-integrity', 'x'));
    for (let n = 0; n < 5; n += 1) expect(await judge()).toBe('asset-integrity');
    await pass(61_000);
    expect([await judge(), opens]).toEqual(['asset-integrity', 1]);
    begin(on, new SafetyError('asset-unavailable', 'x'));
    for (let n = 0; n < 6; n += 1) expect(await judge()).toBe('asset-unavailable');
    expect(opens).toBe(3);
    await pass(61_000);
    await judge();
    expect(opens).toBe(4);
  });

  it('an answer that is none concerns that message alone', async () => {
    let bad = true;
    begin(on, (texts) => (bad ? Promise.reject(new SafetyError('model-invalid', 'x')) : half(texts)));
    expect(await judge()).toBe('model-invalid');
    bad = false;
    expect([await judge(), opens, ended]).toEqual([0.5, 1, 0]);
  });

  it.each([['th', true, [0.5, 0.7]], ['th', false, [0.5, 0.8]], ['en', false, [0.5, 0.8]]])('in %s, sure %j: the points of that language, or the strictest of all', async (lang, sure, points) => {
    begin(on, () => Promise.resolve({ score: 0.6, lang, sure }));
    expect((await scorer.judge([item('m')]))[0]?.hosted).toEqual({ score: 0.6, covered: true, points, degraded: [] });
  });

  it.each(['my', 'und', 'constructor', '__proto__', ''])('a text in %j, for which there are no points, has no score', async (lang) => {
    begin(on, () => Promise.resolve({ score: 1, lang, sure: true }));
    expect((await scorer.judge([item('m')]))[0]?.hosted).toEqual({ score: 0, covered: false, points: [0.5, 0.8], degraded: [] });
  });

  it.each([
    { score: 2, lang: 'en', sure: true }, { score: -0.1, lang: 'en', sure: true }, { score: NaN, lang: 'en', sure: true },
    { score: '0.9', lang: 'en', sure: true }, { score: 0.5, lang: 'en' }, { score: 0.5, sure: true }, { score: 0.5, lang: ['en'], sure: true }, {},
  ])('%j from its worker is no answer', async (answer) => {
    begin(on, () => Promise.resolve(answer as Awaited<ReturnType<Score>>));
    expect(await judge()).toBe('model-invalid');
  });

  it('of what its worker answers only the score, the language and whether that is sure count', async () => {
    begin(on, () => Promise.resolve({ score: 1, lang: 'en', sure: true, covered: true, points: [0, 0], hasLink: true } as Awaited<ReturnType<Score>>));
    const [judged] = await scorer.judge([item('m')]);
    expect(judged?.hosted).toEqual({ score: 1, covered: true, points: [0.4, 0.8], degraded: [] });
  });

  it('switched off while it is asked is no loss', async () => {
    let fail: (error: Error) => void = () => undefined;
    begin(on, () => new Promise((_, reject) => { fail = reject; }), half);
    const asking = judge();
    await pass(0);
    change(off);
    fail(new SafetyError('disposed', 'x'));
    expect([await asking, opens]).toEqual(['disposed', 1]);
    for (let n = 0; n < 3; n += 1) change(on);
    expect([await judge(), opens]).toEqual([0.5, 2]);
  });

  it('in evaluation what fails is said, and what could get no notice is scored', async () => {
    begin(on, half);
    const own = [item('m', { direction: 'outgoing' })];
    expect((await scorer.judge(own))[0]?.hosted).toMatchObject({ score: 0, degraded: [] });
    expect((await scorer.judge(own, true))[0]?.hosted?.score).toBe(0.5);
    begin(on, new SafetyError('no-wasm', 'x'));
    await expect(scorer.judge([item('m')], true)).rejects.toMatchObject({ code: 'no-wasm' });
  });

  it('ended it is not opened again', async () => {
    begin(on, half);
    await scorer.end();
    const items = [item('m')];
    expect([await scorer.judge(items) === items, opens, ended]).toEqual([true, 1, 1]);
    listen({ kind: 'settings', settings: on });
    expect(opens).toBe(1);
  });
});
