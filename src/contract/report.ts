import type { FrankedBody, Franking } from './franking.ts';
import type { ReportCategory, Urgency, UrgencyReason } from './report-categories.ts';
import type { NoticeKind, NoticeLevel, ReasonCode } from './verdict.ts';

/** Of a message without franking, what the device knows: it may not know the sender's count. */
export type PlainBody = Omit<FrankedBody, 'counter'> & { readonly counter?: number };

export type ReportedMessage =
  /** All of it. Without `franking` it is accepted, and labelled as one that nobody can verify. */
  | { readonly shown: 'whole'; readonly body: PlainBody; readonly franking?: Franking }
  /** Without its text: only that there was a message, whose and when, as the server's tag proves. */
  | { readonly shown: 'closed'; readonly franking: Omit<Franking, 'opening'> }
  /** One that the person took out: a gap, and nothing of it. */
  | { readonly shown: 'out' };

/** A notice that was on screen, if the person leaves it in: by it, notices get better. */
export interface ReportedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  readonly reasons: readonly ReasonCode[];
  /** What the person did with it. */
  readonly answer?: string;
}

/** How the reported messages are written, so that somebody reads them who can. Their text stays as it is. */
export interface Writing {
  /** BCP 47, `und` where the script alone does not say: Latin and Cyrillic serve many languages. */
  readonly language: string;
  /** ISO 15924, `Zyyy` without letters. */
  readonly script: string;
  /** Of Burmese: which meaning the code points have. `unclear`: nothing in the text speaks for either. */
  readonly encoding: 'unicode' | 'zawgyi' | 'unclear';
  readonly by: 'detected' | 'person';
}

/** By which copies of a message are found in other reports. Only ever inside the seal. */
export interface ReportedCopies {
  /**
   * MinHash sketches under the public salt of `policy` (`sketchSalt` of `inward/node`), made afresh for this report: one for each message that stands here whole and has
   * 60 letters and more. Zawgyi and Unicode of one text give near-copies, not the same one.
   */
  readonly sketches: readonly {
    readonly messageId: string;
    /** Different 4-grams of the text: with it `NEAR_COPY` decides. */
    readonly size: number;
    /** 512 bytes, base64url: of 128 numbers the lowest bytes, the second, the third, the highest. */
    readonly sketch: string;
  }[];
  /**
   * How many different `senderId` the messages have that are near-copies of one another, directly or by way of a third one that stands here; of several such groups the most.
   * 1 where no two messages are near-copies, or all are of one sender; whoever reports counts where a message is theirs. What stands in other conversations is not counted.
   */
  readonly distinctSenders: number;
  /** Why there are no sketches: a code of `SafetyError`. `sketches` is empty then, and `distinctSenders` 0. */
  readonly degraded?: string;
}

/**
 * A report as it is shown before it leaves, and to the byte what is sealed. Not in it: contacts, places, a device's id, scores, other chats.
 */
export interface Report {
  readonly v: 1;
  /** 128 random bits, base64url. */
  readonly id: string;
  /** Milliseconds since 1970, down to the minute. */
  readonly createdAt: number;
  /** Of the key it is built for: terms, categories and the salt of sketches go by it. */
  readonly policy: string;
  readonly category: ReportCategory;
  /** Set by the person alone. */
  readonly involvesChild: boolean;
  readonly urgency: Urgency;
  readonly urgencyReason?: UrgencyReason;
  readonly writing: Writing;
  /** Language of the app, BCP 47. */
  readonly uiLocale?: string;
  /** Coarse, as the person gives it: ISO 3166-1. */
  readonly region?: string;
  readonly thread?: { readonly conversationId: string; readonly kind: 'direct' | 'group' };
  /** Accounts that the report is about, for one without messages as well. */
  readonly accounts: readonly string[];
  readonly messages: readonly ReportedMessage[];
  readonly notices: readonly ReportedNotice[];
  readonly note?: string;
  /** `status`: receipts; `reply`: may also be asked; `none`: neither. */
  readonly contact: 'none' | 'status' | 'reply';
  /** Reports of this person about the same account or thread before this one, as their device remembers them. */
  readonly reportedBefore: { readonly times: number; readonly ids: readonly string[] };
  /** Where a message with a long text stands here whole. */
  readonly duplicates?: ReportedCopies;
  readonly about: {
    readonly version: string;
    readonly seal: string;
    readonly assets: readonly { readonly name: string; readonly sha256: string }[];
  };
}
