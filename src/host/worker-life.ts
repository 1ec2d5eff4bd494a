import type { AssetRecord } from '../contract/assets.ts';
import type {
  ConfigurePayload, ConfigureReply, EngineCounters, EngineFacts, EngineMethod, EnginePort, Explanation, ForgetTarget, ListWord, NoticeAnswer,
  ScreenItem, StartPayload, StateRecord, WordsEdit, WordsEdited,
} from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import type { OutgoingNudge } from '../contract/outgoing.ts';
import type { SealForm } from '../contract/safety.ts';
import { workerFile } from '../contract/worker-file.ts';
import type { TriedHit } from '../contract/verdict.ts';
import { lost, unwrap } from './errors.ts';
import type { LiveWorker } from './live-worker.ts';
import type { RestartablePort } from './port.ts';
import { ProgressClock } from './progress-clock.ts';
import { CallQueue, type Call } from './queue.ts';
import { RestartBudget } from './restart-budget.ts';

/** Building the automaton of 100,000 words, or replaying every record, may take longer than a screen. */
const SLOW_CALL_MS = 20_000;
/** What a page that comes back from the back/forward cache gives its worker to show that it lives. */
const WAKE_MS = 1_000;

export interface LifeOptions {
  readonly seal: SealForm;
  readonly live: LiveWorker;
  readonly reopen: () => Promise<LiveWorker>;
  /** Milliseconds of visible, progress-free time before a call is given up. */
  readonly deadlineMs: number;
  /** The package's files with their digests, for `about()`. */
  readonly published: readonly AssetRecord[];
}

/**
 * A sealed worker's life seen from the page: one call at a time with a deadline, crash and silent death, restart in
 * the same form, and an end that settles everything. See `RestartablePort` for what callers can rely on.
 */
export class WorkerLife implements RestartablePort {
  readonly seal: SealForm;
  readonly #options: LifeOptions;
  readonly #queue = new CallQueue((call) => { this.#perform(call); });
  readonly #clock = new ProgressClock();
  readonly #budget = new RestartBudget();
  readonly #listeners = new Set<(state: 'restarted' | 'failed') => void>();
  #state: 'running' | 'restarting' | 'failed' | 'disposed' = 'running';
  #live: LiveWorker | undefined;
  #payload: (() => Promise<StartPayload>) | undefined;

