import type { AssetRecord } from '../contract/assets.ts';
import type {
  ConfigurePayload, ConfigureReply, EngineCounters, EngineFacts, EnginePort, Explanation, ForgetTarget, ListWord, NoticeAnswer,
  ScreenItem, StartPayload, StateRecord, WordsEdit, WordsEdited,
} from '../contract/engine.ts';
import type { TextNudge } from '../contract/outgoing.ts';
import type { TriedHit } from '../contract/verdict.ts';
import { workerFile } from '../contract/worker-file.ts';
import type { RestartablePort } from './port.ts';
import { SLOW_CALL_MS, WorkerLife, type LifeOptions } from './worker-life.ts';

/** The text engine over a worker's life. */
export class EngineLife extends WorkerLife<StartPayload> implements RestartablePort {
  readonly #published: readonly AssetRecord[];

  /** @param published the package's files with their digests, for `about()` */
  constructor(options: LifeOptions, published: readonly AssetRecord[]) {
    super(options);
    this.#published = published;
  }

  async start(payload: StartPayload): Promise<EngineFacts> {
    const facts = await this.call('start', [payload], SLOW_CALL_MS, Object.values(payload.assets)) as EngineFacts;
    // Only the side that checked the digests knows them.
    // Nobody checked the file of an unsealed worker.
    const used = [this.seal !== 'off' && workerFile(this.seal), ...Object.keys(payload.assets)];
    return { ...facts, assets: this.#published.filter(({ name }) => used.includes(name)) };
  }
  configure(payload: ConfigurePayload): Promise<ConfigureReply> {
    return this.call('configure', [payload], SLOW_CALL_MS, Object.values(payload.assets)) as Promise<ConfigureReply>;
  }
  editWords(edit: WordsEdit | null): Promise<WordsEdited> {
    return this.call('editWords', [edit], SLOW_CALL_MS) as Promise<WordsEdited>;
  }
  screen(batch: readonly ScreenItem[]): ReturnType<EnginePort['screen']> {
    return this.call('screen', [batch]) as ReturnType<EnginePort['screen']>;
  }
  explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly Explanation[]> {
    return this.call('explain', [items, asThread]) as Promise<readonly Explanation[]>;
  }
  replay(records: readonly StateRecord[]): Promise<void> {
    return this.call('replay', [records]) as Promise<void>;
  }
  forget(what: ForgetTarget): Promise<readonly StateRecord[]> {
    return this.call('forget', [what]) as Promise<readonly StateRecord[]>;
  }
  answer(answer: NoticeAnswer): Promise<readonly StateRecord[]> {
    return this.call('answer', [answer]) as Promise<readonly StateRecord[]>;
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
}
