import type { Rng } from './rng.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** One of a list that is not empty. */
export function pick<T>(list: readonly T[], rng: Rng): T {
  return list[rng.below(list.length)] as T;
}

/** Letters of a to z and digits. */
export function letters(length: number, rng: Rng): string {
  return Array.from({ length }, () => LETTERS[rng.below(LETTERS.length)]).join('');
}

export function digits(length: number, rng: Rng): string {
  return Array.from({ length }, () => String(rng.below(10))).join('');
}
