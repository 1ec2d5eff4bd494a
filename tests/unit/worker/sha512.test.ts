import { createHash } from 'node:crypto';
import { sha512 as noble } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha512 } from '../../../src/worker/sha512.ts';
import { runs } from '../../property/runs.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

it('is the SHA-512 of FIPS 180-4, of Node and of @noble/hashes', () => {
  // NIST, examples with intermediate values: "abc".
  expect(hex(sha512(Buffer.from('abc')))).toBe('ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f');
  for (const length of [0, 1, 55, 56, 63, 64, 111, 112, 113, 127, 128, 129, 239, 240, 255, 256, 2_048]) {
    const bytes = Uint8Array.from({ length }, (_, n) => n * 7 & 255);
    expect([length, hex(sha512(bytes))]).toEqual([length, createHash('sha512').update(bytes).digest('hex')]);
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => { expect(hex(sha512(bytes))).toBe(hex(noble(bytes))); }), runs(60));
});
