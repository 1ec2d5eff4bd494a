// Whether a letter carries an accent in the original text. Of Latin and Cyrillic letters only: the marks of Greek, Arabic and
// Hebrew are left out as often as they are written, so a word with them is the word without.

import { INPUT_UNITS } from '../memory';
import { hasAccent, recordOf } from '../normalise/tables';
import { codePointAt, inputAt, originAt } from './edges';

/** Whether the letter that begins at INPUT unit `at` is precomposed with an accent, or one follows it. ё is е, and ı has none to lose but is no i. */
export function isDecorated(at: u32): bool {
  const cp = codePointAt(at);
  if (hasAccent(recordOf(cp))) return true;
  // Plain letters, U+0041–U+024F and U+0400–U+052F.
  if ((cp - 0x41 >= 0x20f && cp - 0x400 >= 0x130) || at + 1 >= <u32>INPUT_UNITS) return false;
  const mark = inputAt(at + 1);
  return mark - 0x300 < 0x70 && (mark != 0x308 || (cp | 0x20) != 0x435);
}

/** Whether one letter at least of folded units [start, last] carries an accent in the original text. */
export function hasAccentIn(start: i32, last: i32): bool {
  for (let i = start; i <= last; i++) if (isDecorated(originAt(i))) return true;
  return false;
}
