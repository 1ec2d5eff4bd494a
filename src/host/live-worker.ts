import { wrap, type Endpoint } from 'comlink';
import type { EngineMethod } from '../contract/engine.ts';
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

export type RemoteEngine = Readonly<Record<EngineMethod, (...args: unknown[]) => Promise<WireResult<unknown>>>>;

/** A worker that reported. */
export interface LiveWorker {
  readonly line: Line;
  readonly report: SealReport;
  readonly remote: RemoteEngine;
}

/** Waits for the worker's report. @returns undefined where none came in time, or the worker failed before. */
export function firstReport(line: Line, patienceMs: number): Promise<LiveWorker | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => { resolve(undefined); }, patienceMs);
    line.onLost(() => { clearTimeout(timer); resolve(undefined); });
    line.listen((event) => {
      if (!isSealReport(event.data)) return;
      clearTimeout(timer);
      resolve({ line, report: event.data, remote: wrap<RemoteEngine>(replyEndpoint(line)) as unknown as RemoteEngine });
    });
  });
}

/**
 * What Comlink may hear on the page: plain answers of the agreed shape. Its other replies (proxies with a port, thrown
 * values) would let a broken worker reach further into the page than a value.
 */
function replyEndpoint(line: Line): Endpoint {
  return {
    postMessage: (message: unknown, transfer?: Transferable[]) => { line.postMessage(message, transfer ?? []); },
    addEventListener: (_type: string, listener: EventListenerOrEventListenerObject) => {
      line.listen((event) => {
        if (!isReply(event.data)) return;
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      });
    },
    removeEventListener: () => undefined,
  };
}

function isReply(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { id, type, value } = data as { id?: unknown; type?: unknown; value?: unknown };
  if (typeof id !== 'string' || type !== 'RAW' || typeof value !== 'object' || value === null) return false;
  const { ok, error } = value as { ok?: unknown; error?: unknown };
  return ok === true || (ok === false && typeof error === 'object' && error !== null);
}
