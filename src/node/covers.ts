import { isSafetyError } from '../contract/errors.ts';
import { neutral, type CoverReason } from '../contract/media.ts';
import { availableKernel } from '../contract/simd.ts';
import { createCovers, type Covers } from '../host/covers.ts';
import { lost } from '../host/errors.ts';
import type { AssetSource } from '../host/port.ts';
import { ProgressClock } from '../host/progress-clock.ts';
import { SLOW_CALL_MS } from '../host/worker-life.ts';
import { MediaEngine } from '../worker/media-engine.ts';

const notHere = (): Promise<CoverReason> => Promise.resolve('undecodable-here');

export interface NodeCoversOptions {
  readonly assets: AssetSource;
  readonly version: string;
  /** Names of the files in use, for `about()`. */
  readonly used: Set<string>;
  /** Milliseconds for one file. */
  readonly deadlineMs: number;
}

/** The same engine in this process. There is no decoder here: JPEGs get the grid that browsers get, to the byte, and all else a tile. */
export function nodeCovers({ assets, version, used, deadlineMs }: NodeCoversOptions): Covers {
  const clock = new ProgressClock();
  let starting: Promise<MediaEngine> | undefined;
  let giveUp: ((code: 'deadline' | 'disposed') => void) | undefined;

  async function start(): Promise<MediaEngine> {
    const kernel = availableKernel() === 'simd' ? 'image.bin' : 'image-scalar.bin';
    const engine = new MediaEngine({ picture: notHere, video: notHere });
    await engine.start({ version, assets: { [kernel]: await assets.load(kernel) } });
    used.add(kernel);
    return engine;
  }

  /** One at a time. @throws {SafetyError} deadline, disposed; and what `work` rejects with */
  async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
    const given = new Promise<never>((_, reject) => { giveUp = (code) => { reject(lost(code)); }; });
    clock.arm(ms, () => { giveUp?.('deadline'); });
    try {
      return await Promise.race([work, given]);
    } finally {
      giveUp = undefined;
      clock.disarm();
    }
  }

  return createCovers(async (request) => {
    starting ??= start();
    try {
      const engine = await inTime(starting, Math.max(deadlineMs, SLOW_CALL_MS));
      return await inTime(engine.cover(request), deadlineMs);
    } catch (error) {
      // What was given up may go on some time, in its engine's kernel: the next file gets another.
      starting = undefined;
      return neutral(isSafetyError(error) ? error.code as CoverReason : 'worker-failed');
    }
  }, () => {
    giveUp?.('disposed');
    return Promise.resolve();
  });
}
