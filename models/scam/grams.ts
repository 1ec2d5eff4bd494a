// Hashes of a prepared text (assembly/features), written down a second time for what training must count itself.

const PRIME = 16_777_619;
const BASIS_GRAM = 0x2545f491;
/** Buckets of the language head. */
export const GRAM_BUCKETS = 1 << 12;

export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** MurmurHash3's 32-bit finaliser (Appleby, public domain). @returns 0 to 2^32 - 1 */
export function finalise(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Buckets of every run of one to three units of a prepared text, repeats included. */
export function languageGrams(text: string): Uint16Array {
  const out = new Uint16Array(Math.max(text.length * 3 - 3, text.length));
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let h = BASIS_GRAM;
    for (let j = i; j < Math.min(text.length, i + 3); j++) {
      h = step(h, text.charCodeAt(j));
      out[n++] = finalise(h) & (GRAM_BUCKETS - 1);
    }
  }
  return out.subarray(0, n);
}
