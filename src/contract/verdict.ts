import type { ContactReason } from './contact-reasons.ts';
import type { SafetyErrorCode } from './errors.ts';
import type { WordAction } from './settings.ts';

/** The answer for one message. Data only, no scores (DESIGN §4). Ranges are half-open UTF-16 in the original text. */

/**
 * `hidden` goes with a hit whose action is `hide`. Without one, `hidden-words: limit-exceeded` says that so many words of the list and of its
 * exceptions stand in the message that the search ended before its end: nobody knows that the rest is allowed; or, from people
 * one does not know, that the text took too many steps to read.
 */
export type Delivery = 'chats' | 'requests' | 'hidden' | 'denied';
export type Notify = 'normal' | 'silent' | 'none';

/** Where in a message something stands. Poll options are counted from 0. */
export type SurfaceName =
  | 'text' | 'displayName' | 'groupName' | 'quoted' | 'caption' | 'fileName' | 'linkTitle' | 'linkDescription'
  | `pollOptions.${number}` | `attachments.${number}`;

export interface Hit {
  readonly surface: SurfaceName;
  readonly start: number;
  readonly end: number;
  /** Index into `settings.hiddenWords.words`, or the number of an entry of the named list. */
  readonly entry: number;
  /** `'mine'` for the person's own words, else the tag of a default list. */
  readonly list: string;
  /** The strongest of a message's hits decides: `hide`, then `cover`, then `count`. */
  readonly action: WordAction;
}

/** A disguise that was seen through. Codes are only ever added. */
export type HowHidden =
  | 'look-alike' | 'leet' | 'stretched' | 'separated' | 'one-space' | 'masked' | 'glued' | 'reversed' | 'percent' | 'styled';

/** What trying a text out says of a hit; no verdict carries it. Empty: as written, letter case aside. */
export interface TriedHit extends Hit {
  readonly how: readonly HowHidden[];
}

/**
 * `target-differs`: the text names another host than the target. `look-alike-host`: letters of its host look like a–z. `mixed-script`:
 * one label of several scripts. `ip-address`: numbers in place of a name. `obfuscated`: disguised dots, `hxxp`, something unseen in the
 * name, or a name before `@`. `phone-number`: that. Codes are only ever added.
 */
export type LinkReason = 'request' | 'target-differs' | 'look-alike-host' | 'mixed-script' | 'ip-address' | 'obfuscated' | 'phone-number';

/**
 * Ranges may overlap; where one is inert, nothing there may be pressed. `links: limit-exceeded` says that a surface past
 * `LIMITS.surfaces` was not looked at, or that what could not be told apart is one inert range: in requests a host makes
 * every link inert then.
 */
export interface Link {
  readonly surface: SurfaceName;
  readonly start: number;
  readonly end: number;
  readonly inert: boolean;
  readonly why: readonly LinkReason[];
}

/** One attachment. One that has no entry (`media: limit-exceeded` says that there are such) counts as covered. */
export interface MediaVerdict {
  readonly id: string;
  readonly state: 'clear' | 'covered';
  readonly why: readonly ('request' | 'hidden-word' | 'unchecked')[];
}

export type NoticeKind = 'scam' | 'contact' | 'impersonation' | 'chain';
export type NoticeLevel = 'tip' | 'strong';

/** The safe next step, which does nothing to anybody: first among the actions of a scam notice, and of one about a name. Codes are only ever added. */
export type NoticeAdvice =
  | 'keep-code-to-yourself' | 'open-the-app-yourself' | 'call-the-number-you-know' | 'do-not-pay-first' | 'do-not-send-money'
  | 'pay-inside-the-marketplace' | 'do-not-install' | 'talk-to-somebody' | 'no-need-to-answer' | 'take-your-time'
  | 'check-another-way'
  /** Of a chain message: before it is believed or passed on. */
  | 'check-first';
/** `keep-chatting`: the person goes on; `compare`: show both accounts side by side; `get-help`: help lines (`inward/ui/help`). */
export type NoticeAction = 'block' | 'report' | 'restrict' | 'learn-more' | 'dismiss' | 'keep-chatting' | 'compare' | 'get-help' | NoticeAdvice;

/** `banner`: `<inward-notice>` with its message. `interstitial`: `<inward-interstitial>` in front of the chat, at most one a week. */
export type NoticeForm = 'banner' | 'interstitial';

