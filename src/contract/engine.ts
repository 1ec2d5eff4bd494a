import type { AssetRecord } from './assets.ts';
import type { HintFacts } from './contact-facts.ts';
import type { DeliveryRow } from './delivery-table.ts';
import type { HostScore } from './host-model.ts';
import type { Context, Message } from './message.ts';
import type { Said, ScamSaid } from './notices.ts';
import type { TextFinding } from './outgoing.ts';
import type { HiddenWord, Settings } from './settings.ts';
import type { FoundParts } from './text-cues.ts';
import type { ThreadPart } from './thread-part.ts';
import type { Degraded, Notice, ScamFamily, TriedHit, Verdict } from './verdict.ts';

/**
 * The one door between the page and what judges messages. Behind it two engines stand side by side: the text engine, which sees
 * plaintext (`TextPort`), and that of notices (`NoticePort`, docs/decisions/0035), each in a sealed worker of its own (in Comlink's
 * wire form, each result as `WireResult`) or in the process of `inward/node`. Every value is plain data.
 */
export interface EnginePort {
  /** Once, first. Returns what the engine really is, for `about()` and `seal`. */
  start(payload: StartPayload): Promise<EngineFacts>;
  /** New settings and, where they switch something on, the assets it needs. */
  configure(payload: ConfigurePayload): Promise<ConfigureReply>;
  /**
   * The list in force with some words fewer, others changed, and more at its end, without sending it anew. Cost: of the
   * edit. What needs the list built anew is done in slices of a few milliseconds, one with each call of `null`: screen in
   * between, for the old list is in force; but edit nothing else before the edit is. @throws {SafetyError} input-invalid: made for another list; limit-exceeded: no
   * memory. The old list is in force then.
   */
  editWords(edit: WordsEdit | null): Promise<WordsEdited>;
  /**
   * Screens in order. Never rejects for well-formed messages; one that breaks the engine all the same has no reply in its
   * place, and the page judges it fail-safe. One call in flight per instance.
   */
  screen(batch: readonly ScreenItem[]): Promise<readonly (ScreenReply | undefined)[]>;
  /** Judgement for evaluation: no state, no budgets (DESIGN §4, `inward/testing`). */
  explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly Explanation[]>;
  /**
   * Records of the store, at start, after a crash, and when another tab wrote. `bytes: null` removes.
   * @param undo what the last `screen` remembered of conversations was not stored, and is dropped first
   */
  replay(records: readonly StateRecord[], undo?: boolean): Promise<void>;
  /** Drops state and says what to write or delete. */
  forget(what: ForgetTarget | SwitchedOff): Promise<readonly StateRecord[]>;
  /** The person's answer to a notice, as state. */
  answer(answer: NoticeAnswer): Promise<readonly StateRecord[]>;
  /** Hidden-word hits of a text the person is trying out on the settings screen. */
  tryWords(text: string, now: number): Promise<readonly TriedHit[]>;
  /** The words of a default list in force: only where the person asks to see them. @throws {SafetyError} list-unavailable */
  revealList(tag: string): Promise<readonly ListWord[]>;
  /**
   * What a text of the person's own gives away, or whether what they pass on is a wish. Nothing is kept but the tables.
   * @param asset `nudges.bin`, where the last call said `null`: this engine does not have its tables. Or `greetings.bin`, which is for this text alone: the tables before stay. Transferred.
   */
  reviewText(text: string, asset: ArrayBuffer | null): Promise<readonly TextFinding[] | null>;
  /** Counters of the test build's promise that off means off. */
  counters(): Promise<EngineCounters>;
}

/** The part of it that the text engine answers by itself: of `replay` and `forget` what is no conversation's. */
export interface TextPort extends Omit<EnginePort, 'answer' | 'screen' | 'explain'> {
  /** Without the notices that `said` may lead to. */
  screen(batch: readonly ScreenItem[]): Promise<readonly (TextReply | undefined)[]>;
  /** Each message by itself. @param asThread with what it says to those after it */
  explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly TextExplanation[]>;
}

export type EngineMethod = keyof TextPort;
export const ENGINE_METHODS = [
  'start', 'configure', 'editWords', 'screen', 'explain', 'replay', 'forget', 'tryWords', 'revealList', 'reviewText', 'counters',
] as const satisfies readonly EngineMethod[];

