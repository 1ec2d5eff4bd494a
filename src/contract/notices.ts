import type { DeviceFacts, HintFacts, HostFacts } from './contact-facts.ts';
import type { ContactTable } from './contact-points.ts';
import type { EnginePort, ScreenItem, StateRecord } from './engine.ts';
import type { HintIssuer } from './hints.ts';
import type { Message } from './message.ts';
import type { Degraded, Notice, NoticeAction, NoticeLevel, NoticeRange, ReasonCode, ScamFamily } from './verdict.ts';

/**
 * What the text worker hands on to the notice worker, through the page: codes, small numbers and ranges. Nothing that was
 * written, and no score.
 */
export interface Said {
  /** Where the scam model judged it. */
  readonly scam: ScamSaid | undefined;
  /** The sender's name looks like a blocked one. */
  readonly alike: boolean;
  /** Where a stranger's name shows something beside the names of the person's contacts. */
  readonly name?: NameFacts | undefined;
}

/** What a name shows. Not the name, nor whose it is like. */
export type NameFacts = Pick<DeviceFacts, 'nameDistance' | 'nameLength' | 'mixedScript' | 'nameClaims'>;

/** What the scam model makes of one message. */
export interface ScamSaid {
  /** By itself, of what this sender may be the reason for. */
  readonly level: 'none' | NoticeLevel;
  /** It is judged by itself whatever was said before: a host's own model judged it, or somebody one knows wrote it. */
  readonly alone: boolean;
  /** What of it is remembered, as numbers of src/decide/conversation.ts. */
  readonly cues: readonly number[];
  readonly facts: MessageFacts;
}

/** What the text shows, beside the model's share. */
export interface MessageFacts {
  readonly hasLink: boolean;
  readonly hasLongNumber: boolean;
  readonly cues: readonly ReasonCode[];
  readonly family: ScamFamily | null;
  /** Of the cues. */
  readonly where: readonly NoticeRange[];
  readonly isContact: boolean;
}

/** Who writes is judged: what is known of them beside this conversation. */
export interface AskedContact {
  /** Of `signalVector`; what is counted by conversation, and what a hint says, is not in it. */
  readonly vector: readonly number[];
  /** The person wrote it. */
  readonly mine: boolean;
  /** Of somebody one has not accepted: a thread begins with it where there is none. */
  readonly begins: boolean;
  /** It is not the first message of its conversation: a count that begins with it knows neither who began nor who answers. */
  readonly late?: boolean | undefined;
  /** What a thread counts says nothing of whoever wrote it: several write there, or it is judged by itself. */
  readonly uncounted: boolean;
  /** Bits of `cueKinds`; absent: cues are not looked for. */
  readonly cues?: number | undefined;
}

/** What contacts are judged by: `build/contact-tables.gen.ts`, which `src/decide/contact-tables.ts` packs. */
export interface ContactTables {
  readonly table: ContactTable;
  /** [signal][byte of the vector], `CONTACT_STRIDE` a signal; empty: there is nothing to say. */
  readonly reasons: readonly (ReasonCode | '')[];
  /** Kind of evidence of each signal, as the desk counts them. */
  readonly evidence: readonly string[];
  /** What a notice offers adults, and everybody else. */
  readonly actions: readonly [adults: readonly NoticeAction[], others: readonly NoticeAction[]];
  /** Where the worker puts what it counted, and the first of three of the hint's and of four cues. */
  readonly places: Readonly<Record<'initiator' | 'hint' | 'unanswered' | 'reciprocity' | 'cues', number>>;
}

/** What the notice worker is told of a message. */
export interface Told extends Pick<ScreenItem, 'mode' | 'now'> {
  readonly message: Pick<Message, 'conversationId' | 'id' | 'revision' | 'sentAt'>;
  /** Absent: nothing that a notice could come of. */
  readonly said?: Said | undefined;
  /** What the app knows of whoever wrote it. */
  readonly host?: HostFacts | undefined;
  readonly contact?: AskedContact | undefined;
  /** That it is one of a chain. */
  readonly chain?: Notice | undefined;
  /** Notices are counted and not shown: they have budgets of their own. */
  readonly observed?: boolean | undefined;
  /** A hint about them, as the app has it: nobody checked it yet; and the name by which the service knows them here. */
  readonly hint?: { readonly signed: string; readonly subject: string } | undefined;
}

export interface NoticeReply {
  readonly notices: readonly Notice[];
  readonly writes: readonly StateRecord[];
  readonly degraded: readonly Degraded[];
}

/** What the notice worker is started with. Assets are transferred. */
export interface NoticeStart {
  readonly version: string;
  /** `SCAM_JSON` where scam notices are on, `CONTACT_JSON` where who writes is judged. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  readonly records: readonly StateRecord[];
  /** Whose hints are believed. Absent: nobody's. */
  readonly hints?: HintIssuer | undefined;
}

/** What stands as JSON behind the model in `scam.bin`, by itself. */
export const SCAM_JSON = 'scam.json';
/** `ContactTables`. */
export const CONTACT_JSON = 'contact.json';

/** The door to what is judged over time. Of the methods that `EnginePort` has too, those parts that concern conversations. */
export interface NoticePort extends Pick<EnginePort, 'replay' | 'forget' | 'answer'> {
  /** Once, first. @throws {SafetyError} asset-mismatch */
  start(payload: NoticeStart): Promise<void>;
  /** In order; one that breaks the engine all the same has no reply in its place. */
  weigh(told: readonly Told[]): Promise<readonly (NoticeReply | undefined)[]>;
  /** What the messages of a conversation deserve, oldest first, without effect on state and before any budget. */
  explain(told: readonly Told[]): Promise<readonly Deserved[]>;
  /** What the hints about their senders say, where they are believed. */
  readHints(told: readonly Told[]): Promise<readonly (HintFacts | undefined)[]>;
}

export interface Deserved {
  readonly level: 'none' | NoticeLevel;
  /** The message's own, else the conversation's. */
  readonly family: ScamFamily | null;
  /** Where who wrote it was judged. */
  readonly contact?: ContactDeserved | undefined;
}

export interface ContactDeserved {
  readonly level: 'none' | NoticeLevel;
  readonly points: number;
  /** Of every point, most first, each once. */
  readonly reasons: readonly ReasonCode[];
}

export const NOTICE_METHODS = ['start', 'weigh', 'explain', 'readHints', 'replay', 'forget', 'answer'] as const satisfies readonly (keyof NoticePort)[];
