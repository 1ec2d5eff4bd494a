/** A location that is being shared. Times in milliseconds since 1970. */
export interface LocationShare {
  readonly since: number;
  /** It ends by itself then. */
  readonly until?: number;
  /** When the person was last reminded of it. */
  readonly remindedAt?: number;
}

export interface LocationStatus {
  readonly sharing: boolean;
  /** Always where `sharing` is: there is no way to share unseen. */
  readonly indicatorVisible: boolean;
  /** Say now who can see the location, and offer to stop; then keep the time as `remindedAt`. */
  readonly reminderDue: boolean;
  /** Ask again then at the latest; `null` where nothing is shared. */
  readonly nextAt: number | null;
}

/** Our choice, not a measurement: once soon, while a shared walk home is over and forgotten; then a few times a day. */
export const LOCATION_FIRST_REMINDER_MS = 60 * 60 * 1000;
export const LOCATION_REMINDER_MS = 4 * 60 * 60 * 1000;

const NOT_SHARED: LocationStatus = { sharing: false, indicatorVisible: false, reminderDue: false, nextAt: null };

/**
 * What an app that shares a location has to show. Pure: the host keeps the state and brings the time. `undefined`, as everybody
 * starts, is not shared. A reminder is due an hour after the start and every four hours from then on, once for each; several
 * that were missed are one. With a clock that was put back it is due rather once more than never.
 */
export function locationSharing(share: LocationShare | undefined, now: number): LocationStatus {
  if (share === undefined) return NOT_SHARED;
  const { since, until = Infinity, remindedAt = -Infinity } = share;
  if (now >= until) return NOT_SHARED;
  const first = since + LOCATION_FIRST_REMINDER_MS;
  // Before the first, this is at or before the start.
  const last = first + Math.floor((now - first) / LOCATION_REMINDER_MS) * LOCATION_REMINDER_MS;
  const reminderDue = last >= first && (remindedAt < last || remindedAt > now);
  const next = reminderDue ? now : Math.max(first, last + LOCATION_REMINDER_MS);
  return { sharing: true, indicatorVisible: true, reminderDue, nextAt: Math.min(next, until) };
}
