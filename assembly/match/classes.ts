// What the units of a block of the folded text are, one bit each: for finding where words begin and what looks disguised.

import { BREAK, SYMBOLS } from '../memory';
import { unitAt } from '../normalise/output';
import { READING_FLAG_LETTER, READING_LETTER, readingsOf } from '../normalise/readings';
import { SYMBOL_SPACE } from '../normalise/symbols';
import { CLASS_DIGIT, CLASS_LETTER, CLASS_MARK, CLASS_UNSPACED_MARK, classOfRecord, recordInline } from '../normalise/tables';

/** Units of a block. */
const BLOCK = 64;
const CLASS_UNSPACED_LETTER: u32 = 2;

/** Letters and marks of scripts that put spaces between words. */
export let letters: u64 = 0;
export let digits: u64 = 0;
/** Letters other than a–z. */
export let foreign: u64 = 0;
/** Neither letters, digits nor spaces, and no script without spaces. */
export let odd: u64 = 0;
/** Pictures and signs that read as a Latin letter. */
export let styled: u64 = 0;
/** Third and later of equal letters. */
export let stretched: u64 = 0;
/** Units with hashed symbols. */
export let hashed: u64 = 0;

let latin: u64 = 0;

/** Classes of `count` units from `from`, 64 at most. Reads SYMBOLS from two before to 63 behind `from`. */
export function classify(from: i32, count: i32): void {
  latin = digits = hashed = stretched = 0;
  if (ASC_FEATURE_SIMD) {
    for (let i = 0; i < BLOCK && i < count; i += 16) classifySixteen(from + i, i);
  } else {
    for (let i = 0; i < BLOCK && i < count; i++) classifyOne(from + i, <u64>1 << i);
  }
  if (count < BLOCK) {
    const valid = ((<u64>1) << count) - 1;
    latin &= valid;
    digits &= valid;
    hashed &= valid;
    stretched &= valid;
  }
  stretched &= latin;
  letters = latin;
  foreign = odd = styled = 0;
  for (let left = hashed; left != 0; left &= left - 1) {
    const bit = left & (0 - left);
    const unit = unitAt(from + <i32>ctz(left));
    if (unit < 0x80) odd |= bit;
    else classifyForeign(unit, from + <i32>ctz(left), bit);
  }
}

// @ts-ignore: decorator
@inline
function classifySixteen(at: i32, shift: i32): void {
  const symbols = v128.load(SYMBOLS + <usize>at);
  const isLatin = i8x16.lt_u(i8x16.sub(symbols, i8x16.splat(1)), i8x16.splat(26));
  latin |= <u64>i8x16.bitmask(isLatin) << shift;
  digits |= <u64>i8x16.bitmask(i8x16.lt_u(i8x16.sub(symbols, i8x16.splat(27)), i8x16.splat(10))) << shift;
  hashed |= <u64>i8x16.bitmask(i8x16.gt_u(symbols, i8x16.splat(<i8>SYMBOL_SPACE))) << shift;
  const again = i8x16.eq(symbols, v128.load(SYMBOLS + <usize>at - 1));
  const twice = i8x16.eq(symbols, v128.load(SYMBOLS + <usize>at - 2));
  stretched |= <u64>i8x16.bitmask(v128.and(again, twice)) << shift;
}

function classifyOne(at: i32, bit: u64): void {
  const symbol = <u32>load<u8>(SYMBOLS + <usize>at);
  if (symbol - 1 < 26) latin |= bit;
  else if (symbol - 27 < 10) digits |= bit;
  else if (symbol > SYMBOL_SPACE) hashed |= bit;
  if (symbol == load<u8>(SYMBOLS + <usize>at - 1) && symbol == load<u8>(SYMBOLS + <usize>at - 2)) stretched |= bit;
}

function classifyForeign(unit: u32, at: i32, bit: u64): void {
  let cp = unit;
  if ((unit & 0xfc00) == 0xd800) {
    cp = 0x10000 + ((unit - 0xd800) << 10) + (unitAt(at + 1) - 0xdc00);
  } else if ((unit & 0xfc00) == 0xdc00) {
    cp = 0x10000 + ((unitAt(at - 1) - 0xd800) << 10) + (unit - 0xdc00);
  }
  if (unit == BREAK) return;
  const kind = classOfRecord(recordInline(cp));
  if (kind == CLASS_LETTER || kind == CLASS_MARK) {
    letters |= bit;
    foreign |= bit;
  } else if (kind == CLASS_DIGIT) {
    digits |= bit;
  } else if (kind != CLASS_UNSPACED_LETTER && kind != CLASS_UNSPACED_MARK) {
    odd |= bit;
    if ((readingsOf(cp) & (READING_LETTER | READING_FLAG_LETTER)) != 0) styled |= bit;
  }
}

export function forgetClasses(): void {
  letters = digits = foreign = odd = styled = stretched = hashed = latin = 0;
}
