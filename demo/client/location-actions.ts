import { locationSharing, type LocationShare, type LocationStatus } from 'inward/settings';
import type { Parts } from './actions.ts';
import type { Model } from './model.ts';

/** Nothing is really shared here: the playground asks no browser for a place. */
export interface LocationState {
  share: LocationShare | undefined;
  /** How far the person put this card's clock on, for trying. Milliseconds. */
  ahead: number;
}

const HOUR_MS = 60 * 60 * 1000;
const LOOK_AGAIN_MS = 20_000;

export function createLocation(): LocationState {
  return { share: undefined, ahead: 0 };
}

/** Whether this age may share at all. */
export function mayShare(model: Model): boolean {
  return statusOf(model).allowed;
}

export function statusOf({ location, ageBand }: Model): LocationStatus {
  return locationSharing(location.share, Date.now() + location.ahead, ageBand);
}

export class LocationActions {
  readonly #parts: Parts;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    if (!mayShare(this.#parts.model)) return;
    this.#timer ??= setInterval(this.#parts.changed, LOOK_AGAIN_MS);
    this.#set((model) => {
      model.location.share = { since: Date.now() + model.location.ahead };
      model.announcement = 'You are sharing your location now.';
    });
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#set((model) => {
      model.location.share = undefined;
      model.announcement = 'Your location is no longer shared.';
    });
  }

  keep(): void {
    this.#set(({ location }) => {
      if (location.share !== undefined) location.share = { ...location.share, remindedAt: Date.now() + location.ahead };
    });
  }

  hourLater(): void {
    this.#set((model) => {
      model.location.ahead += HOUR_MS;
      if (statusOf(model).reminderDue) model.announcement = 'You are still sharing your location.';
    });
  }

  #set(change: (model: Model) => void): void {
    change(this.#parts.model);
    this.#parts.changed();
  }
}
