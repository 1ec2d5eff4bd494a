import { deliver, type DeliveryChoices } from './delivery.ts';
import type { Context, Relationship } from './message.ts';
import { normaliseContext } from './normalise-context.ts';
import type { Delivery } from './verdict.ts';

/** What an app may tell a sender about the person. `true`: as the person's own choice in the app says. `false`: not at all. */
export interface Signals {
  /** It arrived. Without it a sender would see that they were restricted. */
  readonly delivered: boolean;
  /** The person has seen it. */
  readonly read: boolean;
  readonly typing: boolean;
  /** Online, last seen. */
  readonly presence: boolean;
}

const signals = (delivered: boolean, read: boolean, typing: boolean, presence: boolean): Signals => ({ delivered, read, typing, presence });
const ALL = signals(true, true, true, true);
/** What somebody sees whose request was not opened. */
const UNOPENED = signals(true, false, false, false);
const NONE = signals(false, false, false, false);

/** By who they are. Restricted and not yet accepted are one row: nobody can tell the one from the other. */
export const SIGNALS: Readonly<Record<Relationship, Signals>> = {
  self: ALL, contact: ALL, connected: ALL, accepted: ALL, stranger: UNOPENED, restricted: UNOPENED, blocked: NONE,
};

/** By where the message went; only where both say so is a signal sent. Of what was hidden the person has seen nothing. */
export const SIGNALS_OF_DELIVERY: Readonly<Record<Delivery, Signals>> = {
  //                delivered  read   typing  presence
  chats: ALL,
  requests: UNOPENED,
  hidden: signals(true,      false, true,   true),
  denied: NONE,
};

/**
 * What to tell the sender of a message. Pure, never throws on plain data: without a usable context they are a stranger.
 * @param delivery of the verdict; without it, where a message in this context would go
 * @param settings for that; without them, as is usual for the person's age
 */
export function signalsFor(context: Context | undefined, delivery?: Delivery, settings?: DeliveryChoices): Signals {
  const { relationship } = normaliseContext(context);
  const [by, of] = [SIGNALS[relationship], SIGNALS_OF_DELIVERY[delivery ?? deliver(context, { direction: 'incoming' }, settings).delivery]];
  return signals(by.delivered && of.delivered, by.read && of.read, by.typing && of.typing, by.presence && of.presence);
}
