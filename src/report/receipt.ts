import { SafetyError } from '../contract/errors.ts';
import type { RecipientKey } from '../contract/report-seal.ts';
import { concat, fromBase64url, toBase64url, utf8, type Bytes } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import { base64url, oneOf, record, text, time, whole } from './form.ts';
import { type PrivateRecipientKey, signingKey } from './private-keys.ts';
import { publicBytes } from './recipient-keys.ts';
import { subtle } from './web-crypto.ts';

/** What came of a report. Codes are only ever added; the sentence beside it is what the person reads. */
export const OUTCOMES = [
  'removed', 'no-violation', 'account-warned', 'account-limited', 'account-suspended', 'account-banned', 'fake-account-removed', 'duplicate',
  'referred', 'not-enough', 'other',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Receipt {
  readonly v: 1;
  readonly reportId: string;
  /** Rises with every receipt of a report. */
  readonly number: number;
  readonly status: 'received' | 'in-review' | 'final';
  /** By the recipient's clock, milliseconds since 1970. */
  readonly at: number;
  /** With `final`. */
  readonly outcome?: Outcome;
  /** What happened, in the reporter's language, at most 2,000 UTF-16 units. */
  readonly text?: string;
}

export interface SignedReceipt {
  readonly receipt: Receipt;
  readonly keyId: string;
  /** Ed25519 (RFC 8032), base64url, 64 bytes. */
  readonly signature: string;
}

const LABEL = 'inward-receipt-1';
const isReceipt = record({
  v: oneOf([1]), reportId: base64url(16), number: whole(), status: oneOf(['received', 'in-review', 'final']), at: time,
  'outcome?': oneOf(OUTCOMES), 'text?': text(2_000),
});

/**
 * The recipient's side: signs under the Ed25519 half of the key that the report was sealed to.
 * @throws {TypeError} not a receipt
 */
export async function signReceipt(receipt: Receipt, own: PrivateRecipientKey): Promise<SignedReceipt> {
  if (!isWellFormed(receipt)) throw new TypeError('This is no receipt: final ones have an outcome, others have none.');
  const keyId = own.key.id;
  const signature = await subtle().sign('Ed25519', await signingKey(own.receiptPrivateKey), signed(receipt, keyId));
  return { receipt, keyId, signature: toBase64url(new Uint8Array(signature)) };
}

/**
 * The device's side. @param keys pinned, former ones included
 * @throws {SafetyError} receipt-forged; seal-unsupported: this engine has no Ed25519
 */
export async function checkReceipt({ receipt, keyId, signature }: SignedReceipt, keys: readonly RecipientKey[]): Promise<Receipt> {
  const key = keys.find(({ id }) => id === keyId);
  const bytes = typeof signature === 'string' ? fromBase64url(signature, 64) : undefined;
  if (key === undefined || bytes === undefined || !isWellFormed(receipt) || !await verifies(key, bytes, signed(receipt, keyId))) {
    throw new SafetyError('receipt-forged', 'No recipient signed it.');
  }
  return receipt;
}

async function verifies(key: RecipientKey, signature: Bytes, bytes: Bytes): Promise<boolean> {
  let imported: CryptoKey;
  try {
    imported = await subtle().importKey('raw', publicBytes(key.receiptKey), 'Ed25519', false, ['verify']);
  } catch (cause) {
    throw new SafetyError('seal-unsupported', 'No Ed25519 in Web Crypto.', { cause });
  }
  return subtle().verify('Ed25519', imported, signature, bytes);
}

function isWellFormed(receipt: Receipt): boolean {
  return isReceipt(receipt) && (receipt.outcome !== undefined) === (receipt.status === 'final');
}

function signed(receipt: Receipt, keyId: string): Bytes {
  return concat(utf8(`${LABEL}\n${keyId}\n`), canonicalBytes(receipt));
}
