import type { DeliveryRow } from '../contract/delivery-table.ts';
import type { ScreenItem } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { ScamSaid } from '../contract/notices.ts';
import type { FoundParts } from '../contract/text-cues.ts';
import type { Degraded } from '../contract/verdict.ts';
import { cuesOf } from '../decide/conversation.ts';
import { toldLevel } from '../decide/scam-exemptions.ts';
import { scamLevel, settledLevel } from '../decide/scam-notice.ts';
import { cueParts, loadScamModel, scoreScam, type ScamModel, type ScamScore } from '../score/scam-model.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { ReadSurface, ReadSurfaces } from './surfaces.ts';

/** What the scam model makes of one message. */
export interface ScamJudgement {
  /** By itself, and what it says to those after it. Its facts are told only with a notice: alone they are not evidence (scam-data.md §6). */
  readonly said: ScamSaid;
  /** 0–1; 0 where the gate for short texts or the language gave no verdict. */
  readonly score: number;
  readonly lang: string;
  readonly features: Readonly<Record<string, number>>;
  /** What of the message the model could not judge. */
  readonly degraded: readonly Degraded[];
  /** Where they are looked for. */
  readonly cues?: FoundParts | undefined;
}

/** With what a host's own model says of it, in place of this one's score and points (docs/onnx.md). */
export type Judging = Pick<ScreenItem, 'hosted' | 'row' | 'cues'>;

/** Judges the message that the kernel has just read. */
export type ScamCheck = (kernel: TextKernel, item: Judging, surfaces: ReadSurfaces['surfaces']) => ScamJudgement;

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    return (current, { hosted, row: { mayNotice }, cues }, surfaces) => {
      const judged = Object.assign(scoreScam(current, model), hosted);
      const fired = scamLevel(judged.score, judged.points);
      const facts = factsOf(judged, model, surfaces, mayNotice);
      const level = toldLevel(fired === 'none' ? fired : settledLevel(fired, facts), mayNotice, { ...facts, tables: model });
      // Made for our own model's scores; with a host's each message is judged by itself. Of whom one knows nothing is kept.
      const alone = !!hosted || mayNotice !== true;
      return {
        score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged), cues: cues ? cueParts(current) : undefined,
        said: { level, alone, cues: alone || !model.thread ? [] : cuesOf(judged, model.thread), facts },
      };
    };
  } catch {
    return undefined;
  }
}

/** The kernel reads every digit as 0, so a concept that is a number ("112") stands in any number: that is no reason. */
const NO_WORD = /^[\s!-@\u0660-\u066a\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u1040-\u1049]*$/;

function factsOf({ hasLink, hasLongNumber, family, concepts }: ScamScore, tables: ScamModel, surfaces: ReadSurfaces['surfaces'], mayNotice: DeliveryRow['mayNotice']): ScamSaid['facts'] {
  const found = concepts.flatMap(({ concept, segment, start, end }) => {
    const reason = tables.reasons[concept];
    const { name, text } = surfaces[segment] as ReadSurface;
    return reason && !NO_WORD.test(text.slice(start, end)) ? [{ concept, words: { reason, surface: name, start, end } }] : [];
  });
  const where = found.map(({ words }) => words);
  // In the order of the concepts, whatever the order of the words.
  const cues = [...new Set([...found].sort((a, b) => a.concept - b.concept).map(({ words }) => words.reason))];
  return { hasLink, hasLongNumber, cues, family, where: where.slice(0, LIMITS.noticeWords), isContact: mayNotice !== true };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
