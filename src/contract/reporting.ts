import type { Notice } from './verdict.ts';
import type { ReportCategory, Urgency, UrgencyReason } from './report-categories.ts';
import type { MessageToReport, ReportDraft } from './report-draft.ts';
import type { Press, RecipientKey, SealedFacts, SealedReport, SendEnvelope } from './report-seal.ts';
import type { Report, ReportedNotice, Writing } from './report.ts';
import type { Safety, Store } from './safety.ts';

/** What `safety.report` needs of `inward/report`: give `() => import('inward/report')`. */
export interface ReportModule {
  buildReport(safety: Pick<Safety, 'about'>, draft: ReportDraft): Report;
  sealReport(report: Report, options: {
    readonly now: number; readonly moderator: readonly RecipientKey[]; readonly partner?: readonly RecipientKey[]; readonly press?: Press;
  }): Promise<SealedReport>;
  categoriesFor(urgency: Urgency): readonly ReportCategory[];
  createOutbox(store: Store): {
    keep(sealed: SealedReport, subject?: string): Promise<void>;
    send(reportId: string, send: SendEnvelope, options: { readonly now: number; readonly press?: Press }): Promise<{ readonly facts: SealedFacts }>;
    discard(reportId: string): Promise<void>;
  };
  createTickets(store: Store): {
    reportedBefore(subject: string): Promise<Report['reportedBefore']>;
  };
}

/** A message of the app's own store, and which notices stood at it. */
export interface ReportableMessage extends Omit<MessageToReport, 'shown'> {
  /** `verdict.notices` as they were shown: the person may leave them in the report. */
  readonly notices?: readonly (Notice & { readonly answer?: string })[];
}

/** What the app knows of a conversation when the person opens the report screen. */
export interface ReportableThread {
  readonly kind: 'direct' | 'group';
  /** Ids of the accounts that the report is about: the other side, or who wrote the message. At most 16. */
  readonly accounts: readonly string[];
  /** Oldest first; of more than 30 the last 30 are offered, or the 30 from the message that was pressed. */
  readonly messages: readonly ReportableMessage[];
}

/** In `createSafety({ reports })`. */
export interface ReportOptions {
  /** `() => import('inward/report')`: asked for with the first report. */
  readonly load: () => Promise<ReportModule>;
  /** Pinned in the app's code, the present one and the next. `about().recipients` names their ids. */
  readonly moderator: readonly RecipientKey[];
  /** A local partner that the person may choose beside. */
  readonly partner?: readonly RecipientKey[];
  /** Asked at once with every call of `safety.report`, which then holds copies; Inward keeps no messages. */
  readonly thread: (of: ReportTarget) => ReportableThread | Promise<ReportableThread>;
  /** Brings sealed bytes to their recipient; a rejection leaves them waiting. */
  readonly send: SendEnvelope;
}

/** What the person wants to report. */
export interface ReportTarget {
  readonly conversationId: string;
  /** The message it was pressed at; without one it is about the conversation. */
  readonly messageId?: string;
}

/** A message as the report screen offers it. */
export interface OfferedMessage {
  readonly id: string;
  readonly senderId: string | undefined;
  readonly isOwn: boolean;
  readonly kind: string;
  readonly text: string;
  readonly sentAt: number;
  /** Whether a moderator can tell that it was really sent. */
  readonly isProvable: boolean;
}

/** What the person chose. What is left out is the default, which holds back. */
export interface ReportChoices {
  readonly category: ReportCategory;
  /** Default `routine`. */
  readonly urgency?: Urgency;
  readonly urgencyReason?: UrgencyReason;
  /** Only where the person ticked it. */
  readonly involvesChild?: boolean;
  /** Ids that stay in; default `startsWith` of the report in hand. Between two of them others stand as gaps. */
  readonly messages?: readonly string[];
  /** Of these, the ones of which only that they were sent is shown; they must be provable. */
  readonly closed?: readonly string[];
  /** Ids of notices that stay in, the last 16 at most; default none. One at a message that is not in whole stays out with it. */
  readonly notices?: readonly string[];
  readonly note?: string;
  readonly contact?: Report['contact'];
  readonly writing?: Partial<Pick<Writing, 'language' | 'script' | 'encoding'>>;
  readonly uiLocale?: string;
  readonly region?: string;
}

/** What became of a press on Send. `sent`: at least one recipient has it. `waiting`: sealed, and kept until there is a network. */
export interface SentReport {
  readonly state: 'sent' | 'waiting';
  readonly facts: SealedFacts;
  /** Names of whom it did not reach. With `sent` the same call from another press tries them again. */
  readonly missing: readonly string[];
}

/**
 * A report that is being made. It holds copies of the messages in memory, and nothing is stored before Send; so it outlives the conversation that the
 * person deletes meanwhile. `discard` lets go of everything but what waits sealed.
 */
export interface ReportInHand {
  readonly target: ReportTarget;
  /** Names of whom it goes to, for the person to read. */
  readonly recipients: { readonly moderator: string; readonly partner: string | undefined };
  /** At most 30, oldest first; none after `discard`. */
  readonly messages: readonly OfferedMessage[];
  /** Ids that are in from the start: the message that was pressed, else the last five, or as many of them as fit. */
  readonly startsWith: readonly string[];
  /** Notices that stood at these messages. */
  readonly notices: readonly ReportedNotice[];
  /** How often this device reported the same account or group. */
  readonly reportedBefore: number;
  /**
   * There where long messages are read for copies: resolved when previews say of them what they can, or after five seconds. Until then they say `deadline`, and can be sent so. Show the
   * preview anew when it resolves.
   */
  readonly ready?: Promise<void> | undefined;
  categories(urgency: Urgency): readonly ReportCategory[];
  /**
   * What would leave, to the byte: show all of it. A new one with every call.
   * @throws {TypeError} not of the documented types. {SafetyError} limit-exceeded; input-invalid; report-discarded; recipient-key-expired: no key of the
   * moderators is in force
   */
  preview(choices: ReportChoices): Report;
  /**
   * Seals this very preview, keeps it, and hands it to `reports.send`. Call it from the press of Send; on `waiting` call it again with the same preview from another press.
   * Called twice meanwhile, or after it was sent, it seals and sends nothing twice. Where the store fails it goes from memory, and never waits. Where it throws, nobody has it and nothing
   * is kept.
   * @throws {SafetyError} gesture-required, not-the-preview, recipient-key-invalid, recipient-key-expired, policy-mismatch, seal-unsupported, store-failed,
   * insecure-context, report-discarded
   */
  send(preview: Report, options?: { readonly press?: Press; readonly partner?: boolean }): Promise<SentReport>;
  /** `discard`, and deletes what waits of this report. What was sent is not called back. @throws {SafetyError} store-failed */
  withdraw(): Promise<void>;
  discard(): void;
}
