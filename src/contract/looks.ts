/** Bytes of the hash of a picture (src/host/avatar-hash.ts), and of the key that it is made under. */
export const LOOK_BYTES = 32;
export const LOOK_KEY_BYTES = 32;

/** At most so many of the 256 bits differ where one picture is the other, saved anew, resized or cropped a little (docs/decisions/0027). */
export const SAME_LOOK_BITS = 32;

/** Bits that differ. */
export function lookDistance(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (let i = 0; i < LOOK_BYTES; i++) {
    for (let rest = (a[i] ?? 0) ^ (b[i] ?? 0); rest !== 0; rest &= rest - 1) bits++;
  }
  return bits;
}
