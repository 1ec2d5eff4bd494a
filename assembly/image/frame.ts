// SOF: size and components. A component is 32 bytes at COMPONENTS.

import { startCells } from './cells';
import { sizeIs, isTooBig } from './head';
import { be16 } from './input';
import { BLOCKS, BLOCK_ROW_BYTES, COMPONENTS, DAMAGED, GO, STEPS, TOO_BIG, UNSUPPORTED } from './memory';

export const COMPONENT_BYTES: usize = 32;
/** Offsets: its number in the file, blocks per MCU across and down, its quantisation table. */
export const ID: usize = 0;
export const ACROSS: usize = 4;
export const DOWN: usize = 8;
export const QUANTISATION: usize = 12;
/** Lowest bit of the DC values that came, −1 before the first scan; the step of that scan. */
export const LOWEST_BIT: usize = 16;
export const STEP: usize = 20;
/** The DC value of the block before, T.81 F.1.1.5.1. */
export const BEFORE: usize = 24;

export let componentCount: i32 = 0;
export let isProgressive: bool = false;
/** Blocks of the widest and of the highest component in an MCU. */
export let mostAcross: i32 = 1;
export let mostDown: i32 = 1;

export function startFrame(): void {
  componentCount = 0;
  memory.fill(STEPS, 0, 16);
}

export function component(index: i32): usize {
  return COMPONENTS + <usize>index * COMPONENT_BYTES;
}

/** Rows of DC values that an MCU row fills, of one component. */
export function blockRow(index: i32, row: i32): usize {
  return BLOCKS + <usize>(index * 4 + row) * BLOCK_ROW_BYTES;
}

export function readFrame(progressive: bool, at: usize, limit: usize, cells: i32): i32 {
  if (componentCount != 0 || at + 6 > limit) return DAMAGED;
  const high = be16(at + 1);
  const wide = be16(at + 3);
  const count = <i32>load<u8>(at + 5);
  sizeIs(wide, high);
  if (isTooBig()) return TOO_BIG;
  // No height: it comes behind the first scan (DNL), as no camera writes it.
  if (load<u8>(at) != 8 || high == 0 || (count != 1 && count != 3)) return UNSUPPORTED;
  if (wide == 0 || at + 6 + <usize>count * 3 > limit) return DAMAGED;
  isProgressive = progressive;
  mostAcross = mostDown = 1;
  for (let i = 0; i < count; i++) {
    const from = at + 6 + i * 3;
    const to = component(i);
    const across = <i32>load<u8>(from + 1) >> 4;
    const down = <i32>load<u8>(from + 1) & 15;
    // 1 to 4, both
    if (<u32>(across - 1 | down - 1) > 3) return DAMAGED;
    store<i32>(to, load<u8>(from), ID);
    store<i32>(to, across, ACROSS);
    store<i32>(to, down, DOWN);
    store<i32>(to, load<u8>(from + 2) & 3, QUANTISATION);
    store<i32>(to, -1, LOWEST_BIT);
    mostAcross = max(mostAcross, across);
    mostDown = max(mostDown, down);
  }
  for (let i = 0; i < count; i++) {
    if (mostAcross % load<i32>(component(i), ACROSS) != 0 || mostDown % load<i32>(component(i), DOWN) != 0) return UNSUPPORTED;
  }
  componentCount = count;
  startCells(wide, high, cells);
  return GO;
}

/** Every bit of every DC value came. */
export function isWhole(): bool {
  for (let i = 0; i < componentCount; i++) if (load<i32>(component(i), LOWEST_BIT) != 0) return false;
  return componentCount != 0;
}
