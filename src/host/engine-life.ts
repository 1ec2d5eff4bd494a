import type { AssetRecord } from '../contract/assets.ts';
import type {
  ConfigurePayload, ConfigureReply, EngineCounters, EngineFacts, Explanation, ForgetTarget, ListWord, NoticeAnswer, ScreenItem, StartPayload, StateRecord, TextPort, TextReply,
  WordsEdit, WordsEdited,
} from '../contract/engine.ts';
import { keepsNotices, scoresScams } from '../contract/required-assets.ts';
import { isSafetyError } from '../contract/errors.ts';
import type { TextNudge } from '../contract/outgoing.ts';
import type { CheckName, TriedHit } from '../contract/verdict.ts';
import { workerFile } from '../contract/worker-file.ts';
import type { RestartablePort } from './port.ts';
import { SLOW_CALL_MS, WorkerLife, type LifeOptions } from './worker-life.ts';

/**
 * The text engine over a worker's life. What concerns notices is added when they are switched on: until then none can come, and no answer is kept. Where they are of people alone, it
 * is added with what needs it first: a message of a new thread or of a chain, or what is stored of one.
 */
export class EngineLife extends WorkerLife<StartPayload> implements RestartablePort {
  readonly #published: readonly AssetRecord[];
  readonly #wait: <T>(work: Promise<T>) => Promise<T>;
  #load: (() => Promise<() => void>) | undefined;
  #loading: Promise<void> | undefined;
  #judges = false;
  /** What is stored of conversations, until there is somebody to remember it. */
  #kept: StateRecord[] = [];
  /** Scam notices are on. */
  scores = false;

  /** @param published the package's files with their digests, for `about()` @param load what replaces the methods that notices concern @param wait for it, but no longer than for an answer */
  constructor(options: LifeOptions, published: readonly AssetRecord[], load?: () => Promise<() => void>, wait: <T>(work: Promise<T>) => Promise<T> = (work) => work) {
    super(options);
    this.#published = published;
    this.#wait = wait;
    this.#load = load;
  }

  async start(payload: StartPayload): Promise<EngineFacts> {
    const [facts] = await Promise.all([this.call('start', [payload], SLOW_CALL_MS, Object.values(payload.assets)), this.#look(payload)]) as [EngineFacts, void];
    // Only the side that checked the digests knows them.
    // Nobody checked the file of an unsealed worker.
    const used = [this.seal !== 'off' && workerFile(this.seal), ...Object.keys(payload.assets)];
    return { ...facts, assets: this.#published.filter(({ name }) => used.includes(name)) };
  }
  async configure(payload: ConfigurePayload): Promise<ConfigureReply> {
    await this.#look(payload);
    return this.call('configure', [payload], SLOW_CALL_MS, Object.values(payload.assets)) as Promise<ConfigureReply>;
  }
  editWords(edit: WordsEdit | null): Promise<WordsEdited> {
    return this.call('editWords', [edit], SLOW_CALL_MS) as Promise<WordsEdited>;
  }
  async screen(batch: readonly ScreenItem[]): ReturnType<TextPort['screen']> {
    let lost: unknown;
    try {
      // Of what came before a thread its count has to know.
      if (batch.some(({ thread, chain, mode }) => thread === 'begins' || chain || mode === 'history') && await this.#hasMore()) return this.screen(batch);
    } catch (error) {
      lost = error;
    }
    const replies = await this.call('screen', [batch]) as Awaited<ReturnType<TextPort['screen']>>;
    // Its verdict stands: words are hidden whether or not who writes could be judged.
    return lost === undefined ? replies : replies.map((reply, n) => reply && unjudged(reply, batch[n] as ScreenItem, lost));
  }
  /** Of the text engine alone; `addNotices` says of who wrote. */
  async explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly Explanation[]> {
    if (await this.#hasMore()) return this.explain(items, asThread);
    return this.call('explain', [items, asThread]) as Promise<readonly Explanation[]>;
  }
  async replay(records: readonly StateRecord[]): Promise<void> {
    this.#kept.push(...records.filter(({ table }) => table !== 'flood'));
    // Where it does not come verdicts stand, and nothing is written over what is kept until that is known.
    if (this.#kept.some(({ bytes }) => bytes)) await this.#hasMore().catch(() => undefined);
    return this.call('replay', [records]) as Promise<void>;
  }
  async forget(what: ForgetTarget): Promise<readonly StateRecord[]> {
    if (!('message' in what)) this.#kept = this.#kept.filter(({ key }) => 'conversation' in what && key !== what.conversation);
    // What a message said can only be taken out of what is read.
    else if (this.#kept.length > 0 && await this.#hasMore()) return this.forget(what);
    return this.call('forget', [what]) as Promise<readonly StateRecord[]>;
  }
  async answer(answer: NoticeAnswer): Promise<readonly StateRecord[]> {
    return await this.#hasMore() ? this.answer(answer) : [];
  }
  tryWords(text: string, now: number): Promise<readonly TriedHit[]> {
    return this.call('tryWords', [text, now]) as Promise<readonly TriedHit[]>;
  }
  revealList(tag: string): Promise<readonly ListWord[]> {
    return this.call('revealList', [tag]) as Promise<readonly ListWord[]>;
  }
  reviewText(text: string, asset: ArrayBuffer | null): Promise<readonly TextNudge[] | null> {
    return this.call('reviewText', [text, asset], 0, asset === null ? [] : [asset]) as Promise<readonly TextNudge[] | null>;
  }
  counters(): Promise<EngineCounters> {
    return this.call('counters', []) as Promise<EngineCounters>;
  }

  /** @throws {SafetyError} asset-unavailable */
  async #look({ settings }: ConfigurePayload): Promise<void> {
    this.#judges = keepsNotices(settings);
    this.scores = scoresScams(settings);
    if (this.scores || settings.names) await this.#add();
  }

  /** Whether what concerns notices was added now: then its methods are the ones to call. No message waits for it longer than for an answer. @throws {SafetyError} asset-unavailable, deadline */
  async #hasMore(): Promise<boolean> {
    if (!this.#judges || !this.#load) return false;
    await this.#wait(this.#add());
    return true;
  }

  #add(): Promise<void> {
    this.#loading ??= this.#load?.().then((add) => {
      add();
      this.#load = undefined;
      // At once, before anything is asked of the methods that are there now.
      void this.replay(this.#kept.splice(0));
    }).finally(() => { this.#loading = undefined; });
    return this.#loading ?? Promise.resolve();
  }
}

function unjudged({ verdict, ...reply }: TextReply, { thread, chain }: ScreenItem, error: unknown): TextReply {
  const code = isSafetyError(error) ? error.code : 'asset-unavailable';
  const checks: readonly (CheckName | undefined)[] = [thread === 'begins' ? 'contact' : undefined, chain && 'chain'];
  return { ...reply, verdict: { ...verdict, degraded: [...verdict.degraded, ...checks.flatMap((check) => (check ? [{ check, code }] : []))] } };
}
