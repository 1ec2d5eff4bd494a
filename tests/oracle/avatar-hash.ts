// The keyed hash of a picture, slow and obvious: one sum for every cell, wave and bit; ChaCha20 is Node's own.

import { createCipheriv } from 'node:crypto';
import type { CoverImage } from '../../src/contract/media.ts';

/** @returns 256 bits, or undefined for a plain picture */
export function slowAvatarHash({ width, height, data }: CoverImage, key: Uint8Array): readonly boolean[] | undefined {
  const light = (x: number, y: number): number => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
    return 77 * red + 150 * green + 29 * blue;
  };
  // Every pixel as 16 × 16 smaller ones, so that cells are made of whole ones.
  const cells: number[][] = Array.from({ length: 16 }, () => new Array<number>(16).fill(0));
  for (let y = 0; y < height * 16; y++) {
    for (let x = 0; x < width * 16; x++) {
      const row = cells[Math.floor(y / height)] as number[];
      row[Math.floor(x / width)] = (row[Math.floor(x / width)] ?? 0) + light(Math.floor(x / 16), Math.floor(y / 16));
    }
  }
  const grid = cells.map((row) => row.map((sum) => Math.round(sum / (256 * width * height))));
  const mean = grid.flat().reduce((sum, cell) => sum + cell, 0) / 256;
  if (grid.flat().reduce((sum, cell) => sum + Math.abs(cell - mean), 0) / 256 < 6) return undefined;
  const wave = (n: number, at: number): number => Math.round(1024 * Math.cos(Math.PI * n * (2 * at + 1) / 32));
  const waves: number[] = [];
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let y = 0; y < 16; y++) for (let x = 0; x < 16; x++) sum += (grid[y]?.[x] ?? 0) * wave(u, x) * wave(v, y);
      waves.push(u + v === 0 ? 0 : Math.min(u + v, 8) * sum);
    }
  }
  const stream = createCipheriv('chacha20', key, Buffer.alloc(16)).update(Buffer.alloc(2048));
  return Array.from({ length: 256 }, (_, bit) => waves.reduce((sum, value, i) => (
    sum + ((stream[bit * 8 + Math.floor(i / 8)] ?? 0) >> i % 8 & 1 ? -value : value)), 0) > 0);
}
