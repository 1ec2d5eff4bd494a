import type { ReportCategory, Urgency, UrgencyReason } from '../../contract/report-categories.ts';
import type { ReasonCode } from '../../contract/verdict.ts';
import { countText, fill, textIfAny, type Catalogue, type CountKey, type MessageKey } from '../catalogue.ts';

/** What the app asks after: a person was blocked, a chat is deleted, a request was declined. */
export type ReportOccasion = 'block' | 'delete' | 'decline';

/** Texts of `<inward-report>`, by code behind `report-`; they stand in `inward/ui/report/<tag>`. */
export type ReportKey =
  | 'title' | 'press' | 'to' | 'urgency' | `urgency-${Urgency}` | 'why-urgent' | 'reason-none' | `reason-${UrgencyReason}` | 'category' | `category-${ReportCategory}`
  | 'child' | 'yes' | 'messages' | 'choose-messages' | 'me' | 'provable' | 'unproven' | 'no-text' | 'gap' | 'more' | 'notices' | 'notices-in' | 'note' | 'language' | 'encoding'
  | 'encoding-unicode' | 'encoding-zawgyi' | 'encoding-unclear' | 'contact' | 'contact-status' | 'contact-reply' | 'contact-none' | 'partner' | 'preview' | 'before' | 'copies' | 'copies-for' | 'copies-none'
  | 'accounts' | 'attachment' | 'closed' | 'close-it' | 'missing' | 'withdraw' | 'stays' | 'no-key' | 'everything' | 'send' | 'cancel' | 'choose' | 'too-long' | 'offline' | 'sending' | 'sent' | 'number' | 'answer' | 'waiting' | 'again' | 'close' | 'failed' | 'expired'
  | `ask-${ReportOccasion}` | 'ask-yes' | 'ask-skip' | 'ask-nothing';

export type ReportMessages = Readonly<Record<`report-${ReportKey}`, string>>;

export interface Say {
  readonly say: (key: ReportKey, places?: Readonly<Record<string, string>>) => string;
  readonly count: (key: CountKey, count: number) => string;
  /** A reason of a notice: in words where the catalogue has those of `inward/ui/notices/<tag>` as well. */
  readonly reason: (code: ReasonCode) => string;
}

/** A catalogue without these texts reads as their codes. */
export function wordsOf(catalogue: Catalogue): Say {
  return {
    say(key, places) {
      const full = `report-${key}`;
      return textIfAny(catalogue, full) === undefined ? key : fill(catalogue, full as MessageKey, places);
    },
    count: (key, count) => countText(catalogue, key, count) ?? String(count),
    reason: (code) => textIfAny(catalogue, `notice-${code}`) ?? code,
  };
}
