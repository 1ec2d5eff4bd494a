// The one hash of the scam features: FNV-1a a unit at a time, then MurmurHash3's finaliser (both public domain), since FNV
// alone leaves the low bits of short keys poorly mixed. models/build/hash.ts says the same in TypeScript.

const PRIME: u32 = 16_777_619;

// @ts-ignore: decorator
@inline
export function step(hash: u32, unit: u32): u32 {
  return (hash ^ unit) * PRIME;
}

export function finish(hash: u32): u32 {
  let h = hash;
  h ^= h >> 16;
  h *= 0x85ebca6b;
  h ^= h >> 13;
  h *= 0xc2b2ae35;
  return h ^ (h >> 16);
}
