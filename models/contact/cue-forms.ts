// What the forms of text cues are for a program: parts, each a run of folded words with an owner, and cues as sums of parts.

import { formOf } from '../scam/concept-table.ts';
import { CUES, CUE_TAGS, PAIRS_MOST, readCues, type Cue, type CueLine, type CueTag } from './cue-files.ts';

/** Owners of a cue, 256 of all: 0 the cue itself, odd numbers the first halves of pairs and the even ones behind them their second, 31 what rules it out. */
export const OWNERS_A_CUE = 32;
export const UNLESS = 31;

/**
 * Which pairs a language has, so that half a pair of one never meets half of another's. Three scripts borrow the place of a language
 * in Latin letters: of their own they share no words, and names of apps are the same in both.
 */
const PAIR_PLACE: Readonly<Record<CueTag, number>> = { 'en': 0, 'es': 1, 'pt': 2, 'fr': 3, 'de': 4, 'hi': 5, 'hi-Latn': 5, 'id': 6, 'ar': 3, 'my': 0 };

/** What may stand right behind a word of these scripts and is a letter to the kernel's ranges (assembly/features/units.ts): a form ends there too. */
const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [[/[\u0620-\u064a]$/u, ['\u061f', '\u060c']], [/[\u0904-\u0963]$/u, ['\u0964']]];

export interface CuePart {
  /** `OWNERS_A_CUE` × place in CUES + part of the cue. */
  readonly owner: number;
  /** Folded; words parted by one space. */
  readonly stream: string;
  /** Any unit may follow. */
  readonly open: boolean;
}

/** A part found in a text, in UTF-16 units, half-open. */
export interface CueRow { readonly owner: number; readonly start: number; readonly end: number }

/** Units between the halves of a pair, at most: some four words. */
export const GAP_MOST = 24;

/**
 * Parts of all languages together, each once: a text's language is not asked, for short chat does not tell it and people mix.
 * @param fold what the kernel makes of a text (`FeatureKernel.fold`)
 */
export function cueParts(fold: (text: string) => string, tags: readonly CueTag[] = CUE_TAGS): readonly CuePart[] {
  const parts = new Map<string, CuePart>();
  for (const tag of tags) {
    const pairs: Record<string, number> = {};
    for (const line of readCues(tag)) {
      for (const [owner, form] of ownedForms(line, pairs, PAIR_PLACE[tag] * PAIRS_MOST)) {
        const marks = MARKS.flatMap(([last, after]) => last.test(form) ? after : []);
        for (const written of [form, ...marks.map((mark) => form + mark)]) {
          const part = { owner, ...formOf(written, fold) };
          if (part.stream !== '') parts.set(JSON.stringify(part), part);
        }
      }
    }
  }
  return [...parts.values()];
}

function ownedForms({ cue, kind, forms, others }: CueLine, pairs: Record<string, number>, before: number): readonly (readonly [number, string])[] {
  const place = CUES.findIndex((one) => one === cue);
  if (place < 0) throw new RangeError(`${cue} is no cue.`);
  const base = place * OWNERS_A_CUE;
  if (kind !== 'pair') return forms.map((form) => [base + (kind === 'unless' ? UNLESS : 0), form] as const);
  const nth = pairs[cue] = (pairs[cue] ?? 0) + 1;
  const first = base + (before + nth) * 2 - 1;
  return [...forms.map((form) => [first, form] as const), ...others.map((form) => [first + 1, form] as const)];
}

const FIRST_HALVES = Array.from({ length: UNLESS / 2 - 0.5 }, (_, n) => n * 2 + 1);

/** The cues that parts make together, in the order of CUES. Rows in any order. */
export function cuesOf(rows: readonly CueRow[]): readonly Cue[] {
  return CUES.filter((_, place) => {
    const of = (part: number): readonly CueRow[] => rows.filter(({ owner }) => owner === place * OWNERS_A_CUE + part);
    if (of(UNLESS).length > 0) return false;
    return of(0).length > 0 || FIRST_HALVES.some((half) => of(half).some((one) => of(half + 1).some((other) => areNear(one, other))));
  });
}

/** Either may come first; they do not overlap. */
function areNear(one: CueRow, other: CueRow): boolean {
  const gap = one.start < other.start ? other.start - one.end : one.start - other.end;
  return gap >= 0 && gap <= GAP_MOST;
}
