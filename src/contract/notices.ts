import type { DeviceFacts, HintFacts, HostFacts } from './contact-facts.ts';
import type { EnginePort, ScreenItem, StateRecord } from './engine.ts';
import type { HintIssuer } from './hints.ts';
import type { Message } from './message.ts';
import type { Degraded, Notice, NoticeLevel, NoticeRange, ReasonCode, ScamFamily } from './verdict.ts';

/**
 * What the text worker hands on to the notice worker, through the page: codes, small numbers and ranges. Nothing that was
 * written, and no score.
 */
export interface Said {
  /** Where the scam model judged it. */
  readonly scam: ScamSaid | undefined;
  /** The sender's name looks like a blocked one. */
  readonly alike: boolean;
  /** Notices are counted and not shown: they have budgets of their own. */
  readonly observed?: boolean;
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

/** What the notice worker is told of a message. */
export interface Told extends Pick<ScreenItem, 'mode' | 'now'> {
  readonly message: Pick<Message, 'conversationId' | 'id' | 'revision' | 'sentAt'>;
  /** Absent: nothing that a notice could come of. */
  readonly said?: Said | undefined;
  /** What the app knows of whoever wrote it. */
  readonly host?: HostFacts | undefined;
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
  /** `SCAM_JSON` where scam notices are on. */
  readonly assets: Readonly<Record<string, ArrayBuffer>>;
  readonly records: readonly StateRecord[];
  /** Whose hints are believed. Absent: nobody's. */
  readonly hints?: HintIssuer | undefined;
}

/** What stands as JSON behind the model in `scam.bin`, by itself. */
export const SCAM_JSON = 'scam.json';

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
}

export const NOTICE_METHODS = ['start', 'weigh', 'explain', 'readHints', 'replay', 'forget', 'answer'] as const satisfies readonly (keyof NoticePort)[];
