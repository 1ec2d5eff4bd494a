// A ribbon filter (Dillinger, Walzer: Ribbon filter, arXiv:2103.02515): a set of words in 7.4 bits each that never denies a
// member and takes one in 128 others for one. Smaller here than a Bloom filter (9.7 bits for the same) or a Golomb-coded set
// (8.5), and asked where it lies.
//
// A word's hash names a row to start at, 64 coefficients and 7 bits of fingerprint; the rows whose coefficient is set,
// combined by exclusive or, are the fingerprint. The rows solve that system of equations for all members.

const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MIX = 0x9e3779b97f4a7c15n;
const WIDTH = 64;
export const FINGERPRINT_BITS = 7;

const to64 = (n: bigint): bigint => BigInt.asUintN(64, n);

/** FNV-1a of the UTF-16 units, 64 bits. */
function hash(word: string): bigint {
  let h = OFFSET_BASIS;
  for (let i = 0; i < word.length; i++) h = to64((h ^ BigInt(word.charCodeAt(i))) * PRIME);
  return h;
}

interface Equation { readonly start: number; readonly coefficients: bigint; readonly fingerprint: number }

export function equationOf(word: string, rows: number): Equation {
  const h = to64((hash(word) ^ hash(word) >> 32n) * MIX);
  return {
    start: Number((h >> 32n) * BigInt(rows - WIDTH + 1) >> 32n),
    coefficients: to64((h ^ h >> 32n) * MIX) | 1n,
    fingerprint: Number(h & BigInt((1 << FINGERPRINT_BITS) - 1)),
  };
}

/** One row a byte, 7 bits each: brotli takes the eighth away. @throws where the rows are too few; more of them help */
export function ribbon(words: readonly string[], rows: number): Uint8Array {
  const coefficients = Array.from({ length: rows }, () => 0n);
  const fingerprints = new Uint8Array(rows);
  for (const word of words) {
    let { start, coefficients: c, fingerprint } = equationOf(word, rows);
    for (;;) {
      const there = coefficients[start] ?? 0n;
      if (there === 0n) {
        coefficients[start] = c;
        fingerprints[start] = fingerprint;
        break;
      }
      c ^= there;
      fingerprint ^= fingerprints[start] ?? 0;
      if (c === 0n) {
        if (fingerprint !== 0) throw new Error(`No solution in ${String(rows)} rows.`);
        break;
      }
      for (; (c & 1n) === 0n; c >>= 1n) start++;
    }
  }
  const solution = new Uint8Array(rows);
  for (let row = rows - 1; row >= 0; row--) {
    const c = coefficients[row] ?? 0n;
    let value = c === 0n ? 0 : fingerprints[row] ?? 0;
    for (let i = 1; i < WIDTH && c !== 0n; i++) if ((c >> BigInt(i) & 1n) === 1n) value ^= solution[row + i] ?? 0;
    solution[row] = value;
  }
  return solution;
}
