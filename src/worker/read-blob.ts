import type { ImageHead } from '../media/image-head.ts';
import type { ImageKernel } from '../media/image-kernel.ts';

/** Bytes asked for at once: most photos are whole in the one read. A read takes a millisecond and a half, as does a megabyte. */
const FIRST_READ = 0x100000;
const LONGEST_READ = 0x400000;

/**
 * Reads a file into the kernel, only as much of it as the kernel asks for.
 * @returns undefined where its bytes cannot be read (any more): taken away, or another length
 */
export async function readBlob(kernel: ImageKernel, file: Blob, cells: number): Promise<ImageHead | undefined> {
  const reading = kernel.readPieces(file.size, cells);
  let held = new Uint8Array(0);
  let heldFrom = 0;
  let most = file.size > LONGEST_READ ? FIRST_READ : LONGEST_READ;
  let step = reading.next();
  while (step.done !== true) {
    const { from, to } = step.value;
    if (from < heldFrom || to > heldFrom + held.length) {
      try {
        held = new Uint8Array(await file.slice(from, Math.min(file.size, Math.max(to, from + most))).arrayBuffer());
      } catch {
        return undefined;
      }
      if (held.length < to - from) return undefined;
      heldFrom = from;
      most = LONGEST_READ;
    }
    step = reading.next(held.subarray(from - heldFrom, to - heldFrom));
  }
  return step.value;
}
