import { concat, utf8, type Bytes } from './bytes.ts';
import { canonicalBytes, parseCanonical } from './canonical.ts';
import { base64url, id, oneOf, record } from './form.ts';

/** All that stands outside the seal, and is bound to it: what finds the right key, and drops a report that came twice. */
export interface RoutingHeader {
  readonly v: 1;
  readonly to: 'moderator' | 'partner';
  readonly keyId: string;
  readonly policy: string;
  /** Of this envelope alone: the moderator's and the partner's cannot be joined by it. */
  readonly envelopeId: string;
}

export interface Envelope {
  readonly header: RoutingHeader;
  /** Magic, length and header: `aad` of the seal. */
  readonly aad: Bytes;
  /** HPKE encapsulated key, 32 bytes. */
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
}

/** Reports of version 1. */
const MAGIC = utf8('IWR1');
const ENC_BYTES = 32;
const HEADER_MAX = 2_048;
const isHeader = record({ v: oneOf([1]), to: oneOf(['moderator', 'partner']), keyId: base64url(16), policy: id, envelopeId: base64url(16) });

export function aadOf(header: RoutingHeader): Bytes {
  const bytes = canonicalBytes(header);
  return concat(MAGIC, Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes);
}

/** On the wire: `aad ‖ enc ‖ ciphertext`. */
export function envelopeBytes({ aad, enc, ciphertext }: Omit<Envelope, 'header'>): Bytes {
  return concat(aad, enc, ciphertext);
}

/** `undefined` for bytes that are no envelope. Nothing of it is trusted before the seal is open. */
export function parseEnvelope(bytes: Uint8Array): Envelope | undefined {
  if (bytes.length < MAGIC.length + 2 || MAGIC.some((byte, at) => bytes[at] !== byte)) return undefined;
  const length = (bytes[4] as number) * 256 + (bytes[5] as number);
  const end = MAGIC.length + 2 + length;
  if (length > HEADER_MAX || bytes.length < end + ENC_BYTES) return undefined;
  const header = parseCanonical(bytes.slice(MAGIC.length + 2, end));
  if (!isHeader(header)) return undefined;
  return {
    header: header as RoutingHeader, aad: bytes.slice(0, end), enc: bytes.slice(end, end + ENC_BYTES), ciphertext: bytes.slice(end + ENC_BYTES),
  };
}

