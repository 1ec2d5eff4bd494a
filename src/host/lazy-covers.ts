import type { MediaCover } from '../contract/media.ts';
import type { Covers } from './covers.ts';

/** Nothing of covers is loaded before the first file. */
export function lazyCovers(load: () => Promise<Covers>): Covers {
  let loaded: Promise<Covers> | undefined;
  let disposed = false;
  return {
    async cover(id, file, options) {
      const tile: MediaCover = { id: id as string, state: 'neutral', why: disposed ? 'disposed' : 'asset-unavailable', width: 0, height: 0, cover: undefined };
      if (loaded === undefined && disposed) return tile;
      loaded ??= load();
      let covers: Covers;
      try {
        covers = await loaded;
      } catch {
        loaded = undefined;
        return tile;
      }
      return covers.cover(id, file, options);
    },
    async dispose() {
      disposed = true;
      await (await loaded?.catch(() => undefined))?.dispose();
    },
  };
}
