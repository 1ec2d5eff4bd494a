// Which entries are near-copies of the sketch in force. The lowest bytes of all places are compared first (b-bit minwise hashing: Li, König
// 2010): every place that is shared shares its lowest byte, so nothing is missed, and what is read of 5,000 entries is a quarter.

import { LOW, NEAR, PLACES, REST, SIZES, SKETCH } from './memory';

/** 1 in every byte of eight that is equal, counted. */
// @ts-ignore: decorator
@inline
function zeros(x: u64): i32 {
  const low: u64 = 0x7f7f7f7f7f7f7f7f;
  return <i32>popcnt<u64>(~(((x & low) + low) | x | low));
}

function sharedLow(low: usize): i32 {
  if (ASC_FEATURE_SIMD) {
    // Minus one for each that is equal, at most eight in a lane.
    let sum = i8x16.eq(v128.load(SKETCH), v128.load(low));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 16), v128.load(low, 16)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 32), v128.load(low, 32)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 48), v128.load(low, 48)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 64), v128.load(low, 64)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 80), v128.load(low, 80)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 96), v128.load(low, 96)));
    sum = i8x16.add(sum, i8x16.eq(v128.load(SKETCH, 112), v128.load(low, 112)));
    const wide = i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(sum));
    return -(i32x4.extract_lane(wide, 0) + i32x4.extract_lane(wide, 1) + i32x4.extract_lane(wide, 2) + i32x4.extract_lane(wide, 3));
  }
  let shared = 0;
  for (let at: usize = 0; at < 128; at += 8) shared += zeros(load<u64>(SKETCH + at) ^ load<u64>(low + at));
  return shared;
}

/** All four bytes of a place. Few entries get here. */
function sharedWhole(low: usize, rest: usize): i32 {
  let shared = 0;
  for (let at: usize = 0; at < 128; at += 8) {
    // What differs in any byte differs in this one.
    const differs = (load<u64>(SKETCH + at) ^ load<u64>(low + at)) | (load<u64>(SKETCH + at, 128) ^ load<u64>(rest + at))
      | (load<u64>(SKETCH + at, 256) ^ load<u64>(rest + at, 128)) | (load<u64>(SKETCH + at, 384) ^ load<u64>(rest + at, 256));
    shared += zeros(differs);
  }
  return shared;
}

/**
 * Compares SKETCH with the first `count` entries. Near-copies share at least `shared` places, and of the smaller one at least `contained` of a
 * thousand grams is in the other one: J (|A| + |B|) / ((1 + J) min(|A|, |B|)), in whole numbers, so that no rounding decides. O(count).
 * @param size grams of SKETCH @returns how many there are, in NEAR by slot
 */
export function lookup(count: i32, size: i32, shared: i32, contained: i32): i32 {
  let near = 0;
  for (let slot = 0; slot < count; slot++) {
    const low = LOW + (<usize>slot << 7);
    if (sharedLow(low) < shared) continue;
    const places = sharedWhole(low, REST + <usize>slot * 384);
    const other = <i32>load<u16>(SIZES + (<usize>slot << 1));
    if (places < shared || places * (size + other) * 1000 < contained * (PLACES + places) * min(size, other)) continue;
    store<u32>(NEAR + (<usize>near << 3), <u32>slot);
    store<u32>(NEAR + (<usize>near << 3), <u32>places, 4);
    near++;
  }
  return near;
}
