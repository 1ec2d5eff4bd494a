// What every code point folds to: NFKC_Casefold (UAX #44 §5.7.4, UAX #15) with these differences, each for matching:
// marks of Latin, Greek, Cyrillic, Arabic and Hebrew and inherited marks are dropped; every white space is U+0020; tatweel
// is dropped; the result stays decomposed, but for kana, which keep their voicing marks composed, and Hangul syllables.

import { anyOf, canonicalDecompositions, caseFolding, CODE_POINTS, decompositions, property } from './unicode-data.ts';

export const VOICED_MARK = 0x3099;
export const SEMI_VOICED_MARK = 0x309a;
/** Stretching characters that carry no letter: Arabic tatweel, NKo lajanyalan. */
const STRETCHES = [0x640, 0x7fa];

const DROPPED_MARK_SCRIPTS = ['Inherited', 'Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew'];

export interface Folding {
  /** Code points that `cp` folds to; empty where it is dropped; `[cp]` where it stays. */
  readonly fold: (cp: number) => readonly number[];
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
  const drop = both(await property('General_Category/Mark'), await anyOf(DROPPED_MARK_SCRIPTS.map((s) => `Script/${s}`)));
  drop[VOICED_MARK] = drop[SEMI_VOICED_MARK] = 0;
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
    const kept = decompose(cp).filter((part) => drop[part] === 0);
    return kept.flatMap((part) => {
      const folded = casefold.get(part);
      return folded === undefined ? [part] : folded.flatMap(spread);
    });
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
    return cp === 0xffff ? [0xfffd] : composeKana(spread(cp));
  }

  // Each code point is asked for several times in a row.
  let last = -1;
  let folded: readonly number[] = [];
  return {
    kana,
    fold(cp) {
      if (cp !== last) {
        folded = fold(cp);
        last = cp;
      }
      return folded;
    },
  };
}
