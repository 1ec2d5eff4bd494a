/** Seeded random numbers for training: whole numbers and one division only, so equal on every machine and engine. */
export interface Rng {
  /** Whole number in 0 ≤ x < 2^32. */
  next(): number;
  /** 0 ≤ x < 1, 32 bits. */
  unit(): number;
  /** Whole number in 0 ≤ x < n. */
  below(n: number): number;
}

/** sfc32 (Chris Doty-Humphrey, PractRand, public domain), seeded by one number and warmed up. */
export function createRng(seed: number): Rng {
  let a = seed >>> 0, b = 0x9e3779b9, c = 0x243f6a88, d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  const unit = (): number => next() / 4_294_967_296;
  return { next, unit, below: (n) => Math.floor(unit() * n) };
}

/** Fisher–Yates, in place. */
export function shuffle<T>(items: T[] | Uint32Array, rng: Rng): void {
  const list = items as T[];
  for (let i = list.length - 1; i > 0; i--) {
    const j = rng.below(i + 1);
    const held = list[i] as T;
    list[i] = list[j] as T;
    list[j] = held;
  }
}
