// What a threshold does to whole conversations, and which one holds the bars.

import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { evidence } from '../../src/decide/conversation.ts';
import type { ToldThread } from './thread-figures.ts';
import type { ThreadWeights } from './thread-train.ts';
import type { JudgedThread, JudgedTurn } from './thread-turns.ts';

/**
 * Share of benign conversations that may ever be tipped, and of scams that may be tipped before there is evidence. The bars are 3 % and 1 %: a
 * point chosen on four folds costs a little more on the fifth, and what is judged by itself costs some too.
 */
export const THREAD_RULES = { benign: 0.024, early: 0.01 } as const;

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

/** The lowest sum from which on a tip keeps THREAD_RULES: as few scams missed as they allow. */
export function choosePoint(all: readonly Summed[]): number {
  const scams = all.filter(({ thread }) => thread.label === 'scam');
  const benign = all.filter(({ thread }) => thread.label === 'benign');
  const before = scams.map(({ thread, sums }) => Math.max(-Infinity, ...sums.filter((_, i) => thread.turns[i]?.target === 0)));
  const above = (peaks: readonly number[], share: number): number => (
    [...peaks].sort((a, b) => b - a)[Math.floor(peaks.length * share)] ?? -Infinity);
  const limit = Math.max(above(benign.map(({ sums }) => Math.max(-Infinity, ...sums)), THREAD_RULES.benign), above(before, THREAD_RULES.early));
  // Just above the first one too many, in steps that JSON keeps.
  return (Math.floor(limit * 1e4) + 1) / 1e4;
}
