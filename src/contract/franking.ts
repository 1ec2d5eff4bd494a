import type { MessageKind } from './message.ts';

/** An attachment as its message commits to it: which ciphertext, and which key opens it. */
export interface FrankedAttachment {
  readonly kind: 'image' | 'video' | 'audio' | 'file' | 'sticker';
  /** SHA-256 of the ciphertext as it was sent, base64url, 32 bytes. */
  readonly digest: string;
  /** All that opens it, base64url, at most 128 bytes. For `openAttachment`: an AES-256-GCM key of 32 bytes and 12 bytes of nonce. */
  readonly key: string;
  readonly mimeType?: string;
}

/**
 * What a sender commits to: the message, whose it is, in which conversation, and its number there. This object, with the opening, is
 * what travels inside the end-to-end ciphertext.
 */
export interface FrankedBody {
  readonly v: 1;
  readonly conversationId: string;
  readonly senderId: string;
  readonly messageId: string;
  /** The sender's own count in this conversation, from 0; their word, by which nothing is refused. */
  readonly counter: number;
  readonly kind: MessageKind;
  /** By the sender's clock, milliseconds since 1970. */
  readonly sentAt: number;
  readonly text?: string;
  readonly attachments?: readonly FrankedAttachment[];
  /** As the sender says it; 5 stands for more. */
  readonly forwardHops?: number;
  readonly replyTo?: string;
  /** Id of the message that this one edits. */
  readonly edits?: string;
}

export interface Commitment {
  /** Franking key: inside the ciphertext, base64url, 32 bytes. The paper's nonce N_F. */
  readonly opening: string;
  /** Outside, for the server: base64url, 32 bytes. The paper's franking tag T_F. */
  readonly commitment: string;
}

/** What the server knows of a message that passes through it, and puts under its tag. */
export interface FrankingContext {
  readonly conversationId: string;
  readonly senderId: string;
  /** Whom it was delivered to: the account, or in a group the conversation itself, by its `conversationId`. */
  readonly recipientId: string;
  readonly messageId: string;
  /** Its number in this conversation at the server, rising by one: order and gaps are proven by it. */
  readonly sequence: number;
  /** When it arrived, milliseconds since 1970, down to the minute. */
  readonly receivedAt: number;
}

/** The paper's reporting tag R_F, and under which of the server's keys. Delivered with the message. */
export interface ReportingTag {
  readonly keyId: string;
  /** Base64url, 32 bytes. */
  readonly mac: string;
}

/** What makes a message one that a moderator can check: as it came, kept beside the message. */
export interface Franking extends Commitment {
  readonly tag: ReportingTag;
  readonly context: FrankingContext;
}
