import { DELIVERY, NOTIFY, USUAL_REACH, type DeliveryRow } from './delivery-table.ts';
import type { Context, Direction } from './message.ts';
import { isPair, normaliseContext } from './normalise-context.ts';
import type { Reach, Source } from './settings.ts';

/** The part of `Settings` that says who may reach the person. */
export interface DeliveryChoices {
  readonly requests: { readonly from?: Readonly<Partial<Record<Source, Reach>>> };
}

/** What the person wrote on another device: theirs to keep, nothing to announce. */
const OWN: DeliveryRow = { delivery: 'chats', notify: 'none', careful: false, mayNotice: false, isStranger: false };

/**
 * The one row for a message. Pure, never throws on plain data: without a usable context the sender is a stranger.
 *
 * 1. `blocked` is denied, `restricted` a request; contacts, people one accepted and oneself are chats.
 * 2. For everybody else the person's choice decides, by `Source`; where they made none, `USUAL_REACH` of their age.
 * 3. An adult whom a possible minor is not connected to is denied, whatever was chosen. An unknown age is a possible minor's.
 * 4. In a group that somebody one knows added one to, nobody is denied by 2 or 3: their messages are requests. They started
 *    no chat, and a conversation with holes in it helps nobody. A group of two is a chat, and there is no such mercy in it.
 * 5. A group that somebody unknown added one to is what the person chose for such groups, whoever writes in it; where the
 *    sender's own row is stricter, that. Whom one knows is not lost by it: where such groups are denied, theirs are requests.
 */
export function deliver(
  context: Context | undefined, message: { readonly direction: Direction }, settings?: DeliveryChoices,
): DeliveryRow {
  if (message.direction === 'outgoing') return OWN;
  const { relationship, addedBy, me, peer, mutual } = normaliseContext(context);
  const row = DELIVERY[relationship];
  const chosen = (source: Source): Reach => settings?.requests.from?.[source] ?? USUAL_REACH[me][source];
  const known = relationship === 'stranger' ? mutual ? 'mutual' : 'strangers' : relationship === 'connected' && relationship;
  let delivery = relationship === 'stranger' && peer === 'adult' && me !== 'adult' ? 'denied' : known ? chosen(known) : row.delivery;
  if (addedBy !== undefined && relationship !== 'self') {
    // Whom one keeps at a distance cannot bring people closer than a request.
    if (DELIVERY[addedBy].careful) {
      const group = chosen('groups');
      delivery = strictest(delivery, group === 'denied' && !row.careful ? 'requests' : group, addedBy === 'stranger' ? 'chats' : 'requests');
    } else if (known && delivery === 'denied' && !isPair(context)) delivery = 'requests';
  }
  return { ...row, delivery, notify: NOTIFY[delivery], careful: row.careful || delivery !== 'chats' };
}

function strictest(...all: readonly Reach[]): Reach {
  return (['denied', 'requests'] as const).find((one) => all.includes(one)) ?? 'chats';
}
