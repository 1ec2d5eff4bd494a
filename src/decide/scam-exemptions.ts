import type { ReasonCode } from '../contract/verdict.ts';
import type { ScamFacts } from './scam-notice.ts';

/** What somebody who took a friend's account over asks that friend's contacts for. */
export const HIJACKER_ASKS: readonly ReasonCode[] = ['asks-for-money', 'asks-for-code', 'asks-for-secret', 'gift-cards'];

/** Of a row of the delivery table: everything may be told of this sender, nothing, or only that somebody else may be writing from their account. */
export type MayTell = boolean | 'hijacked';

/**
 * Whether a sender of this row may be the reason for a scam notice. People one knows are exempt, but for what a hijacked account writes: the family
 * `relative` that asks for money or a code. The person themselves, and whom they blocked, never.
 */
export function mayTellScam(mayNotice: MayTell, { family, cues }: Pick<ScamFacts, 'family' | 'cues'>): boolean {
  return mayNotice === true || (mayNotice === 'hijacked' && family === 'relative' && cues.some((cue) => HIJACKER_ASKS.includes(cue)));
}
