import { isSafetyError } from '../contract/errors.ts';
import type { Degraded, NoticeLevel } from '../contract/verdict.ts';
import { readCues } from '../decide/scam-families.ts';
import { scamLevel, type ScamFacts } from '../decide/scam-notice.ts';
import { loadScamModel, scoredText, scoreScam, type ScamScore } from '../score/scam-model.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** What the scam model makes of one message. */
export interface ScamJudgement {
  readonly level: 'none' | NoticeLevel;
  /** 0–1; 0 where the gate for short texts or the script gave no verdict. */
  readonly score: number;
  readonly lang: string;
  readonly facts: ScamFacts;
  readonly features: Readonly<Record<string, number>>;
  /** What of the message the model could not judge. */
  readonly degraded: readonly Degraded[];
}

/** Judges the message that the kernel has just read. */
export type ScamCheck = (kernel: TextKernel) => ScamJudgement;

const NO_FACTS: ScamFacts = { hasLink: false, hasLongNumber: false, cues: [], family: null };

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    return (current) => {
      const judged = scoreScam(current, model);
      const level = scamLevel(judged.score, model.points);
      return {
        level, score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged),
        // Cues and family are looked for only after the model fires: alone they are not evidence (scam-data.md §6).
        facts: level === 'none' ? NO_FACTS : factsOf(current, judged),
      };
    };
  } catch (error) {
    if (isSafetyError(error) && error.code === 'model-invalid') return undefined;
    throw error;
  }
}

function factsOf(kernel: TextKernel, judged: ScamScore): ScamFacts {
  const { reasons, family } = readCues(scoredText(kernel));
  return { hasLink: judged.hasLink, hasLongNumber: judged.hasLongNumber, cues: reasons, family };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
