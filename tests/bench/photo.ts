/**
 * A picture with the statistics of a photograph, made from a seed: there is none of 12 megapixels that may be committed, and flat
 * pictures make short files that flatter whoever reads them. Things in front of each other with sizes by a power law (the "dead leaves"
 * model of natural pictures), each with a texture whose contrast falls with frequency, shaded, some out of focus, under a camera's grain.
 */

/** RGBA, row by row, opaque, as `ImageData` has it. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Side of the tiles of texture and grain. */
const TILE = 1024;
/** Sides of the things, in pixels, and grain in levels. */
const SMALLEST = 6;
const LARGEST = 900;
const GRAIN = 3;

/** About six seconds for 12 megapixels. */
export function makePhoto(width: number, height: number, seed = 1): Photo {
  const next = numbers(seed);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const textures = [fractal(next, 1), fractal(next, 16)] as const;
  leaf(data, width, height, textures, next, { x: width / 2, y: height / 2, a: width, b: width });
  // As many that everything is covered several times over, the smaller the more.
  for (let covered = 0; covered < 7 * width * height;) {
    const a = SMALLEST / Math.sqrt(1 - next() * (1 - (SMALLEST / LARGEST) ** 2));
    const b = a * (0.35 + 0.65 * next());
    leaf(data, width, height, textures, next, { x: next() * width, y: next() * height, a, b });
    covered += a * b * Math.PI;
  }
  addGrain(data, width, next);
  return { width, height, data };
}

/** Numbers from 0 to 1, the same for a seed everywhere. */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = state + 0x9e3779b9 | 0;
    let n = Math.imul(state ^ state >>> 16, 0x85ebca6b);
    n = Math.imul(n ^ n >>> 13, 0xc2b2ae35);
    return (n ^ n >>> 16) / 2 ** 32 + 0.5;
  };
}

/** A tile that repeats, mean 0, each octave of half the size and three quarters of the contrast of the one before. @param finest pixels of the last octave */
function fractal(next: () => number, finest: number): Float32Array {
  const tile = new Float32Array(TILE * TILE);
  let contrast = 1;
  for (let step = 256; step >= finest; step /= 2, contrast *= 0.75) {
    const side = TILE / step;
    const knots = Float32Array.from({ length: side * side }, () => (next() - 0.5) * contrast);
    const knot = (x: number, y: number): number => knots[(y & side - 1) * side + (x & side - 1)] as number;
    for (let y = 0; y < TILE; y++) {
      const row = Math.floor(y / step);
      const v = smooth((y % step) / step);
      for (let x = 0; x < TILE; x++) {
        const column = Math.floor(x / step);
        const u = smooth((x % step) / step);
        const above = knot(column, row) * (1 - u) + knot(column + 1, row) * u;
        const below = knot(column, row + 1) * (1 - u) + knot(column + 1, row + 1) * u;
        tile[y * TILE + x] = (tile[y * TILE + x] as number) + above * (1 - v) + below * v;
      }
    }
  }
  return tile;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

interface Ellipse { readonly x: number; readonly y: number; readonly a: number; readonly b: number }

function leaf(data: Uint8ClampedArray, width: number, height: number, textures: readonly [Float32Array, Float32Array], next: () => number, { x, y, a, b }: Ellipse): void {
  const light = 20 + 200 * next();
  const tint = [next(), next(), next()].map((value) => light * (0.75 + 0.5 * value)) as [number, number, number];
  const contrast = 30 + 130 * next() ** 2;
  const [acrossSlope, downSlope] = [(next() - 0.5) * 60 / a, (next() - 0.5) * 60 / a];
  const [offset, angle] = [Math.floor(next() * TILE * TILE), next() * Math.PI];
  // One in three is out of focus: a soft edge, and of its texture the coarse part only.
  const isSoft = next() < 0.33;
  const edge = isSoft ? Math.min(b / 2, 12) : 1.2;
  const texture = textures[isSoft ? 1 : 0];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let row = Math.max(0, Math.floor(y - a)); row < Math.min(height, y + a); row++) {
    for (let column = Math.max(0, Math.floor(x - a)); column < Math.min(width, x + a); column++) {
      const [dx, dy] = [column - x, row - y];
      const radius = Math.hypot((dx * cos + dy * sin) / a, (dy * cos - dx * sin) / b);
      const cover = Math.min(1, (1 - radius) * b / edge);
      if (cover <= 0) continue;
      const from = texture[(row * TILE + column + offset) & TILE * TILE - 1] as number;
      const plus = from * contrast + dx * acrossSlope + dy * downSlope;
      const at = (row * width + column) * 4;
      for (let i = 0; i < 3; i++) data[at + i] = (data[at + i] as number) * (1 - cover) + ((tint[i] as number) + plus) * cover;
    }
  }
}

/** More in bright parts than in dark ones, and coloured, as sensors have it; neighbours share some, since each colour is measured in every other place. */
function addGrain(data: Uint8ClampedArray, width: number, next: () => number): void {
  const raw = Float32Array.from({ length: TILE * TILE }, () => next() + next() + next() - 1.5);
  const grain = raw.map((value, at) => GRAIN * (value + (raw[at + 1 & TILE * TILE - 1] as number) + (raw[at + TILE & TILE * TILE - 1] as number)) / 1.5);
  for (let at = 0; at < data.length; at += 4) {
    const pixel = at >> 2;
    // No tile begins where another did.
    const spot = pixel + Math.imul(Math.floor(pixel / width) >> 7, 0x3779b1);
    for (let i = 0; i < 3; i++) {
      const level = data[at + i] as number;
      data[at + i] = level + (grain[spot + i * 350_003 & TILE * TILE - 1] as number) * (0.5 + level / 255);
    }
  }
}
