import { fromUtf8, utf8, type Bytes } from './bytes.ts';

/** What a report is made of: no fractions, nothing deeper than `DEPTH_MAX`. Members that are `undefined` are left out. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

const DEPTH_MAX = 16;

/**
 * JSON canonicalization scheme (RFC 8785): one value, one text. Numbers are safe integers. Unlike the RFC, halves of surrogate pairs pass, as
 * `\udxxx`: what somebody wrote is reported as it is.
 * @throws {TypeError} anything else
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return `${value}`;
  if (typeof value !== 'object' || depth === DEPTH_MAX) throw new TypeError('A report holds JSON with whole numbers only.');
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join()}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).filter((name) => members[name] !== undefined).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name], depth + 1)}`).join()}}`;
}

export function canonicalBytes(value: unknown): Bytes {
  return utf8(canonicalJson(value));
}

/** `undefined` for bytes that `canonicalBytes` does not write. */
export function parseCanonical(bytes: Uint8Array): unknown {
  const text = fromUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
