import { LIMITS } from '../contract/limits.ts';
import { neutral, type CoverOptions, type CoverReply, type CoverRequest, type MediaCover } from '../contract/media.ts';

/** `Safety.coverMedia`, apart from how a file becomes a cover. */
export interface Covers {
  cover(id: unknown, file: unknown, options?: unknown): Promise<MediaCover>;
  dispose(): Promise<void>;
}

/** One file. Resolves, whatever the file is and whatever becomes of the worker. */
export type CoverRun = (request: CoverRequest) => Promise<CoverReply>;

/** One file at a time, in order: a bitmap of 64 megapixels is 256 MB. @param end ends what `run` uses */
export function createCovers(run: CoverRun, end: () => Promise<void>): Covers {
  let last: Promise<unknown> = Promise.resolve();
  let disposed = false;

  async function inTurn(before: Promise<unknown>, request: CoverRequest, signal: AbortSignal | undefined): Promise<CoverReply> {
    await before;
    // Whoever aborted has their answer; the file is not even read.
    return disposed || signal?.aborted === true ? neutral('disposed') : run(request);
  }

  return {
    async cover(id, file, options = {}) {
      const { name, request, signal, hasPicture } = checked(id, file, options);
      signal?.throwIfAborted();
      if (!hasPicture) return Object.freeze({ id: name, ...neutral('no-picture') });
      const turn = inTurn(last, request, signal);
      last = turn;
      return Object.freeze({ id: name, ...await orAborted(turn, signal) });
    },
    dispose() {
      disposed = true;
      return end();
    },
  };
}

const KINDS: readonly unknown[] = ['image', 'video', 'sticker', 'audio', 'file', undefined];

interface Checked {
  readonly name: string;
  readonly request: CoverRequest;
  readonly signal: AbortSignal | undefined;
  readonly hasPicture: boolean;
}

/** Not by `plain.ts`: a part of the page's code that two others need is loaded with the first of them. No value stands in an error. */
function checked(id: unknown, file: unknown, options: unknown): Checked {
  must(typeof id === 'string', 'id');
  must(file instanceof Blob, 'file');
  must(typeof options === 'object' && options !== null, 'options');
  const { signal, cells = 16, kind } = options as CoverOptions;
  must(signal === undefined || signal instanceof AbortSignal, 'options.signal');
  must(typeof cells === 'number', 'options.cells');
  must(KINDS.includes(kind), 'options.kind');
  if (id.length > LIMITS.idUnits) throw new RangeError('"id" is out of range.');
  if (cells !== 16 && cells !== 24) throw new RangeError('"options.cells" is neither 16 nor 24.');
  return { name: id, request: { file, cells }, signal, hasPicture: kind !== 'audio' && kind !== 'file' };
}

function must(fits: boolean, at: string): asserts fits {
  if (!fits) throw new TypeError(`"${at}" is not of the documented type.`);
}

function orAborted<T>(turn: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return turn;
  return new Promise((resolve, reject) => {
    const abort = (): void => { reject(signal.reason as Error); };
    signal.addEventListener('abort', abort, { once: true });
    turn.then(resolve, reject).finally(() => { signal.removeEventListener('abort', abort); });
  });
}
