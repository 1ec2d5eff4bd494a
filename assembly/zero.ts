// Short runs of zeros, for those who leave nothing behind.

/** Zeroes `bytes` from an 8-byte boundary, and up to 7 more. For the short runs met here a loop beats `memory.fill`. */
export function zero(from: usize, bytes: usize): void {
  if (bytes > 1024) {
    memory.fill(from, 0, bytes);
    return;
  }
  for (const end = from + bytes; from < end; from += 8) store<u64>(from, 0);
}
