import { SafetyError } from '../contract/errors.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import type { Context, Message } from '../contract/message.ts';
import type { Verdict } from '../contract/verdict.ts';

/** A message on its way: plain data, checked. */
export interface Waiting {
  readonly message: Message;
  readonly context: Context;
  readonly mode: 'live' | 'history';
  /** Who wrote it, as the settings name people. Stays in the page. */
  readonly peer: string;
}

/** Messages screened by one call of the engine. Small enough that a live message waits no longer than a frame. */
export const SLICE = 64;

export interface Turns {
  /** One message, ahead of every batch. */
  live(item: Waiting, signal: AbortSignal | undefined): Promise<Verdict>;
  batch(
    items: readonly Waiting[], signal: AbortSignal | undefined, onProgress: ((done: number, total: number) => void) | undefined,
  ): Promise<readonly Verdict[]>;
  /** Everything else, in order with live messages. */
  manage<T>(work: () => Promise<T>): Promise<T>;
  /** Within managed work that is long: messages that came before the next managed work go first. */
  pause(): Promise<void>;
  /** Done, again and again while it says so, when nothing else waits. Replaces what was to be done so before. */
  spare(work: () => Promise<boolean>): void;
  /** Settles every open call: screening by `failsafe`, management with `disposed`. Later calls likewise. */
  close(): void;
}

export interface TurnsOptions {
  /** One verdict an item. Where it rejects all the same, the items are judged by `failsafe`. */
  readonly screen: (items: readonly Waiting[]) => Promise<readonly Verdict[]>;
  /** The verdict of a message that meets the end, or that could not be screened. Never throws. */
  readonly failsafe: (item: Waiting, code: SafetyErrorCode) => Verdict;
}

interface Live { readonly kind: 'live'; readonly item: Waiting; resolve(verdict: Verdict): void }
interface Managed { readonly kind: 'managed'; run(): Promise<void>; reject(error: unknown): void }
interface Batch {
  readonly items: readonly Waiting[];
  readonly verdicts: Verdict[];
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  resolve(verdicts: readonly Verdict[]): void;
  reject(error: unknown): void;
}

interface Next { readonly jobs: readonly (Live | Managed | Batch)[]; run(): Promise<void> }

/**
 * The one queue before the engine: one call in flight. Live messages and management keep their order; a batch goes in
 * slices between them, so a live message overtakes it.
 */
