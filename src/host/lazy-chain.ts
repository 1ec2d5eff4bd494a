import { mayBeChain } from '../contract/chain.ts';
import type { ChainTools, ChainWatch } from './chain-watch.ts';
import { lost } from './errors.ts';
import { codeOf } from './stored-settings.ts';

/** Until then, and without what only its part can do. */
export interface LazyChain extends Omit<ChainWatch, 'sketch'> {
  /** Loads it. */
  part(): Promise<ChainWatch>;
}

/** Nothing of chain messages is loaded before the first that may be one, or before something is forgotten of those of an earlier start. @param wait for no longer than for an answer */
export function lazyChain({ records, tabs, deadlineMs }: ChainTools, load: () => Promise<ChainWatch>, wait: <T>(work: Promise<T>) => Promise<T>): LazyChain {
  let loaded: Promise<ChainWatch> | undefined;
  /** What was not there in time, and is still under way: the messages after it do not wait for it again. */
  let late: Promise<unknown> | undefined;
  /** Grows with every end and every forgetting: a message from before is not looked at any more. */
  let era = 0;
  const part = (): Promise<ChainWatch> => {
    loaded ??= load();
    loaded.catch(() => { loaded = undefined; });
    return loaded;
  };
  return {
    part,
    async see(items, from) {
      const mine = era;
      const work = late ? Promise.reject<never>(lost('deadline')) : part().then((watch) => (mine === era ? watch.see(items, from) : items));
      try {
        return await wait(work);
      } catch (error) {
        const over = (): void => { late = undefined; };
        if (!late) (late = work).then(over, over);
        return items.map((item) => (mayBeChain(item) ? { ...item, unseen: [{ check: 'chain', code: codeOf(error) }] } : item));
      }
    },
    async forget(what) {
      era++;
      const names = await records.list('chain');
      if (!names[0]) return;
      try {
        await wait(part().then((watch) => watch.forget(what)));
      } catch (error) {
        if ('message' in what) throw error;
        // Nobody can say which of them were that conversation's: none stays.
        await tabs.exclusive(deadlineMs, () => records.write(names.map((name) => ({ ...name, bytes: null }))));
      }
    },
    // Nobody waits for a part that may never come.
    async end() {
      era++;
      await (await Promise.race([loaded, Promise.resolve()]).catch(() => undefined))?.end();
    },
  };
}
