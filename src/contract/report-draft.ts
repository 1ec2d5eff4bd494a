import type { FrankedAttachment, FrankedBody, Franking } from './franking.ts';
import type { Message } from './message.ts';
import type { ReportCategory, Urgency, UrgencyReason } from './report-categories.ts';
import type { Report, ReportedNotice, Writing } from './report.ts';

/** A message that the person may report, and what they chose to show of it. */
export interface MessageToReport {
  /** With `senderId`, unless it is the person's own or a direct conversation's. */
  readonly message: Message;
  /** As it came: the body inside the ciphertext, to the letter, and what came with it. Without, the message cannot be verified. */
  readonly franked?: { readonly body: FrankedBody } & Franking;
  /** Of attachments of a message without franking. */
  readonly attachments?: readonly FrankedAttachment[];
  /** `closed` needs franking. Default `whole`. */
  readonly shown?: 'whole' | 'closed' | 'out';
}

export interface ReportDraft {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** `policy` of the key that it will be sealed to. */
  readonly policy: string;
  readonly category: ReportCategory;
  /** Only where the person ticked it. Never tick it for them. */
  readonly involvesChild?: boolean;
  readonly urgency?: Urgency;
  readonly urgencyReason?: UrgencyReason;
  /** The most recent ones, at most 30, oldest first; none for a report of behaviour. */
  readonly messages?: readonly MessageToReport[];
  readonly thread?: Report['thread'];
  readonly accounts?: readonly string[];
  /** Only those that the person leaves in. */
  readonly notices?: readonly ReportedNotice[];
  readonly note?: string;
  readonly contact?: Report['contact'];
  /** What the person corrected of `detectWriting`. */
  readonly writing?: Partial<Pick<Writing, 'language' | 'script' | 'encoding'>>;
  readonly uiLocale?: string;
  readonly region?: string;
  readonly reportedBefore?: Report['reportedBefore'];
  readonly duplicates?: Report['duplicates'];
}
