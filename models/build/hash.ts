// The hash of the scam features, as assembly/features/hash.ts has it.

const PRIME = 16_777_619;

/** FNV-1a, a UTF-16 unit at a time. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME) >>> 0;
}

/** MurmurHash3's 32-bit finaliser. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
