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
  while (count <= 56) {
    let byte: u64 = 0;
    if (at >= end) {
      none += 8;
    } else {
      byte = load<u8>(at);
      if (byte != 0xff) at++;
      else if (at + 1 < end && load<u8>(at + 1) == 0) at += 2;
      else {
        byte = 0;
        none += 8;
      }
    }
    bits |= byte << (56 - count);
    count += 8;
  }
  setPos(at);
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
        if (have < 32) {
          const word = load<u32>(at);
          if (hasFf(word)) {
            bits = acc; count = have; setPos(at);
            refill();
            acc = bits; have = count; at = pos;
          } else {
            acc |= <u64>bswap<u32>(word) << (32 - have);
            at += 4;
            have += 32;
          }
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
          if (value < (1 << size) >> 1) value += 1 - (1 << size);
          const owner = load<usize>(block, OWNER);
          value += load<i32>(owner, BEFORE);
          store<i32>(owner, value, BEFORE);
          continue;
        }
        let used = <u32>load<u16>(load<usize>(block, AC_LOOKUP) + (<usize>(acc >>> 52) << 1));
        if (used != 0 && k + (used >>> 6 & 63) < 64) {
          k += used >>> 6;
          used &= 63;
        } else {
          const code = codeAt(load<usize>(block, AC_CODES), <u32>(acc >>> 48));
          if (code == 0) {
            isDamaged = true;
            break;
          }
          used = (code >>> 8) + (code & 15);
          // ZRL is sixteen values; any other code without bits ends the block.
          k += (code & 15) != 0 || (code & 0xf0) == 0xf0 ? (code >>> 4 & 15) + 1 : 64;
        }
        acc <<= used;
        have -= used;
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
