import type { HowHidden } from '../contract/verdict.ts';

/** In order of the kernel's bits, the lowest first. */
const HOW: readonly HowHidden[] = [
  'look-alike', 'leet', 'stretched', 'separated', 'one-space', 'masked', 'glued', 'reversed', 'percent', 'styled',
];

/** The disguises that the kernel names as a set of bits. */
export function howHidden(bits: number): readonly HowHidden[] {
  return HOW.filter((_, bit) => (bits >> bit & 1) !== 0);
}
