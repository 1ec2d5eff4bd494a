import type { About, SealForm } from './about.ts';
import type { BlockedPeople } from './blocked-people.ts';
import type { ContactPeople } from './contact-people.ts';
import type { EngineCounters, Explanation, ForgetTarget, ListWord, NoticeAnswer, RejectedReason, RejectedWord } from './engine.ts';
import type { HintIssuer } from './hints.ts';
import type { HostModels } from './host-model.ts';
import type { CoverOptions, MediaCover } from './media.ts';
import type { Context, Message } from './message.ts';
import type { OutgoingReview, ReviewOptions } from './outgoing.ts';
import type { ReportInHand, ReportOptions, ReportTarget } from './reporting.ts';
import type { HiddenWord, Settings } from './settings.ts';
import type { TriedHit, Verdict } from './verdict.ts';

export type { About, SealForm };

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
  /** Models of the host's own, for this instance. */
  readonly models?: HostModels;
  /** Whose signed hints about senders are believed; without it nobody's. */
  readonly hints?: HintIssuer;
  /** Whom the person's reports go to, and how (docs/reports.md). Without it `report` rejects. */
  readonly reports?: ReportOptions;
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
  | { readonly kind: 'observed'; readonly notices: number }
  /**
   * The table that tells hosts apart came, after the first verdict with a link: links judged before may have other reasons now
   * (docs/links.md). Screening is idempotent, so what is on screen may be screened again.
   */
  | { readonly kind: 'links' }
  /** A live message held a word that counts, and was not counted before: so many words; see `hiddenWords.counts`. */
  | { readonly kind: 'counted'; readonly words: number }
  /**
   * The store did not take a change of settings: it is in force, and lost at the next start. Raised by every such change, as
   * verdicts say `settings: store-failed`. Tried again with the next change and with `dispose`.
   */
  | { readonly kind: 'unsaved' }
  /** After `unsaved`: all of it is stored now. */
  | { readonly kind: 'saved' };

export interface HiddenWords {
  /** Words of `settings.hiddenWords.words` that cannot match, by index; the rest is in force. */
  readonly rejected: readonly RejectedWord[];
  /**
   * Adds at the end; what cannot match, or is past `LIMITS.words`, is named, the rest is in force. A word that is there with other options takes the
   * new ones in its place. In a list of 1,000 words and more it is in force at once and stored a moment later, with
   * `dispose` at the latest.
   * @throws {TypeError} not a list of words. {RangeError} more than `LIMITS.wordsAtOnce`. {SafetyError} worker-failed,
   * deadline, disposed
   */
  add(words: readonly (string | HiddenWord)[]): Promise<HiddenWordsChange>;
  /** Removes every entry with one of these texts, however it matches. Case counts. @throws {TypeError} and as `add` */
  remove(texts: readonly string[]): Promise<HiddenWordsRemoval>;
  /**
   * Words pasted at once, one a line or with commas or semicolons between. A text that is there already, in whatever case and
   * however it matches, is a duplicate and keeps its options. Bullets, quotes, a second column and punctuation at the end are
   * taken off and named in `trimmed`; what stands in straight quotes is taken as it stands.
   * @throws {TypeError} not a string. {RangeError} longer than `LIMITS.importUnits`. {SafetyError} as `add`
   */
  addText(text: string): Promise<HiddenWordsReport<RejectedLine>>;
  /** Ranges that would act on this text, and why a disguise matched: for the "try it" box of a settings screen. */
  test(text: string): Promise<readonly TriedHit[]>;
  /**
   * Live messages in which each of the person's words acted, whatever its action, since this object was made. A message
   * counts once. In memory only; words that acted in none are left out.
   */
  counts(): readonly WordCount[];
  /** The person's words and exceptions: `{ "inward-hidden-words": 1, "words": [...], "allow": [...] }`. Private data. */
  exportJson(): Promise<string>;
  /** One word a line, without options. Private data. */
  exportText(): Promise<string>;
  /**
   * Takes a file of `exportJson` in.
   * @throws {TypeError} not a string. {RangeError} longer than `LIMITS.importUnits`. {SafetyError} input-invalid: no such
   * file; settings-too-new: written by a newer version; and as `add`. No error quotes the file.
   */
  importJson(json: string, options?: ImportOptions): Promise<HiddenWordsReport<RejectedEntry>>;
  /** As `addText`, but one word a line: a comma inside belongs to its word. With `replace`, words that stay keep their options. */
  importText(text: string, options?: ImportOptions): Promise<HiddenWordsReport<RejectedLine>>;
  /**
   * The words of a default list that is switched on, for `listRemovals`. They offend: show them only where the person
   * asked. @throws {SafetyError} list-unavailable
   */
  revealList(tag: string): Promise<readonly ListWord[]>;
}

export interface ImportOptions {
  /** `merge` (default): at the end of what is there. `replace`: in place of the person's words, and of the exceptions where the file has some. */
  readonly mode?: 'merge' | 'replace';
}

export interface HiddenWordsChange {
  readonly settings: Settings;
  readonly rejected: readonly RejectedWord[];
}

