import type { RecipientKey } from '../contract/report-seal.ts';
import { toBase64url, type Bytes } from './bytes.ts';
import { recipientKeyId } from './recipient-keys.ts';
import { subtle } from './web-crypto.ts';

/** A recipient's key with its private halves: whoever has them reads reports and answers for the recipient. */
export interface PrivateRecipientKey {
  readonly key: RecipientKey;
  /** X25519, 32 bytes: opens reports. */
  readonly privateKey: Bytes;
  /** Ed25519, 32 bytes: signs receipts. */
  readonly receiptPrivateKey: Bytes;
}

/** PKCS #8 ends in the 32 bytes of the key (RFC 8410). */
const PKCS8_ED25519 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** Keys of a recipient, fresh: for a service's own tools, and for trying reports out. @throws {SafetyError} insecure-context */
export async function makeRecipientKey(terms: Pick<RecipientKey, 'name' | 'policy' | 'notBefore' | 'notAfter'>): Promise<PrivateRecipientKey> {
  const [sealing, receipts] = [await pair('X25519', 'deriveBits'), await pair('Ed25519', 'sign')];
  const key = { ...terms, publicKey: toBase64url(sealing.open), receiptKey: toBase64url(receipts.open) };
  return { key: { ...key, id: await recipientKeyId(key) }, privateKey: sealing.secret, receiptPrivateKey: receipts.secret };
}

/** WebKitGTK fails to make a key now and then, one in two hundred (docs/decisions/0005, 0033): the next one works. */
export async function again<T>(make: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (left === 0) throw error;
    return again(make, left - 1);
  }
}

async function pair(name: string, usage: KeyUsage): Promise<{ readonly open: Bytes; readonly secret: Bytes }> {
  const { publicKey, privateKey } = await again(() => subtle().generateKey({ name }, true, [usage]) as Promise<CryptoKeyPair>);
  const exported = async (format: 'raw' | 'pkcs8', key: CryptoKey): Promise<Bytes> => new Uint8Array(await subtle().exportKey(format, key));
  return { open: await exported('raw', publicKey), secret: (await exported('pkcs8', privateKey)).slice(-32) };
}

export function signingKey(secret: Bytes): Promise<CryptoKey> {
  return subtle().importKey('pkcs8', Uint8Array.of(...PKCS8_ED25519, ...secret), 'Ed25519', false, ['sign']);
}