export function createTurns(options: TurnsOptions): Turns {
  const first: (Live | Managed)[] = [];
  const batches: Batch[] = [];
  let inFlight: readonly (Live | Managed | Batch)[] = [];
  let running = false;
  let closed = false;
  let idle: (() => Promise<boolean>) | undefined;

  async function pump(): Promise<void> {
    if (running) return;
    running = true;
    try {
      // Calls of the same task join one slice.
      await Promise.resolve();
      for (let next = take(); next !== undefined; next = take()) await perform(next);
    } finally {
      running = false;
    }
  }

  async function perform({ jobs, run }: Next): Promise<void> {
    const around = inFlight;
    inFlight = [...around, ...jobs];
    try {
      await run();
    } catch (error) {
      jobs.forEach((job) => { drop(batches, job); });
      settle(jobs, 'worker-failed', error);
    }
    inFlight = around;
  }

  /** Every job ends here that did not end by itself: screening by `failsafe`, management with `error`. */
  function settle(jobs: readonly (Live | Managed | Batch)[], code: SafetyErrorCode, error: unknown): void {
    const judge = (item: Waiting): Verdict => options.failsafe(item, code);
    for (const job of jobs) {
      if (!('kind' in job)) job.resolve(job.items.map((item, n) => job.verdicts[n] ?? judge(item)));
      else if (job.kind === 'live') job.resolve(judge(job.item));
      else job.reject(error);
    }
  }

  function take(): Next | undefined {
    const head = first[0];
    if (head?.kind === 'managed') {
      first.shift();
      return { jobs: [head], run: () => head.run() };
    }
    if (head !== undefined) {
      const end = first.findIndex((job) => job.kind === 'managed');
      const jobs = first.splice(0, Math.min(SLICE, end < 0 ? first.length : end)) as Live[];
      return { jobs, run: () => runLive(jobs) };
    }
    const batch = batches[0];
    if (batch !== undefined) return { jobs: [batch], run: () => runSlice(batch) };
    const work = idle;
    return work && {
      jobs: [], run: async () => {
        idle = undefined;
        if (await work()) idle ??= work;
        await nextTask();
      },
    };
  }

  async function runLive(jobs: readonly Live[]): Promise<void> {
    const verdicts = await options.screen(jobs.map((job) => job.item));
    jobs.forEach((job, n) => { job.resolve(verdicts[n] ?? options.failsafe(job.item, 'worker-failed')); });
  }

  async function runSlice(batch: Batch): Promise<void> {
    const slice = batch.items.slice(batch.verdicts.length, batch.verdicts.length + SLICE);
    const verdicts = await options.screen(slice);
    if (!batches.includes(batch)) return; // Aborted meanwhile, or disposed.
    slice.forEach((item, n) => { batch.verdicts.push(verdicts[n] ?? options.failsafe(item, 'worker-failed')); });
    try {
      batch.onProgress?.(batch.verdicts.length, batch.items.length);
    } catch (error) {
      drop(batches, batch);
      batch.reject(error);
      return;
    }
    if (batch.verdicts.length >= batch.items.length) {
      drop(batches, batch);
      batch.resolve(batch.verdicts);
    }
    await nextTask();
  }

  return {
    live(item, signal) {
      return withSignal(signal, (resolve) => {
        if (closed) {
          resolve(options.failsafe(item, 'disposed'));
          return () => undefined;
        }
        const job: Live = { kind: 'live', item, resolve };
        first.push(job);
        void pump();
        return () => { drop(first, job); };
      });
    },
    batch(items, signal, onProgress) {
      return withSignal<readonly Verdict[]>(signal, (resolve, reject) => {
        if (closed || items.length === 0) {
          resolve(items.map((item) => options.failsafe(item, 'disposed')));
          return () => undefined;
        }
        const job: Batch = { items, verdicts: [], onProgress, resolve, reject };
        batches.push(job);
        void pump();
        return () => { drop(batches, job); };
      });
    },
    manage<T>(work: () => Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        if (closed) {
          reject(disposed());
          return;
        }
        first.push({ kind: 'managed', reject, run: () => work().then(resolve) });
        void pump();
      });
    },
    async pause() {
      await nextTask();
      const next = first[0]?.kind === 'live' ? take() : undefined;
      if (next !== undefined) await perform(next);
    },
    spare(work) {
      idle = work;
      void pump();
    },
    close() {
      if (closed) return;
      closed = true;
      settle([...inFlight, ...first.splice(0), ...batches.splice(0)], 'disposed', disposed());
    },
  };
}

export function disposed(): SafetyError {
  return new SafetyError('disposed', 'This safety object was disposed. Make a new one with createSafety.');
}

/** A promise that the signal rejects with its reason; `start` returns how to leave the queue. */
function withSignal<T>(
  signal: AbortSignal | undefined, start: (resolve: (value: T) => void, reject: (error: unknown) => void) => () => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error);
      return;
    }
    let leave = (): void => undefined;
    const abort = (): void => {
      leave();
      reject(signal?.reason as Error);
    };
    const settled = (): void => { signal?.removeEventListener('abort', abort); };
    signal?.addEventListener('abort', abort, { once: true });
    leave = start((value) => { settled(); resolve(value); }, (error) => { settled(); reject(error as Error); });
  });
}

function drop(list: unknown[], job: unknown): void {
  const at = list.indexOf(job);
  if (at >= 0) list.splice(at, 1);
}

/** Lets the page paint and live calls come in. Timers would be slowed to a second in a hidden tab. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
