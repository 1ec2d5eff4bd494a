import type { ScamJudge } from '../../src/node/eval/scam-judge.ts';
import { createRng } from '../build/rng.ts';
import { checksum } from './folds.ts';
import { fillSlots } from './slots.ts';
import type { ToldThread } from './thread-figures.ts';
import type { Thread, ThreadTurn } from './thread-files.ts';

/** The turns of a conversation, slots filled by a seed of its own name. */
export function filledTurns({ lang, label, name, turns }: Pick<Thread, 'lang' | 'label' | 'name' | 'turns'>): readonly ThreadTurn[] {
  const rng = createRng(checksum(`${lang}:${label}:${name}`));
  return turns.map(({ mine, text }) => ({ mine, text: fillSlots(text, lang, label === 'scam', rng) }));
}

/** Judges conversations one by one, each with a stranger: its whole way through the engine. */
export async function judgeThreads({ judgeThread }: Pick<ScamJudge, 'judgeThread'>, threads: readonly Thread[]): Promise<readonly ToldThread[]> {
  const told: ToldThread[] = [];
  for (const thread of threads) {
    const levels = await judgeThread(filledTurns(thread));
    const { label, lang, kind, evidence = 0 } = thread;
    told.push({ label, lang, kind, evidence, tip: levels.findIndex((level) => level !== 'none') + 1 });
  }
  return told;
}
