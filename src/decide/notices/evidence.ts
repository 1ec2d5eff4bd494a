import type { ReasonCode } from '../../contract/verdict.ts';
import type { EvidenceGroup } from './candidate.ts';

/** What a message asks of its reader. Other reasons are its words: what it is about, and how it presses. */
const ASKS: readonly ReasonCode[] = [
  'asks-for-code', 'asks-for-secret', 'asks-for-papers', 'asks-for-money', 'asks-for-deposit', 'asks-to-install', 'asks-to-scan', 'asks-to-call', 'gift-cards',
  'keep-secret', 'other-app',
];

/** Groups of evidence of a scam notice, by the reasons that the message itself names. */
export function scamGroups(cues: readonly ReasonCode[]): readonly EvidenceGroup[] {
  return cues.some((cue) => ASKS.includes(cue)) ? ['words', 'ask'] : ['words'];
}
