import type { Degraded, NoticeLevel } from '../contract/verdict.ts';
import type { ScamFacts } from '../decide/scam-notice.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { ReadSurface } from './surfaces.ts';

/** What the scam model makes of one message. */
export interface ScamJudgement {
  readonly level: 'none' | NoticeLevel;
  /** 0–1; 0 where the gate for short texts gave no verdict. */
  readonly score: number;
  readonly lang: string;
  readonly facts: ScamFacts;
  readonly features: Readonly<Record<string, number>>;
  /** The model could not judge this message. */
  readonly degraded?: Degraded;
}

/** Judges the message that the kernel has just read. @param units of `ReadReport` */
export type ScamCheck = (kernel: TextKernel, units: number, surfaces: readonly ReadSurface[]) => ScamJudgement;

/** `undefined` for a model that the kernel refuses. */
export function loadScamCheck(_kernel: TextKernel, _model: ArrayBuffer): ScamCheck | undefined {
  return undefined;
}
