import type { Urgency } from '../contract/report-categories.ts';
import type { Report } from '../contract/report.ts';
import type { CaseSketch, CheckedCopies } from './check-copies.ts';
import type { VerifiedMessage } from './verify-messages.ts';

/** What figures need of one opened report. No texts; names of accounts, which a service blinds before it keeps them. */
export interface OpenedCase {
  readonly reportId: string;
  /** When it arrived, by the service's clock, milliseconds since 1970. */
  readonly receivedAt: number;
  readonly language: string;
  readonly urgency: Urgency;
  readonly reporter?: string;
  /** The first account beside the reporter's that a message is proven of. What the reporter says of others is their word. */
  readonly account?: string;
  /** Of the terms that it was sent under: sketches are compared with those under the same. */
  readonly policy: string;
  readonly sketches: readonly CaseSketch[];
  /** When the server had the first message that is proven of that account. */
  readonly firstSentAt?: number;
}

/** @param copies as `checkCopies` says; without it nothing is counted as a copy */
export function caseOf(
  { id, policy, writing, urgency }: Report, messages: readonly VerifiedMessage[],
  { receivedAt, reporter, copies }: { readonly receivedAt: number; readonly reporter?: string | undefined; readonly copies?: Pick<CheckedCopies, 'sketches'> | undefined },
): OpenedCase {
  const proven = messages.flatMap((one) => (one.state === 'verified' || one.state === 'closed' ? [one.franking.context] : [])).filter(({ senderId }) => senderId !== reporter);
  const account = proven[0]?.senderId;
  const sent = proven.filter(({ senderId }) => senderId === account).map((one) => one.receivedAt);
  return {
    reportId: id, receivedAt, language: writing.language, urgency, ...reporter === undefined ? {} : { reporter }, ...account === undefined ? {} : { account },
    policy, sketches: copies?.sketches ?? [], ...sent.length === 0 ? {} : { firstSentAt: Math.min(...sent) },
  };
}
