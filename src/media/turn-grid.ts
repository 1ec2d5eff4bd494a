import type { Picture } from './image-head.ts';
import type { ImageKernel } from './image-kernel.ts';

/** Degrees clockwise by which a picture is shown turned. */
export type Rotation = 0 | 90 | 180 | 270;

/** Turns the grid that a kernel holds: a few hundred cells in place of the pixels they are of. Exact. */
export function turnGrid(kernel: ImageKernel, rotation: Rotation): void {
  if (rotation === 0) return;
  const { width, height, data } = turned(kernel.grid(), rotation);
  // A picture with as many cells as pixels is its own mean.
  kernel.mean(width, height, [data], undefined, Math.max(width, height));
}

export function turned({ width, height, data }: Picture, rotation: Exclude<Rotation, 0>): Picture {
  const [columns, rows] = rotation === 180 ? [width, height] : [height, width];
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const from = rotation === 90 ? (height - 1 - x) * width + y : rotation === 180 ? (height - 1 - y) * width + width - 1 - x : x * width + width - 1 - y;
      out.set(data.subarray(from * 4, from * 4 + 4), (y * columns + x) * 4);
    }
  }
  return { width: columns, height: rows, data: out };
}
