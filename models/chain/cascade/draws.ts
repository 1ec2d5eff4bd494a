import { exactExp } from '../../build/exact-math.ts';
import { finish } from '../../build/hash.ts';

/**
 * What a chance is about. Every chance of a run is a function of the seed and of what it is about, not of what was drawn before: what happens in one place moves no other chance, so two scenarios differ by what
 * they do and by nothing else (common random numbers).
 */
export const ABOUT = {
  wakes: 1, installed: 2, spent: 3, heeds: 4, givesUp: 5, goesRound: 6, reports: 7, opens: 8, delay: 9, passes: 10, kind: 11, edits: 12, copies: 13, wanted: 14, chats: 15, near: 16,
} as const;
export type About = (typeof ABOUT)[keyof typeof ABOUT];

function mixed(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** Whole number in 0 ≤ x < 2^32 (MurmurHash3 over whole numbers). */
export function wholeOf(seed: number, about: About, a: number, b = 0, c = 0, d = 0): number {
  return finish(mixed(mixed(mixed(mixed(mixed(seed, about), a), b), c), d));
}

/** 0 ≤ x < 1. */
export function unitOf(seed: number, about: About, a: number, b = 0, c = 0, d = 0): number {
  return wholeOf(seed, about, a, b, c, d) / 4_294_967_296;
}

const ROOT_3 = 1.7320508075688772;

/** Nearly normal: four even ones (Irwin–Hall), so no function that differs between machines. */
export function normalOf(seed: number, about: About, a: number, b = 0, c = 0): number {
  let sum = -2;
  for (let i = 0; i < 4; i++) sum += unitOf(seed, about, a, b, c, i + 1);
  return sum * ROOT_3;
}

export function logNormalOf(median: number, sigma: number, normal: number): number {
  return median * exactExp(sigma * normal);
}
