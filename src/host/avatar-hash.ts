import type { CoverImage } from '../contract/media.ts';
import { keystream } from './keystream.ts';

/** Side of the square that every picture is brought to, in cells. */
const SIDE = 16;
/** Frequencies along each side, 0 the mean: up to three and a half waves across. Above it lie text, stickers and the edges of a crop. */
const WAVES = 8;
const BITS = 256;
/** Mean deviation of brightness, 0 to 255, below which a picture says too little: a colour, a letter on a colour's shade. */
const LEAST_CONTRAST = 6;

/** DCT-II (Ahmed, Natarajan, Rao 1974), in whole numbers so that every engine gets the same. Row u: SIDE values. */
const COSINES = Array.from({ length: WAVES }, (_, u) => Array.from({ length: SIDE }, (__, x) => Math.round(1024 * Math.cos(Math.PI * u * (2 * x + 1) / (2 * SIDE)))));

/**
 * What a picture looks like, 256 bits that only this install can make: signs of random projections (Charikar 2002, SimHash) of its
 * low frequencies of brightness, where the projections come out of the key. The share of bits that differ is the angle between two pictures
 * over π; another key gives other projections, so hashes of two installs say nothing of each other.
 * @param picture a grid of an `ImageKernel` of 16 cells and more, or the cover made of it
 * @param key 32 random bytes
 * @returns 32 bytes; `undefined`: a plain picture. About 0.3 ms
 */
export function avatarHash(picture: CoverImage, key: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const cells = squareOf(picture);
  const mean = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  if (cells.reduce((sum, cell) => sum + Math.abs(cell - mean), 0) / cells.length < LEAST_CONTRAST) return undefined;
  const waves = wavesOf(cells);
  const signs = keystream(key, BITS * WAVES * WAVES / 8);
  const hash = new Uint8Array(BITS / 8);
  for (let bit = 0; bit < BITS; bit++) {
    let sum = 0;
    waves.forEach((wave, i) => { sum += ((signs[bit * WAVES * WAVES / 8 + (i >> 3)] as number) >> (i & 7) & 1) === 0 ? wave : -wave; });
    if (sum > 0) hash[bit >> 3] = (hash[bit >> 3] as number) | 1 << (bit & 7);
  }
  return hash;
}

/** Brightness, 0 to 255, of SIDE × SIDE cells over the whole picture: exact means in whole numbers, rounded once. */
function squareOf({ width, height, data }: CoverImage): readonly number[] {
  const across = sharesOf(width);
  const down = sharesOf(height);
  const sums = new Array<number>(SIDE * SIDE).fill(0);
  for (const [y, row, high] of down) {
    for (const [x, column, wide] of across) {
      const at = (y * width + x) * 4;
      const light = 77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number);
      sums[row * SIDE + column] = (sums[row * SIDE + column] as number) + light * high * wide;
    }
  }
  return sums.map((sum) => Math.round(sum / (256 * width * height)));
}

/** Which pixel lies in which cell, with how many SIDE-ths of it. */
function sharesOf(length: number): readonly (readonly [pixel: number, cell: number, share: number])[] {
  const shares: (readonly [number, number, number])[] = [];
  for (let pixel = 0; pixel < length; pixel++) {
    for (let at = pixel * SIDE; at < (pixel + 1) * SIDE;) {
      const cell = Math.floor(at / length);
      const end = Math.min((pixel + 1) * SIDE, (cell + 1) * length);
      shares.push([pixel, cell, end - at]);
      at = end;
    }
  }
  return shares;
}

/** Low frequencies, WAVES × WAVES, those of more waves weighed up: pictures have less of them (amplitude falls with the frequency). */
function wavesOf(cells: readonly number[]): readonly number[] {
  const rows = COSINES.map((wave) => Array.from({ length: SIDE }, (_, y) => wave.reduce((sum, c, x) => sum + c * (cells[y * SIDE + x] as number), 0)));
  return COSINES.flatMap((wave, v) => rows.map((row, u) => (u + v === 0 ? 0 : weight(u, v) * wave.reduce((sum, c, y) => sum + c * (row[y] as number), 0))));
}

function weight(u: number, v: number): number {
  return Math.min(u + v, 8);
}
