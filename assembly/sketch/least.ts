// MinHash (Broder 1997): of a set, the least value of each of 128 hashes, a keyed factor and shift modulo 2^32 over grams' hashes.

import { FACTORS, HASHES, LEAST, PLACES, SHIFTS, SKETCH } from './memory';
import { hashes, readGrams } from './grams';

/** Four vectors at a time, which with their factors and shifts fit the registers. */
function leastOfSixteen(at: usize): void {
  const f0 = v128.load(FACTORS + at);
  const f1 = v128.load(FACTORS + at, 16);
  const f2 = v128.load(FACTORS + at, 32);
  const f3 = v128.load(FACTORS + at, 48);
  const s0 = v128.load(SHIFTS + at);
  const s1 = v128.load(SHIFTS + at, 16);
  const s2 = v128.load(SHIFTS + at, 32);
  const s3 = v128.load(SHIFTS + at, 48);
  let l0 = i32x4.splat(-1);
  let l1 = l0;
  let l2 = l0;
  let l3 = l0;
  const end = HASHES + (<usize>hashes << 2);
  for (let hash = HASHES; hash < end; hash += 4) {
    const x = v128.load32_splat(hash);
    l0 = i32x4.min_u(l0, i32x4.add(i32x4.mul(x, f0), s0));
    l1 = i32x4.min_u(l1, i32x4.add(i32x4.mul(x, f1), s1));
    l2 = i32x4.min_u(l2, i32x4.add(i32x4.mul(x, f2), s2));
    l3 = i32x4.min_u(l3, i32x4.add(i32x4.mul(x, f3), s3));
  }
  v128.store(LEAST + at, l0);
  v128.store(LEAST + at, l1, 16);
  v128.store(LEAST + at, l2, 32);
  v128.store(LEAST + at, l3, 48);
}

function leastOf(place: usize): void {
  const factor = load<u32>(FACTORS + place);
  const shift = load<u32>(SHIFTS + place);
  let least: u32 = 0xffffffff;
  const end = HASHES + (<usize>hashes << 2);
  for (let hash = HASHES; hash < end; hash += 4) least = min(least, load<u32>(hash) * factor + shift);
  store<u32>(LEAST + place, least);
}

/**
 * The sketch of the first `units` of INPUT, to SKETCH.
 * @returns the number of its different grams; 0: too short, and SKETCH is as it was
 */
export function sketch(units: i32): i32 {
  if (readGrams(units) == 0) return 0;
  if (ASC_FEATURE_SIMD) for (let at: usize = 0; at < (<usize>PLACES << 2); at += 64) leastOfSixteen(at);
  else for (let at: usize = 0; at < (<usize>PLACES << 2); at += 4) leastOf(at);
  for (let place: usize = 0; place < <usize>PLACES; place++) {
    const least = load<u32>(LEAST + (place << 2));
    store<u8>(SKETCH + place, <u8>least);
    store<u8>(SKETCH + place, <u8>(least >> 8), 128);
    store<u8>(SKETCH + place, <u8>(least >> 16), 256);
    store<u8>(SKETCH + place, <u8>(least >> 24), 384);
  }
  return hashes;
}
