import type { WireResult } from '../contract/errors.ts';
import { isSealReport, type SealReport } from '../contract/seal.ts';

/** The page's end of the line to a worker: the worker itself, or a port into the frame's worker. */
export interface Line {
  postMessage(message: unknown, transfer: Transferable[]): void;
  listen(listener: (event: MessageEvent<unknown>) => void): void;
  /** Called at most once: the worker threw outside of a call, or its file could not be run. */
  onLost(listener: () => void): void;
  /** Ends the worker. */
  end(): void;
}

/** Calls the engine behind a line. Rejects only where the arguments cannot be cloned; never settles where no answer comes. */
export type Caller = (method: string, args: readonly unknown[], transfer: readonly ArrayBuffer[]) => Promise<WireResult<unknown>>;

/** A worker that reported. */
export interface LiveWorker {
  readonly line: Line;
  readonly report: SealReport;
  readonly call: Caller;
}

/** Waits for the worker's report. @returns undefined where none came in time, or the worker failed before. */
export function firstReport(line: Line, patienceMs: number): Promise<LiveWorker | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => { resolve(undefined); }, patienceMs);
    line.onLost(() => { clearTimeout(timer); resolve(undefined); });
    line.listen((event) => {
      if (!isSealReport(event.data)) return;
      clearTimeout(timer);
      resolve({ line, report: event.data, call: callerOver(line) });
    });
  });
}

/**
 * Calls in Comlink's wire form, by this package's own few lines: of all that Comlink can say and hear, the page says `APPLY`
 * of one method with plain arguments, and hears plain answers of the agreed shape. Proxies with a port and thrown values
 * would let a broken worker reach further into the page than a value.
 */
function callerOver(line: Line): Caller {
  const waiting = new Map<string, (result: WireResult<unknown>) => void>();
  let count = 0;
  line.listen(({ data }) => {
    if (!isReply(data)) return;
    waiting.get(data.id)?.(data.value);
    waiting.delete(data.id);
  });
  return (method, args, transfer) => new Promise((resolve) => {
    const id = `${++count}`;
    line.postMessage({ id, type: 'APPLY', path: [method], argumentList: args.map((value) => ({ type: 'RAW', value })) }, [...transfer]);
    waiting.set(id, resolve);
  });
}

function isReply(data: unknown): data is { readonly id: string; readonly value: WireResult<unknown> } {
  if (typeof data !== 'object' || data === null) return false;
  const { id, type, value } = data as { id?: unknown; type?: unknown; value?: unknown };
  if (typeof id !== 'string' || type !== 'RAW' || typeof value !== 'object' || value === null) return false;
  const { ok, error } = value as { ok?: unknown; error?: unknown };
  return ok === true || (ok === false && typeof error === 'object' && error !== null);
}
