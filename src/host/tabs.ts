import { SafetyError } from '../contract/errors.ts';
import type { Store } from '../contract/safety.ts';

/** What another tab over the same store has to look at again. No key, no id, no revision: only that something changed. */
export type TabNews = 'conversation' | 'settings' | 'forgotten' | 'wiped';
export const TAB_NEWS: readonly TabNews[] = ['conversation', 'settings', 'forgotten', 'wiped'];

/** How several `Safety` objects over one store keep out of each other's way. */
export interface Tabs {
  /**
   * Runs `work` while no other holder of this store does.
   * @throws {SafetyError} store-failed, where the turn did not come within `timeoutMs` (a frozen tab may hold it).
   */
  exclusive<T>(timeoutMs: number, work: () => Promise<T>): Promise<T>;
  announce(news: TabNews): void;
  /** News of the others, never one's own. One listener an object. */
  listen(listener: (news: TabNews) => void): void;
  close(): void;
}

interface Hub {
  last: Promise<unknown>;
  readonly members: Set<(news: TabNews) => void>;
}

const hubs = new WeakMap<Store, Hub>();

/** Within one realm: for the memory store, for Node, and where a browser has no Web Locks. */
export function localTabs(store: Store): Tabs {
  const hub = hubs.get(store) ?? { last: Promise.resolve(), members: new Set() };
  hubs.set(store, hub);
  let own: ((news: TabNews) => void) | undefined;
  return {
    exclusive: (timeoutMs, work) => queued(hub, timeoutMs, work),
    announce(news) {
      // A task of its own, as a channel's message would be: the announcing turn ends first.
      for (const member of hub.members) if (member !== own) queueMicrotask(() => { member(news); });
    },
    listen(listener) {
      own = listener;
      hub.members.add(listener);
    },
    close() {
      if (own !== undefined) hub.members.delete(own);
    },
  };
}

function queued<T>(hub: Hub, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const before = hub.last;
  let givenUp = false;
  let started = false;
  const run = (async () => {
    await before;
    if (givenUp) return undefined;
    started = true;
    return { value: await work() };
  })();
  hub.last = run.catch(() => undefined);
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      if (started) return;
      givenUp = true;
      reject(notInTime());
    }, timeoutMs);
    run.then((done) => {
      clearTimeout(timer);
      if (done !== undefined) resolve(done.value);
    }, (error: unknown) => {
      clearTimeout(timer);
      reject(error as Error);
    });
  });
}

export function notInTime(): SafetyError {
  return new SafetyError('store-failed', 'The store did not answer in time.');
}
