import { CUES, type CueGroup } from './cues.ts';
import { SCAM_ACTIONS, SCAM_ADVICE } from './scam-advice.ts';
import { SCAM_REASONS } from './scam-reasons.ts';

/** What a scam notice is made with, as JSON behind the model in `scam.bin`: the worker's file holds none of it. */
export interface ScamTables {
  /** A phrase with the spaces that stand around it in a text whose words are parted by one; none at its end where it may go on. */
  readonly cues: readonly (Omit<CueGroup, 'phrases'> & { readonly phrases: readonly string[] })[];
  /** By concept; for the kernel that finds them. */
  readonly reasons: typeof SCAM_REASONS;
  readonly advice: typeof SCAM_ADVICE;
  readonly actions: typeof SCAM_ACTIONS;
}

/** ASCII only: the worker reads a byte as a character. */
export const SCAM_TABLES: ScamTables = {
  cues: CUES.map(({ phrases, ...group }) => ({ ...group, phrases: phrases.split(',').map((phrase) => ` ${phrase} `.replace('* ', '')) })),
  reasons: SCAM_REASONS, advice: SCAM_ADVICE, actions: SCAM_ACTIONS,
};
