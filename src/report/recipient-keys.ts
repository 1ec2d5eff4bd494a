import { SafetyError } from '../contract/errors.ts';
import type { ReportErrorCode } from '../contract/report-codes.ts';
import type { RecipientKey } from '../contract/report-seal.ts';
import { concat, fromBase64url, toBase64url, type Bytes } from './bytes.ts';
import { sha256 } from './web-crypto.ts';

/** SHA-256 over both public keys, the validity and the policy; the first 16 bytes, base64url. @throws {SafetyError} recipient-key-invalid */
export async function recipientKeyId(key: Omit<RecipientKey, 'id' | 'name'>): Promise<string> {
  const terms = new TextEncoder().encode(`${key.notBefore} ${key.notAfter} ${key.policy}`);
  return toBase64url((await sha256(concat(publicBytes(key.publicKey), publicBytes(key.receiptKey), terms))).subarray(0, 16));
}

/**
 * The key in force: of those that are, the newest.
 * @throws {SafetyError} recipient-key-invalid: an id is not the digest of its key; recipient-key-expired: none is in force
 */
export async function keyInForce(keys: readonly RecipientKey[], now: number): Promise<RecipientKey> {
  for (const key of keys) if (key.id !== await recipientKeyId(key)) throw invalid();
  const current = keys.filter((key) => key.notBefore <= now && now < key.notAfter).sort((a, b) => b.notBefore - a.notBefore)[0];
  if (current === undefined) throw new SafetyError('recipient-key-expired', 'No key is in force: update the app.');
  return current;
}

export function publicBytes(key: string): Bytes {
  const bytes = fromBase64url(key, 32);
  if (bytes === undefined) throw invalid();
  return bytes;
}

function invalid(): SafetyError<ReportErrorCode> {
  return new SafetyError('recipient-key-invalid', 'A recipient\'s key does not have the digest that its id says.');
}
