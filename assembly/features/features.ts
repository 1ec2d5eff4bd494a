// Features of the scored segments for the scam model, read from the normalised text where it lies.
//
//   FOLDED ──► TEXT (SCRATCH, u16): spaces joined, one space before, between and after the segments
//          ──► FROM   where in FOLDED each unit of TEXT stood, and whether it belongs to an address
//   TEXT   ──► TEXT   disguised words as people read them, digits as `0` (undisguise.ts)
//   TEXT   ──► IDS    hashed n-grams (ngrams.ts)
//          ──► DENSE  eight f32 in 0..1, in this order: length, digits, capitals, link, long number, currency, `!`, `?`

import { DENSE, FOLDED, FROM, SCRATCH, SEGMENTS, SEGMENT_SCORED } from '../memory';
import { capitals } from '../normalise/normalise';
import { written } from '../normalise/output';
import { forgetInputs } from '../score/inputs';
import { hashNgrams } from './ngrams';
import { sawLink, undisguise } from './undisguise';
import { isCurrency, isSpace, KIND_DENSE_LETTER, KIND_DIGIT, kindOf } from './units';

/** Raised by every change that gives some text other ids or dense values. Models carry it; another one is refused. */
export const FEATURE_VERSION: i32 = 5;
/** Units of TEXT, spaces around included (LIMITS.scoredUnits). The rest of a longer message is not read. */
export const TEXT_UNITS: i32 = 4_096;

/** For the readers that come after the model too. */
export const TEXT: usize = SCRATCH;
/** A text with less, no link and no long number gets no verdict: one-word answers led the errors when it did. */
const GATE_LETTERS: i32 = 20;
const LONG_NUMBER: i32 = 5;

/** Bits of `features()`'s answer. */
export const FLAG_GATED: i32 = 1;
export const FLAG_LINK: i32 = 2;
export const FLAG_LONG_NUMBER: i32 = 4;
export const FLAG_CUT: i32 = 8;
/** Added by `language`. */
export const FLAG_UNSURE: i32 = 16;

let units: i32 = 0;
let letters: i32 = 0;
let weighed: i32 = 0;
let digits: i32 = 0;
let longestRun: i32 = 0;
let exclamations: i32 = 0;
let questions: i32 = 0;
let currency: bool = false;
let cut: bool = false;
let flags: i32 = 0;
/** Ids of the last `features`. */
export let idCount: i32 = 0;

/** Whether `features` read a text since `forgetFeatures`. */
export let hasRead: bool = false;

/** FLAG_* of the last `features`, and of the `language` behind it. */
export function featureFlags(): i32 {
  return flags;
}

/** Whether the language is unsure. */
export function flagUnsure(unsure: bool): void {
  flags = (flags & ~FLAG_UNSURE) | (unsure ? FLAG_UNSURE : 0);
}

/** Units of TEXT as `features` left it. */
export function featureUnits(): i32 {
  return units;
}

// @ts-ignore: decorator
@inline
function put(unit: u32, from: i32): void {
  store<u16>(TEXT + (<usize>units << 1), <u16>unit);
  store<u32>(FROM + (<usize>units << 2), <u32>from);
  units++;
}

/** No count of the last text stays. */
export function forgetFeatures(): void {
  hasRead = false;
  units = letters = weighed = digits = longestRun = exclamations = questions = flags = idCount = 0;
  currency = cut = false;
  forgetInputs();
}

/** FOLDED to TEXT, counting on the way. One pass. */
function prepare(foldedUnits: i32): void {
  forgetFeatures();
  put(0x20, 0);
  let segment: usize = SEGMENTS;
  let run = 0;
  let blank = true;
  for (let i = 0; i < foldedUnits; i++) {
    const scored = (load<u32>(segment, 4) & SEGMENT_SCORED) != 0;
    let c = <u32>load<u16>(FOLDED + (<usize>i << 1));
    if (c == 0xffff) segment += 8;
    if (!scored) continue;
    if (isSpace(c)) {
      run = 0;
      if (!blank && units < TEXT_UNITS) put(0x20, i);
      blank = true;
      continue;
    }
    if (units >= TEXT_UNITS - 1) {
      cut = true;
      break;
    }
    blank = false;
    const kind = kindOf(c);
    if (kind == KIND_DIGIT) {
      // ASCII digits stay a moment longer: one of them may stand for a letter.
      if (c > 0x39) c = 0x30;
      digits++;
      run++;
      if (run > longestRun) longestRun = run;
    } else {
      run = 0;
      if (kind <= KIND_DENSE_LETTER) {
        letters++;
        weighed += kind == KIND_DENSE_LETTER ? 3 : 1;
      } else if (c == 0x21) exclamations++;
      else if (c == 0x3f) questions++;
      else if (isCurrency(c)) currency = true;
    }
    put(c, i);
  }
  if (!blank) put(0x20, foldedUnits - 1);
}

/**
 * log2(1 + n) by exponent and straight lines between the powers of two, over 12, at most 1: exact in f32, so that no
 * two engines or languages can differ.
 */
function logLength(n: i32): f32 {
  const m = n + 1;
  const k = 31 - clz(m);
  return min<f32>(1, (<f32>k + <f32>(m - (1 << k)) / <f32>(1 << k)) / 12);
}

// @ts-ignore: decorator
@inline
function dense(index: i32, value: f32): void {
  store<f32>(DENSE + (<usize>index << 2), value);
}

/**
 * Fills IDS and DENSE for the scored segments of the text that `normalise` folded last. O(units); about 2 µs for 80 units.
 * @returns the number of ids, each of which stands in IDS once; 0 for a text without anything to read
 */
export function features(): i32 {
  prepare(written);
  hasRead = true;
  units = undisguise(TEXT, units);
  const body = units - 2;
  const link = sawLink;
  const longNumber = longestRun >= LONG_NUMBER;
  dense(0, logLength(max(0, body)));
  dense(1, body > 0 ? <f32>digits / <f32>body : 0);
  dense(2, letters > 0 ? min<f32>(1, <f32>capitals() / <f32>letters) : 0);
  dense(3, link ? 1 : 0);
  dense(4, longNumber ? 1 : 0);
  dense(5, currency ? 1 : 0);
  dense(6, <f32>min(exclamations, 4) / 4);
  dense(7, <f32>min(questions, 4) / 4);
  flags = (weighed < GATE_LETTERS && !link && !longNumber ? FLAG_GATED : 0) | (link ? FLAG_LINK : 0)
    | (longNumber ? FLAG_LONG_NUMBER : 0) | (cut ? FLAG_CUT : 0);
  idCount = body > 0 ? hashNgrams(TEXT, units) : 0;
  return idCount;
}
