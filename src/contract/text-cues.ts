/** What a message may ask or offer, in the wording of published prevention advice. Order is that of the packed table (docs/decisions/0041). */
export const CUES = ['move', 'secret', 'age', 'school', 'place', 'photo', 'gifts', 'money'] as const;
export type Cue = (typeof CUES)[number];

/** Owners of a cue, 256 of all: 0 the cue itself, odd numbers the first halves of pairs and the even ones behind them their second, 31 what rules it out. */
export const OWNERS_A_CUE = 32;
export const UNLESS = 31;
/** Units between the halves of a pair, at most: some four words. */
export const GAP_MOST = 24;

/** A part of a cue in a text, in UTF-16 units, half-open. */
export interface CueRow { readonly owner: number; readonly start: number; readonly end: number }

/** Parts as the text engine tells them: owner, segment, start and end of each, one behind the other. */
export type FoundParts = readonly number[];

const FIRST_HALVES = Array.from({ length: (UNLESS - 1) / 2 }, (_, n) => n * 2 + 1);

/** The cues that parts of one text make together, in the order of CUES. Rows in any order. */
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

/** Bits of the contact model's kinds of cue, in the order of its signals: another app, secrecy, personal questions, gifts. */
const KIND: Readonly<Record<Cue, number>> = { move: 1, secret: 2, age: 4, school: 4, place: 4, photo: 4, gifts: 8, money: 8 };

/** Kinds of cue in a message, as bits; each of its texts by itself. */
export function cueKinds(found: FoundParts): number {
  const texts = new Map<number, CueRow[]>();
  for (let at = 0; at < found.length; at += 4) {
    const [owner, segment, start, end] = found.slice(at, at + 4) as [number, number, number, number];
    texts.set(segment, [...texts.get(segment) ?? [], { owner, start, end }]);
  }
  return [...texts.values()].flatMap(cuesOf).reduce((bits, cue) => bits | KIND[cue], 0);
}
