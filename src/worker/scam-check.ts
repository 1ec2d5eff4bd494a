import type { DeliveryRow } from '../contract/delivery-table.ts';
import type { ScreenItem } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { ScamSaid } from '../contract/notices.ts';
import type { Degraded } from '../contract/verdict.ts';
import { cuesOf } from '../decide/conversation.ts';
import { toldLevel } from '../decide/scam-exemptions.ts';
import { scamLevel, settledLevel } from '../decide/scam-notice.ts';
import { loadScamModel, scoreScam, type ScamModel, type ScamScore } from '../score/scam-model.ts';
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
}

/** With what a host's own model says of it, in place of this one's score and points (docs/onnx.md). */
export type Judging = Pick<ScreenItem, 'hosted' | 'row'>;

/** Judges the message that the kernel has just read. */
export type ScamCheck = (kernel: TextKernel, item: Judging, surfaces: ReadSurfaces['surfaces']) => ScamJudgement;

/** `undefined` for a model that is damaged, of another form, or made for other tables. */
export function loadScamCheck(kernel: TextKernel, asset: ArrayBuffer): ScamCheck | undefined {
  try {
    const model = loadScamModel(kernel, asset);
    return (current, { hosted, row: { mayNotice } }, surfaces) => {
      const judged = Object.assign(scoreScam(current, model), hosted);
      const fired = scamLevel(judged.score, judged.points);
      const facts = factsOf(judged, model, surfaces, mayNotice);
      const level = toldLevel(fired === 'none' ? fired : settledLevel(fired, facts), mayNotice, { ...facts, tables: model });
      // Made for our own model's scores; with a host's each message is judged by itself. Of whom one knows nothing is kept.
      const alone = !!hosted || mayNotice !== true;
      return {
        score: judged.score, lang: judged.lang, features: judged.dense, degraded: gaps(judged),
        said: { level, alone, cues: alone || !model.thread ? [] : cuesOf(judged, model.thread), facts },
      };
    };
  } catch {
    return undefined;
  }
}

function factsOf({ hasLink, hasLongNumber, family, concepts }: ScamScore, tables: ScamModel, surfaces: ReadSurfaces['surfaces'], mayNotice: DeliveryRow['mayNotice']): ScamSaid['facts'] {
  const where = concepts.flatMap(({ concept, segment, start, end }) => {
    const reason = tables.reasons[concept];
    return reason ? [{ reason, surface: (surfaces[segment] as ReadSurface).name, start, end }] : [];
  });
  // In the order of the concepts, whatever the order of the words.
  const found = concepts.map(({ concept }) => concept).sort((a, b) => a - b);
  const cues = [...new Set(found.flatMap((concept) => tables.reasons[concept] ?? []))];
  return { hasLink, hasLongNumber, cues, family, where: where.slice(0, LIMITS.noticeWords), isContact: mayNotice !== true };
}

function gaps({ gated, covered, cut }: ScamScore): readonly Degraded[] {
  return [
    ...(!gated && !covered ? [{ check: 'scam', code: 'language-uncovered' } as const] : []),
    ...(cut ? [{ check: 'scam', code: 'limit-exceeded' } as const] : []),
  ];
}
