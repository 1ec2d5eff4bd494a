import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { recipientKeyId, type PrivateRecipientKey, type RecipientKey, type TagKey } from '../../report/index.ts';

/** A moderator's file: private. `keys` are all that may still have to be opened with, the present one first. */
export interface ModeratorFile {
  readonly 'inward-moderator': 1;
  readonly keys: readonly { readonly key: RecipientKey; readonly privateKey: string; readonly receiptPrivateKey: string }[];
  /** The server's keys of franking, base64url. */
  readonly tagKeys: readonly { readonly id: string; readonly key: string }[];
}

export interface NewKey {
  readonly name: string;
  readonly policy: string;
  readonly notBefore: number;
  readonly days: number;
}

const DAY_MS = 86_400_000;
const PRIVATE_BYTES = 32;

/** A recipient's key pair for sealing and one for receipts, fresh. */
export async function makeKey({ name, policy, notBefore, days }: NewKey): Promise<ModeratorFile['keys'][number]> {
  const [sealing, receipts] = [generateKeyPairSync('x25519'), generateKeyPairSync('ed25519')];
  // The last 32 bytes of PKCS #8 and of SPKI are the keys themselves (RFC 8410).
  const tail = (der: Buffer): string => der.subarray(-PRIVATE_BYTES).toString('base64url');
  const terms = {
    publicKey: tail(sealing.publicKey.export({ format: 'der', type: 'spki' })), receiptKey: tail(receipts.publicKey.export({ format: 'der', type: 'spki' })),
    policy, notBefore, notAfter: notBefore + days * DAY_MS,
  };
  return {
    key: { id: await recipientKeyId(terms), name, ...terms },
    privateKey: tail(sealing.privateKey.export({ format: 'der', type: 'pkcs8' })), receiptPrivateKey: tail(receipts.privateKey.export({ format: 'der', type: 'pkcs8' })),
  };
}

/** `undefined`: not a moderator's file. */
export function parseModeratorFile(text: string): ModeratorFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<ModeratorFile> | null;
    const isOurs = file?.['inward-moderator'] === 1 && Array.isArray(file.keys) && Array.isArray(file.tagKeys)
      && file.keys.every((one: Partial<ModeratorFile['keys'][number]>) => typeof one.key?.id === 'string' && is32(one.privateKey) && is32(one.receiptPrivateKey))
      && file.tagKeys.every((one: Partial<ModeratorFile['tagKeys'][number]>) => typeof one.id === 'string' && is32(one.key));
    return isOurs ? file as ModeratorFile : undefined;
  } catch {
    return undefined;
  }
}

function is32(text: unknown): boolean {
  return typeof text === 'string' && Buffer.from(text, 'base64url').length === PRIVATE_BYTES;
}

export function sealKeys(file: ModeratorFile): readonly PrivateRecipientKey[] {
  return file.keys.map(({ key, privateKey }) => ({ key, privateKey: new Uint8Array(Buffer.from(privateKey, 'base64url')) }));
}

export function tagKeys(file: ModeratorFile): readonly TagKey[] {
  return file.tagKeys.map(({ id, key }) => ({ id, key: new Uint8Array(Buffer.from(key, 'base64url')) }));
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The half that signs receipts. */
export function receiptKey(one: ModeratorFile['keys'][number]): Promise<webcrypto.CryptoKey> {
  const der = Buffer.concat([PKCS8_ED25519, Buffer.from(one.receiptPrivateKey, 'base64url')]);
  return webcrypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign']);
}
