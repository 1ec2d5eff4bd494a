// Whether a pattern that stands in the folded text counts there, judged on the original text around it.

import { FOLDED, INPUT_UNITS } from '../memory';
import { unitAt } from '../normalise/output';
import { CLASS_DIGIT, CLASS_LETTER } from '../normalise/tables';
import { isCommonWord } from './common-words';
import { classOfUnit, EDGE_ANY, EDGE_WORD, endEdge, endInInput, inputAt, isWordClass, originAt, startEdge } from './edges';
import { addHit } from './hits';
import { HOW_GLUED, HOW_ONE_SPACE, HOW_REVERSED } from './how';
import {
  FLAG_EXACT, FLAG_LETTERS, flagsOf, KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf, patternAt, unitsOfPattern,
} from './list';
import { isOtherWord } from './longer';
import { compareUnits, numberAt } from './order';
import { spend } from './work';

/** Shorter terms are not taken out of a run of letters and digits: `nd` is no word of `2nd`. */
const GLUED_UNITS: u32 = 3;
/** Shorter terms are not looked for on both sides of a space. */
const SPLIT_UNITS: u32 = 5;

/** Units before `start` that are digits glued on, or -1 where a letter stands before them. */
export function digitsBefore(start: i32): i32 {
  let at = start - 1;
  while (classOfUnit(at) == CLASS_DIGIT) at--;
  return isWordClass(classOfUnit(at)) ? -1 : start - 1 - at;
}

export function digitsAfter(last: i32): i32 {
  let at = last + 1;
  while (classOfUnit(at) == CLASS_DIGIT) at++;
  return isWordClass(classOfUnit(at)) ? -1 : at - last - 1;
}

function isGlue(unit: u32): bool {
  return unit - 0x30 < 10 || unit == 0x5f;
}


/** The unit that ends the letter which an underscore ties to a name, once or twice, as in `xx_name_xx`; `at` for none. */
function tagFrom(at: i32, way: i32): i32 {
  const letter = unitAt(at + way);
  if (unitAt(at) != 0x5f || letter - 0x61 > 25) return at;
  const end = unitAt(at + 2 * way) == letter ? at + 2 * way : at + way;
  return isWordClass(classOfUnit(end + way)) || unitAt(end + way) == 0x5f ? at : end;
}

/** First unit of what is glued on before `start`: digits and underscores. */
function gluedFrom(start: i32): i32 {
  let at = start;
  while (isGlue(unitAt(at - 1))) at--;
  if (at == start || unitAt(at - 1) == 0x25) return start;
  const tag = tagFrom(at, -1);
  return tag == at && isWordClass(classOfUnit(at - 1)) ? start : tag;
}

/** Last unit of what is glued on behind `last`: digits and underscores, and exclamation marks that end in a digit. */
function gluedTo(last: i32): i32 {
  let at = last;
  while (isGlue(unitAt(at + 1))) at++;
  let more = at;
  while (unitAt(more + 1) == 0x21) more++;
  if (more > at && unitAt(more + 1) - 0x30 < 10) return gluedTo(more + 1);
  if (at == last) return last;
  const tag = tagFrom(at, 1);
  return tag == at && isWordClass(classOfUnit(at + 1)) ? last : tag;
}

/** Adds a hit with what is glued to it. @returns false where HITS is full */
function addGlued(pattern: usize, start: i32, last: i32, how: u32): bool {
  const from = gluedFrom(start);
  const to = gluedTo(last);
  const glued = from < start || to > last ? HOW_GLUED : 0;
  return addHit(originAt(from), endInInput(to), load<u32>(pattern, 4), how | glued);
}

/** Adds a hit of the slow lane: with what is glued to it, and with the controls around a passage shown backwards. */
export function addDisguised(pattern: usize, start: i32, last: i32, how: u32): bool {
  if ((how & HOW_REVERSED) == 0) return addGlued(pattern, start, last, how);
  let from = originAt(start);
  let to = endInInput(last);
  while (from > 0 && isDirectionControl(inputAt(from - 1))) from--;
  while (to < <u32>INPUT_UNITS && isDirectionControl(inputAt(to))) to++;
  return addHit(from, to, load<u32>(pattern, 4), how);
}

/** U+202A–202E, U+2066–2069. */
function isDirectionControl(unit: u32): bool {
  return unit - 0x202a < 5 || unit - 0x2066 < 4;
}

/** A pattern that stands at folded units [start, last]. @returns false where a limit ends the search */
function judgePattern(pattern: usize, start: i32, last: i32): bool {
  const length = lengthOf(pattern);
  const kind = kindOf(pattern);
  const right = endEdge(last);
  if (right == 0) return true;
  const left = startEdge(start, length);
  if (isOtherWord(pattern, start, last, <i32>length)) return true;
  if (kind == KIND_ANYWHERE) {
    return (left & right & EDGE_ANY) == 0 || addHit(originAt(start), endInInput(last), load<u32>(pattern, 4), 0);
  }
  const isWord = classOfUnit(start) == CLASS_LETTER && length >= GLUED_UNITS;
  if (left == 0 || ((left & EDGE_WORD) == 0 && (!isWord || digitsBefore(start) <= 0))) return true;
  if (kind == KIND_WORD && (right & EDGE_WORD) == 0 && (!isWord || digitsAfter(last) <= 0)) return true;
  if (!isWord) return addHit(originAt(start), endInInput(last), load<u32>(pattern, 4), 0);
  return addGlued(pattern, start, last, 0);
}

/** The group at a place of INDEX, whose symbols stand at folded units [start, last]. @returns false where a limit ends the search */
export function judgeGroup(low: u32, start: i32, last: i32): bool {
  const first = patternAt(numberAt(low));
  const count = load<u32>(first, 12);
  if (!spend(<i32>count)) return false;
  const text = FOLDED + (<usize>start << 1);
  const length = <u32>(last + 1 - start);
  for (let place = low; place < low + count; place++) {
    const pattern = patternAt(numberAt(place));
    const equal = (flagsOf(pattern) & FLAG_EXACT) != 0 || compareUnits(unitsOfPattern(pattern), text, length) == 0;
    if (equal && !judgePattern(pattern, start, last)) return false;
  }
  return true;
}

/**
 * A term with one space inside: its first `before` units stand at `start`, the rest behind the space. It counts where the
 * two halves are whole words of the text and not both everyday words.
 */
export function judgeSplit(pattern: usize, start: i32, before: i32): bool {
  const length = <i32>lengthOf(pattern);
  if (length < <i32>SPLIT_UNITS || before >= length || (flagsOf(pattern) & FLAG_LETTERS) == 0) return true;
  if (kindOf(pattern) == KIND_ANYWHERE) return true;
  const text = FOLDED + (<usize>start << 1);
  const units = unitsOfPattern(pattern);
  const rest = text + (<usize>(before + 1) << 1);
  if (!spend(length)) return false;
  if (compareUnits(units, text, <u32>before) != 0) return true;
  if (compareUnits(units + (<usize>before << 1), rest, <u32>(length - before)) != 0) return true;
  const last = start + length;
  if ((startEdge(start, <u32>length) & EDGE_WORD) == 0 || (endEdge(last) & EDGE_WORD) == 0) return true;
  if (isCommonWord(text, <u32>before) && isCommonWord(rest, <u32>(length - before))) return true;
  if (isOtherWord(pattern, start, last, before)) return true;
  return addHit(originAt(start), endInInput(last), load<u32>(pattern, 4), HOW_ONE_SPACE);
}
