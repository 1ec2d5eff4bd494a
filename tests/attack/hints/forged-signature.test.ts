import { expect, it } from 'vitest';
import { hintReader } from '../../../src/worker/hint.ts';
import { base64url, FACTS, ISSUER, NOW, OTHER_KEY, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const read = hintReader(ISSUER);

it('a hint that somebody else signed, or whose words or signature were changed, is none', () => {
  const hint = signedHint();
  expect(read(hint, SUBJECT, NOW)).toEqual(FACTS);
  expect(read(signedHint({}, {}, OTHER_KEY), SUBJECT, NOW)).toBeUndefined();
  const [header = '', payload = '', signature = ''] = hint.split('.');
  const softer = base64url(Buffer.from(payload, 'base64url').toString().replace('10-or-more', '0-2'));
  expect(read(`${header}.${softer}.${signature}`, SUBJECT, NOW)).toBeUndefined();
  for (let at = 0; at < 64; at += 7) {
    const bytes = Buffer.from(signature, 'base64url');
    bytes[at] = (bytes[at] as number) ^ 1;
    expect(read(`${header}.${payload}.${base64url(bytes)}`, SUBJECT, NOW)).toBeUndefined();
  }
  for (const empty of ['', base64url(new Uint8Array(64)), base64url(new Uint8Array(63)), base64url(new Uint8Array(65))]) expect(read(`${header}.${payload}.${empty}`, SUBJECT, NOW)).toBeUndefined();
});

it('nor one whose signature is written in a second way (RFC 8032 §5.1.7: S below the order)', () => {
  const [header = '', payload = '', signature = ''] = signedHint().split('.');
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const bytes = Buffer.from(signature, 'base64url');
  let s = bytes.subarray(32).reduceRight((sum, byte) => sum << 8n | BigInt(byte), 0n) + ORDER;
  for (let at = 32; at < 64; at++) {
    bytes[at] = Number(s & 255n);
    s >>= 8n;
  }
  expect(read(`${header}.${payload}.${base64url(bytes)}`, SUBJECT, NOW)).toBeUndefined();
  expect(read(`${header}.${payload}.${signature}=`, SUBJECT, NOW)).toBeUndefined();
});

it('nor one under a key of small order, which would sign anything', () => {
  // The neutral element, and R = A, S = 0: holds for every message where such keys are taken.
  const neutral = base64url(Uint8Array.from({ length: 32 }, (_, n) => (n === 0 ? 1 : 0)));
  const weak = hintReader({ ...ISSUER, keys: { k1: neutral } });
  const [header = '', payload = ''] = signedHint().split('.');
  const signature = base64url(Uint8Array.from({ length: 64 }, (_, n) => (n === 0 ? 1 : 0)));
  expect(weak(`${header}.${payload}.${signature}`, SUBJECT, NOW)).toBeUndefined();
});
