// Runs the trie over the normalised text. A word is walked from where it begins, and most words are not: their first letters
// are looked up in KEYS. Disguised passages are handed to the slow lane. Linear in the text (work.ts).

import { FOLDED, SYMBOLS } from '../memory';
import { sawMyanmar, sawSign } from '../normalise/normalise';
import { written } from '../normalise/output';
import { SYMBOL_SPACE } from '../normalise/symbols';
import { dropZawgyi, foldZawgyi } from '../normalise/zawgyi';
import { BOUND, childIn, FREE, TAIL } from './build';
import { classify, digits, hashed, letters } from './classes';
import { flagBlock, finishFlags, startFlags } from './flags';
import { clearHits, hitCount } from './hits';
import { judgeGroup, judgeSplit } from './judge';
import { hasKey, joinedKey, keyOf, opensWith } from './keys';
import { freeFirst, lengthOf, patternAt, select, states, unitsOfPattern } from './list';
import { numberAt } from './order';
import { allowWork, mayWork, spend } from './work';

let oneSpace = true;

/** Whether a term may have one space inside. */
export function matchOptions(split: bool): void {
  oneSpace = split;
}

export function splits(): bool {
  return oneSpace;
}

/**
 * Finds every hit of the lists in the text that `normalise` left.
 * @returns number of rows { segment | how << 16, start, end, entry } in HITS, in order of start, then end, then entry
 */
export function match(): i32 {
  clearHits();
  allowWork();
  for (let slot: u32 = 0; slot < 2; slot++) if (select(slot)) scan();
  // Myanmar letters may be Zawgyi: read both ways, no short text depends on telling which.
  if (sawMyanmar() && mayWork()) {
    const from = foldZawgyi();
    for (let slot: u32 = 0; slot < 2; slot++) if (select(slot)) scanMyanmar(from);
    dropZawgyi(from);
  }
  return hitCount;
}

/** Of the second reading only what begins with a Myanmar letter is new; such terms begin anywhere. */
function scanMyanmar(first: i32): void {
  const end = written;
  for (let from = first; from < end && freeFirst != 0 && mayWork(); from += 64) {
    classify(from, end - from);
    if (hashed != 0) scanFree(from, min(64, end - from));
  }
}

function scan(): void {
  // Copies, for the compiler cannot know that nothing below changes them.
  const end = written;
  const all = sawSign();
  let before: u64 = 0;
  let beforeLetter: u64 = 0;
  startFlags();
  for (let from = 0; from < end && mayWork(); from += 64) {
    classify(from, end - from);
    const word = letters | digits;
    for (let starts = (word & ~(word << 1 | before)) | (letters & ~(letters << 1 | beforeLetter)); starts != 0; starts &= starts - 1) {
      const at = from + <i32>ctz(starts);
      const eight = load<u64>(SYMBOLS + <usize>at);
      const key = keyOf(eight);
      // Other words than those of letters a–z have no key.
      if (key == 0 || all || hasKey(key) || opensWith(<u32>eight & 0x3f, <u32>eight >> 8 & 0x3f) || (oneSpace && hasKey(joinedKey(key, at)))) walk(BOUND, at);
    }
    if (freeFirst != 0) scanFree(from, min(64, end - from));
    if (!flagBlock(from, before)) break;
    before = word >> 63;
    beforeLetter = letters >> 63;
  }
  finishFlags();
}

/** Patterns that begin anywhere, at every unit whose symbol begins one. */
function scanFree(from: i32, count: i32): void {
  // Emoji, punctuation and letters of scripts without spaces all have hashed symbols.
  const places = freeFirst >> 38 << 38 == freeFirst ? hashed : <u64>-1 >> (64 - count);
  for (let left = places; left != 0; left &= left - 1) {
    const at = from + <i32>ctz(left);
    if ((freeFirst >> load<u8>(SYMBOLS + <usize>at) & 1) != 0) walk(FREE, at);
  }
}

/** Walks the trie from `start`. @param root BOUND or FREE */
function walk(root: u32, start: i32): void {
  let state = root;
  let at = start;
  let goes = true;
  do {
    const record = states + (<usize>state << 4);
    const out = load<u32>(record, 12);
    if ((out & TAIL) != 0) {
      const count = load<u32>(record, 8) << 3;
      const differs = count == 0 ? 0 : (load<u64>(SYMBOLS + <usize>at) ^ load<u64>(record)) << (64 - count);
      // A word that ends where the term goes on may have a space inside.
      if (differs == 0 || (oneSpace && load<u8>(SYMBOLS + <usize>at + <usize>(<u32>ctz(differs) - 64 + count >> 3)) == SYMBOL_SPACE)) {
        tail(out & ~TAIL, start);
      }
      break;
    }
    if (out != 0) goes = judgeGroup(out - 1, start, at - 1);
    const symbol = <u32>load<u8>(SYMBOLS + <usize>at);
    const bit = <u64>1 << symbol;
    const children = load<u64>(record);
    if (symbol == SYMBOL_SPACE && oneSpace && (children >> <u64>load<u8>(SYMBOLS + <usize>at + 1) & 1) != 0) {
      goes = split(state, start, at - start);
    }
    if ((children & bit) == 0) break;
    state = load<u32>(record, 8) + <u32>popcnt(children & (bit - 1));
    at++;
  } while (goes);
  spend(at - start);
}

/** The one pattern that is left is compared with the text. */
function tail(place: u32, start: i32): void {
  const pattern = patternAt(numberAt(place));
  const length = lengthOf(pattern);
  const units = unitsOfPattern(pattern);
  const text = FOLDED + (<usize>start << 1);
  let same: u32 = 0;
  while (same < length && load<u16>(text + (<usize>same << 1)) == load<u16>(units + (<usize>same << 1))) same++;
  if (same == length) judgeGroup(place, start, start + <i32>length - 1);
  else if (oneSpace && same > 0 && load<u16>(text + (<usize>same << 1)) == 0x20) judgeSplit(pattern, start, <i32>same);
}

/** Goes on behind the space after `before` units: the next word may end a term. @returns false where a limit ends the search */
function split(from: u32, start: i32, before: i32): bool {
  let state = from;
  let at = start + before + 1;
  for (; state != 0; at++) {
    const record = states + (<usize>state << 4);
    const out = load<u32>(record, 12);
    if ((out & TAIL) != 0) return judgeSplit(patternAt(numberAt(out & ~TAIL)), start, before);
    if (out != 0 && at > start + before + 1) {
      const group = patternAt(numberAt(out - 1));
      for (let i: u32 = 0; i < load<u32>(group, 12); i++) {
        if (!judgeSplit(patternAt(numberAt(out - 1 + i)), start, before)) return false;
      }
    }
    state = childIn(states, state, <u32>load<u8>(SYMBOLS + <usize>at));
  }
  return spend(at - start);
}
