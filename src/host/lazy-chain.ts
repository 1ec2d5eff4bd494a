import { mayBeChain } from '../contract/chain.ts';
import type { ChainTools, ChainWatch } from './chain-watch.ts';
import { codeOf } from './stored-settings.ts';

/** Nothing of chain messages is loaded before the first that may be one, or before something is forgotten of those of an earlier start. @param wait for no longer than for an answer */
export function lazyChain({ records }: ChainTools, load: () => Promise<ChainWatch>, wait: <T>(work: Promise<T>) => Promise<T>): ChainWatch {
  let loaded: Promise<ChainWatch> | undefined;
  const part = (): Promise<ChainWatch> => {
    loaded ??= load();
    loaded.catch(() => { loaded = undefined; });
    return loaded;
  };
  return {
    see: (items, from) => wait(part().then((watch) => watch.see(items, from)))
      .catch((error: unknown) => items.map((item) => (mayBeChain(item) ? { ...item, unseen: [{ check: 'chain', code: codeOf(error) }] } : item))),
    async forget(what) {
      if ((await records.list('chain'))[0]) await (await part()).forget(what);
    },
    end: async () => (await loaded?.catch(() => undefined))?.end(),
  };
}
