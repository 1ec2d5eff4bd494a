// SipHash-1-3 (Aumasson, Bernstein 2012), as the hash tables of Rust, Python and Ruby have it, under the secret of the installation: whoever
// does not have it can neither guess texts against a sketch, nor choose texts that meet in one. SipHash-2-4 takes half as long again.

import { FACTORS, KEY, LEAST, PLACES, SHIFTS } from './memory';

/** @returns 64 bits of `bytes` at `from`; the seven behind them are looked at, and do not count */
export function siphash(from: usize, bytes: i32): u64 {
  const k0 = load<u64>(KEY);
  const k1 = load<u64>(KEY, 8);
  let v0 = k0 ^ 0x736f6d6570736575;
  let v1 = k1 ^ 0x646f72616e646f6d;
  let v2 = k0 ^ 0x6c7967656e657261;
  let v3 = k1 ^ 0x7465646279746573;
  const last = bytes >> 3;
  // One turn more than there are blocks: the end.
  for (let block = 0; block <= last + 1; block++) {
    let m: u64 = 0;
    let rounds = 1;
    if (block < last) {
      m = load<u64>(from + (<usize>block << 3));
    } else if (block == last) {
      m = (load<u64>(from + (<usize>block << 3)) & ((<u64>1 << (<u64>(bytes & 7) << 3)) - 1)) | (<u64>bytes << 56);
    } else {
      v2 ^= 0xff;
      rounds = 3;
    }
    v3 ^= m;
    for (; rounds > 0; rounds--) {
      v0 += v1;
      v2 += v3;
      v1 = rotl<u64>(v1, 13) ^ v0;
      v3 = rotl<u64>(v3, 16) ^ v2;
      v0 = rotl<u64>(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = rotl<u64>(v1, 17) ^ v2;
      v3 = rotl<u64>(v3, 21) ^ v0;
      v2 = rotl<u64>(v2, 32);
    }
    v0 ^= m;
  }
  return v0 ^ v1 ^ v2 ^ v3;
}

/** Takes the 16 bytes of KEY into use. About 5 µs. */
export function setKey(): void {
  for (let place = 0; place < PLACES; place++) {
    // A message of four bytes: its number.
    store<u32>(LEAST, <u32>place);
    const seed = siphash(LEAST, 4);
    store<u32>(FACTORS + (<usize>place << 2), <u32>seed | 1);
    store<u32>(SHIFTS + (<usize>place << 2), <u32>(seed >> 32));
  }
}
