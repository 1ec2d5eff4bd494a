import { SafetyError } from '../contract/errors.ts';

/**
 * Two keys made in the page that no script can read out (`extractable: false`): one seals, one makes names. IndexedDB
 * keeps the handles. AES-GCM-256 with a fresh random 96-bit nonce for every write (NIST SP 800-38D §8.2.2: at most 2^32
 * writes under one key); HMAC-SHA-256, cut to 128 bits, for names.
 */
export interface SealKeys {
  /** Random, new with the keys. Tells another tab that they were replaced. */
  readonly id: string;
  readonly seal: CryptoKey;
  readonly names: CryptoKey;
}

const NONCE_BYTES = 12;
export const NAME_BYTES = 16;

export async function makeKeys(): Promise<SealKeys> {
  const [seal, names] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { id: toHex(crypto.getRandomValues(new Uint8Array(NAME_BYTES))), seal, names };
}

/** 32 hexadecimal digits under which the record with this key stands. */
export async function nameOf(keys: SealKeys, key: string): Promise<string> {
  // JSON, because it also carries a lone surrogate, which UTF-8 would replace.
  const mac = await crypto.subtle.sign('HMAC', keys.names, new TextEncoder().encode(JSON.stringify(key)));
  return toHex(new Uint8Array(mac).subarray(0, NAME_BYTES));
}

/** Nonce, then ciphertext with its 128-bit tag. `about` is bound, not stored. */
export async function sealBytes(keys: SealKeys, about: readonly unknown[], bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additionalData(about) }, keys.seal, bytes);
  const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE_BYTES);
  return whole;
}

/** @throws {SafetyError} record-refused: other bytes, another key, another place or version. */
export async function openBytes(keys: SealKeys, about: readonly unknown[], sealed: unknown): Promise<Uint8Array<ArrayBuffer>> {
  if (!(sealed instanceof Uint8Array) || sealed.length < NONCE_BYTES) throw refused();
  const whole = new Uint8Array(sealed);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: whole.subarray(0, NONCE_BYTES), additionalData: additionalData(about) }, keys.seal,
      whole.subarray(NONCE_BYTES),
    ));
  } catch {
    throw refused();
  }
}

export function refused(): SafetyError {
  return new SafetyError('record-refused', 'A stored record was damaged, moved, rolled back or made under another key.');
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

function additionalData(about: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['inward store', 1, ...about]));
}
