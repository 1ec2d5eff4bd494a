/**
 * `inward/report`: reports that a person reads before they leave, that a moderator can trust, and that are answered. Nothing here asks for
 * anything on the network; the host sends what `sealReport` returns. All four sides of franking, and both of the seal.
 */
export type { ReportErrorCode } from '../contract/report-codes.ts';
export { evidenceId, frankAttachment, openAttachment } from './attachment.ts';
export { buildReport, reportBytes, type MessageToReport, type ReportDraft } from './build-report.ts';
export {
  CATEGORIES, categoriesFor, URGENCIES, URGENCY_REASONS, type ReportCategory, type Urgency, type UrgencyReason,
} from './categories.ts';
export type { RoutingHeader } from './envelope.ts';
export { checkCommitment, FRANKED_BYTES_MAX, frankMessage, type Commitment, type FrankedAttachment, type FrankedBody } from './franking.ts';
export type { Press } from './gesture.ts';
export { openReport, type OpenedReport, type SeenReports } from './open-report.ts';
export { createOutbox, type Outbox, type SendEnvelope, type WaitingReport } from './outbox.ts';
export { makeRecipientKey, type PrivateRecipientKey } from './private-keys.ts';
export { checkReceipt, OUTCOMES, signReceipt, type Outcome, type Receipt, type SignedReceipt } from './receipt.ts';
export { recipientKeyId, type RecipientKey } from './recipient-keys.ts';
export { checkReportingTag, tagCommitment, type FrankingContext, type ReportingTag, type TagKey } from './reporting-tag.ts';
export { REPORT_LIMITS, type Franking, type PlainBody, type Report, type ReportedMessage, type ReportedNotice } from './report.ts';
export { sealReport, type SealedFacts, type SealedReport, type SealOptions } from './seal-report.ts';
export {
  NUDGE_HOURS, openTicket, ticketEscalated, ticketNudged, ticketStatus, ticketWithReceipt, type NudgeHours, type Ticket, type TicketStatus,
} from './ticket.ts';
export { createTickets, type Tickets } from './tickets.ts';
export { verifyMessages, type RefusedCode, type VerifiedMessage, type VerifyOptions } from './verify-messages.ts';
export { detectWriting, type Writing } from './writing.ts';
