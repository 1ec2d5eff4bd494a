import type { MessageKind } from '../contract/message.ts';
import { SafetyError } from '../contract/errors.ts';
import { fromBase64url, randomBytes, sameBytes, toBase64url, type Bytes } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import { isFrankedBody } from './franked-form.ts';
import { hmac } from './web-crypto.ts';

/** 32 bytes, always: HMAC fills a shorter key with zeros, so that two of other lengths would open one commitment. */
export const OPENING_BYTES = 32;
/** Bytes of a body as canonical JSON. What is longer would not fit into a report, so it is not franked either. */
export const FRANKED_BYTES_MAX = 48_000;

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
  /** The sender's own count in this conversation, from 0. */
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

const LABEL = 'inward-franking-1';

/**
 * The sender's side of message franking (Messenger Secret Conversations white paper, 2017; Grubbs, Lu, Ristenpart, CRYPTO 2017): a commitment
 * by HMAC-SHA-256 under a key drawn for this message alone. Half a millisecond.
 * @throws {TypeError} not a body. {SafetyError} limit-exceeded: over `FRANKED_BYTES_MAX`; insecure-context
 */
export async function frankMessage(body: FrankedBody): Promise<Commitment> {
  const opening = randomBytes(OPENING_BYTES);
  if (!isFrankedBody(body)) throw new TypeError('The body is not of the documented form.');
  const made = await commit(opening, body);
  if (made === undefined) throw new SafetyError('limit-exceeded', `A franked body is at most ${FRANKED_BYTES_MAX} bytes long.`);
  return { opening: toBase64url(opening), commitment: toBase64url(made) };
}

/** What a server saw of a message, as far as its body says it too. */
type SeenByServer = Pick<FrankedBody, 'conversationId' | 'senderId' | 'messageId'>;

/**
 * The recipient's side, on receipt, before the message is shown, and the moderator's. `false`: mark the message as one that cannot be
 * verified at once, or a sender could write what nobody can report.
 * @param context as it came with the tag: a body that says another sender, conversation or id is `false` too
 * @throws {SafetyError} insecure-context
 */
export async function checkCommitment(body: FrankedBody, { opening, commitment }: Commitment, context: SeenByServer = body): Promise<boolean> {
  const key = fromBase64url(opening, OPENING_BYTES);
  const claimed = fromBase64url(commitment, 32);
  if (key === undefined || claimed === undefined || !isFrankedBody(body)) return false;
  const made = await commit(key, body);
  return made !== undefined && sameBytes(made, claimed) && isOf(body, context);
}

/** `undefined`: too long. */
async function commit(opening: Bytes, body: FrankedBody): Promise<Bytes | undefined> {
  const bytes = canonicalBytes(body);
  return bytes.length > FRANKED_BYTES_MAX ? undefined : hmac(opening, LABEL, bytes);
}

export function isOf(body: SeenByServer, context: SeenByServer): boolean {
  return body.conversationId === context.conversationId && body.senderId === context.senderId && body.messageId === context.messageId;
}
