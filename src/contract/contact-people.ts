import type { Notice } from './verdict.ts';

/** Contacts that are compared. */
export const CONTACTS_MAX = 10_000;

/**
 * The person's own contacts, so that a stranger who goes by the name or the picture of one is noticed (docs/impersonation.md). The app has them;
 * here they are in memory only, and nothing of them is stored.
 */
export interface ContactPeople {
  /**
   * All of them, in place of those given before: call it when the app starts, when the contacts change, and after `forget` of everything. An empty
   * list still has names looked at that say they are an office's; before the first call nothing is looked for. The first call loads some 8 kB.
   * @throws {TypeError} not a list of people. {RangeError} more than 10,000; an id that is empty or over its limit. {SafetyError}
   * asset-unavailable: offline, and names are compared for the first time; worker-failed, deadline, disposed. Nothing changed then.
   */
  set(people: readonly ContactGiven[]): Promise<void>;
  /**
   * Whether the picture of a stranger who asks looks like that of one of them; names `screenMessage` compares by itself. Call it when a request is
   * opened: pictures are never asked for. The first call after `set` reads the contacts' pictures, a few milliseconds each in the worker for
   * media. Empty where nothing was seen, for the contacts themselves, and with notices off.
   * @throws {TypeError} {RangeError} {SafetyError} worker-failed, deadline, disposed
   */
  check(person: ContactGiven): Promise<readonly Notice[]>;
}

export interface ContactGiven {
  /** In the host's own words, as `senderId`; at most `LIMITS.idUnits`. */
  readonly peerId: string;
  /** As the person sees it in the app. The first 128 UTF-16 units count. */
  readonly name?: string;
  /** Their own picture. Leave pictures out that the app gives to everybody who has none. Kept while they are a contact, and read when `check` is called. */
  readonly picture?: Blob;
}
