import type { FrankingContext, ReportingTag } from '../contract/franking.ts';
import { fromBase64url, sameBytes, toBase64url, type Bytes } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import { hmac } from './web-crypto.ts';

/** Symmetric, known to the service alone: whoever has it can say anything of anybody. */
export interface TagKey {
  readonly id: string;
  /** 32 random bytes. */
  readonly key: Bytes;
}

const LABEL = 'inward-reporting-tag-1';
export const MINUTE_MS = 60_000;

/**
 * The server's side of message franking: HMAC-SHA-256 over the commitment and the context, without seeing the message. Nothing is stored.
 * @throws {RangeError} a key of another length, or a time that is no whole minute: finer ones would help to find people
 */
export async function tagCommitment(key: TagKey, commitment: string, context: FrankingContext): Promise<ReportingTag> {
  if (key.key.length !== 32) throw new RangeError('A tag key is 32 random bytes.');
  if (context.receivedAt % MINUTE_MS !== 0) throw new RangeError('receivedAt is a whole minute.');
  return { keyId: key.id, mac: toBase64url(await mac(key, commitment, context)) };
}

/** Whether this key made this tag for this commitment in this context. */
export async function checkReportingTag(key: TagKey, tag: ReportingTag, commitment: string, context: FrankingContext): Promise<boolean> {
  const claimed = fromBase64url(tag.mac, 32);
  return tag.keyId === key.id && claimed !== undefined && sameBytes(await mac(key, commitment, context), claimed);
}

function mac(key: TagKey, commitment: string, context: FrankingContext): Promise<Bytes> {
  return hmac(key.key, LABEL, canonicalBytes({ keyId: key.id, commitment, context }));
}
