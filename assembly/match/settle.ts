// The end of a walk: whether the patterns that end there are what the passage says.

import { FOLDED } from '../memory';
import { READING_PUNCTUATION } from '../normalise/readings';
import { backwards, beginsCamel, endsCamel, isAlone, isForeignDisguise, mayStand } from './borders';
import { TAIL } from './build';
import { clustersOf } from './clusters';
import { isCommonWord } from './common-words';
import { endEdge, startEdge } from './edges';
import { acceptedAs, add, BLANKS, EXTRAS, GAPS, JOINED, LOOKS, LOOSE, MASKS, NUMBERS, seen, SIGNS, SPACES, WEAK } from './evidence';
import { cpOf, GLYPH_DIGIT, GLYPH_UNSPACED, glyphAt, kindAt, readingsAt, reversedFirst, reversedLast, unitOf, widthOf } from './glyphs';
import { HOW_GLUED, HOW_LOOKALIKE, HOW_REVERSED } from './how';
import { addDisguised } from './judge';
import { FLAG_FREE, FLAG_LATIN, flagsOf, KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf, patternAt, states, unitsOfPattern } from './list';
import { isOtherWord } from './longer';
import { IN_PROSE, isEmphasis, mayMaskEdge } from './marks';
import { numberAt } from './order';
import { splits } from './scan';
import { begin, blank, firstGap, isPath, isSame, longest, pathAt, spelled } from './way';
import { spend } from './work';

/** The patterns that end in `state` after glyph `k`. */
export function judge(state: u32, depth: i32, k: i32): void {
  const out = load<u32>(states + (<usize>state << 4), 12);
  if (out == 0) return;
  const low = (out & ~TAIL) - <u32>((out & TAIL) == 0);
  const first = patternAt(numberAt(low));
  if (<i32>lengthOf(first) != depth) return;
  const count = load<u32>(first, 12);
  if (!spend(<i32>count)) return;
  for (let i: u32 = 0; i < count; i++) judgePattern(patternAt(numberAt(low + i)), depth, k);
}

function judgePattern(pattern: usize, length: i32, k: i32): void {
  const units = unitsOfPattern(pattern);
  const flags = flagsOf(pattern);
  const kind = kindOf(pattern);
  if (!isPath(units, length) || (backwards && (begin > reversedLast || k < reversedFirst))) return;
  const gaps = seen(GAPS);
  // Signs and spaces belong to a term that begins anywhere as they are, but for those between letters of scripts without spaces.
  const unspaced = kindAt(glyphAt(begin)) == GLYPH_UNSPACED && gaps + seen(MASKS) > 0;
  if ((flags & FLAG_FREE) != 0 && gaps > 0 && !unspaced) return;
  const last = pathAt(length - 1);
  // Letters written again at the end belong to it.
  let end = k;
  // Like what is spelled with several signs, a mask is no punctuation.
  const several = spelled || last == 0;
  while (isSame(glyphAt(end + 1), last) && isWritten(glyphAt(end + 1))) end++;
  let extra = end - k;
  let run = max(longest, extra);
  if (run < 2 && (kind != KIND_WORD || mayStand(begin, k, length, several))) {
    end = k;
    extra = 0;
    run = longest;
  }
  const stands = unspaced || mayStand(begin, end, length, several);
  if (kind == KIND_WORD && !stands) return;
  if (kind != KIND_ANYWHERE && seen(LOOKS) >= length && !isForeignDisguise(begin, end)) return;
  const inCamel = beginsCamel || endsCamel;
  if (inCamel && (flags & FLAG_FREE) != 0) return;
  if (!unspaced && (last == 0 || pathAt(0) == 0) && !isMaskedAtEdge(flags, units, length, last == 0 ? end : begin)) return;
  const words = seen(GAPS) == 1 && isCommonWord(units, firstGap) && isCommonWord(units + (<usize>firstGap << 1), length - firstGap);
  let apart = gaps > 0 && gaps >= length - 1 - 2 * seen(BLANKS);
  let unlikely = !words;
  // Where no space parts its letters, what stands alone beside it is no letter of it.
  let alone = seen(SPACES) == 0 || isAlone(begin, end);
  // Two syllables of Korean, with a mark that no writing has between them, are as much as three letters.
  const few = unspaced || (seen(LOOSE) == 0 && cpOf(glyphAt(begin)) - 0xac00 < 11_172);
  let letters = length;
  if (unspaced) {
    letters = clustersOf(units, length);
    if (letters < 2 || last == 0 || startEdge(unitOf(glyphAt(begin)), length) == 0 || endEdge(unitOf(glyphAt(end))) == 0) return;
    const inText = seen(LOOSE) >= IN_PROSE;
    const whole = !inText && (begin == 0 || kindAt(glyphAt(begin - 1)) != GLYPH_UNSPACED) && kindAt(glyphAt(end + 1)) != GLYPH_UNSPACED;
    alone = gaps > 1 ? !inText : seen(LOOSE) == 0 || (whole && seen(SPACES) == 0);
    apart = gaps >= letters - 1 || (gaps > 1 ? whole : gaps > 0 && alone);
    unlikely = false;
    if (!apart && inText) return;
  }
  add(EXTRAS, extra);
  let how = acceptedAs(max(letters, <i32>few * 3), run, apart, seen(SPACES) == 1 && unlikely && blank && splits(), unlikely, alone);
  if (how == 0 && (inCamel || backwards || seen(JOINED) > 0) && isPlain()) how = HOW_GLUED;
  add(EXTRAS, -extra);
  // Plain letters that look like others, and nothing else disguised: an everyday word is itself.
  if (how == HOW_LOOKALIKE && seen(WEAK) >= seen(LOOKS) && isCommonWord(FOLDED + (<usize>unitOf(glyphAt(begin)) << 1), length)) how = 0;
  if (how == 0) return;
  if (backwards) how |= HOW_REVERSED;
  let from = unitOf(glyphAt(begin));
  let to = 0;
  // Where an override turns a part of the word around, its ends are not at its ends.
  for (let i = begin; i <= end; i++) {
    const glyph = glyphAt(i);
    from = min(from, unitOf(glyph));
    to = max(to, unitOf(glyph) + widthOf(glyph) - 1);
  }
  if (!isOtherWord(pattern, from, to, -1)) addDisguised(pattern, from, to, how);
}

/** Units of the shortest term whose first or last letter may be masked. */
const EDGE_UNITS: i32 = 5;

/**
 * Whether the mark at glyph `k` is the first or last letter of a term: what stands beside it is no everyday word, and the mark
 * does not emphasise it. Other languages have words that differ in the last letter alone, so of a–z only.
 */
function isMaskedAtEdge(flags: u32, units: usize, length: i32, k: i32): bool {
  const first = <i32>(k == begin);
  return length >= EDGE_UNITS && (flags & FLAG_LATIN) != 0 && mayMaskEdge(cpOf(glyphAt(k)))
    && !isCommonWord(units + (<usize>first << 1), length - 1) && (first != 0 || !isEmphasis(unitOf(glyphAt(k)), -1));
}

/** A letter, a digit, or a sign that does not end words. */
function isWritten(glyph: usize): bool {
  return kindAt(glyph) >= GLYPH_DIGIT || (readingsAt(glyph) & READING_PUNCTUATION) == 0;
}

/** Nothing but letters as they are was seen. */
function isPlain(): bool {
  return (seen(LOOKS) | seen(SIGNS) | seen(NUMBERS) | seen(MASKS) | seen(GAPS) | seen(EXTRAS)) == 0;
}
