// Writes the normalised text: FOLDED, ORIGIN and SYMBOLS side by side, and joins what belongs together.

import { FOLDED, ORIGIN, SYMBOLS } from '../memory';
import { symbolInline, symbolOf } from './symbols';
import { CLASS_MARK, CLASS_UNSPACED_MARK, classOfRecord, kanaStep, OPERATION_JOIN, operationOf, recordOf } from './tables';

/** Marks after one letter that are put in order. UAX #15 D3 (stream-safe text) allows 30. */
const MARK_RUN_UNITS: i32 = 32;

/** Stack signs (assembly/tables/build/myanmar.ts): consonants U+1000–U+101E under another one, and kinzi over one. */
const STACKED: u32 = 0xfdd0;
const KINZI: u32 = 0xfdef;
const VIRAMA: u32 = 0x1039;
const ASAT: u32 = 0x103a;

/** Units written so far. */
export let written: i32 = 0;
/** Where the run of marks at the end begins, and the end it was seen at. */
let runStart: i32 = 0;
let runEnd: i32 = -1;

/** The Myanmar block is read as Zawgyi: vowel e and medial ra stand before their consonant. */
export let asZawgyi: bool = false;
/** Such signs at the end, at most two, and the end they were seen at. */
let prefixes: i32 = 0;
let prefixEnd: i32 = -1;

export function readAs(zawgyi: bool): void {
  asZawgyi = zawgyi;
}

/** The run of Myanmar letters that was judged last, and what it was found to be (assembly/match/encoding.ts). */
export let runFrom: i32 = 0;
export let runTo: i32 = 0;
export let runAgainst: i32 = 0;

// @ts-ignore: decorator
@inline
export function keepRun(from: i32, to: i32, against: i32): void {
  runFrom = from;
  runTo = to;
  runAgainst = against;
}

/** Most units that stand in FOLDED since the last `forgetOutput`. */
let most: i32 = 0;

/** Goes on behind the first `units`. */
export function restart(units: i32): void {
  most = highWater();
  written = units;
  runEnd = prefixEnd = -1;
  keepRun(0, 0, 0);
}

// @ts-ignore: decorator
@inline
export function highWater(): i32 {
  return max(most, written);
}

export function forgetOutput(): void {
  written = most = runStart = prefixes = 0;
  runEnd = prefixEnd = -1;
  keepRun(0, 0, 0);
}

// @ts-ignore: decorator
@inline
export function setWritten(units: i32): void {
  written = units;
}

export function unitAt(i: i32): u32 {
  return load<u16>(FOLDED + (<usize>i << 1));
}

function setUnit(i: i32, unit: u32): void {
  store<u16>(FOLDED + (<usize>i << 1), <u16>unit);
  store<u8>(SYMBOLS + <usize>i, <u8>symbolOf(unit));
}

/** Inlined where most characters pass. */
// @ts-ignore: decorator
@inline
export function putInline(unit: u32, origin: u32): void {
  store<u16>(FOLDED + (<usize>written << 1), <u16>unit);
  store<u8>(SYMBOLS + <usize>written, <u8>symbolInline(unit));
  store<u16>(ORIGIN + (<usize>written << 1), <u16>origin);
  written++;
}

export function put(unit: u32, origin: u32): void {
  putInline(unit, origin);
}

/** One space for a run of them. */
export function putSpace(origin: u32): void {
  if (unitAt(written - 1) != 0x20) put(0x20, origin);
}

/** A mark between segments; its ORIGIN is the end of the one before it. */
export function putBreak(origin: u32): void {
  store<u16>(FOLDED + (<usize>written << 1), 0xffff);
  store<u8>(SYMBOLS + <usize>written, 0);
  store<u16>(ORIGIN + (<usize>written << 1), <u16>origin);
  written++;
}

export function putCodePoint(cp: u32, origin: u32): void {
  if (cp < 0x10000) {
    putInline(cp, origin);
  } else {
    put(0xd7c0 + (cp >> 10), origin);
    put(0xdc00 | (cp & 0x3ff), origin);
  }
}

