// What every code point folds to: NFKC_Casefold (UAX #44 §5.7.4, UAX #15) with these differences, each for matching:
// marks of Latin, Greek, Cyrillic, Arabic and Hebrew and inherited marks are dropped, and so are skin tones; every white
// space is U+0020; tatweel is dropped; spellings of one letter are one (`ONE_LETTER`), and so are Persian and
// Arabic digits and the two kana; the result stays decomposed, but for kana, which keep their voicing marks composed, and Hangul syllables.

import { anyOf, canonicalDecompositions, caseFolding, CODE_POINTS, decompositions, property } from './unicode-data.ts';

export const VOICED_MARK = 0x3099;
export const SEMI_VOICED_MARK = 0x309a;
/** Stretching characters that carry no letter: Arabic tatweel, NKo lajanyalan. */
const STRETCHES = [0x640, 0x7fa];

/** Wave dashes, written for the prolonged sound mark; the full-width tilde is one of them in Japanese. */
const WAVE_DASHES = [0x301c, 0xff5e];
const PROLONGED = 0x30fc;

/**
 * Letters that are written for each other, folded last. The dotless i, for as a disguise it is more often an i than it is
 * the letter of Turkish (docs/decisions/0014-two-readings-of-the-myanmar-block.md); Arabic and Persian as Apache Lucene's ArabicNormalizer and
 * PersianNormalizer have them, and two more of Urdu; Hebrew final forms; Burmese letters that fonts show alike (zero and
 * wa, the two aa, nya and u) or that are two spellings of one (the two o). Apostrophes are one too: a phone writes don’t where
 * a list says don't.
 */
const ONE_LETTER = new Map<number, readonly number[]>([
  [0x2018, [0x27]], [0x2019, [0x27]], [0x201b, [0x27]], [0x2bb, [0x27]], [0x2bc, [0x27]],
  [0x131, [0x69]], [0x649, [0x64a]], [0x6cc, [0x64a]], [0x6d2, [0x64a]], [0x6a9, [0x643]], [0x6aa, [0x643]], [0x671, [0x627]],
  [0x629, [0x647]], [0x6be, [0x647]], [0x6c1, [0x647]], [0x6d5, [0x647]],
  [0x5da, [0x5db]], [0x5dd, [0x5de]], [0x5df, [0x5e0]], [0x5e3, [0x5e4]], [0x5e5, [0x5e6]],
  [0x1040, [0x101d]], [0x102b, [0x102c]], [0x1009, [0x1025]], [0x1029, [0x101e, 0x103c]],
  [0x102a, [0x101e, 0x103c, 0x1031, 0x102c, 0x103a]],
]);
/**
 * Letters of living alphabets that Unicode does not take apart, as people type them who have no such key; most as in Apache Lucene's
 * ASCIIFoldingFilter. They count as letters with an accent. Not þ: to look at it is a p (UTS #39).
 */
const UNDECOMPOSED = new Map<number, readonly number[]>(Object.entries({
  æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ɖ: 'd', ɗ: 'd', ɓ: 'b', ə: 'e', ɛ: 'e', ƒ: 'f', ħ: 'h', ɨ: 'i', ƙ: 'k', ł: 'l', ŋ: 'n', ŧ: 't', ƴ: 'y',
}).map(([letter, plain]) => [letter.charCodeAt(0), Array.from(plain, (c) => c.charCodeAt(0))]));
/**
 * Persian digits are Arabic ones in other shapes. No others are one: several look like Latin letters, and would lend those to
 * the plain digits (assembly/normalise/readings.ts).
 */
const PERSIAN_ZERO = 0x6f0;
const PERSIAN_TO_ARABIC = 0x660 - PERSIAN_ZERO;
/** Hiragana that has a katakana; katakana is the larger set. */
const isHiragana = (cp: number): boolean => (cp >= 0x3041 && cp <= 0x3096) || cp === 0x309d || cp === 0x309e;
const HIRAGANA_TO_KATAKANA = 0x60;

const DROPPED_MARK_SCRIPTS = ['Inherited', 'Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew'];

