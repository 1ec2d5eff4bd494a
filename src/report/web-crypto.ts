import { SafetyError } from '../contract/errors.ts';
import { concat, utf8, type Bytes } from './bytes.ts';

/** @throws {SafetyError} insecure-context */
export function subtle(): SubtleCrypto {
  // Where the page came over http there is none, whatever the types say.
  const { subtle: found } = crypto as { readonly subtle?: SubtleCrypto };
  if (found === undefined) throw new SafetyError('insecure-context', 'Reports need Web Crypto: serve the page over https.');
  return found;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle().digest('SHA-256', bytes));
}

/** HMAC-SHA-256 (RFC 2104) over a label and the bytes. The label ends in a line feed: no two uses share an input. */
export async function hmac(key: Bytes, label: string, bytes: Uint8Array): Promise<Bytes> {
  const imported = await subtle().importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', imported, concat(utf8(`${label}\n`), bytes)));
}