/** A code point of an expansion, which may be a space or join what stands there. */
export function putPart(cp: u32, origin: u32): void {
  if (cp == 0x20) putSpace(origin);
  else if (operationOf(recordOf(cp)) == OPERATION_JOIN) join(cp, recordOf(cp), origin);
  else putCodePoint(cp, origin);
}

/** A mark, a conjoining vowel or final, a voicing mark, or a Burmese letter. O(MARK_RUN_UNITS). */
export function join(cp: u32, record: u32, origin: u32): void {
  const kind = classOfRecord(record);
  if (kind == CLASS_MARK || kind == CLASS_UNSPACED_MARK) putMark(cp, origin);
  else if (cp < 0x1100) putBurmese(cp, origin);
  else if (!joinSyllable(cp)) put(cp, origin);
}

/** A letter goes before Zawgyi's prefixes, under the letter before it or under kinzi; or it stands by itself. */
function putBurmese(cp: u32, origin: u32): void {
  if (prefixEnd == written) {
    const at = written - prefixes;
    const first = unitAt(at);
    const last = unitAt(written - 1);
    put(cp, origin);
    setUnit(at, cp);
    setUnit(at + 1, min(first, last));
    setUnit(written - 1, max(first, last));
    runStart = at + 1;
  } else if (unitAt(written - 1) == VIRAMA && cp < 0x101f) {
    setUnit(written - 1, STACKED + cp - 0x1000);
    return;
  } else if (unitAt(written - 1) == ASAT && unitAt(written - 2) == VIRAMA && unitAt(written - 3) == 0x1004) {
    written--;
    setUnit(written - 2, cp);
    setUnit(written - 1, KINZI);
    runStart = written - 1;
  } else {
    put(cp, origin);
    return;
  }
  runEnd = written;
}

/** Hangul composition (Unicode §3.12.3) onto the last unit. */
function joinSyllable(cp: u32): bool {
  const last = unitAt(written - 1);
  const vowel = cp - 0x1161;
  const initial = last - 0x1100;
  if (vowel < 21 && initial < 19) {
    setUnit(written - 1, 0xac00 + (initial * 21 + vowel) * 28);
    return true;
  }
  const final = cp - 0x11a7;
  const syllable = last - 0xac00;
  if (final - 1 < 27 && syllable < 11_172 && syllable % 28 == 0) {
    setUnit(written - 1, last + final);
    return true;
  }
  return false;
}

/** Code point that ends before unit `i`. */
export function before(i: i32): u32 {
  const unit = unitAt(i - 1);
  if ((unit & 0xfc00) != 0xdc00) return unit;
  return 0x10000 + ((unitAt(i - 2) - 0xd800) << 10) + (unit - 0xdc00);
}

/**
 * Marks after one letter are kept in order of code point. Canonically equivalent texts differ in the order of such marks
 * only, so they fold alike without a table of combining classes, and so do the orders in which people type Burmese,
 * Khmer or Thai marks. ORIGIN is not moved along: it never falls.
 */
function putMark(cp: u32, origin: u32): void {
  if (asZawgyi && (cp == 0x1031 || cp == 0x103c)) {
    prefixes = prefixEnd == written && prefixes == 1 ? 2 : 1;
    put(cp, origin);
    prefixEnd = written;
    return;
  }
  if (runEnd != written || written - runStart >= MARK_RUN_UNITS) runStart = written;
  if (cp - 0x3099 < 2) {
    const step = kanaStep(unitAt(runStart - 1), cp - 0x3099);
    if (step != 0) {
      setUnit(runStart - 1, unitAt(runStart - 1) + step);
      runEnd = written;
      return;
    }
  }
  let at = written;
  while (at > runStart && before(at) > cp) at -= before(at) > 0xffff ? 2 : 1;
  const end = written;
  putCodePoint(cp, origin);
  const width = written - end;
  if (at < end) {
    for (let i = end - 1; i >= at; i--) setUnit(i + width, unitAt(i));
    if (width == 1) {
      setUnit(at, cp);
    } else {
      setUnit(at, 0xd7c0 + (cp >> 10));
      setUnit(at + 1, 0xdc00 | (cp & 0x3ff));
    }
  }
  runEnd = written;
}
