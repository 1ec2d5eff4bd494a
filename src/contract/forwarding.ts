import type { Notice, NoticeKind, ReasonCode } from './verdict.ts';

/** How far a message may be passed on at once (research/signals.md §4: limits of five chats, then one, cut forwards by some 25 % and 70 %). */
export const FORWARD = {
  /** Chats at once. */
  chats: 5,
  /** Of a message that came by `hops` and more. */
  chatsOfOften: 1,
  /** Where the counter inside the encrypted message saturates; as `CHAIN_RULE.hops`. */
  hops: 5,
  /** UTF-16 units of a text that may be a wish: longer ones say more. */
  wishUnits: 300,
} as const;

/** What the host knows of a message that the person is about to pass on. Data only; everything may be left out. */
export interface Forwarded {
  /**
   * The counter that it came with, inside the encrypted message. Whoever passed it on can have lowered it: at least so many. What is no number of zero
   * and more counts as 0, for it was written on another person's device.
   */
  readonly hops?: number | undefined;
  /** Those of its verdict, with their reasons: by them a chain letter that goes round is told from a message that only came by many hops. */
  readonly notices?: readonly ForwardedNotice[];
  /** What the person did: `reported`, they sent a report of it; `harmful`, they marked it as harmful in the app. */
  readonly marked?: ForwardMark | undefined;
}

export type ForwardedNotice = Pick<Notice, 'kind'> & Partial<Pick<Notice, 'reasons'>>;

export type ForwardMark = 'reported' | 'harmful';

/**
 * Why there is a pause. `scam`: a notice of that kind; `chain`: one of that kind, unless its reasons name the hop counter and no copies; `often`: it came by `FORWARD.hops` and more, or such a notice says so.
 * Codes are only ever added.
 */
export type ForwardReason = ForwardMark | 'scam' | 'chain' | 'often';

/**
 * What to show: `report-it`, "report it, don't share it", for what the person or a notice marked harmful; `check-first`, whether one knows that it is true; `greeting`, a wish that many
 * pass on, in neutral words.
 */
export type ForwardCard = 'report-it' | 'check-first' | 'greeting';

export type ForwardAction = 'check-first' | 'report' | 'delete' | 'send-anyway';

export interface ForwardReview {
  /** Absent: no pause, send it. */
  readonly card?: ForwardCard;
  /** In the order of `ForwardReason`; empty without a card. */
  readonly because: readonly ForwardReason[];
  /** The first one biggest; empty without a card. `send-anyway` is always among them. */
  readonly actions: readonly ForwardAction[];
  /** Chats it may go to at once, 5 or 1. The app's picker holds it: nobody else knows the chats. */
  readonly mostChats: number;
}

const ACTIONS: Readonly<Record<ForwardCard, readonly ForwardAction[]>> = {
  'report-it': ['report', 'delete', 'check-first', 'send-anyway'],
  'check-first': ['check-first', 'report', 'delete', 'send-anyway'],
  // The same choices: something else may stand behind a wish.
  'greeting': ['send-anyway', 'delete', 'check-first', 'report'],
};
/** Kinds of notices that speak of what a message says; the others speak of who sent it. */
const OF_CONTENT: readonly NoticeKind[] = ['scam', 'chain'];
/** By which notices of kind `chain` are told apart. */
const COPIES: ReasonCode = 'several-copies';
const HOPS: ReasonCode = 'passed-on-often';
/** More of them are not looked at; a message has one. */
const NOTICES_MAX = 16;

/** A hop counter as it is counted: a whole number from 0 to `FORWARD.hops`. */
export function plainHops(hops: unknown): number {
  return typeof hops === 'number' && hops > 0 ? Math.min(Math.floor(hops), FORWARD.hops) : 0;
}

/** What to write into the encrypted message (`forwardHops`) that passes one on which came with `hops`: one more, at most `FORWARD.hops`. Never throws; what is no count is 0. */
export function nextHops(hops?: unknown): number {
  return Math.min(plainHops(hops) + 1, FORWARD.hops);
}

/** Chats that a message may go to at once, which came with `hops`. The same for everybody and everything. */
export function forwardLimit(hops?: unknown): number {
  return plainHops(hops) < FORWARD.hops ? FORWARD.chats : FORWARD.chatsOfOften;
}

/** The fields that are known, each read once. @throws {TypeError} not of the documented types */
export function plainForwarded(value: unknown): Forwarded {
  const wrong = (at: string): TypeError => new TypeError(`"forwarded${at}" is not of the documented type.`);
  if (typeof value !== 'object' || value === null) throw wrong('');
  const { hops, notices = [], marked } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(notices)) throw wrong('.notices');
  if (marked !== undefined && marked !== 'reported' && marked !== 'harmful') throw wrong('.marked');
  return {
    hops: plainHops(hops), ...marked === undefined ? {} : { marked },
    // Kinds of a newer version say nothing here.
    notices: notices.slice(0, NOTICES_MAX).flatMap((one: unknown) => {
      const { kind, reasons } = (one ?? {}) as { readonly kind?: unknown; readonly reasons?: unknown };
      const told = Array.isArray(reasons) ? [COPIES, HOPS].filter((code) => reasons.includes(code)) : [];
      return OF_CONTENT.filter((known) => known === kind).map((known) => ({ kind: known, ...told.length === 0 ? {} : { reasons: told } }));
    }),
  };
}

/**
 * The pause before a message is passed on. Pure, never throws on plain data. O(notices).
 * @param isWish it is a wish, and says nothing more (src/decide/greetings.ts)
 */
export function reviewForward({ hops, notices = [], marked }: Forwarded, isWish = false): ForwardReview {
  const isScam = notices.some(({ kind }) => kind === 'scam');
  const chains = notices.flatMap(({ kind, reasons = [] }) => (kind === 'chain' ? [reasons] : []));
  const isOften = plainHops(hops) >= FORWARD.hops || chains.some((reasons) => reasons.includes(HOPS));
  // By the counter alone nobody knows that the same text goes round.
  const goesRound = chains.some((reasons) => reasons.includes(COPIES) || !reasons.includes(HOPS));
  const because: readonly ForwardReason[] = [
    ...marked === undefined ? [] : [marked], ...isScam ? ['scam' as const] : [], ...goesRound ? ['chain' as const] : [], ...isOften ? ['often' as const] : [],
  ];
  const mostChats = forwardLimit(hops);
  if (because.length === 0) return { because, actions: [], mostChats };
  const card = marked !== undefined || isScam ? 'report-it' : isWish ? 'greeting' : 'check-first';
  // It is reported already.
  return { card, because, actions: ACTIONS[card].filter((action) => action !== 'report' || marked !== 'reported'), mostChats };
}
