// The blocks of one MCU of the scan in force, in the order in which they are written (T.81 A.2). A block is 32 bytes at MCU.

import { ACROSS, blockRow, component, DOWN } from './frame';
import { acLookup, codesOf, dcLookup } from './huffman';

export const MCU = memory.data(10 * 32, 16);
export const MCU_BLOCK_BYTES: usize = 32;
/** Offsets: the component, look-ups and codes for DC and AC, where the first value goes and how far on the next MCU's. */
export const OWNER: usize = 0;
export const DC_LOOKUP: usize = 4;
export const DC_CODES: usize = 8;
export const AC_LOOKUP: usize = 12;
export const AC_CODES: usize = 16;
export const TO: usize = 20;
export const STRIDE: usize = 24;

export let mcuBlocks: i32 = 0;
/** What a block holds: the one bit `lowestBit` of a value known before; else a value, and AC values behind it. */
export let isRefinement: bool = false;
export let hasAc: bool = false;
export let lowestBit: i32 = 0;

export function startMcu(refines: bool, withAc: bool, bit: i32): void {
  mcuBlocks = 0;
  isRefinement = refines;
  hasAc = withAc;
  lowestBit = bit;
}

/** Adds the blocks of a component; alone in its scan, it has one block per MCU. At most ten blocks in all. */
export function addMember(index: i32, alone: bool, dcSlot: i32, acSlot: i32): void {
  const owner = component(index);
  const across = alone ? 1 : load<i32>(owner, ACROSS);
  const down = alone ? 1 : load<i32>(owner, DOWN);
  const dc: usize = isRefinement ? 0 : dcLookup(dcSlot);
  const ac: usize = hasAc ? acLookup(acSlot) : 0;
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const block = MCU + <usize>mcuBlocks * MCU_BLOCK_BYTES;
      store<usize>(block, owner, OWNER);
      store<usize>(block, dc, DC_LOOKUP);
      store<usize>(block, codesOf(dcSlot), DC_CODES);
      store<usize>(block, ac, AC_LOOKUP);
      store<usize>(block, codesOf(acSlot), AC_CODES);
      store<usize>(block, blockRow(index, row) + (<usize>column << 1), TO);
      store<usize>(block, <usize>across << 1, STRIDE);
      mcuBlocks++;
    }
  }
}
