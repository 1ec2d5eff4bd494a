import { SafetyError } from '../contract/errors.ts';
import type { FrankedAttachment } from '../contract/franking.ts';
import type { ReportErrorCode } from '../contract/report-codes.ts';
import { fromBase64url, sameBytes, toBase64url, type Bytes } from './bytes.ts';
import { sha256, subtle } from './web-crypto.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * Commits to an attachment by both its ciphertext and its key. Neither alone would do: AES-GCM is not committing, and one
 * ciphertext can open as two pictures under two keys (Dodis, Grubbs, Ristenpart, Woodage, CRYPTO 2018, "invisible salamanders").
 * @param key all that opens it, as `FrankedAttachment.key` says
 */
export async function frankAttachment(kind: FrankedAttachment['kind'], ciphertext: Bytes, key: Uint8Array): Promise<FrankedAttachment> {
  return { kind, digest: toBase64url(await sha256(ciphertext)), key: toBase64url(key) };
}

/**
 * What the recipient saw, for the moderator: the committed ciphertext, opened with the committed key, AES-256-GCM.
 * @throws {SafetyError} attachment-differs: another ciphertext, or a key that does not open it
 */
export async function openAttachment(attachment: FrankedAttachment, ciphertext: Bytes): Promise<Bytes> {
  const digest = fromBase64url(attachment.digest, 32);
  const secret = fromBase64url(attachment.key, KEY_BYTES + NONCE_BYTES);
  if (digest === undefined || secret === undefined || !sameBytes(await sha256(ciphertext), digest)) throw differs();
  const key = await subtle().importKey('raw', secret.subarray(0, KEY_BYTES), 'AES-GCM', false, ['decrypt']);
  try {
    return new Uint8Array(await subtle().decrypt({ name: 'AES-GCM', iv: secret.subarray(KEY_BYTES) }, key, ciphertext));
  } catch {
    throw differs();
  }
}

/** Under which name evidence may be kept once for many reports: never by ciphertext alone, for the key decides what it shows. */
export function evidenceId({ digest, key }: FrankedAttachment): string {
  return `${digest}.${key}`;
}

function differs(): SafetyError<ReportErrorCode> {
  return new SafetyError('attachment-differs', 'The message did not commit to this attachment.');
}