/** One small whole record. `key` is the conversation id for `conversation`, a keyed hash for `chain`, `'current'` for the others; `person`: what the notice desk remembers over all conversations. */
export interface StateRecord {
  readonly table: 'conversation' | 'person' | 'settings' | 'flood' | 'blocked' | 'chain';
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** The person's settings, and beside them the names that a stranger's is compared with. */
export interface EngineSettings extends Settings {
  /** Absent: there is none, or nobody would be told. */
  readonly names?: ComparedNames | undefined;
}

export interface ComparedNames {
  /** Of the block list, those that say enough for a notice to stand on them (docs/decisions/0027). */
  readonly blocked?: readonly string[] | undefined;
  readonly contacts?: ContactNames | undefined;
}

/** The person's contacts, and the tables that names are read with (docs/decisions/0039). */
export interface ContactNames {
  readonly names: readonly string[];
  /** `NAME_LETTERS`. */
  readonly letters: string;
  /** `NAME_CLAIMS`, of all languages. */
  readonly claims: readonly string[];
}

export interface StartPayload {
  /** Version of the page's bundle; another one is refused with `asset-mismatch`. */
  readonly version: string;
  readonly settings: EngineSettings;
  /** Verified bytes by asset name (`tables.bin`, and `scam.bin` where scam notices are on). Transferred. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  readonly records: readonly StateRecord[];
}

export interface ConfigurePayload {
  readonly settings: EngineSettings;
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
  readonly why: RejectedReason;
}

/**
 * `duplicate`: folds to a word that is there. `expired`: its `until` is over. `note-too-long`: past `LIMITS.noteUnits`.
 * `not-a-word`: in a file, an entry that is not of the documented form. `only-punctuation`: such a line of a text.
 */
export type RejectedReason =
  'empty' | 'too-long' | 'duplicate' | 'list-full' | 'expired' | 'note-too-long' | 'not-a-word' | 'only-punctuation';

export interface WordsEdit {
  /** Length of the list that this edit was made for. */
  readonly of: number;
  /** Indices into that list, ascending. */
  readonly remove: readonly number[];
  /** By index into that list: same text and match, other options. */
  readonly change: readonly { readonly index: number; readonly word: HiddenWord }[];
  readonly add: readonly HiddenWord[];
}

export interface WordsEdited {
  /**
   * Added words that cannot match, by their place in `add`; they are not in the list. `undefined`: the edit is not in force
   * yet, or no edit waits.
   */
  readonly rejected?: readonly RejectedWord[] | undefined;
  /** There is something to build: call with `null`, at once where an edit waits for it, else when nothing else is to be done. */
  readonly building: boolean;
}

/** An entry of a default list, as `settings.hiddenWords.listRemovals` names it. */
export interface ListWord {
  readonly entry: number;
  readonly text: string;
  readonly removed: boolean;
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
  /** Its row of the table of delivery, under the settings in force: a matter of who wrote it, which the page knows. */
  readonly row: DeliveryRow;
  /** Whoever wrote it is exempt from hidden words. */
  readonly exempt?: boolean;
  /** What a host's own model says of it, in place of the built-in scorer. */
  readonly hosted?: HostScore | undefined;
  /** Where who writes is judged: what the message is to their thread. */
  readonly thread?: ThreadPart | undefined;
  /** Notices are counted and not shown. */
  readonly observed?: boolean | undefined;
  /** Cues are looked for in this thread: in what comes in. */
  readonly cues?: boolean | undefined;
  /** That it is one of a chain: the notice which the desk may grant. */
  readonly chain?: Notice | undefined;
  /** In requests: the group of its near-copies, for the verdict. */
  readonly copies?: string | undefined;
  /** What was to be looked at before the engine was asked, and was not. */
  readonly unseen?: readonly Degraded[] | undefined;
  /** Milliseconds since 1970, from the page: worker rooms have no clock. */
  readonly now: number;
}

export interface ScreenReply {
  readonly verdict: Verdict;
  readonly writes: readonly StateRecord[];
}

export interface TextReply extends ScreenReply {
  /** Only where a notice may come of it, or it is to be remembered. */
  readonly said?: Said | undefined;
  /** Parts of cues, where they were looked for. */
  readonly cues?: FoundParts | undefined;
}

export type ForgetTarget =
  | { readonly message: { readonly conversationId: string; readonly id: string } }
  | { readonly conversation: string }
  | { readonly everything: true };

/** What was switched off: all that was counted of threads, or the kinds of cue in them. Of conversations that were replayed, and of no other. */
export interface SwitchedOff { readonly counts: 'all' | 'cues' }

/**
 * `dismissed`: closed without a word; seven days of silence in that conversation. `keep-chatting`: the person wants to go on; thirty days. `not-helpful`: no notice
 * for this reason, in any conversation, for ninety days. `trusted`: they know who this is; silence there until it is forgotten. `blocked`: they blocked or
 * reported the other one; there only a name like a blocked one is still told of.
 */
export type NoticeAnswerCode = 'dismissed' | 'keep-chatting' | 'not-helpful' | 'trusted' | 'blocked';

export interface NoticeAnswer {
  readonly conversationId: string;
  /** `not-helpful` for a notice that is no longer known counts as `dismissed`; the others concern the conversation. */
  readonly noticeId: string;
  readonly answer: NoticeAnswerCode;
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
  /** Of a stranger, the buckets of a hint that holds. */
  readonly hint?: HintFacts;
}

/** Of the text engine, which does not know who writes. */
export interface TextExplanation extends Omit<Explanation, 'contact'> {
  readonly said?: ScamSaid | undefined;
  /** What a stranger's name shows. */
  readonly named?: Pick<Said, 'alike' | 'name'> | undefined;
  readonly cues?: FoundParts | undefined;
}

export interface EngineCounters {
  readonly kernelCalls: Readonly<Record<string, number>>;
  readonly tablesLoaded: number;
  readonly modelsLoaded: number;
  readonly textCopies: number;
  readonly normalisations: number;
}
