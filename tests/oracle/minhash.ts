// Near-copies, slow and obvious: what a text is made of as a set, how alike two sets are, and the sketch that stands for one.
//
// Resemblance and containment of documents by their shingles: Broder 1997. The sketch holds the least value of each of 128 hashes of the
// set, so that two sketches agree in a place with the probability of their Jaccard index. Containment is worked out from that and the
// two sizes, as LSH Ensemble does (Zhu, Nargesian, Pu, Miller 2016): a text between a prefix and a suffix is contained whole.

import { normalise } from './normalise.ts';
import { siphash } from './siphash.ts';
import { leansZawgyi } from './zawgyi.ts';

export const GRAM = 4;
export const LEAST = 60;
/** UTF-16 units of a message that are read, and code points of it that are kept. */
export const UNITS = 8_192;
export const KEPT = 4_096;
export const PLACES = 128;

/** Of the text as it is read: letters, their marks, and digits as one of them. Neither spaces, punctuation nor emoji: people change those. */
export function keptOf(text: string): readonly number[] {
  const read = text.slice(0, UNITS);
  const kept: number[] = [];
  for (const c of normalise(read, leansZawgyi(read)).text) {
    if (/^\p{Nd}$/u.test(c)) kept.push(0x30);
    else if (/^[\p{L}\p{M}\p{N}\p{Alphabetic}\ufdd0-\ufdef]$/u.test(c) && !/^\p{Extended_Pictographic}$/u.test(c)) kept.push(c.codePointAt(0) ?? 0);
  }
  return kept.slice(0, KEPT);
}

/** Every four neighbours as their code points, each set of four once; none for a text below 60. */
export function gramsOf(text: string): ReadonlySet<string> {
  const kept = keptOf(text);
  const grams = new Set<string>();
  if (kept.length < LEAST) return grams;
  for (let at = 0; at + GRAM <= kept.length; at++) grams.add(kept.slice(at, at + GRAM).join(' '));
  return grams;
}

/** |A ∩ B| / |A ∪ B|. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((gram) => b.has(gram)).length;
  return both / (a.size + b.size - both);
}

/** |A ∩ B| / the smaller of |A| and |B|. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((gram) => b.has(gram)).length / Math.min(a.size, b.size);
}

export interface OracleSketch {
  /** 128 values of 32 bits. */
  readonly least: readonly number[];
  /** Different hashes of grams. */
  readonly size: number;
}

/** @param key 16 bytes, the secret of an installation */
export function sketchOf(text: string, key: readonly number[]): OracleSketch {
  const hashes = new Set([...gramsOf(text)].map((gram) => {
    // Three bytes for a code point.
    const bytes = gram.split(' ').map(Number).flatMap((cp) => [cp & 255, (cp >> 8) & 255, cp >> 16]);
    return Number(siphash(key, bytes) & 0xffffffffn) || 1;
  }));
  const least = Array.from({ length: PLACES }, (_, place) => {
    const seed = siphash(key, [place, 0, 0, 0]);
    const factor = Number(seed & 0xffffffffn) | 1;
    const shift = Number(seed >> 32n);
    return [...hashes].reduce((min, hash) => Math.min(min, (Math.imul(hash, factor) + shift) >>> 0), 0xffffffff);
  });
  return { least, size: hashes.size };
}

export function sharedPlaces(a: OracleSketch, b: OracleSketch): number {
  return a.least.filter((value, place) => value === b.least[place]).length;
}

/** Of the Jaccard index, from the places that two sketches share. */
export function estimatedJaccard(a: OracleSketch, b: OracleSketch): number {
  return sharedPlaces(a, b) / PLACES;
}

/** J (|A| + |B|) / ((1 + J) min(|A|, |B|)), which more than 1 may come of. */
export function estimatedContainment(a: OracleSketch, b: OracleSketch): number {
  const j = estimatedJaccard(a, b);
  return j * (a.size + b.size) / ((1 + j) * Math.min(a.size, b.size));
}

/** @param shared places, at least @param contained of a thousand, at least */
export function isNear(a: OracleSketch, b: OracleSketch, shared: number, contained: number): boolean {
  const places = sharedPlaces(a, b);
  // In whole numbers, as the kernel counts: no rounding decides.
  return places >= shared && places * (a.size + b.size) * 1000 >= contained * (PLACES + places) * Math.min(a.size, b.size);
}

/** The sketch as the kernel holds it: the lowest bytes of all places, then the second ones, and so on. */
export function bytesOf({ least }: OracleSketch): readonly number[] {
  return [0, 8, 16, 24].flatMap((shift) => least.map((value) => (value >>> shift) & 255));
}
