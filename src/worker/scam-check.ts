import type { Degraded, NoticeLevel } from '../contract/verdict.ts';
import { cuesOf, evidence } from '../decide/conversation.ts';
import { scamLevel, settledLevel, type ScamFacts } from '../decide/scam-notice.ts';
import { wordsBesideLinks } from '../decide/words-beside-links.ts';
import { loadScamModel, scoredText, scoreScam, type ScamModel, type ScamScore } from '../score/scam-model.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { Said } from './state.ts';

/** What the scam model makes of one message. */
export interface ScamJudgement {
  readonly level: 'none' | NoticeLevel;
  /** 0–1; 0 where the gate for short texts or the language gave no verdict. */
  readonly score: number;
  readonly lang: string;
  /** Told only with a notice: alone they are not evidence (scam-data.md §6). */
  readonly facts: ScamFacts;
  readonly features: Readonly<Record<string, number>>;
  /** What of the message the model could not judge. */
  readonly degraded: readonly Degraded[];
  /** The same in its conversation. */
  readonly said: Said;
}

/** Judges the message that the kernel has just read. */
export type ScamCheck = (kernel: TextKernel) => ScamJudgement;

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    return (current) => {
      const judged = scoreScam(current, model);
      const fired = scamLevel(judged.score, judged.points);
      const facts = factsOf(current, judged, model);
      const level = fired === 'none' ? fired : settledLevel(fired, facts);
      const { thread } = model;
      const cues = thread ? cuesOf(judged, thread) : [];
      const canLead = facts.hasLink || facts.hasLongNumber;
      return {
        level, score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged), facts,
        said: {
          cues,
          // By itself where nothing was said before; then the conversation decides, and not yet is no notice.
          level: (before) => !thread ? level : before.length === 0 ? thread.waits && !canLead ? 'none' : level
            : cues.length === 0 || evidence(cues, before, thread) < thread.point ? 'none' : level === 'strong' ? level : 'tip',
        },
      };
    };
  } catch {
    return undefined;
  }
}

function factsOf(kernel: TextKernel, { hasLink, hasLongNumber, family, concepts }: ScamScore, tables: ScamModel): ScamFacts {
  // In the order of the concepts, whatever the order of the words.
  const found = concepts.map(({ concept }) => concept).sort((a, b) => a - b);
  const cues = [...new Set(found.flatMap((concept) => tables.reasons[concept] ?? []))];
  return { hasLink, hasLongNumber, cues, family, words: wordsBesideLinks(scoredText(kernel)), tables };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
