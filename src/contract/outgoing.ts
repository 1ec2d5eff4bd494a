import { DELIVERY } from './delivery-table.ts';
import type { Forwarded, ForwardReview } from './forwarding.ts';
import type { AgeBand, Context, Message } from './message.ts';
import { isPair, normaliseContext } from './normalise-context.ts';
import type { Degraded } from './verdict.ts';

/** Why a message is not to be sent. Codes are only ever added; the words live in catalogues. */
export type OutgoingReason =
  /** To a child or teen whom the writer is not connected to; the writer is an adult, or of an age nobody knows. */
  | 'minor-not-connected'
  /** A child's first message to somebody who is not known to be a minor and whom they are not connected to. */
  | 'child-not-connected';

/**
 * What a text looks to give away: a telephone number, a place where the person can be found at home (a street with a house, a block, a
 * postcode; a town alone is none), or which school they go to.
 */
export type TextNudge = 'phone' | 'address' | 'school';

/** What the engine reads of such a text: that, or whether it is a wish, and whether it says more than one (src/decide/greetings.ts). */
export type TextFinding = TextNudge | 'wish' | 'more';

/**
 * What to ask a person to think about before they send. `limited`: the service has limited their own account and this is a first
 * message; show the same help to everybody who is. Codes are only ever added.
 */
export type OutgoingNudge = TextNudge | 'limited';

export interface ReviewOptions {
  /** The message is passed on: what is known of it as it came (docs/forwarding.md). Then `forward` stands in the answer. Its text is read only where it may be a wish that many pass on. */
  readonly forwarded?: Forwarded;
}

/** The answer of `reviewOutgoing`. Data only; nothing of the text. */
export interface OutgoingReview {
  readonly allowed: boolean;
  /** Empty where it is allowed. */
  readonly why: readonly OutgoingReason[];
  /** In the order of `OutgoingNudge`. Nothing is held back: ask, and send where the person says so. */
  readonly nudges: readonly OutgoingNudge[];
  /** Of a message that is passed on, where it may be sent at all and `settings.outgoing.forwards` is not off. */
  readonly forward?: ForwardReview;
  /** Empty: what was to be read was read. Else `nudges` says less than it could, or `forward` takes a wish for any other text, with the code: no worker, no table, a text too long. */
  readonly degraded: readonly Degraded[];
}

/** What a message gives away by what it is, whatever it says. */
export const KIND_NUDGES: Readonly<Partial<Record<Message['kind'], TextNudge>>> = { location: 'address', contact: 'phone' };

const isMinor = (age: AgeBand): boolean => age === 'child' || age === 'teen';

/**
 * The check before sending, by the writer's and the receiver's age and what connects them; the table is `CAPABILITIES`. Grown
 * people may write to one whose age is not known: the receiver's own device decides. What is written in a group starts no
 * chat; ask once for every person before they are added to one. A group of two, the person with them, is a chat. Pure, never throws on plain data.
 */
export function reviewContext(context: Context | undefined): OutgoingReview {
  const { relationship, me, peer } = normaliseContext(context);
  const first = (context?.conversation?.kind !== 'group' || isPair(context)) && DELIVERY[relationship].careful;
  const why = first && isMinor(peer) && !isMinor(me) ? ['minor-not-connected' as const]
    : first && me === 'child' && !isMinor(peer) ? ['child-not-connected' as const] : [];
  return { allowed: why.length === 0, why, nudges: first && context?.me?.hint === 'limited' ? ['limited'] : [], degraded: [] };
}

/** Whether a text to this receiver is read for what it gives away: of all but adults, to people they are not connected to, in groups too. */
export function mayNudge(context: Context | undefined): boolean {
  const { relationship, me } = normaliseContext(context);
  return me !== 'adult' && DELIVERY[relationship].careful;
}
