// Short runs of zeros, for those who leave nothing behind.

/**
 * Zeroes `bytes` from an 8-byte boundary. Up to 63 more, where they are 1,024 or fewer: what is zeroed here is a multiple of 64
 * long or far longer. For the short runs met here a loop beats `memory.fill`.
 */
export function zero(from: usize, bytes: usize): void {
  if (bytes > 1024) {
    memory.fill(from, 0, bytes);
    return;
  }
  const end = from + bytes;
  if (ASC_FEATURE_SIMD) {
    for (; from < end; from += 64) {
      v128.store(from, i64x2.splat(0));
      v128.store(from, i64x2.splat(0), 16);
      v128.store(from, i64x2.splat(0), 32);
      v128.store(from, i64x2.splat(0), 48);
    }
  } else {
    for (; from < end; from += 8) store<u64>(from, 0);
  }
}
