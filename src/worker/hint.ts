import { hashes, verify } from '@noble/ed25519';
import type { HintFacts } from '../contract/contact-facts.ts';
import { HINT_BUCKETS, HINT_SECONDS, HINT_SKEW_SECONDS, HINT_TYP, HINT_UNITS, type HintIssuer } from '../contract/hints.ts';
import { sha512 } from './sha512.ts';

hashes.sha512 = sha512;

/** What a hint says of its sender; `undefined` for whatever is wrong with it: then it is as if there were none. */
export type HintReader = (hint: string, subject: string, now: number) => HintFacts | undefined;

interface Signed {
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Hints whose signature was looked at last. */
const REMEMBERED = 64;

/**
 * Verifies JWS compact serialisations (RFC 7515 §7.1) with EdDSA over Ed25519 (RFC 8037 §3.1, RFC 8032 §5.1.7): about 10 ms a new hint, of those seen
 * before nothing. Never throws.
 */
export function hintReader({ issuer, audience, keys }: HintIssuer): HintReader {
  const seen = new Map<string, Signed | undefined>();

  function signedOf(hint: string): Signed | undefined {
    if (seen.has(hint)) return seen.get(hint);
    let signed: Signed | undefined;
    try {
      signed = verified(hint, keys);
    } catch {
      // No base64url, no JSON, no point of the curve.
    }
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(hint, signed);
    return signed;
  }

  return (hint, subject, now) => {
    if (hint.length > HINT_UNITS) return undefined;
    const { iss, aud, sub, iat, exp, ...buckets } = signedOf(hint)?.claims ?? {};
    const seconds = now / 1_000;
    const isOurs = iss === issuer && aud === audience && sub === subject && subject !== '';
    const isCurrent = isSeconds(iat) && isSeconds(exp) && exp > iat && exp - iat <= HINT_SECONDS && iat - HINT_SKEW_SECONDS <= seconds && seconds < exp;
    const areBuckets = Object.entries(buckets).every(([name, value]) => (
      Object.hasOwn(HINT_BUCKETS, name) && (HINT_BUCKETS[name as keyof typeof HINT_BUCKETS] as readonly unknown[]).includes(value)));
    return isOurs && isCurrent && areBuckets ? buckets as HintFacts : undefined;
  };
}

function verified(hint: string, keys: HintIssuer['keys']): Signed | undefined {
  const [header = '', payload = '', signature = '', ...more] = hint.split('.');
  if (more.length > 0) return undefined;
  const { alg, typ, kid, ...others } = objectOf(header);
  // What is not known is not understood: `crit`, `b64`, keys that come along.
  if (alg !== 'EdDSA' || typ !== HINT_TYP || typeof kid !== 'string' || !Object.hasOwn(keys, kid) || Object.keys(others).length > 0) return undefined;
  const isSigned = verify(bytesOf(signature), asciiOf(`${header}.${payload}`), bytesOf(keys[kid] as string), { zip215: false });
  return isSigned ? { claims: objectOf(payload) } : undefined;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding, in the one way that these bytes are written. @throws {Error} another text */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3 >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) throw new Error('No base64url.');
    held = (held << 6 | value) & 0xfff;
    bits += 6;
    if (bits >= 8) bytes[at++] = held >> (bits -= 8);
  }
  if (bits > 4 || (held & (1 << bits) - 1) !== 0) throw new Error('No base64url.');
  return bytes;
}

const asciiOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A flat JSON object that names each member once. @throws {Error} another text */
function objectOf(part: string): Readonly<Record<string, unknown>> {
  const json = new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(part));
  const value = JSON.parse(json) as Readonly<Record<string, unknown>> | null;
  // `JSON.parse` takes the last of two members of one name, and hides the first.
  const names = json.match(/"(?:[^"\\]|\\.)*"\s*:?/g)?.filter((text) => text.endsWith(':')) ?? [];
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length !== names.length) throw new Error('No such object.');
  return value;
}

function isSeconds(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
