// Sums of int8 rows: whole numbers and so exact, in the SIMD and in the scalar build alike.

/**
 * Sums 16 columns of the rows named by the u32 in [from, end) and writes sum × factor, f32 × 16, to `to`.
 * @param table first of the columns in row 0; rows lie `stride` bytes apart, and `mask` takes a number to one of them
 */
export function sumRows(table: usize, stride: u32, mask: u32, from: usize, end: usize, factor: f32, to: usize): void {
  if (ASC_FEATURE_SIMD) {
    let a = i32x4.splat(0), b = a, c = a, d = a;
    let p = from;
    while (p < end) {
      // 128 rows of int8 fit an i16 lane (128 × 128 = 16,384), so widen to i32 once per block only.
      const stop = min(end, p + 128 * 4);
      let low = i16x8.splat(0), high = low;
      for (; p < stop; p += 4) {
        const row = v128.load(table + <usize>((load<u32>(p) & mask) * stride));
        low = i16x8.add(low, i16x8.extend_low_i8x16_s(row));
        high = i16x8.add(high, i16x8.extend_high_i8x16_s(row));
      }
      a = i32x4.add(a, i32x4.extend_low_i16x8_s(low));
      b = i32x4.add(b, i32x4.extend_high_i16x8_s(low));
      c = i32x4.add(c, i32x4.extend_low_i16x8_s(high));
      d = i32x4.add(d, i32x4.extend_high_i16x8_s(high));
    }
    const f = f32x4.splat(factor);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(a), f));
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(b), f), 16);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(c), f), 32);
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(d), f), 48);
  } else {
    // Whole numbers first, in the place where the products will stand.
    memory.fill(to, 0, 64);
    for (let p = from; p < end; p += 4) {
      const row = table + <usize>((load<u32>(p) & mask) * stride);
      for (let j: usize = 0; j < 16; j++) {
        const at = to + (j << 2);
        store<i32>(at, load<i32>(at) + <i32>load<i8>(row + j));
      }
    }
    for (let j: usize = 0; j < 16; j++) {
      const at = to + (j << 2);
      store<f32>(at, <f32>load<i32>(at) * factor);
    }
  }
}

/** scale / √count: a sum of rows grows with the root of their number. 0 for none. */
export function rootShare(scale: f32, count: i32): f32 {
  return count > 0 ? scale / sqrt<f32>(<f32>count) : 0;
}
