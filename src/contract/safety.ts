import type { AssetRecord } from './assets.ts';
import type { EngineCounters, Explanation, ForgetTarget, NoticeAnswer, RejectedWord } from './engine.ts';
import type { SafetyErrorCode } from './errors.ts';
import type { Context, Message } from './message.ts';
import type { HiddenWord, Settings } from './settings.ts';
import type { Hit, Verdict } from './verdict.ts';

/** How the code that sees plaintext is closed (DESIGN §2.1). `in-process` is Node. */
export type SealForm = 'header' | 'frame' | 'off' | 'in-process';

/**
 * What a host may keep between starts. Values are opaque; keys are at most 300 UTF-16 units. A host's own store must seal
 * what it keeps: keys hold conversation ids, and the settings hold the person's hidden words.
 */
export interface Store {
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export interface SafetyOptions {
  /** Folder of the copied assets, same origin, ending in `/`. */
  readonly assets: string;
  readonly settings?: Settings;
  readonly store?: Store;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /**
   * Asked for the context where a call gives none, with the message's `senderId`, else with its `conversationId`: give
   * `senderId` with every message of a group, since what is asked for is about one person. `undefined` and a throw count
   * as a stranger. Called in the page, once a message.
   */
  readonly describeSender?: (peerId: string) => Context | undefined;
  /**
   * `auto` tries the header form, then the frame form, and rejects with `seal-failed` where neither closes.
   * `off` runs unsealed and says so in `about()`.
   */
  readonly seal?: 'auto' | 'header' | 'frame' | 'off';
  /** Milliseconds of progress-free, visible time before a check is given up. Default 5,000. */
  readonly deadlineMs?: number;
}

export interface ScreenOptions {
  readonly signal?: AbortSignal;
  /** `history` raises no notice, spends no budget and writes no state. */
  readonly mode?: 'live' | 'history';
}

export interface BatchItem {
  readonly message: Message;
  /** May be left out where `describeSender` is given. */
  readonly context?: Context;
}

export interface BatchOptions extends ScreenOptions {
  readonly onProgress?: (done: number, total: number) => void;
}

export type SafetyEvent =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** `failed`: no restart is left for this minute; a message after it starts the worker once more. */
  | { readonly kind: 'engine'; readonly state: 'restarted' | 'failed' }
  | { readonly kind: 'observed'; readonly notices: number };

export interface About {
  readonly version: string;
  readonly seal: SealForm;
  readonly kernel: 'simd' | 'scalar' | 'none';
  readonly abiVersion: number;
  /** Of the tables in use; empty while nothing that is switched on needs them. */
  readonly unicodeVersion: string;
  /** Digest of the frame form's script, as it stands in the page's policy: `sha256-…` in base64. */
  readonly frameScript: string;
  readonly assets: readonly AssetRecord[];
}

export interface HiddenWords {
  /** Words of `settings.hiddenWords.words` that cannot match, by index; the rest is in force. */
  readonly rejected: readonly RejectedWord[];
  /** Adds at the end; what cannot match is named, the rest is in force. */
  add(words: readonly (string | HiddenWord)[]): Promise<HiddenWordsChange>;
  /** Removes every entry with this text. */
  remove(texts: readonly string[]): Promise<HiddenWordsChange>;
  /** Ranges that would hide this text: for the "try it" box of a settings screen. */
  test(text: string): Promise<readonly Hit[]>;
}

export interface HiddenWordsChange {
  readonly settings: Settings;
  readonly rejected: readonly RejectedWord[];
}

export interface Safety {
  readonly seal: SealForm;
  readonly settings: Settings;
  readonly hiddenWords: HiddenWords;
  /**
   * Resolves for every well-formed message, worker alive or not; see `degraded`.
   * @param context may be left out where `describeSender` is given.
   * @throws {TypeError} not a message or context, or neither a context nor `describeSender`. {RangeError} id over its
   * limit. The signal's reason on abort.
   */
  screenMessage(message: Message, context?: Context, options?: ScreenOptions): Promise<Verdict>;
  /** Same, in order, in slices that live calls overtake. */
  screenMessages(items: readonly BatchItem[], options?: BatchOptions): Promise<readonly Verdict[]>;
  /** @throws {SafetyError} settings-invalid, settings-too-new, worker-failed, deadline, disposed */
  applySettings(next: Settings): Promise<HiddenWordsChange>;
  answerNotice(answer: Omit<NoticeAnswer, 'now'>): Promise<void>;
  /**
   * Leaves no trace in the engine, the store or another tab. `everything` includes the settings, which go back to the
   * default, and the store's own keys.
   * @throws {SafetyError} store-failed, disposed; for a single message also worker-failed, deadline
   */
  forget(what: ForgetTarget): Promise<void>;
  subscribe(listener: (event: SafetyEvent) => void): () => void;
  about(): About;
  /** Settles every open call. Safe to call twice. */
  dispose(): Promise<void>;
}

/** What `inward/testing` reaches through a symbol, so that no score stands on the public surface. */
export const INSPECT = Symbol.for('inward.inspect');

export interface Inspect {
  explain(items: readonly BatchItem[], asThread: boolean): Promise<readonly Explanation[]>;
  counters(): Promise<EngineCounters>;
}

export type { SafetyErrorCode };
