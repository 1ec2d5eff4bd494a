// Whether a letter carries an accent in the original text.

import { INPUT_UNITS } from '../memory';
import { CLASS_LETTER, classOfRecord, isUpper, OPERATION_EXPAND, OPERATION_SHIFT, operationOf, recordOf } from '../normalise/tables';
import { codePointAt } from './edges';

/** Dropped, and part of the letter before it (assembly/tables/build/classes.ts). */
const CLASS_DROPPED_MARK: u32 = 12;

/** Beyond the Latin, Greek and Cyrillic letters with accents; further on stand styled and compatibility forms. */
const ACCENTED_END: u32 = 0x2000;
const FINAL_SIGMA: u32 = 0x3c2;

/** Whether a precomposed letter folds to one without its mark, and not only to its small form. */
function losesMark(cp: u32, record: u32): bool {
  if (cp < 0x80 || cp >= ACCENTED_END || cp == FINAL_SIGMA) return false;
  if (operationOf(record) == OPERATION_EXPAND) return true;
  if (operationOf(record) != OPERATION_SHIFT) return false;
  return isUpper(record) == 0 || ((cp + (record >> 16)) & 0xffff) < 0x80;
}

/** Whether the letter that begins at INPUT unit `at` is precomposed with a mark, or one that is dropped follows it. */
export function isDecorated(at: u32): bool {
  const cp = codePointAt(at);
  const record = recordOf(cp);
  if (classOfRecord(record) != CLASS_LETTER) return false;
  if (losesMark(cp, record)) return true;
  const next = at + (cp > 0xffff ? 2 : 1);
  return next < <u32>INPUT_UNITS && classOfRecord(recordOf(codePointAt(next))) == CLASS_DROPPED_MARK;
}
