import { generateKeyPairSync, sign } from 'node:crypto';
import { verify } from '@noble/ed25519';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HINT_BUCKETS } from '../../../src/contract/hints.ts';
import { hintReader } from '../../../src/worker/hint.ts';
import { base64url, ISSUER, NOW, signedHint, SUBJECT } from '../../fixtures/hints.ts';
import { runs } from '../../property/runs.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** RFC 8032 §7.1: tests 1 to 3 and "SHA(abc)". */
const RFC_8032: readonly (readonly [key: string, message: string, signature: string])[] = [
  ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ['ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704'],
];

describe('Ed25519 over the SHA-512 of the worker', () => {
  it('verifies the signatures of RFC 8032, and none of another message', () => {
    for (const [key, message, signature] of RFC_8032) {
      const at = (text: string): boolean => verify(bytes(signature), bytes(text), bytes(key), { zip215: false });
      expect([key, at(message), at(`${message}00`)]).toEqual([key, true, false]);
    }
  });

  it('verifies the JWS of RFC 8037, appendix A.4', () => {
    const input = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
    const signature = Buffer.from('hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg', 'base64url');
    const key = Buffer.from(ISSUER.keys['k1'] as string, 'base64url');
    expect(verify(Uint8Array.from(signature), Uint8Array.from(Buffer.from(input)), Uint8Array.from(key), { zip215: false })).toBe(true);
    // The same signature, but no hint: it has no `typ` and no `kid`.
    expect(hintReader(ISSUER)(`${input}.${base64url(signature)}`, SUBJECT, NOW)).toBeUndefined();
  });

  it('agrees with Node on signatures of random keys', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (message, isGood) => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const key = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url'));
      const signature = Uint8Array.from(sign(null, message, privateKey));
      if (!isGood) signature[40] = (signature[40] as number) ^ 4;
      expect(verify(signature, message, key, { zip215: false })).toBe(isGood);
    }), runs(30));
  });
});

it('a hint says its buckets to whom it is about, while it lasts, and to nobody else', () => {
  const read = hintReader(ISSUER);
  const seconds = NOW / 1_000;
  const claims = fc.record({
    sub: fc.constantFrom(SUBJECT, 'pair-2'), iat: fc.integer({ min: seconds - 9 * 86_400, max: seconds + 200 }), lasts: fc.integer({ min: -10, max: 8 * 86_400 }),
    newMinors: fc.option(fc.constantFrom(...HINT_BUCKETS.newMinors), { nil: undefined }), strangers: fc.option(fc.constantFrom(...HINT_BUCKETS.strangers), { nil: undefined }),
  });
  fc.assert(fc.property(claims, ({ sub, iat, lasts, newMinors, strangers }) => {
    const isGood = sub === SUBJECT && lasts > 0 && lasts <= 7 * 86_400 && iat - 60 <= seconds && seconds < iat + lasts;
    const buckets = JSON.parse(JSON.stringify({ newMinors, strangers })) as object;
    expect(read(signedHint({ sub, iat, exp: iat + lasts, newMinors, strangers, acceptRatio: undefined }), SUBJECT, NOW)).toEqual(isGood ? buckets : undefined);
  }), runs(60));
});
