// Turkish and Azerbaijani i: dotted (i İ) and dotless (ı I) are two letters there. All four fold to i, so a hit of a list that
// tells them apart is looked at again in the original text (docs/decisions/0014). What no keyboard types as either of them – a
// digit, a look-alike, a styled letter, an i with another mark – tells nothing and is any i.
// Case pairs: Unicode SpecialCasing.txt, conditions `tr` and `az`.

import { written } from '../normalise/output';
import { hasAccentIn } from './decorated';
import { inputAt, originAt } from './edges';
import { glyphAt, unitOf } from './glyphs';
import { FLAG_ACCENTED, flagsOf, lengthOf, unitsOfPattern } from './list';
import { glyphOfPath } from './way';
import { spend } from './work';

/** Beside ACCENTS_* of list.ts, in `listAdd`'s kind: the list tells the two apart. */
export const TWO_I: u32 = 0x400;
/** Beside the FLAG_* of list.ts: the same of a pattern. */
export const FLAG_DOTS: u32 = 32;
/** Letters with accents or both kinds of i are in it: a text without either was typed without them. */
export const FLAG_MARKED: u32 = 64;

const DOTLESS: u32 = 1;
const DOTTED: u32 = 2;
export const BOTH_I: u32 = DOTLESS | DOTTED;
/** A plain capital: of ı, or of i where it was typed on a keyboard that has no other. */
const CAPITAL: u32 = 4;
/** Units around a hit in which an accent tells of the keyboard. */
const NEAR_UNITS: i32 = 64;

/** The i at INPUT unit `at`; 0 where it tells nothing. */
function dotAt(at: u32): u32 {
  const mark = inputAt(at + 1);
  // U+0307 is the dot itself.
  if (mark - 0x300 < 0x70) return mark == 0x307 ? DOTTED : 0;
  const unit = inputAt(at);
  if (unit == 0x131) return DOTLESS;
  if (unit == 0x49) return CAPITAL;
  return unit == 0x69 || unit == 0x130 ? DOTTED : 0;
}

/** The same of folded unit `i` of a listed word, where a capital tells nothing; 0 for other letters. */
export function dotOf(i: i32, unit: u32): u32 {
  return unit == 0x69 ? dotAt(originAt(i)) & BOTH_I : 0;
}

/**
 * Whether folded units [start, last] lack the accents that the pattern asks for, or write another i than it does. Where it has marked letters or both kinds of i and
 * nothing of them is in the text, that was typed without them, and an i is any i: `cikis` is `çıkış`, `kir` is not `kır`.
 * @param before units before the one space inside; -1: the units stand where the walk has read them
 */
export function isOtherI(pattern: usize, start: i32, last: i32, before: i32): bool {
  const flags = flagsOf(pattern);
  const accent = (flags & (FLAG_ACCENTED | FLAG_MARKED)) != 0 && hasAccentIn(start, last);
  if ((flags & FLAG_ACCENTED) != 0 && !accent) return true;
  if ((flags & FLAG_DOTS) == 0 || ((flags & FLAG_MARKED) != 0 && !accent)) return false;
  const length = <i32>lengthOf(pattern);
  const dots = unitsOfPattern(pattern) + (<usize>length << 1);
  let capitals = false;
  for (let i = 0; i < length; i++) {
    const dot = <u32>load<u16>(dots + (<usize>i << 1));
    if (dot == 0) continue;
    const unit = before < 0 ? unitOf(glyphAt(glyphOfPath(i))) : start + i + <i32>(i >= before);
    const both = dot | dotAt(originAt(unit));
    if (both == BOTH_I) return true;
    if (both == (DOTTED | CAPITAL)) capitals = true;
  }
  return capitals && spend(NEAR_UNITS) && hasAccentIn(max(0, start - NEAR_UNITS), min(written - 1, last + NEAR_UNITS));
}
