import type { Store } from '../contract/safety.ts';
import { localTabs, notInTime, TAB_NEWS } from './tabs.ts';
import type { TabNews, Tabs } from './tabs.ts';

/** On a store of this package: the name its tabs share, or `null` where it never leaves the page. */
export const STORE_NAME = Symbol.for('inward.store-name');

/**
 * Tabs of one origin over one store: Web Locks for turns, `BroadcastChannel` for news. Where a browser lacks the locks,
 * turns hold within the page only. A host's own store shares one name for all of its kind; news that concern another
 * store cost one look and change nothing.
 */
export function webTabs(store: Store): Tabs {
  const named = (store as { readonly [STORE_NAME]?: string | null })[STORE_NAME];
  const local = localTabs(store);
  if (named === null || typeof BroadcastChannel === 'undefined') return local;
  const name = `inward/${named ?? 'host-store'}`;
  const channel = new BroadcastChannel(name);
  let heard: ((news: TabNews) => void) | undefined;
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const news = TAB_NEWS.find((known) => known === event.data);
    if (news !== undefined) heard?.(news);
  };
  // A page that was frozen or kept for "back" may have missed news while it slept.
  const awake = (event: PageTransitionEvent): void => {
    if (event.persisted) for (const news of ['settings', 'forgotten'] as const) heard?.(news);
  };
  const resumed = (): void => { for (const news of ['settings', 'forgotten'] as const) heard?.(news); };
  globalThis.addEventListener?.('pageshow', awake);
  globalThis.document?.addEventListener('resume', resumed);
  return {
    exclusive: (timeoutMs, work) => (typeof navigator === 'undefined' || navigator.locks === undefined
      ? local.exclusive(timeoutMs, work) : locked(navigator.locks, name, timeoutMs, work)),
    announce(news) { channel.postMessage(news); },
    listen(listener) { heard = listener; },
    close() {
      heard = undefined;
      channel.close();
      globalThis.removeEventListener?.('pageshow', awake);
      globalThis.document?.removeEventListener('resume', resumed);
    },
  };
}

async function locked<T>(locks: LockManager, name: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => { patience.abort(); }, timeoutMs);
  let begun = false;
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      begun = true;
      clearTimeout(timer);
      return work();
    }) as T;
  } catch (error) {
    // Not granted: too late, or an origin (a sandboxed frame) that gets no locks.
    throw begun ? error : notInTime();
  } finally {
    clearTimeout(timer);
  }
}