/** Which of four looks a notice has, so that people do not stop seeing it (research/signals.md §7). Says nothing about its content. */
export type NoticeLayout = 0 | 1 | 2 | 3;

/**
 * Why a message is one of a chain: near-copies of it came from three sides within a day, or it was passed on five times and more; `mass-message`, last where it stands: somebody the
 * person does not know sent it. Nothing of what it says. Codes are only ever added.
 */
export type ChainReason = 'several-copies' | 'passed-on-often' | 'mass-message';

/** Facts a notice may state. Codes are only ever added; the words live in catalogues (docs/notices.md lists them all). */
export type ReasonCode =
  | 'not-a-contact' | 'looks-like-known-scams' | 'has-link' | 'asks-for-money' | 'asks-for-code' | 'account-threat'
  | 'prize-or-refund' | 'parcel-or-fee' | 'job-or-investment' | 'family-emergency' | 'urgency' | 'other-app'
  | 'long-number' | 'asks-for-secret' | 'asks-for-papers' | 'asks-to-install' | 'asks-to-scan' | 'asks-to-call' | 'asks-for-deposit'
  | 'gift-cards' | 'keep-secret' | 'no-calls' | 'threat' | 'new-number' | 'wrong-transfer' | 'fine-or-court' | 'large-sum'
  | 'sale-or-rent' | 'device-trouble'
  /** The sender's name, or their picture, looks like that of somebody the person blocked. */
  | 'name-like-blocked' | 'picture-like-blocked' | ContactReason | ChainReason;

/** The sixteen families of research/scam-data.md §6. */
export type ScamFamily =
  | 'account' | 'parcel' | 'prize' | 'gambling' | 'loan' | 'government' | 'support' | 'investment' | 'job' | 'romance'
  | 'payment' | 'advance-fee' | 'relative' | 'marketplace' | 'extortion' | 'wrong-number';

/** Words of the message that a reason is tied to. */
export interface NoticeRange {
  readonly reason: ReasonCode;
  readonly surface: SurfaceName;
  readonly start: number;
  readonly end: number;
}

export interface Notice {
  /** Stable for a message: the same message screened twice carries the same id. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly family?: ScamFamily;
  readonly level: NoticeLevel;
  readonly reasons: readonly ReasonCode[];
  /** Of these reasons; empty where nothing points anywhere. At most `LIMITS.noticeWords`. */
  readonly where: readonly NoticeRange[];
  /** The first one biggest; of a scam notice a `NoticeAdvice`. */
  readonly actions: readonly NoticeAction[];
  /** Absent: `banner`. */
  readonly form?: NoticeForm;
  /** Absent: 0. Never that of the conversation's last one. */
  readonly layout?: NoticeLayout;
}

/**
 * `nudges` and `forward` stand only in the answer of `reviewOutgoing`. `names`: whether a sender's looks like that of somebody the person blocked. `contact`: who writes. `chain`: whether the same text came from several sides.
 */
export type CheckName = 'hidden-words' | 'scam' | 'links' | 'media' | 'state' | 'settings' | 'nudges' | 'names' | 'contact' | 'chain' | 'forward';

/**
 * A check that did not run, or not on all of the message. `ill-formed-text`: it holds halves of surrogate pairs, each read
 * as U+FFFD; a word with one inside is found as one with any other mark inside. Text of well-formed UTF-8 never does.
 */
export interface Degraded {
  readonly check: CheckName;
  readonly code: SafetyErrorCode;
}

export interface Verdict {
  readonly delivery: Delivery;
  readonly notify: Notify;
  readonly hits: readonly Hit[];
  readonly links: readonly Link[];
  readonly media: readonly MediaVerdict[];
  readonly notices: readonly Notice[];
  /**
   * `flood`: one of many strangers who write at once; announce all of them together. `copies-` and 16 digits: a long text in a request; the same name stands on
   * its near-copies of two weeks, for `groupRequests`. It says nothing outside this installation.
   */
  readonly groups: readonly string[];
  /**
   * Empty: every check that is switched on ran. A check may run and have no opinion: the scam check has none on a text of
   * fewer than 20 letters without a link or a long number.
   */
  readonly degraded: readonly Degraded[];
}
