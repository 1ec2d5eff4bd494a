import type { ReportCategory, Urgency } from './report-categories.ts';

/**
 * Whom a report is sealed to: the service's moderators, or a partner that the person chose. Public; pinned in the host's code, and replaced by
 * an ordinary release before `notAfter`. Give the next key along with the present one.
 */
export interface RecipientKey {
  /** Digest of the two keys below and the policy, `recipientKeyId`: one that was exchanged has another id. */
  readonly id: string;
  /** As the person reads it before sending. */
  readonly name: string;
  /** X25519, base64url, 32 bytes. */
  readonly publicKey: string;
  /** Ed25519, base64url, 32 bytes: signs receipts. */
  readonly receiptKey: string;
  /** Version of the terms that reports under this key stand on. */
  readonly policy: string;
  /** In force from here, milliseconds since 1970, until before there. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** What of an event says that a person caused it. */
export interface Press {
  readonly isTrusted: boolean;
}

/** What the device may remember and show of a sealed report. Nothing of what was said, or by whom. */
export interface SealedFacts {
  readonly reportId: string;
  readonly sealedAt: number;
  readonly messages: number;
  readonly category: ReportCategory;
  readonly urgency: Urgency;
  /** `notAfter`: from then on its key is no longer in force. */
  readonly recipients: readonly { readonly to: 'moderator' | 'partner'; readonly name: string; readonly keyId: string; readonly notAfter: number }[];
}

export interface SealedReport {
  readonly facts: SealedFacts;
  /** One for each recipient, in order of `facts.recipients`: 16, 32 or 64 kB and about 250 bytes. */
  readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
}

/** Brings one envelope to its recipient. Resolves when it was taken, rejects when it was not. */
export type SendEnvelope = (envelope: Uint8Array<ArrayBuffer>, recipient: SealedFacts['recipients'][number]) => Promise<void>;
