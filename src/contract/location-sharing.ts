import { CAPABILITIES } from './capabilities.ts';
import type { AgeBand } from './message.ts';

/** A location that is being shared. Times in milliseconds since 1970. */
export interface LocationShare {
  readonly since: number;
  /** It ends by itself then. */
  readonly until?: number;
  /** When the person was last reminded of it. */
  readonly remindedAt?: number;
}

export interface LocationStatus {
  /** False: this age shares no location (`CAPABILITIES`). Offer no share, and end one that runs. */
  readonly allowed: boolean;
  /** Send the location on while this is true, and only then. */
  readonly sharing: boolean;
  /** Always where `sharing` is: there is no way to share unseen. Also while a share stands that is not allowed, until it is ended. */
  readonly indicatorVisible: boolean;
  /** Say now who can see the location, and offer to stop; then keep the time as `remindedAt`. */
  readonly reminderDue: boolean;
  /** Ask again then at the latest; `null` where nothing is shared. */
  readonly nextAt: number | null;
}

/** Our choice, not a measurement: once soon, while a shared walk home is over and forgotten; then a few times a day. */
export const LOCATION_FIRST_REMINDER_MS = 60 * 60 * 1000;
export const LOCATION_REMINDER_MS = 4 * 60 * 60 * 1000;

/**
 * What an app that shares a location has to show. Pure: the host keeps the state and brings the time. `undefined`, as everybody
 * starts, is not shared. A reminder is due an hour after the start and every four hours from then on, once for each; several
 * that were missed are one. A clock that was put back, a start that is still to come and a time that is no number can make one
 * too many, never none: such a start is reminded of at once, and every four hours.
 *
 * @param ageBand of the person: a child shares no location. Left out, it is not known.
 */
export function locationSharing(share: LocationShare | undefined, now: number, ageBand: AgeBand = 'unknown'): LocationStatus {
  const allowed = CAPABILITIES['share-location'][ageBand] !== 'never';
  if (share === undefined || now >= (share.until ?? Infinity)) return { allowed, sharing: false, indicatorVisible: false, reminderDue: false, nextAt: null };
  if (!allowed) return { allowed, sharing: false, indicatorVisible: true, reminderDue: true, nextAt: now };
  const { due, next } = reminder(share, now);
  const end = share.until ?? Infinity;
  return { allowed, sharing: true, indicatorVisible: true, reminderDue: due, nextAt: end < next ? end : next };
}

/** Whether one is due, and when the next one is. Compared so that what is no number counts as due. */
function reminder({ since, remindedAt = -Infinity }: LocationShare, now: number): { readonly due: boolean; readonly next: number } {
  const first = since + LOCATION_FIRST_REMINDER_MS;
  if (!(since <= now)) {
    const due = !(remindedAt > now - LOCATION_REMINDER_MS && remindedAt <= now);
    const again = remindedAt + LOCATION_REMINDER_MS;
    return { due, next: due ? now : first < again ? first : again };
  }
  // Before the first, this is at or before the start.
  const last = first + Math.floor((now - first) / LOCATION_REMINDER_MS) * LOCATION_REMINDER_MS;
  // A start that was still to come was reminded of less than four hours before it: the next one may come before its first hour is over.
  const again = remindedAt < since && remindedAt > since - LOCATION_REMINDER_MS ? remindedAt + LOCATION_REMINDER_MS : first;
  const due = now < first ? now >= again : !(remindedAt >= last && remindedAt <= now);
  return { due, next: due ? now : now < first ? Math.min(first, again) : last + LOCATION_REMINDER_MS };
}
