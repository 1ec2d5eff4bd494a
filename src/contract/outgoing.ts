import { DELIVERY } from './delivery-table.ts';
import type { AgeBand, Context } from './message.ts';
import { normaliseContext } from './normalise-context.ts';

/** Why a message is not to be sent. Codes are only ever added; the words live in catalogues. */
export type OutgoingReason =
  /** To a child or teen whom the writer is not connected to; the writer is an adult, or of an age nobody knows. */
  | 'minor-not-connected'
  /** A child's first message to somebody who is not known to be a minor and whom they are not connected to. */
  | 'child-not-connected';

/**
 * What to ask a person to think about before they send. `limited`: the service has limited their own account and this is a first
 * message; show the same help to everybody who is. Codes are only ever added.
 */
export type OutgoingNudge = 'phone' | 'address' | 'school' | 'limited';

/** The answer of `reviewOutgoing`. Data only. */
export interface OutgoingReview {
  readonly allowed: boolean;
  /** Empty where it is allowed. */
  readonly why: readonly OutgoingReason[];
  /** Nothing reads the text yet: none of what would stand in it. */
  readonly nudges: readonly OutgoingNudge[];
}

const isMinor = (age: AgeBand): boolean => age === 'child' || age === 'teen';

/**
 * The check before sending, by the writer's and the receiver's age and what connects them; the table is `CAPABILITIES`. Grown
 * people may write to one whose age is not known: the receiver's own device decides. What is written in a group starts no
 * chat; ask once for every person before they are added to one. Pure, never throws on plain data.
 */
export function reviewContext(context: Context | undefined): OutgoingReview {
  const { relationship, me, peer } = normaliseContext(context);
  const first = context?.conversation?.kind !== 'group' && DELIVERY[relationship].careful;
  const why = first && isMinor(peer) && !isMinor(me) ? ['minor-not-connected' as const]
    : first && me === 'child' && !isMinor(peer) ? ['child-not-connected' as const] : [];
  return { allowed: why.length === 0, why, nudges: first && context?.me?.hint === 'limited' ? ['limited'] : [] };
}
