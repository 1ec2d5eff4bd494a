// Short runs of zeros, for those who leave nothing behind.

/** Zeroes `bytes` from an 8-byte boundary, and up to 7 more. For the short runs met here a loop beats `memory.fill`. */
export function zero(from: usize, bytes: usize): void {
  if (bytes > 1024) {
    memory.fill(from, 0, bytes);
    return;
  }
  const end = from + bytes;
  if (ASC_FEATURE_SIMD) for (; from + 8 < end; from += 16) v128.store(from, i64x2.splat(0));
  for (; from < end; from += 8) store<u64>(from, 0);
}
