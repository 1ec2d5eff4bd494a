// Which passages look disguised, told from the bits of a block; each is handed to the slow lane once.

import { SYMBOLS } from '../memory';
import { sawDoubtful, sawOverride } from '../normalise/normalise';
import { unitAt, written } from '../normalise/output';
import { lookalikeIn, READING_LETTERS, READING_OTHER_SCRIPT, READING_PUNCTUATION, readingsOf } from '../normalise/readings';
import { SYMBOL_SPACE } from '../normalise/symbols';
import { CLASS_LETTER, classOfRecord, recordOf } from '../normalise/tables';
import { finishApart, followApart, startApart } from './apart';
import { digits, foreign, hashed, letters, odd, stretched, styled } from './classes';
import { forgetText, isAmongLatin, isClose } from './borders';
import { inputAt, isApostrophe, originAt } from './edges';
import { STYLED } from './glyphs';
import { hasForeign } from './list';
import { isPlainEnd } from './marks';
import { searchPassage, searchReversed } from './passage';
import { mayWork } from './work';

/** Units between the letters of a spaced word; an emoji takes two or more, and a mask may stand among them. */
const GAP_UNITS: i32 = 24;
/** Letters that stand alone, one after the other, before they look like a word. */
const LONE_LETTERS: i32 = 3;

let block: i32 = 0;
/** The units that the last passage searched holds. */
let searchedFrom: i32 = 0;
let searched: i32 = 0;
let loneFirst: i32 = 0;
let loneLast: i32 = -1;
let loneCount: i32 = 0;
let wordLast: i32 = -1;

export function startFlags(): void {
  searched = 0;
  loneCount = 0;
  loneLast = wordLast = -1;
  forgetText();
  startApart();
}

/** Whether punctuation opens a word in plain text. */
function isPlainStart(at: i32): bool {
  const unit = unitAt(at);
  if (unit != 0x22 && unit != 0x27 && unit != 0x2d && (unit <= 0xff || (readingsOf(unit) & READING_LETTERS) != 0)) return false;
  const before = <u32>load<u8>(SYMBOLS + <usize>at - 1);
  return at == 0 || before == 0 || before == SYMBOL_SPACE;
}

/** Whether every letter of the word from `at` on reads as a Latin one, and not all are of a living script far from Latin. */
function isLookalikeWord(at: i32): bool {
  let i = at;
  let near = false;
  let rare = false;
  while (load<u8>(SYMBOLS + <usize>i) > SYMBOL_SPACE) {
    let cp = unitAt(i++);
    if ((cp & 0xfc00) == 0xd800) cp = 0x10000 + ((cp - 0xd800) << 10) + (unitAt(i++) - 0xdc00);
    const readings = readingsOf(cp);
    if ((readings & READING_LETTERS) == 0) {
      if (classOfRecord(recordOf(cp)) == CLASS_LETTER) return false;
      break;
    }
    if ((readings & READING_OTHER_SCRIPT) != 0) continue;
    near = true;
    if (!isClose(cp)) rare = true;
  }
  return near && i > at + 1 && (rare || isAmongLatin(at, i - at));
}

/** Whether every letter of the word a–z from `at` on looks like a Cyrillic or a Greek one. */
function isLatinDisguise(at: i32): bool {
  let i = at;
  for (let cyrillic = true, greek = true; unitAt(i) - 0x61 < 26; i++) {
    cyrillic = cyrillic && lookalikeIn(unitAt(i) - 0x61, 0) != 0;
    greek = greek && lookalikeIn(unitAt(i) - 0x61, 1) != 0;
    if (!cyrillic && !greek) return false;
  }
  return i > at + 1;
}

function isSign(at: i32): bool {
  return <u32>load<u8>(SYMBOLS + <usize>at) > SYMBOL_SPACE;
}

