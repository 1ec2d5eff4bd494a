import { frankAttachment, openAttachment, type FrankedAttachment } from 'inward/report';
import { fromBase64, toBase64 } from './base64.ts';

/** A picture as it travels: a message commits to both, or one ciphertext could be two pictures. */
export interface SealedPicture {
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** Key and nonce of AES-256-GCM, made for this picture alone. */
  readonly key: Uint8Array<ArrayBuffer>;
}

const [KEY_BYTES, NONCE_BYTES] = [32, 12];

export async function sealPicture(bytes: Uint8Array<ArrayBuffer>): Promise<SealedPicture> {
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES + NONCE_BYTES));
  const secret = await crypto.subtle.importKey('raw', key.subarray(0, KEY_BYTES), 'AES-GCM', false, ['encrypt']);
  return { key, ciphertext: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: key.subarray(KEY_BYTES) }, secret, bytes)) };
}

/** As the moderator opens it, so that nobody is shown what a report could not show. @throws {SafetyError} attachment-differs: its key does not open it */
export async function openPicture(sealed: SealedPicture): Promise<Uint8Array<ArrayBuffer>> {
  return await openAttachment(await frankPicture(sealed), sealed.ciphertext);
}

export function frankPicture({ ciphertext, key }: SealedPicture): Promise<FrankedAttachment> {
  return frankAttachment('image', ciphertext, key);
}

/** For the wire, inside the message. */
export function encodePicture({ ciphertext, key }: SealedPicture): object {
  return { ciphertext: toBase64(ciphertext), key: toBase64(key) };
}

/** A sender can send anything. @throws where it is none */
export function decodePicture(value: object): SealedPicture {
  const { ciphertext, key } = value as Readonly<Record<string, string>>;
  return { ciphertext: fromBase64(ciphertext ?? ''), key: fromBase64(key ?? '') };
}
