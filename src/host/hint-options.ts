import type { HintIssuer } from '../contract/hints.ts';
import { like, object, outOfRange, text, wrongType } from './plain.ts';

const ISSUER = object({ issuer: text, audience: text, keys: like((value) => typeof value === 'object' && value !== null) });
/** 32 bytes in base64url. */
const KEY = /^[A-Za-z0-9_-]{43}$/;

/** As plain data. @throws {TypeError} not of the documented form. {RangeError} no key, or one that is none of Ed25519. No value stands in the text. */
export function plainHints(given: unknown): HintIssuer | undefined {
  if (given === undefined) return undefined;
  const { keys, ...names } = ISSUER(given, 'hints') as HintIssuer;
  const read = Object.entries(keys).map(([kid, key]) => {
    if (typeof key !== 'string') throw wrongType('hints.keys');
    if (!KEY.test(key)) throw outOfRange('hints.keys');
    return [kid, key] as const;
  });
  if (read.length === 0) throw outOfRange('hints.keys');
  return { ...names, keys: Object.fromEntries(read) };
}
