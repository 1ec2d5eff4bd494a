// MinHash as one would write it plainly, to compare with: no key, no normaliser, no tables.

const PLACES = 128;
const FACTORS = Uint32Array.from({ length: PLACES }, (_, n) => (Math.imul(n + 1, 0x9e3779b1) >>> 0) | 1);

export function plainMinHash(text: string): Uint32Array {
  const least = new Uint32Array(PLACES).fill(0xffffffff);
  const letters = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  for (let at = 0; at + 4 <= letters.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < 4; i++) hash = Math.imul(hash ^ letters.charCodeAt(at + i), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    for (let place = 0; place < PLACES; place++) {
      const value = (Math.imul(hash, FACTORS[place] ?? 1) + place * 0x7f4a7c15) >>> 0;
      if (value < (least[place] ?? 0)) least[place] = value;
    }
  }
  return least;
}

export function plainShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let place = 0; place < PLACES; place++) shared += a[place] === b[place] ? 1 : 0;
  return shared;
}
