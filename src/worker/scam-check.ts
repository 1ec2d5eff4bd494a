import type { ScreenItem } from '../contract/engine.ts';
import type { Degraded, NoticeLevel } from '../contract/verdict.ts';
import { scamLevel, settledLevel, type ScamFacts } from '../decide/scam-notice.ts';
import { loadScamModel, scoreScam, type ScamModel, type ScamScore } from '../score/scam-model.ts';
import type { TextKernel } from '../text/text-kernel.ts';

/** What the scam model makes of one message. */
export interface ScamJudgement {
  readonly level: 'none' | NoticeLevel;
  /** 0–1; 0 where the gate for short texts or the language gave no verdict. */
  readonly score: number;
  readonly lang: string;
  /** Absent where the model does not fire. */
  readonly facts: ScamFacts | undefined;
  readonly features: Readonly<Record<string, number>>;
  /** What of the message the model could not judge. */
  readonly degraded: readonly Degraded[];
}

/** With what a host's own model says of it, in place of this one's score and points (docs/onnx.md). */
export type Hosted = Pick<ScreenItem, 'hosted'>;

/** Judges the message that the kernel has just read. */
export type ScamCheck = (kernel: TextKernel, item: Hosted) => ScamJudgement;

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    return (current, { hosted }) => {
      const judged = Object.assign(scoreScam(current, model), hosted);
      const fired = scamLevel(judged.score, judged.points);
      // Concepts and family are told only after the model fires: alone they are not evidence (scam-data.md §6).
      const facts = fired === 'none' ? undefined : factsOf(judged, model);
      return {
        level: facts === undefined ? 'none' : settledLevel(fired, facts),
        score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged), facts,
      };
    };
  } catch {
    return undefined;
  }
}

function factsOf({ hasLink, hasLongNumber, family, concepts }: ScamScore, tables: ScamModel): ScamFacts {
  // In the order of the concepts, whatever the order of the words.
  const found = concepts.map(({ concept }) => concept).sort((a, b) => a - b);
  const cues = [...new Set(found.flatMap((concept) => tables.reasons[concept] ?? []))];
  return { hasLink, hasLongNumber, cues, family, tables };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
