// Letters of scripts without spaces that look set apart, slow and obvious.

import { beginsCluster } from './match.ts';
import { MARK, UNSPACED } from './match-reading.ts';
import type { Range } from './passage-glyphs.ts';

/** Units of a gap; read on either side. */
const GAP_UNITS = 16;
const REACH_UNITS = 64;

/** A mark that running text has between no two letters of such scripts; a picture; what stands in any sentence. */
export const RARE = /^[#$%*@^_\xd7]$/;
export const PICTURE = /^[\u200d\u2190-\u2fff\u{10000}-\u{10ffff}]$/u;
export const PROSE = /^[!"'(),:;?\u3000-\u303f\u30fb\u104a\u104b\u17d4-\u17db]$/;

interface Run { readonly first: number; readonly last: number }

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (!UNSPACED.test(c)) continue;
    const before = runs.at(-1);
    if (before?.last === i - 1) runs[runs.length - 1] = { first: before.first, last: i + c.length - 1 };
    else runs.push({ first: i, last: i + c.length - 1 });
  }
  return runs;
}

/** The ranges around marks that stand between such letters by no rule of writing, and around single clusters between any marks. */
export function apartIn(text: string): readonly Range[] {
  const ranges: { first: number; last: number }[] = [];
  const note = (first: number, last: number): void => {
    const before = ranges.at(-1);
    if (before !== undefined && first - before.last <= REACH_UNITS) before.last = last;
    else ranges.push({ first, last });
  };
  let wasClose = false;
  const runs = runsOf(text);
  runs.forEach(({ first, last }, i) => {
    const next = runs[i + 1];
    if (next === undefined) return;
    const c = String.fromCodePoint(text.codePointAt(last + 1) ?? 0);
    const close = next.first - last <= GAP_UNITS && c !== '\u0f0b';
    const single = text.slice(first + 1, last + 1).split('').every((unit, n) => MARK.test(unit) || !beginsCluster(text, first + 1 + n));
    if (close && (RARE.test(c) || PICTURE.test(c) || (/^[!-~]$/.test(c) && !PROSE.test(c)))) note(last, next.first);
    else if (close && wasClose && single) note(first, last);
    wasClose = close;
  });
  return ranges.map(({ first, last }) => ({ from: Math.max(0, first - REACH_UNITS), end: last + 1, to: Math.min(text.length, last + REACH_UNITS) }));
}
