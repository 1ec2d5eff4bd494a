// What a threshold does to whole conversations, and which one holds the bars.

import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { evidence } from '../../src/decide/conversation.ts';
import { figuresOf, type ToldThread } from './thread-figures.ts';
import type { ThreadWeights } from './thread-train.ts';
import type { JudgedThread, JudgedTurn } from './thread-turns.ts';

/**
 * Share of benign conversations that may ever be tipped, and of scams that may be tipped before there is evidence, on the threads that the point is chosen on:
 * the bars are 3 % and 1 %, and on other threads it is a little more.
 */
export const THREAD_RULES = { benign: 0.027, early: 0.01 } as const;

/** A thread, and for each of its turns how much it resembles scams by then: −∞ where a turn is not judged. */
export interface Summed {
  readonly thread: JudgedThread;
  readonly sums: readonly number[];
}

export function sumsOf(thread: JudgedThread, model: ThreadWeights): Summed {
  return { thread, sums: thread.turns.map(({ now, before }) => (now.length === 0 ? -Infinity : evidence(now, before, model as ThreadModel))) };
}

/** @param tips whether a notice stands with a turn, by the turn and the sum */
export function outcomesOf(all: readonly Summed[], tips: (turn: JudgedTurn, sum: number, thread: JudgedThread) => boolean): readonly ToldThread[] {
  return all.map(({ thread, sums }) => {
    const { label, lang, kind, evidence: first } = thread;
    return { label, lang, kind, evidence: first, tip: thread.turns.find((turn, i) => tips(turn, sums[i] as number, thread))?.turn ?? 0 };
  });
}

/** Points are whole steps of this, which JSON keeps. */
const STEP = 1e-4;

/**
 * The lowest point that keeps THREAD_RULES: as few scams missed as they allow. Where no point keeps them, the one above every sum.
 * @param tips whether a notice stands with a turn at a point; as the engine decides, other rules have a say. The higher the point, the fewer.
 */
export function choosePoint(all: readonly Summed[], tips: (turn: JudgedTurn, sum: number, thread: JudgedThread, point: number) => boolean = (_turn, sum, _thread, point) => sum >= point): number {
  const keeps = (step: number): boolean => {
    const { benign, early } = figuresOf(outcomesOf(all, (turn, sum, thread) => tips(turn, sum, thread, step * STEP)));
    return benign.hits <= benign.n * THREAD_RULES.benign && early.hits <= early.n * THREAD_RULES.early;
  };
  const finite = all.flatMap(({ sums }) => sums.filter(Number.isFinite));
  let [low, high] = [Math.floor(Math.min(0, ...finite) / STEP), Math.floor(Math.max(0, ...finite) / STEP) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (keeps(middle)) high = middle;
    else low = middle + 1;
  }
  return Math.round(high) / Math.round(1 / STEP);
}
