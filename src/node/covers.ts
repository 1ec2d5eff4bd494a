import { isSafetyError } from '../contract/errors.ts';
import { neutral, type CoverReason } from '../contract/media.ts';
import { availableKernel } from '../contract/simd.ts';
import { createCovers, type Covers } from '../host/covers.ts';
import type { AssetSource } from '../host/port.ts';
import { MediaEngine } from '../worker/media-engine.ts';

const notHere = (): Promise<CoverReason> => Promise.resolve('undecodable-here');

/** The same engine in this process. There is no decoder here: JPEGs get the grid that browsers get, to the byte, and all else a tile. */
export function nodeCovers(assets: AssetSource, version: string, used: Set<string>): Covers {
  let starting: Promise<MediaEngine> | undefined;
  async function start(): Promise<MediaEngine> {
    const kernel = availableKernel() === 'simd' ? 'image.bin' : 'image-scalar.bin';
    const engine = new MediaEngine({ picture: notHere, video: notHere });
    await engine.start({ version, assets: { [kernel]: await assets.load(kernel) } });
    used.add(kernel);
    return engine;
  }
  return createCovers(async (request) => {
    starting ??= start();
    try {
      return await (await starting).cover(request);
    } catch (error) {
      starting = undefined;
      return neutral(isSafetyError(error) ? error.code as CoverReason : 'worker-failed');
    }
  }, () => Promise.resolve());
}
