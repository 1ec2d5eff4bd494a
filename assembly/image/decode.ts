// The one hot loop: MCUs of the scan in force, DC values kept, AC values stepped over.

import { BEFORE } from './frame';
import { codeAt } from './huffman';
import { end, hasFf, isLast, pos, setPos } from './input';
import {
  AC_CODES, AC_LOOKUP, DC_CODES, DC_LOOKUP, hasAc, isRefinement, lowestBit, MCU, MCU_BLOCK_BYTES, mcuBlocks, OWNER, STRIDE, TO,
} from './mcu';

/**
 * More bytes than an MCU can have: ten blocks of 64 values, each a code of 16 bits and 15 more, each byte followed by a
 * stuffed one: 4,960. Unless the file ends in INPUT, an MCU is begun only where as many are there.
 */
const MARGIN: usize = 5_120;

/** Bits not used yet, first bit highest; how many; and how many of them are none of the file's, for its bits have ended. */
let bits: u64 = 0;
let count: i32 = 0;
let none: i32 = 0;

/** Why `decode` stopped early, if not for want of input: the bits ended within an MCU; else, there is no such code. */
export let isCut: bool = false;
export let isDamaged: bool = false;

export function restartBits(): void {
  bits = 0;
  count = none = 0;
  isCut = isDamaged = false;
}

export function unreadBits(): i32 {
  return count - none;
}

/** One byte at a time, past stuffed zeros (T.81 B.1.1.5); at a marker or the file's end, zeros that are none of its bits. */
function refill(): void {
  let at = pos;
  while (count < 56) {
    let byte = <u64>load<u8>(at);
    if (byte != 0xff) at++;
    else if (at + 1 < end && load<u8>(at + 1) == 0) at += 2;
    else {
      // A marker, or the mark behind the last byte.
      byte = 0;
      none += 8;
    }
    bits |= byte << (56 - count);
    count += 8;
  }
  setPos(at);
}

/** Eight bytes, the first one highest. */
// @ts-ignore: decorator
@inline
function next8(at: usize): u64 {
  if (ASC_FEATURE_SIMD) {
    const bytes = v128.load64_zero(at);
    return v128.extract_lane<u64>(v128.shuffle<u8>(bytes, bytes, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), 0);
  }
  return bswap<u64>(load<u64>(at));
}

/**
 * Decodes MCUs into rows of DC values. Bits, position and count live in locals: in globals they would be loaded and stored
 * at every code.
 * @param from MCUs of the row before @param wish how many more
 * @returns how many it was
 */
export function decode(from: i32, wish: i32): i32 {
  const stop = isLast() ? usize.MAX_VALUE : end - MARGIN;
  const last = MCU + <usize>mcuBlocks * MCU_BLOCK_BYTES;
  let acc = bits;
  let have = count;
  let at = pos;
  let done = 0;
  isCut = isDamaged = false;
  for (; done < wish && at <= stop; done++) {
    for (let block = MCU; block < last; block += MCU_BLOCK_BYTES) {
      let value = 0;
      // The values of the block so far.
      let k: u32 = 0;
      do {
        // By the bits from before, so that the look-up need not wait for those that are added: of 56, a step leaves 25 at least.
        const index = <usize>(acc >>> 52) << 1;
        if (hasFf(at)) {
          bits = acc; count = have; setPos(at);
          refill();
          acc = bits; have = count; at = pos;
        } else {
          // As many whole bytes as there is room for, without a branch; of the next one bits stand behind them, and come again with it.
          acc |= next8(at) >>> have;
          at += (63 - have) >>> 3;
          have |= 56;
        }
        if (k == 0) {
          k = hasAc ? 1 : 64;
          if (isRefinement) {
            value = <i32>(acc >>> 63);
            acc <<= 1;
            have--;
            continue;
          }
          let code = <u32>load<u16>(load<usize>(block, DC_LOOKUP) + (<usize>(acc >>> 52) << 1));
          if (code == 0) code = codeAt(load<usize>(block, DC_CODES), <u32>(acc >>> 48));
          const size = code & 255;
          if (code == 0 || size > 15) {
            isDamaged = true;
            break;
          }
          const length = code >>> 8;
          acc <<= length;
          // The value's own bits, T.81 F.2.2.1; a shift by 64 would be none.
          value = <i32>(acc >>> 1 >>> (63 - size));
          acc <<= size;
          have -= length + size;
          // Without a branch, for signs are chance.
          value += value - ((1 << size) >> 1) >> 31 & 1 - (1 << size);
          const owner = load<usize>(block, OWNER);
          value += load<i32>(owner, BEFORE);
          store<i32>(owner, value, BEFORE);
          continue;
        }
        let entry = <u32>load<u16>(load<usize>(block, AC_LOOKUP) + index);
        if (k + (entry >>> 6 & 63) > 63) {
          const code = codeAt(load<usize>(block, AC_CODES), <u32>(acc >>> 48));
          if (code == 0) {
            isDamaged = true;
            break;
          }
          // ZRL is sixteen values; any other code without bits ends the block.
          const steps = (code & 15) != 0 || (code & 0xf0) == 0xf0 ? (code >>> 4 & 15) + 1 : 64;
          entry = steps << 6 | (code >>> 8) + (code & 15);
        }
        k += entry >>> 6;
        // Shifts take the lowest six bits of it, its bits.
        acc <<= entry;
        have -= entry & 63;
      } while (k < 64);
      value = max(-32768, min(32767, value << lowestBit));
      store<i16>(load<usize>(block, TO) + <usize>(from + done) * load<usize>(block, STRIDE), <i16>value);
      if (isDamaged) break;
    }
    // What is none of the file's bits makes no code: fewer than 16 were left.
    if (have < none + (isDamaged ? 16 : 0)) isCut = true;
    if (isCut || isDamaged) break;
  }
  bits = acc; count = have; setPos(at);
  return done;
}
