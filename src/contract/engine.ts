import type { AssetRecord } from './assets.ts';
import type { Context, Message } from './message.ts';
import type { Settings } from './settings.ts';
import type { ScamFamily, Verdict } from './verdict.ts';

/**
 * The one door between the page and the code that sees plaintext. The same interface is spoken to a sealed worker
 * (over Comlink, each result as `WireResult`) and to the in-process engine of `inward/node`. Every value is plain data.
 */
export interface EnginePort {
  /** Once, first. Returns what the engine really is, for `about()` and `seal`. */
  start(payload: StartPayload): Promise<EngineFacts>;
  /** New settings and, where they switch something on, the assets it needs. */
  configure(payload: ConfigurePayload): Promise<ConfigureReply>;
  /** Screens in order. Never rejects for well-formed messages. One call in flight per instance. */
  screen(batch: readonly ScreenItem[]): Promise<readonly ScreenReply[]>;
  /** Judgement for evaluation: no state, no budgets (DESIGN §4, `inward/testing`). */
  explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly Explanation[]>;
  /** Records of the store, at start, after a crash, and when another tab wrote. `bytes: null` removes. */
  replay(records: readonly StateRecord[]): Promise<void>;
  /** Drops state and says what to delete. */
  forget(what: ForgetTarget): Promise<readonly StateRecord[]>;
  /** The person's answer to a notice, as state. */
  answer(answer: NoticeAnswer): Promise<readonly StateRecord[]>;
  /** Hidden-word hits of a text the person is trying out on the settings screen. */
  tryWords(text: string): Promise<Verdict['hits']>;
  /** Counters of the test build's promise that off means off. */
  counters(): Promise<EngineCounters>;
}

export type EngineMethod = keyof EnginePort;
export const ENGINE_METHODS = [
  'start', 'configure', 'screen', 'explain', 'replay', 'forget', 'answer', 'tryWords', 'counters',
] as const satisfies readonly EngineMethod[];

/** One small whole record. `key` is the conversation id for `conversation`, `'current'` for `settings`. */
export interface StateRecord {
  readonly table: 'conversation' | 'settings';
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

export interface StartPayload {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  readonly settings: Settings;
  /** Verified bytes by asset name (`tables.bin`, and `scam.bin` where scam notices are on). Transferred. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  readonly records: readonly StateRecord[];
}

export interface ConfigurePayload {
  readonly settings: Settings;
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
}

export interface ConfigureReply {
  /** Words that cannot match, by index; the rest is in force. */
  readonly rejected: readonly RejectedWord[];
  /** Of the tables in use; empty while nothing that is switched on needs them. */
  readonly unicodeVersion: string;
}

export interface RejectedWord {
  readonly index: number;
  readonly why: 'empty' | 'too-long' | 'duplicate' | 'list-full';
}

export interface EngineFacts extends ConfigureReply {
  readonly version: string;
  readonly kernel: 'simd' | 'scalar' | 'none';
  readonly abiVersion: number;
  readonly assets: readonly AssetRecord[];
}

export interface ScreenItem {
  readonly message: Message;
  readonly context: Context;
  readonly mode: 'live' | 'history';
  /** Milliseconds since 1970, from the page: worker rooms have no clock. */
  readonly now: number;
}

export interface ScreenReply {
  readonly verdict: Verdict;
  readonly writes: readonly StateRecord[];
}

export type ForgetTarget =
  | { readonly message: { readonly conversationId: string; readonly id: string } }
  | { readonly conversation: string }
  | { readonly everything: true };

export interface NoticeAnswer {
  readonly conversationId: string;
  readonly noticeId: string;
  readonly answer: 'dismissed' | 'trusted';
  readonly now: number;
}

export interface Explanation {
  readonly scam: {
    readonly level: 'none' | 'tip' | 'strong';
    /** 0–1, the model's share for the class scam; 0 where the gate gave no verdict. */
    readonly score: number;
    readonly family: ScamFamily | null;
    readonly lang: string;
  };
  readonly contact: { readonly level: 'none' | 'tip' | 'strong'; readonly score: number; readonly reasons: readonly string[] };
  readonly features: Readonly<Record<string, number>>;
}

export interface EngineCounters {
  readonly kernelCalls: Readonly<Record<string, number>>;
  readonly tablesLoaded: number;
  readonly modelsLoaded: number;
  readonly textCopies: number;
  readonly normalisations: number;
}