  constructor(options: LifeOptions) {
    this.seal = options.seal;
    this.#options = options;
    this.#attach(options.live);
    if (typeof addEventListener === 'function') addEventListener('pageshow', this.#onPageShow);
  }

  async start(payload: StartPayload): Promise<EngineFacts> {
    const facts = await this.#call('start', [payload], SLOW_CALL_MS, Object.values(payload.assets)) as EngineFacts;
    // Only the side that checked the digests knows them.
    // Nobody checked the file of an unsealed worker.
    const used = [this.seal !== 'off' && workerFile(this.seal), ...Object.keys(payload.assets)];
    return { ...facts, assets: this.#options.published.filter(({ name }) => used.includes(name)) };
  }
  configure(payload: ConfigurePayload): Promise<ConfigureReply> {
    return this.#call('configure', [payload], SLOW_CALL_MS, Object.values(payload.assets)) as Promise<ConfigureReply>;
  }
  editWords(edit: WordsEdit | null): Promise<WordsEdited> {
    return this.#call('editWords', [edit], SLOW_CALL_MS) as Promise<WordsEdited>;
  }
  screen(batch: readonly ScreenItem[]): ReturnType<EnginePort['screen']> {
    return this.#call('screen', [batch]) as ReturnType<EnginePort['screen']>;
  }
  explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly Explanation[]> {
    return this.#call('explain', [items, asThread]) as Promise<readonly Explanation[]>;
  }
  replay(records: readonly StateRecord[]): Promise<void> {
    return this.#call('replay', [records]) as Promise<void>;
  }
  forget(what: ForgetTarget): Promise<readonly StateRecord[]> {
    return this.#call('forget', [what]) as Promise<readonly StateRecord[]>;
  }
  answer(answer: NoticeAnswer): Promise<readonly StateRecord[]> {
    return this.#call('answer', [answer]) as Promise<readonly StateRecord[]>;
  }
  tryWords(text: string, now: number): Promise<readonly TriedHit[]> {
    return this.#call('tryWords', [text, now]) as Promise<readonly TriedHit[]>;
  }
  revealList(tag: string): Promise<readonly ListWord[]> {
    return this.#call('revealList', [tag]) as Promise<readonly ListWord[]>;
  }
  reviewText(text: string, asset: ArrayBuffer | null): Promise<readonly OutgoingNudge[] | null> {
    return this.#call('reviewText', [text, asset], 0, asset === null ? [] : [asset]) as Promise<readonly OutgoingNudge[] | null>;
  }
  counters(): Promise<EngineCounters> {
    return this.#call('counters', []) as Promise<EngineCounters>;
  }

  onRestart(payload: () => Promise<StartPayload>): void {
    this.#payload = payload;
  }

  onState(listener: (state: 'restarted' | 'failed') => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  dispose(): Promise<void> {
    if (typeof removeEventListener === 'function') removeEventListener('pageshow', this.#onPageShow);
    this.#end('disposed');
    this.#listeners.clear();
    return Promise.resolve();
  }

  #call(method: EngineMethod, args: readonly unknown[], atLeastMs = 0, buffers: readonly ArrayBuffer[] = []): Promise<unknown> {
    if (this.#state === 'disposed') return Promise.reject(lost('disposed'));
    if (this.#state === 'failed' && !this.#budget.hasLeft()) return Promise.reject(lost('worker-failed'));
    const deadlineMs = Math.max(this.#options.deadlineMs, atLeastMs);
    return new Promise((resolve, reject) => {
      this.#queue.add({ method, args, transfer: buffers, deadlineMs, resolve, reject });
      // The queue is still held: what is asked for now waits for the new worker.
      if (this.#state === 'failed') void this.#restart();
    });
  }

  #perform(call: Call): void {
    const live = this.#live;
    if (live === undefined) return; // Held until the restart; never reached while running.
    this.#clock.arm(call.deadlineMs, () => { this.#lose(live, 'deadline'); });
    invoke(live, call).then((settle) => {
      // After a loss the call was already rejected, and an answer of an ended worker is nobody's.
      if (this.#live !== live || this.#queue.current !== call) return;
      this.#clock.disarm();
      settle();
      this.#queue.finish(call);
    }, () => { this.#lose(live, 'worker-failed'); });
  }

  #attach(live: LiveWorker): void {
    this.#live = live;
    live.line.onLost(() => { this.#lose(live, 'worker-failed'); });
  }

  #lose(live: LiveWorker, code: 'worker-failed' | 'deadline'): void {
    if (this.#live !== live || this.#state !== 'running') return;
    this.#drop();
    this.#queue.hold();
    this.#queue.rejectCurrent(lost(code));
    void this.#restart();
  }

  /** Until a worker of the same form is up and has its settings and records, or the minute's budget is spent. */
  async #restart(): Promise<void> {
    this.#state = 'restarting';
    while (this.#state === 'restarting') {
      if (this.#payload === undefined || !this.#budget.spend()) {
        this.#end('failed');
        return;
      }
      try {
        await this.#revive(this.#payload);
        if (this.#is('disposed')) { this.#drop(); return; }
        this.#state = 'running';
        this.#tell('restarted');
        this.#queue.release();
      } catch {
        this.#drop();
      }
    }
  }

  async #revive(payload: () => Promise<StartPayload>): Promise<void> {
    const live = await this.#options.reopen();
    this.#live = live;
    await new Promise<unknown>((resolve, reject) => {
      const died = (): void => { reject(lost('worker-failed')); };
      // The first listener is for the start, from before its payload is there; once running, the second one is for life.
      live.line.onLost(died);
      payload().then(async (values) => {
        if (this.#live !== live || this.#is('disposed')) throw lost('worker-failed');
        this.#clock.arm(SLOW_CALL_MS, died);
        (await invoke(live, { method: 'start', args: [values], transfer: Object.values(values.assets), deadlineMs: SLOW_CALL_MS, resolve, reject }))();
      }).catch(died);
    }).finally(() => { this.#clock.disarm(); });
    this.#attach(live);
  }

  #end(state: 'failed' | 'disposed'): void {
    if (this.#is('disposed')) return;
    this.#state = state;
    this.#drop();
    this.#queue.rejectAll(() => lost(state === 'failed' ? 'worker-failed' : 'disposed'));
    if (state === 'failed') this.#tell('failed');
  }

  #drop(): void {
    this.#clock.disarm();
    this.#live?.line.end();
    this.#live = undefined;
  }

  #is(state: 'disposed'): boolean {
    return this.#state === state;
  }

  #tell(state: 'restarted' | 'failed'): void {
    for (const listener of [...this.#listeners]) listener(state);
  }

  /** A worker may not have survived the back/forward cache: ask it something cheap before anyone waits for it. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted || this.#state !== 'running' || this.#queue.current !== undefined) return;
    const ignore = (): void => undefined;
    this.#queue.add({ method: 'counters', args: [], transfer: [], deadlineMs: WAKE_MS, resolve: ignore, reject: ignore });
  };
}

/** @returns how to settle the call. Rejects only where the line itself is broken. */
async function invoke(live: LiveWorker, call: Call): Promise<() => void> {
  let result;
  try {
    result = unwrap(await live.call(call.method, call.args, call.transfer));
  } catch (error) {
    if (!isCloneError(error)) throw error;
    return () => { call.reject(new SafetyError('input-invalid', 'What was handed in holds a value that is not plain data.')); };
  }
  return 'error' in result ? () => { call.reject(result.error); } : () => { call.resolve(result.value); };
}

function isCloneError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'DataCloneError';
}

