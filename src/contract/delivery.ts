import type { Context, Direction, Relationship } from './message.ts';
import { normaliseContext } from './normalise-context.ts';
import type { Delivery, Notify } from './verdict.ts';

export interface DeliveryRow {
  readonly delivery: Delivery;
  readonly notify: Notify;
  /** Links inert and media covered, where the person has that switched on. */
  readonly careful: boolean;
  /** A notice about this sender may be shown at all. */
  readonly mayNotice: boolean;
}

/** Where a message belongs, by who sent it. Hidden words come after this table and only ever make it stricter. */
export const DELIVERY: Readonly<Record<Relationship, DeliveryRow>> = {
  self:       { delivery: 'chats',    notify: 'normal', careful: false, mayNotice: false },
  contact:    { delivery: 'chats',    notify: 'normal', careful: false, mayNotice: false },
  connected:  { delivery: 'chats',    notify: 'normal', careful: false, mayNotice: false },
  accepted:   { delivery: 'chats',    notify: 'normal', careful: false, mayNotice: true },
  stranger:   { delivery: 'requests', notify: 'silent', careful: true,  mayNotice: true },
  restricted: { delivery: 'requests', notify: 'silent', careful: true,  mayNotice: true },
  blocked:    { delivery: 'denied',   notify: 'none',   careful: true,  mayNotice: false },
};

/** What the person wrote on another device: theirs to keep, nothing to announce. */
const OWN: DeliveryRow = { delivery: 'chats', notify: 'none', careful: false, mayNotice: false };

/**
 * The one row for a message. A group one was added to by somebody one does not know is a request, whoever writes
 * in it; a blocked sender stays denied there. Pure, never throws: without a usable context the sender is a stranger.
 */
export function deliver(context: Context | undefined, message: { readonly direction: Direction }): DeliveryRow {
  if (message.direction === 'outgoing') return OWN;
  const { relationship, addedBy } = normaliseContext(context);
  const row = DELIVERY[relationship];
  if (addedBy === undefined || row.delivery !== 'chats' || relationship === 'self') return row;
  const group = DELIVERY[addedBy];
  return group.careful ? { ...DELIVERY.stranger, mayNotice: row.mayNotice } : row;
}