export interface HiddenWordsRemoval extends HiddenWordsChange {
  /** Texts of which there was no entry. */
  readonly missing: readonly string[];
}

/** What became of many words. */
export interface HiddenWordsReport<Rejected extends RejectedLine | RejectedEntry = RejectedLine | RejectedEntry> {
  readonly settings: Settings;
  readonly added: number;
  /** Were there and took other options. */
  readonly changed: number;
  /** In order of lines or entries. */
  readonly rejected: readonly Rejected[];
  /** Words that were taken without what stood around them, in order of lines. Empty for JSON. */
  readonly trimmed: readonly TrimmedLine[];
}

/** Of a text. */
export interface RejectedLine {
  /** From 1. */
  readonly line: number;
  readonly why: RejectedReason;
}

/** Of a JSON file. */
export interface RejectedEntry {
  /** From 1, in the list of that name in the file. */
  readonly entry: number;
  readonly of: 'words' | 'allow';
  readonly why: RejectedReason;
}

export interface TrimmedLine {
  /** From 1. */
  readonly line: number;
  readonly what: readonly TrimmedPart[];
}

/** `bullet`: or a number before it; `column`: what stood behind a tab; `punctuation`: at its end, or `¡` and `¿`. */
export type TrimmedPart = 'bullet' | 'column' | 'quotes' | 'punctuation';

export interface WordCount {
  /** Index into `settings.hiddenWords.words`. */
  readonly entry: number;
  readonly messages: number;
}

export interface Safety {
  readonly seal: SealForm;
  readonly settings: Settings;
  readonly hiddenWords: HiddenWords;
  readonly blocked: BlockedPeople;
  readonly contacts: ContactPeople;
  /**
   * Resolves for every well-formed message, worker alive or not; see `degraded`.
   * @param context may be left out where `describeSender` is given.
   * @throws {TypeError} not a message or context, or neither a context nor `describeSender`. {RangeError} id over its
   * limit. The signal's reason on abort.
   */
  screenMessage(message: Message, context?: Context, options?: ScreenOptions): Promise<Verdict>;
  /**
   * Same, in order, in slices that live calls overtake. With `mode: 'history'` this is the re-scan of stored messages
   * after the list was edited: it writes nothing, raises no notice and counts no word.
   */
  screenMessages(items: readonly BatchItem[], options?: BatchOptions): Promise<readonly Verdict[]>;
  /**
   * What may be shown of a file before the person opens it: a grid of means with nothing to undo, drawn soft. Call it for what a verdict
   * covers; whether a verdict covers anything, `settings.requests.coverMedia` says. The first call loads the worker for media (some 10 kB),
   * which is sealed like the other, and ended when no file came for 30 seconds. One file at a time, the others wait. Nothing is
   * kept. 10 to 30 ms for a JPEG of 12 megapixels; else what the browser takes to decode it, and a fifth more.
   * @param id of the attachment, given back; at most `LIMITS.idUnits` @param file decrypted
   * @returns resolves, worker alive or not, whatever the file is; without a picture `why` says the reason
   * @throws {TypeError} not of the documented types. {RangeError} an id over its limit, other `cells` than 16 or 24. The signal's reason.
   */
  coverMedia(id: string, file: Blob, options?: CoverOptions): Promise<MediaCover>;
  /**
   * Before the person's own message is sent; `context` is that of its receiver. Whether it may be sent is the age table's matter alone. What
   * its text gives away is read where nobody older than a teen writes to somebody they are not connected to, and `settings.outgoing.nudges` is
   * on. Resolves with or without a worker, and after `dispose`: `degraded` says what was not read. A worker that does not answer is
   * given up after `deadlineMs`. Where it is not allowed, do not send it. With `forwarded`, `forward` says whether to pause first, and how many chats at once.
   * @param context may be left out where `describeSender` is given, which is asked with the `conversationId`.
   * @throws {TypeError} {RangeError} as `screenMessage`; {TypeError} `forwarded` is not of the documented types
   */
  reviewOutgoing(message: Message, context?: Context, options?: ReviewOptions): Promise<OutgoingReview>;
  /**
   * What it lets in more than before, `explainChange` of `inward/settings` says: show that first.
   * @throws {SafetyError} settings-invalid, settings-too-new, worker-failed, deadline, disposed
   */
  applySettings(next: Settings): Promise<HiddenWordsChange>;
  answerNotice(answer: Omit<NoticeAnswer, 'now'>): Promise<void>;
  /**
   * Begins a report: what may go into it, how it would read, and Send. Asks `reports.thread` for messages; the first call loads `inward/report` (12 kB). Nothing is stored or sent before Send.
   * @throws {TypeError} {RangeError} no target. {SafetyError} reports-unset, asset-unavailable, input-invalid: no such message. And what `reports.thread` throws.
   */
  report(of: ReportTarget): Promise<ReportInHand>;
  /**
   * Leaves no trace in the engine, the store or another tab. `everything` includes the settings, which go back to the default, the
   * block list, and the store's own keys.
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
