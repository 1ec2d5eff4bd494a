// What a threshold does to whole conversations, and which one holds the bars.

import type { ThreadModel } from '../../src/contract/thread-model.ts';
import { evidence } from '../../src/decide/conversation.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
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

export interface Outcome {
  /** Turn of the tip; 0: none. */
  readonly tip: number;
  readonly thread: JudgedThread;
}

export interface ThreadFigures {
  readonly recall: Share;
  readonly early: Share;
  readonly benign: Share;
  /** Messages from the first evidence to the tip, the person's own counted: quartiles. */
  readonly latency: readonly number[];
}

export function sumsOf(thread: JudgedThread, model: ThreadWeights): Summed {
  return { thread, sums: thread.turns.map(({ now, before }) => (now.length === 0 ? -Infinity : evidence(now, before, model as ThreadModel))) };
}

/** @param tips whether a notice stands with a turn, by the turn and the sum */
export function outcomesOf(all: readonly Summed[], tips: (turn: JudgedTurn, sum: number, index: number) => boolean): readonly Outcome[] {
  return all.map(({ thread, sums }) => ({ thread, tip: thread.turns.find((turn, i) => tips(turn, sums[i] as number, i))?.turn ?? 0 }));
}

export function figuresOf(outcomes: readonly Outcome[]): ThreadFigures {
  const scams = outcomes.filter(({ thread }) => thread.label === 'scam');
  const benign = outcomes.filter(({ thread }) => thread.label === 'benign');
  const found = scams.filter(({ tip, thread }) => tip >= thread.evidence && tip > 0);
  const early = scams.filter(({ tip, thread }) => tip > 0 && tip < thread.evidence);
  const waits = found.map(({ tip, thread }) => tip - thread.evidence).sort((a, b) => a - b);
  return {
    recall: countShare(found.length, scams.length), early: countShare(early.length, scams.length),
    benign: countShare(benign.filter(({ tip }) => tip > 0).length, benign.length),
    latency: waits.length === 0 ? [] : [0.25, 0.5, 0.75].map((share) => waits[Math.floor(share * (waits.length - 1))] as number),
  };
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
