import { afterAll, beforeAll, expect, it } from 'vitest';
import { inConversation } from '../../../src/decide/conversation.ts';
import { loadScamModel } from '../../../src/score/scam-model.ts';
import { compileKernel } from '../../../src/text/kernel.ts';
import { TextKernel } from '../../../src/text/text-kernel.ts';
import { createSafety, type Safety } from '../../../src/node/index.ts';
import { explainMessage, explainThread } from '../../../src/testing/index.ts';
import { readBuilt } from '../../../models/build/kernel.ts';
import { judgedThreads, openScorer } from '../../../models/scam/thread-turns.ts';
import { readThreads } from '../../../models/scam/thread-files.ts';
import { messagesOf } from '../../fixtures/threads.ts';
import { from } from '../contract/samples.ts';
import { settingsOf } from '../worker/engine-kit.ts';

let safety: Safety;
let now = 1_760_000_000_000;
beforeAll(async () => { safety = await createSafety({ settings: settingsOf({}), now: () => now }); });
afterAll(() => safety.dispose());

const THREADS = readThreads('en').threads;

/** What stands in the built scam.bin: without it every test here would be one of single messages. */
function threadModel(): NonNullable<ReturnType<typeof loadScamModel>['thread']> {
  const kernel = new TextKernel(readBuilt('tables.bin'), compileKernel(readBuilt('simd.bin'), 'simd'));
  const { thread } = loadScamModel(kernel, readBuilt('scam.bin'));
  if (thread === undefined) throw new Error('models/scam/threads.json is of another model: npm run models:build -- threads');
  return thread;
}

it('the engine reads a conversation as the training did', async () => {
  const model = threadModel();
  const judged = judgedThreads(openScorer().score, model, ['en']);
  let tips = 0;
  for (const [n, thread] of THREADS.entries()) {
    if (n % 4 !== 0) continue;
    const messages = messagesOf(thread);
    const levels = (await explainThread(safety, messages, from('stranger'))).map(({ scam }) => scam.level);
    for (const { turn, now, before, alone } of judged[n]?.turns ?? []) {
      const tip = inConversation(alone, now, model)(before) !== 'none';
      expect([thread.name, turn, levels[turn - 1] !== 'none']).toEqual([thread.name, turn, tip]);
      if (tip) tips++;
    }
  }
  expect(tips).toBeGreaterThan(20);
});

it('one notice a conversation, where explainThread has its first; strangers alone have any', async () => {
  let noticed = 0;
  for (const thread of THREADS.filter((_, n) => n % 6 === 0)) {
    const messages = messagesOf(thread);
    const levels = (await explainThread(safety, messages, from('stranger'))).map(({ scam }) => scam.level);
    const notices: string[] = [];
    // There is one tip a week.
    now += 8 * 86_400_000;
    for (const message of messages) {
      const { notices: [notice] } = await safety.screenMessage(message, from('stranger'));
      notices.push(notice?.level ?? 'none');
    }
    const first = levels.findIndex((level) => level !== 'none');
    expect(notices.findIndex((level) => level !== 'none')).toBe(first);
    expect(notices.filter((level) => level === 'tip').length).toBeLessThanOrEqual(1);
    if (first >= 0) noticed++;
    expect((await explainThread(safety, messages, from('connected'))).every(({ scam }) => scam.level === 'none')).toBe(true);
  }
  expect(noticed).toBeGreaterThan(5);
});

it('a message that comes again gets the same answer, and explaining leaves nothing behind', async () => {
  const thread = THREADS.find(({ label, name }) => label === 'scam' && name === 'wine-fridge-delivery') ?? THREADS[0];
  if (thread === undefined) throw new Error('no thread');
  const messages = messagesOf(thread).map((message) => ({ ...message, conversationId: 'again' }));
  const screen = async (): Promise<readonly unknown[]> => {
    const verdicts: unknown[] = [];
    for (const message of messages) verdicts.push(await safety.screenMessage(message, from('stranger')));
    return verdicts;
  };
  now += 8 * 86_400_000;
  const once = await screen();
  expect(JSON.stringify(once)).toContain('"kind":"scam"');
  expect(await screen()).toEqual(once);
  const alone = await explainMessage(safety, messages.at(-1) as (typeof messages)[0], from('stranger'));
  await explainThread(safety, messages, from('stranger'));
  expect(await explainMessage(safety, messages.at(-1) as (typeof messages)[0], from('stranger'))).toEqual(alone);
});

it('history is built upon without a notice of its own', async () => {
  const thread = THREADS.find(({ label, kind }) => label === 'scam' && kind === 'wrong-number');
  if (thread === undefined) throw new Error('no thread');
  const messages = messagesOf(thread);
  const levels = (await explainThread(safety, messages, from('stranger'))).map(({ scam }) => scam.level);
  const tip = levels.findIndex((level) => level !== 'none');
  expect(tip).toBeGreaterThan(0);
  now += 8 * 86_400_000;
  const verdicts = [];
  for (const [n, message] of messages.entries()) {
    verdicts.push(await safety.screenMessage({ ...message, conversationId: 'imported' }, from('stranger'), { mode: n < tip ? 'history' : 'live' }));
  }
  expect(verdicts.map(({ notices }) => notices.length).slice(0, tip + 1)).toEqual([...Array<number>(tip).fill(0), 1]);
});

it('nine in ten first notices of scam conversations name a family, with the engine and in explainThread alike', async () => {
  let [noticed, named] = [0, 0];
  for (const thread of THREADS.filter(({ label }) => label === 'scam')) {
    const messages = messagesOf(thread).map((message) => ({ ...message, conversationId: `family-${thread.name}` }));
    const told = await explainThread(safety, messages, from('stranger'));
    const first = told.findIndex(({ scam }) => scam.level !== 'none');
    if (first < 0) continue;
    now += 8 * 86_400_000;
    const verdicts = [];
    for (const message of messages.slice(0, first + 1)) verdicts.push(await safety.screenMessage(message, from('stranger')));
    const family = told[first]?.scam.family ?? null;
    expect([thread.name, verdicts.at(-1)?.notices[0]?.family ?? null]).toEqual([thread.name, family]);
    noticed++;
    if (family !== null) named++;
  }
  expect(noticed).toBeGreaterThan(20);
  expect(named / noticed).toBeGreaterThan(0.8);
});
