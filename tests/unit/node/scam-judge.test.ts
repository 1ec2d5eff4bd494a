import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSafety, type Safety } from '../../../src/node/index.ts';
import { openScamJudge, type ScamJudge } from '../../../src/node/eval/scam-judge.ts';
import { explainThread } from '../../../src/testing/index.ts';
import { filledTurns } from '../../../models/scam/judge-threads.ts';
import { readThreads } from '../../../models/scam/thread-files.ts';
import { from } from '../contract/samples.ts';
import { settingsOf } from '../worker/engine-kit.ts';

const START = 1_760_000_000_000;
const MINUTE_MS = 60_000;
/** More than a conversation's record holds by themselves: the older ones have left it. */
const MANY = 10;

let judge: ScamJudge;
let safety: Safety;
beforeAll(async () => {
  judge = await openScamJudge();
  safety = await createSafety({ settings: settingsOf({}), now: () => START + 7 * 86_400_000 });
});
afterAll(() => Promise.all([judge.close(), safety.dispose()]));

it('judges long conversations as the engine does while they are written', async () => {
  const long = readThreads('en').threads.filter(({ turns }) => turns.filter(({ mine }) => !mine).length >= MANY);
  expect(long.length).toBeGreaterThan(5);
  let told = 0;
  for (const thread of long) {
    const turns = filledTurns(thread);
    const explained = await explainThread(safety, turns.map(({ mine, text }, n) => (
      { id: `m${n}`, conversationId: 'long', kind: 'text', text, sentAt: START + n * MINUTE_MS, direction: mine ? 'outgoing' : 'incoming' })), from('stranger'));
    const levels = explained.map(({ scam }) => scam.level);
    expect([thread.name, await judge.judgeThread(turns)]).toEqual([thread.name, levels]);
    told += levels.slice(MANY).filter((level) => level !== 'none').length;
  }
  // Late messages among them, where a clock that stands still would forget.
  expect(told).toBeGreaterThan(0);
});
