import type { HostScore } from '../contract/host-model.ts';
import type { Degraded, NoticeLevel } from '../contract/verdict.ts';
import type { CueGroup } from '../decide/cues.ts';
import { readCues } from '../decide/scam-families.ts';
import { scamLevel, settledLevel, type ScamFacts } from '../decide/scam-notice.ts';
import { wordsBesideLinks } from '../decide/words-beside-links.ts';
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

/** Judges the message that the kernel has just read. @param hosted another model's score and points in place of its own (docs/onnx.md) */
export type ScamCheck = (kernel: TextKernel, hosted?: HostScore | false) => ScamJudgement;

const NO_FACTS: ScamFacts = { hasLink: false, hasLongNumber: false, cues: [], family: null, words: 0 };

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    const cues = JSON.parse(model.cues) as readonly CueGroup[];
    return (current, hosted) => {
      const judged = { ...model, ...scoreScam(current, model), ...hosted };
      const fired = scamLevel(judged.score, judged.points);
      // Cues and family are looked for only after the model fires: alone they are not evidence (scam-data.md §6).
      const facts = fired === 'none' ? NO_FACTS : factsOf(current, judged, cues);
      return {
        level: fired === 'none' ? fired : settledLevel(fired, facts),
        score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged), facts,
      };
    };
  } catch {
    return undefined;
  }
}

function factsOf(kernel: TextKernel, judged: ScamScore, cues: readonly CueGroup[]): ScamFacts {
  const text = scoredText(kernel);
  const { reasons, family } = readCues(cues, text);
  return { hasLink: judged.hasLink, hasLongNumber: judged.hasLongNumber, cues: reasons, family, words: wordsBesideLinks(text) };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
