import { mayBeChain } from '../contract/chain.ts';
import type { ChainTools, ChainWatch } from './chain-watch.ts';
import { codeOf } from './stored-settings.ts';

/** Until then, and without what only its part can do. */
export interface LazyChain extends Omit<ChainWatch, 'open'> {
  /** Loads it. */
  part(): Promise<ChainWatch>;
}

/** Nothing of chain messages is loaded before the first that may be one, or before something is forgotten of those of an earlier start. @param wait for no longer than for an answer */
export function lazyChain({ records, tabs, deadlineMs }: ChainTools, load: () => Promise<ChainWatch>, wait: <T>(work: Promise<T>) => Promise<T>): LazyChain {
  /** Waited for once: messages after one that waited in vain do not wait again. */
  let timely: Promise<ChainWatch> | undefined;
  /** Grows with every end and every forgetting: a message from before is not looked at any more. */
  let era = 0;
  const part = (): Promise<ChainWatch> => {
    if (!timely) {
      const loading = load();
      timely = wait(loading);
      loading.then(() => { timely = loading; }, () => { timely = undefined; });
    }
    return timely;
  };
  return {
    part,
    async see(items, from) {
      const mine = era;
      try {
        const watch = await part();
        return mine === era ? await watch.see(items, from) : items;
      } catch (error) {
        return items.map((item) => (mayBeChain(item) ? { ...item, unseen: [{ check: 'chain', code: codeOf(error) }] } : item));
      }
    },
    async forget(what) {
      era++;
      const names = await records.list('chain');
      if (!names[0]) return;
      try {
        await (await part()).forget(what);
      } catch (error) {
        if ('message' in what) throw error;
        // Nobody can say which of them were that conversation's: none stays.
        await tabs.exclusive(deadlineMs, () => records.write(names.map((name) => ({ ...name, bytes: null }))));
      }
    },
    // Nobody waits for a part that may never come.
    async end() {
      era++;
      await (await Promise.race([timely, Promise.resolve()]).catch(() => undefined))?.end();
    },
  };
}
