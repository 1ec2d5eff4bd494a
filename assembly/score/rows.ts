// Sums of int8 rows: whole numbers and so exact, in the SIMD and in the scalar build alike.

/**
 * Sums `columns` columns (a multiple of 8) of the rows named by the u32 in [from, end) and writes sum × factor, f32, to `to`.
 * @param table row 0; rows lie `stride` bytes apart, and `mask` takes a number to one of them
 */
export function sumRows(table: usize, stride: u32, mask: u32, from: usize, end: usize, factor: f32, to: usize, columns: i32): void {
  for (const behind = table + <usize>columns; table < behind; table += 8, to += 32) {
    if (ASC_FEATURE_SIMD) {
      let a = i32x4.splat(0), b = a;
      let p = from;
      while (p < end) {
        // 128 rows of int8 fit an i16 lane (128 × 128 = 16,384), so widen to i32 once per block only.
        const stop = min(end, p + 128 * 4);
        let sums = i16x8.splat(0);
        for (; p < stop; p += 4) sums = i16x8.add(sums, v128.load8x8_s(table + <usize>((load<u32>(p) & mask) * stride)));
        a = i32x4.add(a, i32x4.extend_low_i16x8_s(sums));
        b = i32x4.add(b, i32x4.extend_high_i16x8_s(sums));
      }
      const f = f32x4.splat(factor);
      v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(a), f));
      v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(b), f), 16);
    } else {
      for (let j: usize = 0; j < 8; j++) {
        let sum: i32 = 0;
        for (let p = from; p < end; p += 4) sum += <i32>load<i8>(table + j + <usize>((load<u32>(p) & mask) * stride));
        store<f32>(to + (j << 2), <f32>sum * factor);
      }
    }
  }
}

/** scale / √count: a sum of rows grows with the root of their number. 0 for none. */
export function rootShare(scale: f32, count: i32): f32 {
  return count > 0 ? scale / sqrt<f32>(<f32>count) : 0;
}
