/** Inward in Node: the same `Safety` over the same engine, in this process (`seal: 'in-process'`). */
export { createSafety, type NodeSafetyOptions } from './create-safety.ts';
export { sketchSalt } from '../host/sketch-salt.ts';
export { copiesOf } from './report/copies-of.ts';
export { defaultSettings } from '../contract/default-settings.ts';
export { parseSettings } from '../contract/parse-settings.ts';
export { failsafeVerdict } from '../contract/failsafe.ts';
export { createMemoryStore } from '../host/memory-store.ts';
export { isSafetyError, SafetyError, type SafetyErrorCode } from '../contract/errors.ts';
export { LIMITS } from '../contract/limits.ts';
export type { CoverCells, CoverImage, CoverOptions, CoverReason, MediaCover } from '../contract/media.ts';
export type * from '../contract/message.ts';
export type { ForwardAction, ForwardCard, Forwarded, ForwardMark, ForwardReason, ForwardReview } from '../contract/forwarding.ts';
export type { OutgoingNudge, OutgoingReason, OutgoingReview, ReviewOptions } from '../contract/outgoing.ts';
export type * from '../contract/blocked-people.ts';
export type * from '../contract/settings.ts';
export type * from '../contract/verdict.ts';
export type { ContactReason } from '../contract/contact-reasons.ts';
export type {
  About, BatchItem, BatchOptions, HiddenWords, HiddenWordsChange, HiddenWordsRemoval, HiddenWordsReport, ImportOptions, RejectedEntry,
  RejectedLine, Safety, SafetyEvent, ScreenOptions, SealForm, Store, TrimmedLine, TrimmedPart, WordCount,
} from '../contract/safety.ts';
