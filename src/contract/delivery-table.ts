import type { AgeBand, Relationship } from './message.ts';
import type { Reach, Source } from './settings.ts';
import type { Notify } from './verdict.ts';

export interface DeliveryRow {
  readonly delivery: Reach;
  readonly notify: Notify;
  /** Links inert and media covered, where the person has that switched on. */
  readonly careful: boolean;
  /** A notice about this sender may be shown at all; `hijacked`: only that somebody else may be writing from their account. */
  readonly mayNotice: boolean | 'hijacked';
  /** Counts among the strangers that many may be of, and whose names may look like blocked ones. */
  readonly isStranger: boolean;
}

/** How loud it may be there. */
export const NOTIFY: Readonly<Record<Reach, Notify>> = { chats: 'normal', requests: 'silent', denied: 'none' };

const row = (delivery: Reach, careful: boolean, mayNotice: DeliveryRow['mayNotice'], isStranger = false): DeliveryRow => (
  { delivery, notify: NOTIFY[delivery], careful, mayNotice, isStranger });

/** Where a message belongs, by who sent it. Hidden words come after this table and only ever make it stricter. */
export const DELIVERY: Readonly<Record<Relationship, DeliveryRow>> = {
  //                          careful  mayNotice  isStranger
  self:       row('chats',    false,   false),
  contact:    row('chats',    false,   'hijacked'),
  connected:  row('chats',    false,   false),
  accepted:   row('chats',    false,   true),
  stranger:   row('requests', true,    true,      true),
  restricted: row('requests', true,    true),
  blocked:    row('denied',   true,    false),
};

/** To be added to a group by somebody unknown is a request at every age. */
const reach = (mutual: Reach, strangers: Reach): Readonly<Record<Source, Reach>> => (
  { connected: 'chats', mutual, strangers, groups: 'requests' });
const TEEN = reach('requests', 'denied');

/** Where first messages go unless the person chose otherwise. An age that is not known is treated as a teen's. */
export const USUAL_REACH: Readonly<Record<AgeBand, Readonly<Record<Source, Reach>>>> = {
  //           mutual      strangers
  adult: reach('requests', 'requests'),
  teen: TEEN,
  unknown: TEEN,
  child: reach('denied',   'denied'),
};
