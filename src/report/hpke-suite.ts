import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { utf8, type Bytes } from './bytes.ts';

let suite: CipherSuite | undefined;

/** HPKE (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode, over Web Crypto. Made with the first report. */
export function hpke(): CipherSuite {
  return suite ??= new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
}

/** `info` of the seal: the protocol, and the terms that the person read. */
export function infoFor(policy: string): Bytes {
  return utf8(`inward-report-1\n${policy}`);
}
