import { SafetyError } from '../contract/errors.ts';

const MOST_BYTES = 100_000_000;

/** A copy of a host's model, to be transferred. @throws {SafetyError} asset-integrity: another digest than in code; limit-exceeded: over 100 MB */
export async function verified(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<ArrayBuffer> {
  if (bytes.byteLength > MOST_BYTES) throw new SafetyError('limit-exceeded', 'The host\'s model is longer than 100 MB.');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') !== sha256) {
    throw new SafetyError('asset-integrity', 'The host\'s model has another digest than the one in code.');
  }
  return bytes.slice().buffer;
}
