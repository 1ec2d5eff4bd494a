/**
 * `inward/report`: reports that a person reads before they leave, that a moderator can trust, and that are answered. Nothing here asks for
 * anything on the network; the host sends what `sealReport` returns. All four sides of franking, and both of the seal.
 */
export type { Commitment, FrankedAttachment, FrankedBody, Franking, FrankingContext, ReportingTag } from '../contract/franking.ts';
export {
  CATEGORIES, categoriesFor, type ReportCategory, URGENCIES, type Urgency, URGENCY_REASONS, type UrgencyReason,
} from '../contract/report-categories.ts';
export type { ReportErrorCode } from '../contract/report-codes.ts';
export type { MessageToReport, ReportDraft } from '../contract/report-draft.ts';
export type { Press, RecipientKey, SealedFacts, SealedReport, SendEnvelope } from '../contract/report-seal.ts';
export type { PlainBody, Report, ReportedCopies, ReportedMessage, ReportedNotice, Writing } from '../contract/report.ts';
export { evidenceId, frankAttachment, openAttachment } from './attachment.ts';
export type { Bytes } from './bytes.ts';
export { buildReport, reportBytes } from './build-report.ts';
export type { RoutingHeader } from './envelope.ts';
export { checkCommitment, FRANKED_BYTES_MAX, frankMessage, type SeenByServer } from './franking.ts';
export { REPORT_LIMITS } from './limits.ts';
export { type OpenedReport, openReport, type SeenReports } from './open-report.ts';
export { createOutbox, type Outbox, type WaitingReport } from './outbox.ts';
export { makeRecipientKey, type PrivateRecipientKey } from './private-keys.ts';
export { checkReceipt, type Outcome, OUTCOMES, type Receipt, type SignedReceipt, signReceipt } from './receipt.ts';
export { recipientKeyId } from './recipient-keys.ts';
export { checkReportingTag, tagCommitment, type TagKey } from './reporting-tag.ts';
export { type SealOptions, sealReport } from './seal-report.ts';
export {
  type Escalation, NUDGE_HOURS, type NudgeHours, openTicket, type Ticket, ticketNudged, ticketStatus, type TicketStatus, ticketWithReceipt, type TicketReceipt,
} from './ticket.ts';
export { createTickets, type Tickets } from './tickets.ts';
export { type RefusedCode, type VerifiedMessage, verifyMessages, type VerifyOptions } from './verify-messages.ts';
export { detectWriting } from './writing.ts';
