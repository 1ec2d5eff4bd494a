// The Myanmar block as the kernel folds it, and as Zawgyi uses it: a font of before Unicode 5.1 that reuses the block with
// other meanings. What each code point of Zawgyi means is fact about the font; the table is written from its code chart, by
// hand, and compared with converters in tests only.
//
// A stacked consonant (U+1039 and a consonant) folds to one sign, U+FDD0 + the consonant's place, and kinzi (U+1004 U+103A
// U+1039 before its consonant) to U+FDEF after it: noncharacters, which no text holds. As marks they are put in order with
// the others of their cluster, so both encodings and all orders of typing end up as the same units.

const FIRST_STACK_SIGN = 0xfdd0;
export const KINZI = 0xfdef;
/** Blocks of 128 that hold U+1000–U+109F. */
export const ZAWGYI_CODE_POINTS = 0x100;

export const isStackSign = (cp: number): boolean => cp >= FIRST_STACK_SIGN && cp <= KINZI;

/** Letters that marks are put on: consonants, independent u and great sa. The kernel joins them with what stands before. */
export const isBase = (cp: number): boolean => (cp >= 0x1000 && cp <= 0x1021) || cp === 0x1025 || cp === 0x103f;

/** What a code point does in a cluster of Zawgyi. The numbers are the kernel's (assembly/match/encoding.ts). */
export const ROLE = {
  /** Not used by Zawgyi's Burmese. */
  none: 0,
  base: 1,
  /** Stands before its consonant: vowel e, medial ra. */
  prefix: 2,
  /** Stands on or under a consonant, or another such: medials, stacked consonants, kinzi. */
  medial: 3,
  /** Vowels, asat, tones. */
  mark: 4,
  /** Signs and digits: they end a cluster. */
  other: 5,
} as const;

const stack = (consonant: number): number => FIRST_STACK_SIGN + consonant - 0x1000;
const [YA, RA, WA, HA, ASAT, TALL_AA, I, II, U, UU, E, ANUSVARA, DOT] =
  [0x103b, 0x103c, 0x103d, 0x103e, 0x103a, 0x102b, 0x102d, 0x102e, 0x102f, 0x1030, 0x1031, 0x1036, 0x1037] as const;

/** Code points that are not what Unicode has, by role. */
const MEDIALS = new Map<number, readonly number[]>([
  [0x103a, [YA]], [0x107d, [YA]], [0x103c, [WA]], [0x103d, [HA]], [0x1087, [HA]], [0x1088, [HA, U]], [0x1089, [HA, UU]], [0x108a, [WA, HA]],
  [0x1064, [KINZI]], [0x108b, [KINZI, I]], [0x108c, [KINZI, II]], [0x108d, [KINZI, ANUSVARA]], [0x1096, [stack(0x1010), WA]],
  ...([
    [0x1060, 0x1000], [0x1061, 0x1001], [0x1062, 0x1002], [0x1063, 0x1003], [0x1065, 0x1005], [0x1066, 0x1006], [0x1067, 0x1006],
    [0x1068, 0x1007], [0x1069, 0x1008], [0x106c, 0x100b], [0x106d, 0x100c], [0x1070, 0x100f], [0x1071, 0x1010], [0x1072, 0x1010],
    [0x1073, 0x1011], [0x1074, 0x1011], [0x1075, 0x1012], [0x1076, 0x1013], [0x1077, 0x1014], [0x1078, 0x1015], [0x1079, 0x1016],
    [0x107a, 0x1017], [0x107b, 0x1018], [0x1093, 0x1018], [0x107c, 0x1019], [0x1085, 0x101c],
  ] as const).map(([cp, consonant]) => [cp, [stack(consonant)]] as const),
]);
const PREFIXES = new Map<number, readonly number[]>([
  [E, [E]], ...[0x103b, 0x107e, 0x107f, 0x1080, 0x1081, 0x1082, 0x1083, 0x1084].map((cp) => [cp, [RA]] as const),
]);
const MARKS = new Map<number, readonly number[]>([
  [0x1039, [ASAT]], [0x1033, [U]], [0x1034, [UU]], [0x105a, [TALL_AA, ASAT]], [0x108e, [I, ANUSVARA]], [0x1094, [DOT]], [0x1095, [DOT]],
]);
const BASES = new Map<number, readonly number[]>([
  [0x106a, [0x1009]], [0x106b, [0x100a]], [0x106e, [0x100d, stack(0x100d)]], [0x106f, [0x100d, stack(0x100e)]], [0x1086, [0x103f]],
  [0x108f, [0x1014]], [0x1090, [0x101b]], [0x1091, [0x100f, stack(0x100d)]], [0x1092, [0x100b, stack(0x100c)]], [0x1097, [0x100b, stack(0x100b)]],
]);
/** Letters and signs of Mon, Shan and others that Zawgyi does not have, and what it writes otherwise. */
const isForeign = (cp: number): boolean => cp === 0x1022 || cp === 0x1028 || cp === 0x1035 || cp === 0x103e || cp === 0x103f
  || (cp >= 0x105b && cp <= 0x105f) || (cp >= 0x1098 && cp <= 0x109f);

/** What U+1000–U+109F mean in Zawgyi, in Unicode's order but for prefixes, and their role. The rest of the block is as it is. */
export function zawgyi(cp: number): { readonly role: number; readonly to: readonly number[] } {
  for (const [role, meanings] of [[ROLE.medial, MEDIALS], [ROLE.prefix, PREFIXES], [ROLE.mark, MARKS], [ROLE.base, BASES]] as const) {
    const to = meanings.get(cp);
    if (to !== undefined) return { role, to };
  }
  if (isForeign(cp)) return { role: ROLE.none, to: [cp] };
  if (cp <= 0x102a) return { role: ROLE.base, to: [cp] };
  return { role: cp <= 0x1038 ? ROLE.mark : ROLE.other, to: [cp] };
}