/** @param before bit 0: the unit before the block belongs to a word. @returns false where a limit ends the search */
export function flagBlock(from: i32, before: u64): bool {
  const word = letters | digits;
  const wordBefore = word << 1 | before;
  const wordAfter = word >> 1 | <u64>(load<u8>(SYMBOLS + <usize>from + 64) - 1 < 36) << 63;
  block = from;
  const lone = word & ~wordBefore & ~wordAfter;
  const plain = letters & ~foreign;
  const edges = before | (wordAfter & (<u64>1 << 63));
  let flags = styled | stretched | (digits & (letters << 1 | letters >> 1 | edges));
  // Between digits they are times, prices and dates.
  let doubtful = odd & (letters << 1 | letters >> 1 | edges);
  // Two signs in a row beside a digit are none of those.
  if (digits != 0) doubtful |= (odd & odd << 1 & digits << 2) | (odd & odd >> 1 & digits >> 2);
  if (foreign != 0) {
    flags |= foreign & (plain << 1 | plain >> 1 | edges);
    doubtful |= foreign & ~(foreign << 1);
    if (hasForeign) doubtful |= plain & ~(wordBefore);
  }
  for (let left = flags | doubtful; left != 0; left &= left - 1) {
    const bit = left & (0 - left);
    const at = from + <i32>ctz(left);
    if (at < searched) continue;
    if ((flags & bit) == 0 && !isDisguised(at, bit, wordAfter, wordBefore)) continue;
    searchedFrom = at;
    searched = searchPassage(at, at);
    if (!mayWork()) return false;
  }
  const unspaced = hashed & ~(word | odd);
  if (unspaced != 0) followApart(from, unspaced);
  const loneOdd = odd & ~(wordBefore | wordAfter | hashed << 1 | hashed >> 1 | <u64>isSign(from - 1) | <u64>isSign(from + 64) << 63);
  if ((lone | loneOdd) != 0) followLone(from, word, lone | loneOdd);
  if (word != 0) wordLast = from + 63 - <i32>clz(word);
  return mayWork();
}

function isDisguised(at: i32, bit: u64, wordAfter: u64, wordBefore: u64): bool {
  if ((foreign & bit) != 0) return isLookalikeWord(at);
  if ((odd & bit) == 0) return isLatinDisguise(at);
  const unit = unitAt(at);
  if ((wordAfter & bit) == 0) return !isPlainEnd(unit);
  if ((wordBefore & bit) == 0) return !isPlainStart(at);
  return !isApostrophe(unit);
}

/** Letters, and signs for letters, that stand alone and follow one another. @param lone they, and other signs */
function followLone(from: i32, word: u64, lone: u64): void {
  for (let left = lone; left != 0; left &= left - 1) {
    const bit = left & (0 - left);
    const at = from + <i32>ctz(left);
    const earlier = word & (bit - 1);
    const previous = earlier != 0 ? from + 63 - <i32>clz(earlier) : wordLast;
    // Of signs only those that read as a letter, and are none that tables and lists have there.
    if ((word & bit) == 0 && readingsOf(unitAt(at)) - 1 >= READING_PUNCTUATION - 1) continue;
    if (loneCount > 0 && previous <= loneLast && at - loneLast <= GAP_UNITS) {
      loneCount++;
    } else {
      endLone();
      loneFirst = at;
      loneCount = 1;
    }
    loneLast = at;
  }
}

function endLone(): void {
  if (loneCount >= LONE_LETTERS && (loneFirst < searchedFrom || loneLast >= searched)) searchPassage(loneFirst, loneLast);
  loneCount = 0;
}

/** A word whose only disguise is a styled i that is an l, or the other way round. */
function searchStyled(): void {
  for (let at = 0; at < written && mayWork(); at++) {
    const unit = unitAt(at);
    if ((unit == 0x69 || unit == 0x6c) && inputAt(originAt(at)) >= STYLED) at = searchPassage(at, at);
  }
}

export function finishFlags(): void {
  if (!mayWork()) return;
  endLone();
  finishApart();
  if (sawDoubtful()) searchStyled();
  if (sawOverride()) searchReversed();
}
