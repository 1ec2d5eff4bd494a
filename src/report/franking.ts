import { SafetyError } from '../contract/errors.ts';
import type { Commitment, FrankedBody } from '../contract/franking.ts';
import { fromBase64url, randomBytes, sameBytes, toBase64url, type Bytes } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import { isFrankedBody } from './franked-form.ts';
import { hmac } from './web-crypto.ts';

/** 32 bytes, always: HMAC fills a shorter key with zeros, so that two of other lengths would open one commitment. */
export const OPENING_BYTES = 32;
/** Bytes of a body as canonical JSON. What is longer would not fit into a report, so it is not franked either. */
export const FRANKED_BYTES_MAX = 48_000;

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
export type SeenByServer = Pick<FrankedBody, 'conversationId' | 'senderId' | 'messageId'>;

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
