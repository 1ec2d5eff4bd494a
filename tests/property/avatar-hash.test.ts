import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookDistance } from '../../src/contract/looks.ts';
import { avatarHash } from '../../src/host/avatar-hash.ts';
import type { Picture } from '../../src/media/image-head.ts';
import { keystream } from '../../src/host/keystream.ts';
import { slowAvatarHash } from '../oracle/avatar-hash.ts';
import { runs } from './runs.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const picture: fc.Arbitrary<Picture> = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 })).chain(([width, height]) => (
  fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }).map((bytes) => ({ width, height, data: Uint8ClampedArray.from(bytes) }))));
const bitsOf = (hash: Uint8Array | undefined): readonly boolean[] | undefined => hash && Array.from({ length: 256 }, (_, bit) => ((hash[bit >> 3] ?? 0) >> (bit & 7) & 1) === 1);

describe('the key stream', () => {
  it('is that of RFC 8439, A.1, test vectors 1 and 2', () => {
    expect(Buffer.from(keystream(new Uint8Array(32), 128)).toString('hex')).toBe(
      '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586'
      + '9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f');
  });

  it('is Node’s, for every key and length', () => {
    fc.assert(fc.property(key, fc.nat({ max: 2_100 }), (bytes, length) => {
      expect(Buffer.from(keystream(bytes, length)).equals(createCipheriv('chacha20', bytes, Buffer.alloc(16)).update(Buffer.alloc(length)))).toBe(true);
    }), runs(100));
  });
});

describe('the hash of a picture', () => {
  it('is the oracle’s, bit for bit', () => {
    fc.assert(fc.property(picture, key, (one, under) => { expect(bitsOf(avatarHash(one, under))).toEqual(slowAvatarHash(one, under)); }), runs(25, 0.1));
  });

  it('says nothing of another install’s: under two keys half of the bits differ', () => {
    fc.assert(fc.property(picture, key, key, (one, a, b) => {
      fc.pre(!Buffer.from(a).equals(Buffer.from(b)));
      const [x, y] = [avatarHash(one, a), avatarHash(one, b)];
      // 128 and eight standard deviations.
      if (x !== undefined && y !== undefined) expect(Math.abs(lookDistance(x, y) - 128)).toBeLessThan(64);
    }), { ...runs(200), seed: 20_261_122 });
  });

  it('is none for plain pictures, of whatever size and colour', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 320 }), fc.integer({ min: 1, max: 320 }), fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), fc.nat(5), key, (width, height, colour, grain, under) => {
      const data = new Uint8ClampedArray(width * height * 4).map((_, i) => (i % 4 === 3 ? 255 : (colour[i % 4] ?? 0) + (i >> 2) % (grain + 1)));
      expect(avatarHash({ width, height, data }, under)).toBeUndefined();
    }), runs(40));
  });

  it('counts bits as they differ', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (a, b) => {
      expect(lookDistance(a, b)).toBe((bitsOf(a) ?? []).filter((bit, n) => bit !== bitsOf(b)?.[n]).length);
    }), runs(100));
  });
});
