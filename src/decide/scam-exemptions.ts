import type { DeliveryRow } from '../contract/delivery-table.ts';
import type { NoticeLevel, ReasonCode, ScamFamily } from '../contract/verdict.ts';
import type { ScamFacts } from './scam-notice.ts';

/** What the message of somebody who took a friend's account over reads like, and what it asks that friend's contacts for. */
export const HIJACKED: readonly (ScamFamily | ReasonCode)[] = ['relative', 'payment', 'asks-for-money', 'asks-for-code', 'asks-for-secret', 'gift-cards'];

/**
 * Which notice a sender of this row may be the reason for. People one knows are exempt, but for what a hijacked account writes: it asks for money, a code
 * or a gift card, and resembles such scams for certain; then a tip. The person themselves, and whom they blocked, never.
 */
export function toldLevel(
  level: 'none' | NoticeLevel, mayNotice: DeliveryRow['mayNotice'], { family, cues, tables: { hijacked } }: Pick<ScamFacts, 'family' | 'cues' | 'tables'>,
): 'none' | NoticeLevel {
  if (mayNotice === true) return level;
  const has = (what: string | null): boolean => (hijacked as readonly (string | null)[]).includes(what);
  return mayNotice && level === 'strong' && has(family) && cues.some(has) ? 'tip' : 'none';
}