export interface Folding {
  /** Code points that `cp` folds to; empty where it is dropped; `[cp]` where it stays. */
  readonly fold: (cp: number) => readonly number[];
  /** Whether `cp` is a Latin or Cyrillic letter with an accent that the fold takes away, or one folded for it: é, й, ø, but not ё, for which е is written. */
  readonly isDecorated: (cp: number) => boolean;
  /** Kana U+3040–U+30FF: what to add to compose it with U+3099 and U+309A; 0 where it does not compose. */
  readonly kana: readonly (readonly [voiced: number, semiVoiced: number])[];
}

/** Members of `a` that are in `b` too. */
function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((bit, i) => bit & (b[i] ?? 0));
}

export async function makeFolding(): Promise<Folding> {
  const [decomposition, canonical, casefold] = await Promise.all([decompositions(), canonicalDecompositions(), caseFolding()]);
  const space = await property('Binary_Property/White_Space');
  const accent = both(await property('General_Category/Mark'), await anyOf(DROPPED_MARK_SCRIPTS.map((s) => `Script/${s}`)));
  const drop = accent.slice();
  drop[VOICED_MARK] = drop[SEMI_VOICED_MARK] = 0;
  (await property('Binary_Property/Emoji_Modifier')).forEach((bit, cp) => { if (bit === 1) drop[cp] = 1; });
  const accented = await anyOf(['Script/Latin', 'Script/Cyrillic']);
  (await property('Binary_Property/Default_Ignorable_Code_Point')).forEach((bit, cp) => { if (bit === 1) drop[cp] = 1; });
  for (const cp of STRETCHES) drop[cp] = 1;

  const compose = new Map<string, number>();
  for (const [whole, parts] of canonical) {
    if (whole >= 0x3040 && whole <= 0x30ff && parts.length === 2) compose.set(parts.join(), whole);
  }
  const kana = Array.from({ length: 0xc0 }, (_, i) => [VOICED_MARK, SEMI_VOICED_MARK].map((mark) => {
    const whole = compose.get([0x3040 + i, mark].join());
    return whole === undefined ? 0 : whole - 0x3040 - i;
  }) as unknown as readonly [number, number]);

  const decompose = (cp: number): readonly number[] => decomposition.get(cp)?.flatMap(decompose) ?? [cp];

  /** Decompose, drop, fold case, until nothing changes: folding case may give what decomposes again. */
  function spread(cp: number): readonly number[] {
    if (space[cp] === 1) return [0x20];
    if (WAVE_DASHES.includes(cp)) return [PROLONGED];
    const kept = decompose(cp).filter((part) => drop[part] === 0);
    return kept.flatMap((part) => {
      const folded = casefold.get(part);
      return folded === undefined ? [part] : folded.flatMap(spread);
    });
  }

  function oneLetter(cp: number): readonly number[] {
    const one = ONE_LETTER.get(cp) ?? UNDECOMPOSED.get(cp);
    if (one !== undefined) return one;
    if (isHiragana(cp)) return [cp + HIRAGANA_TO_KATAKANA];
    return [cp >= PERSIAN_ZERO && cp <= PERSIAN_ZERO + 9 ? cp + PERSIAN_TO_ARABIC : cp];
  }

  function composeKana(parts: readonly number[]): readonly number[] {
    const out: number[] = [];
    for (const part of parts) {
      const whole = compose.get([out.at(-1), part].join());
      if (whole === undefined) out.push(part);
      else out[out.length - 1] = whole;
    }
    return out;
  }

  function fold(cp: number): readonly number[] {
    if (cp >= CODE_POINTS || (cp >= 0xd800 && cp <= 0xdfff)) return [cp];
    // U+FFFF is the kernel's mark between segments, so the noncharacter may not pass.
    return cp === 0xffff ? [0xfffd] : composeKana(spread(cp).flatMap(oneLetter));
  }

  // Each code point is asked for several times in a row.
  let last = -1;
  let folded: readonly number[] = [];
  return {
    kana,
    isDecorated: (cp) => cp === 0x131 || (accented[cp] === 1 && cp !== 0x401 && cp !== 0x451
      && (decompose(cp).some((part) => accent[part] === 1) || spread(cp).some((part) => UNDECOMPOSED.has(part)))),
    fold(cp) {
      if (cp !== last) {
        folded = fold(cp);
        last = cp;
      }
      return folded;
    },
  };
}
