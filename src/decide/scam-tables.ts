import { SCAM_ACTIONS, SCAM_ADVICE } from './scam-advice.ts';
import { HIJACKED } from './scam-exemptions.ts';
import { SCAM_REASONS } from './scam-reasons.ts';

/** What a scam notice is made with, as JSON behind the model in `scam.bin`: the worker's file holds none of it. ASCII only: the worker reads a byte as a character. */
export interface ScamTables {
  /** By name of a concept. In the asset by its number. */
  readonly reasons: typeof SCAM_REASONS;
  readonly advice: typeof SCAM_ADVICE;
  readonly actions: typeof SCAM_ACTIONS;
  readonly hijacked: typeof HIJACKED;
}

export const SCAM_TABLES: ScamTables = { reasons: SCAM_REASONS, advice: SCAM_ADVICE, actions: SCAM_ACTIONS, hijacked: HIJACKED };
