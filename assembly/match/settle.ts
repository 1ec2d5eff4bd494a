// The end of a walk: whether the patterns that end there are what the passage says.

import { READING_PUNCTUATION } from '../normalise/readings';
import { backwards, beginsCamel, endsCamel, isAlone, isForeignDisguise, mayStand } from './borders';
import { TAIL } from './build';
import { clustersOf } from './clusters';
import { isCommonWord } from './common-words';
import { isOtherWord } from './dotless';
import { endEdge, startEdge } from './edges';
import { acceptedAs, add, EXTRAS, GAPS, JOINED, LOOKS, LOOSE, MASKS, NUMBERS, seen, SIGNS, SPACES } from './evidence';
import { GLYPH_DIGIT, GLYPH_UNSPACED, glyphAt, kindAt, readingsAt, unitOf, widthOf } from './glyphs';
import { HOW_GLUED, HOW_REVERSED } from './how';
import { addDisguised } from './judge';
import { FLAG_FREE, flagsOf, KIND_ANYWHERE, KIND_WORD, kindOf, lengthOf, patternAt, states, unitsOfPattern } from './list';
import { IN_PROSE } from './marks';
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

/** Pairs of letters of a term that stand side by side. */
function pairsOf(units: usize, length: i32): i32 {
  let pairs = length - 1;
  for (let i: usize = 0; i < <usize>length; i++) pairs -= <i32>(load<u16>(units + (i << 1)) == 0x20) << 1;
  return pairs;
}

function judgePattern(pattern: usize, length: i32, k: i32): void {
  const units = unitsOfPattern(pattern);
  const flags = flagsOf(pattern);
  const kind = kindOf(pattern);
  if (!isPath(units, length)) return;
  const gaps = seen(GAPS);
  // Signs and spaces belong to a term that begins anywhere as they are, but for those between letters of scripts without spaces.
  const unspaced = kindAt(glyphAt(begin)) == GLYPH_UNSPACED && gaps + seen(MASKS) > 0;
  if ((flags & FLAG_FREE) != 0 && gaps > 0 && !unspaced) return;
  const last = pathAt(length - 1);
  // Letters written again at the end belong to it.
  let end = k;
  while (isSame(glyphAt(end + 1), last) && isWritten(glyphAt(end + 1))) end++;
  let extra = end - k;
  let run = max(longest, extra);
  if (run < 2 && (kind != KIND_WORD || mayStand(begin, k, length, spelled))) {
    end = k;
    extra = 0;
    run = longest;
  }
  const stands = unspaced || mayStand(begin, end, length, spelled);
  if (kind == KIND_WORD && !stands) return;
  if (kind != KIND_ANYWHERE && seen(LOOKS) >= length && !isForeignDisguise(begin, end)) return;
  const inCamel = beginsCamel || endsCamel;
  if (inCamel && (flags & FLAG_FREE) != 0) return;
  const words = seen(GAPS) == 1 && isCommonWord(units, firstGap) && isCommonWord(units + (<usize>firstGap << 1), length - firstGap);
  let apart = gaps >= pairsOf(units, length) && gaps > 0;
  let unlikely = !words;
  let alone = isAlone(begin, end);
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
  let how = acceptedAs(max(letters, <i32>unspaced * 3), run, apart, seen(SPACES) == 1 && unlikely && blank && splits(), unlikely, alone);
  if (how == 0 && (inCamel || backwards || seen(JOINED) > 0) && isPlain()) how = HOW_GLUED;
  add(EXTRAS, -extra);
  if (how == 0) return;
  if (backwards) how |= HOW_REVERSED;
  const a = glyphAt(begin);
  const b = glyphAt(end);
  const from = min(unitOf(a), unitOf(b));
  const to = max(unitOf(a) + widthOf(a), unitOf(b) + widthOf(b)) - 1;
  if (!isOtherWord(pattern, from, to, -1)) addDisguised(pattern, from, to, how);
}

/** A letter, a digit, or a sign that does not end words. */
function isWritten(glyph: usize): bool {
  return kindAt(glyph) >= GLYPH_DIGIT || (readingsAt(glyph) & READING_PUNCTUATION) == 0;
}

/** Nothing but letters as they are was seen. */
function isPlain(): bool {
  return (seen(LOOKS) | seen(SIGNS) | seen(NUMBERS) | seen(MASKS) | seen(GAPS) | seen(EXTRAS)) == 0;
}
