/** Inward in a page: `createSafety` and what hosts need around it. Importing has no effect, in Node neither. */
export { createSafety } from './host/create-safety.ts';
export { createMemoryStore } from './host/memory-store.ts';
export { defaultSettings } from './contract/default-settings.ts';
export { parseSettings } from './contract/parse-settings.ts';
export { failsafeVerdict } from './contract/failsafe.ts';
export { isSafetyError, SafetyError, type SafetyErrorCode } from './contract/errors.ts';
export { LIMITS } from './contract/limits.ts';
export type { CoverCells, CoverImage, CoverOptions, CoverReason, MediaCover } from './contract/media.ts';
export type * from './contract/message.ts';
export type { ForwardAction, ForwardCard, Forwarded, ForwardedNotice, ForwardMark, ForwardReason, ForwardReview } from './contract/forwarding.ts';
export type { OutgoingNudge, OutgoingReason, OutgoingReview, ReviewOptions, TextNudge } from './contract/outgoing.ts';
export type * from './contract/blocked-people.ts';
export type { ContactGiven, ContactPeople } from './contract/contact-people.ts';
export type * from './contract/settings.ts';
export type * from './contract/verdict.ts';
export type { ContactReason } from './contract/contact-reasons.ts';
export type {
  About, BatchItem, BatchOptions, HiddenWords, HiddenWordsChange, HiddenWordsRemoval, HiddenWordsReport, ImportOptions, RejectedEntry,
  RejectedLine, Safety, SafetyEvent, SafetyOptions, ScreenOptions, SealForm, Store, TrimmedLine, TrimmedPart, WordCount,
} from './contract/safety.ts';
export type {
  OfferedMessage, ReportableMessage, ReportableThread, ReportChoices, ReportInHand, ReportModule, ReportOptions, ReportTarget, SentReport,
} from './contract/reporting.ts';
export type { ForgetTarget, ListWord, NoticeAnswer, NoticeAnswerCode, RejectedReason, RejectedWord } from './contract/engine.ts';
export type { AssetRecord } from './contract/assets.ts';
export type { DeliveryChoices } from './contract/delivery.ts';
export type { HintIssuer } from './contract/hints.ts';
