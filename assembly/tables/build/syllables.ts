// What a character does in a syllable of Thai, Lao, Khmer or Burmese: bits 8–12 of a record of tables.bin that keeps it; and bit 14, Korean. Authored
// from the writing systems as the Unicode Standard 17.0 describes them (§16.1 Thai, §16.2 Lao, §16.3 Myanmar, §16.4 Khmer).
// Lao letters stand 0x80 behind the Thai ones.

import { isStackSign } from './myanmar.ts';

/** The numbers are the kernel's (assembly/match/clusters.ts). */
export const SYLLABLE = {
  /** What follows belongs to the same syllable: vowels before their consonant, a virama. */
  goesOn: 1,
  /** Belongs to what stands before it: marks, and vowels written as letters. */
  behind: 2,
  /** The letter it stands on closes the syllable before: a silencer, a virama, a stacked letter. */
  closes: 4,
  /** A syllable may end with it and may take one more consonant. เ แ โ: with them before its consonant. */
  open: 8,
  /** A consonant that may be the last of a syllable. With `behind`: a tone. */
  final: 16,
} as const;

const both = (...thai: readonly number[]): readonly number[] => thai.flatMap((cp) => [cp, cp + 0x80]);
const range = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

const MEMBERS: readonly (readonly [role: number, members: readonly number[]])[] = [
  [SYLLABLE.goesOn, [...both(...range(0xe40, 0xe44)), 0x1039, 0x17d2]],
  // ะ า ำ ๅ ຽ; all marks but those of Burmese, whose syllables need none of this.
  [SYLLABLE.behind, [...both(...range(0xe30, 0xe3a), 0xe45, ...range(0xe47, 0xe4e)), 0xebb, 0xebc, 0xebd, ...range(0x17b4, 0x17d3)]],
  [SYLLABLE.closes, [...both(0xe4c), 0x1039, 0x17cd, 0x17d1]],
  // เ แ โ; า ิ ี ึ ื ุ ู อ; vowels of Khmer but for ៃ and ៅ; ร ล ว, which with `final` are the second letter of a cluster.
  [SYLLABLE.open, [...both(0xe40, 0xe41, 0xe42, 0xe32, ...range(0xe34, 0xe39), 0xe2d, 0xe23, 0xe25, 0xe27), ...range(0x17b6, 0x17c2), 0x17c4]],
  // ก–ส; consonants of Khmer but for ហ ឡ អ; the tones.
  [SYLLABLE.final, [...both(...range(0xe01, 0xe2a), ...range(0xe48, 0xe4b)), ...range(0x1780, 0x179f)]],
];

const roles = new Map<number, number>();
for (const [role, members] of MEMBERS) for (const cp of members) roles.set(cp, (roles.get(cp) ?? 0) | role);

/** The SYLLABLE bits of a code point. */
export function syllableRole(cp: number): number {
  return isStackSign(cp) ? SYLLABLE.closes : roles.get(cp) ?? 0;
}

/** Syllables that particles and common endings of Korean begin with. */
const PARTICLES = '가같과께나는님다도들라랑로를만면보부아야에와요으은을의이인입처하';
export const beginsParticle = (cp: number): boolean => PARTICLES.includes(String.fromCodePoint(cp));
