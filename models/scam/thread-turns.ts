// What the engine sees of authored conversations: each message of the other side scored by the kernel and the model in build/scam.bin, and its cues.

import { createHash } from 'node:crypto';
import { cuesOf, type Alone, type CueForm } from '../../src/decide/conversation.ts';
import { scamLevel } from '../../src/decide/scam-notice.ts';
import { loadScamModel, scoreScam, type ScamScore } from '../../src/score/scam-model.ts';
import { compileKernel } from '../../src/text/kernel.ts';
import { TextKernel } from '../../src/text/text-kernel.ts';
import { readBuilt } from '../build/kernel.ts';
import { packedModel } from './asset-json.ts';
import { checksum, FOLDS } from './folds.ts';
import { filledTurns } from './judge-threads.ts';
import { readThreads, threadTags, type Thread } from './thread-files.ts';

export interface JudgedTurn {
  /** Number of the turn, from 1, the person's own counted. */
  readonly turn: number;
  /** Of this message; empty: it is not judged, and nothing of it is remembered. */
  readonly now: readonly number[];
  /** Of all earlier messages, in the order in which they first came. */
  readonly before: readonly number[];
  /** 1 from the turn of first evidence on. */
  readonly target: 0 | 1;
  /** Of this message by itself. */
  readonly alone: Alone;
}

export interface JudgedThread extends Pick<Thread, 'lang' | 'label' | 'kind'> {
  readonly fold: number;
  /** 0 for benign ones. */
  readonly evidence: number;
  readonly turns: readonly JudgedTurn[];
}

/** A score, and what its concepts come to. */
export type Scored = ScamScore & Pick<Alone, 'facts' | 'asks'>;

/** Scores one text after the other by the model that is built. */
export function openScorer(): { readonly score: (text: string) => Scored; readonly classes: number; readonly sha256: string } {
  const asset = readBuilt('scam.bin');
  const kernel = new TextKernel(readBuilt('tables.bin'), compileKernel(readBuilt('simd.bin'), 'simd'));
  const model = loadScamModel(kernel, asset);
  return {
    score: (text) => {
      kernel.read([{ text, scored: true }]);
      const judged = scoreScam(kernel, model);
      const reasons = new Set(judged.concepts.flatMap(({ concept }) => model.reasons[concept] ?? []));
      return { ...judged, facts: reasons.size, asks: [...reasons].some((reason) => model.advice[reason]) };
    },
    classes: model.classes.length, sha256: createHash('sha256').update(packedModel(asset)).digest('hex'),
  };
}

/** Every authored thread, slots filled by a seed of its own name. */
export function judgedThreads(score: (text: string) => Scored, form: CueForm, tags: readonly string[] = threadTags()): readonly JudgedThread[] {
  return tags.flatMap((lang) => readThreads(lang).threads.map((thread) => {
    const evidence = thread.evidence ?? 0;
    const past = new Set<number>();
    const turns = filledTurns(thread).flatMap(({ mine, text }, index): JudgedTurn[] => {
      if (mine) return [];
      const judged = score(text);
      const now = cuesOf(judged, form);
      const before = [...past];
      for (const cue of now) past.add(cue);
      const { facts, asks } = judged;
      const alone: Alone = { level: scamLevel(judged.score, judged.points), leads: judged.hasLink || judged.hasLongNumber, facts, asks };
      return [{ turn: index + 1, now, before, target: evidence > 0 && index + 1 >= evidence ? 1 : 0, alone }];
    });
    return { lang, label: thread.label, kind: thread.kind, fold: checksum(`${lang}:${thread.label}:${thread.name}`) % FOLDS, evidence, turns };
  }));
}
