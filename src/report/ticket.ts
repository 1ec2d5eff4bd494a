import { SafetyError } from '../contract/errors.ts';
import type { SealedFacts } from '../contract/report-seal.ts';
import { canonicalJson } from './canonical.ts';
import type { Receipt } from './receipt.ts';

const HOUR_MS = 3_600_000;
/** After these without an answer the person is told, once each: what the groups of 2018 asked a company to hold itself to. */
export const NUDGE_HOURS = [24, 48] as const;
export type NudgeHours = (typeof NUDGE_HOURS)[number];

/** A receipt as a ticket keeps it. `partner`: the local partner's; each recipient numbers by itself. */
export type TicketReceipt = Receipt & { readonly to?: 'partner' };

/** What a device remembers of a report that left. No text, no names. */
export interface Ticket {
  readonly facts: SealedFacts;
  readonly sentAt: number;
  /** Rising by number, those of both recipients (`to`). */
  readonly receipts: readonly TicketReceipt[];
  /** Nudges that the person saw. */
  readonly nudged: readonly NudgeHours[];
  /** Reports that pressed for an answer to this one, and when each left. */
  readonly escalatedBy: readonly Escalation[];
}

export interface Escalation {
  readonly reportId: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}

export interface TicketStatus {
  readonly stage: 'sent' | 'received' | 'in-review' | 'final';
  /** Whole hours since it was sent, until the final answer. A clock set back counts as none. */
  readonly hours: number;
  /** To show now; `ticketNudged` when it was seen. */
  readonly nudge: NudgeHours | undefined;
  /** 48 hours without a final answer, and 24 since somebody last asked for one: offer to ask (`inward/report/press`). */
  readonly mayEscalate: boolean;
  /** From when on, milliseconds since 1970, so that a screen can say why not yet; `undefined` after the final answer. A clock set back waits as long again. */
  readonly mayEscalateAt: number | undefined;
  /** When to look again, milliseconds since 1970; `undefined` when there is nothing to wait for. */
  readonly lookAt: number | undefined;
  readonly answer: Receipt | undefined;
}

/** The ticket of a report that left. @param sentAt milliseconds since 1970, by the sending device: its 24 and 48 hours run from then */
export function openTicket(facts: SealedFacts, sentAt: number): Ticket {
  return { facts, sentAt, receipts: [], nudged: [], escalatedBy: [] };
}

/** By the moderators' receipts: a partner's closes no clock, and stands in `ticket.receipts`. Pure: the clock comes in. */
export function ticketStatus(ticket: Ticket, now: number): TicketStatus {
  const latest = ticket.receipts.filter(({ to }) => !to).at(-1);
  const stage = latest?.status ?? 'sent';
  const until = stage === 'final' && latest !== undefined ? latest.at : now;
  const hours = Math.max(0, Math.floor((until - ticket.sentAt) / HOUR_MS));
  if (stage === 'final') return { stage, hours, nudge: undefined, mayEscalate: false, mayEscalateAt: undefined, lookAt: undefined, answer: latest };
  // The later one says all that the earlier would.
  const due = NUDGE_HOURS.filter((after) => hours >= after).at(-1);
  const next = NUDGE_HOURS.find((after) => hours < after);
  const mayEscalateAt = Math.max(ticket.sentAt + 48 * HOUR_MS, ...ticket.escalatedBy.map(({ sentAt }) => sentAt + 24 * HOUR_MS));
  return {
    stage, hours, answer: undefined,
    nudge: due !== undefined && !ticket.nudged.includes(due) ? due : undefined,
    mayEscalate: now >= mayEscalateAt, mayEscalateAt,
    lookAt: next === undefined ? undefined : ticket.sentAt + next * HOUR_MS,
  };
}

/** The ticket with a nudge that was shown, so that each is shown once. */
export function ticketNudged(ticket: Ticket, nudge: NudgeHours): Ticket {
  return { ...ticket, nudged: [...new Set([...ticket.nudged, nudge])] };
}

/**
 * Takes a receipt in, after `checkReceipt`. One that is there already changes nothing; an older one takes its place in the order. A later number may open a
 * final answer again: an appeal does.
 * @param to who signed it @throws {SafetyError} receipt-forged: of another report; receipt-conflict: another one of theirs has this number
 */
export function ticketWithReceipt(ticket: Ticket, signed: Receipt, to?: 'moderator' | 'partner'): Ticket {
  const receipt: TicketReceipt = to === 'partner' ? { ...signed, to } : signed;
  if (receipt.reportId !== ticket.facts.reportId) throw new SafetyError('receipt-forged', 'It is of another report.');
  const there = ticket.receipts.find((one) => one.number === receipt.number && one.to === receipt.to);
  if (there === undefined) return { ...ticket, receipts: [...ticket.receipts, receipt].sort((a, b) => a.number - b.number) };
  if (canonicalJson(there) === canonicalJson(receipt)) return ticket;
  throw new SafetyError('receipt-conflict', 'Two receipts have one number.');
}
