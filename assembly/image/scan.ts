// SOS: which components a scan holds and how, and its way through MCUs, restart intervals and pieces of the file.

import { addBlocks } from './cells';
import { decode, isCut, isDamaged, restartBits, unreadBits } from './decode';
import {
  ACROSS, BEFORE, blockRow, component, componentCount, DOWN, ID, isProgressive, LOWEST_BIT, mostAcross, mostDown,
  QUANTISATION, STEP,
} from './frame';
import { height, width } from './head';
import { hasTable } from './huffman';
import { be16, have, isLast, pos, setPos, spend } from './input';
import { addMember, isRefinement, mcuBlocks, startMcu } from './mcu';
import { CUT, DAMAGED, GO, NEED } from './memory';
import { dcStep } from './quantisation';

export let inScan: bool = false;

/** The components of the scan, by index. */
const MEMBERS = memory.data(12, 4);
let members: i32 = 0;
let mcusAcross: i32 = 0;
let mcusDown: i32 = 0;
let x: i32 = 0;
let y: i32 = 0;
/** MCUs between restart markers, 0 for none, and those left of the interval in force. */
let interval: i32 = 0;
let left: i32 = 0;

export function startScans(): void {
  inScan = false;
  interval = 0;
}

export function restartEvery(mcus: i32): void {
  interval = mcus;
}

/** A scan without DC values is no scan here: the marker behind it is looked for. */
export function readScan(at: usize, limit: usize): i32 {
  members = at < limit ? <i32>load<u8>(at) : 0;
  if (members < 1 || members > componentCount || at + <usize>(members * 2 + 4) != limit) return DAMAGED;
  const first = load<u8>(limit - 3);
  const before = <i32>load<u8>(limit - 1) >> 4;
  const bit = isProgressive ? <i32>load<u8>(limit - 1) & 15 : 0;
  if (isProgressive && first != 0) return GO;
  startMcu(isProgressive && before != 0, !isProgressive, bit);
  let taken = 0;
  let blocks = 0;
  for (let i = 0; i < members; i++) {
    const index = indexOf(load<u8>(at + 1 + i * 2));
    if (index < 0 || (taken >> index & 1) != 0) return DAMAGED;
    taken |= 1 << index;
    const it = component(index);
    const tables = <i32>load<u8>(at + 2 + i * 2);
    const dc = tables >> 4 & 3;
    const ac = 4 + (tables & 3);
    if (isRefinement) {
      if (load<i32>(it, LOWEST_BIT) != before || bit != before - 1) return DAMAGED;
    } else {
      const step = dcStep(load<i32>(it, QUANTISATION));
      if (load<i32>(it, LOWEST_BIT) != -1 || step == 0 || !hasTable(dc) || (!isProgressive && !hasTable(ac))) return DAMAGED;
      store<i32>(it, step, STEP);
    }
    blocks += load<i32>(it, ACROSS) * load<i32>(it, DOWN);
    if (members > 1 && blocks > 10) return DAMAGED;
    addMember(index, members == 1, dc, ac);
    store<i32>(MEMBERS + (<usize>i << 2), index);
  }
  for (let i = 0; i < members; i++) store<i32>(component(member(i)), bit, LOWEST_BIT);
  const only = component(member(0));
  mcusAcross = mcus(width, mostAcross, load<i32>(only, ACROSS));
  mcusDown = mcus(height, mostDown, load<i32>(only, DOWN));
  x = y = 0;
  inScan = true;
  startInterval();
  return GO;
}

function indexOf(id: i32): i32 {
  for (let i = 0; i < componentCount; i++) if (load<i32>(component(i), ID) == id) return i;
  return -1;
}

function member(i: i32): i32 {
  return load<i32>(MEMBERS + (<usize>i << 2));
}

/** MCUs along a side. A component alone in its scan has no blocks that lie outside the picture whole (T.81 A.2.2). */
function mcus(pixels: i32, most: i32, own: i32): i32 {
  return members == 1 ? (pixels * own + most * 8 - 1) / (most * 8) : (pixels + most * 8 - 1) / (most * 8);
}

function startInterval(): void {
  left = interval;
  for (let i = 0; i < members; i++) store<i32>(component(member(i)), 0, BEFORE);
  restartBits();
}

/** As far as INPUT goes. @returns GO at the scan's end, CUT where its bits end before */
export function stepScan(): i32 {
  while (y < mcusDown) {
    if (interval != 0 && left == 0) {
      if (!have(2) && !isLast()) return NEED;
      if (!have(2) || unreadBits() > 7 || (be16(pos) & 0xfff8) != 0xffd0) return cutScan();
      setPos(pos + 2);
      startInterval();
    }
    const rest = mcusAcross - x;
    const wish = interval != 0 ? min(rest, left) : rest;
    const done = decode(x, wish);
    spend(done * mcuBlocks);
    x += done;
    left -= done;
    if (isCut) return cutScan();
    if (isDamaged) return DAMAGED;
    if (done < wish) return NEED;
    if (x == mcusAcross) endRow();
  }
  inScan = false;
  return GO;
}

/** What came of the MCU row in force, into the cells. */
function endRow(): void {
  for (let i = 0; i < members; i++) {
    const index = member(i);
    const it = component(index);
    const blockWidth = mostAcross / load<i32>(it, ACROSS) * 8;
    const blockHeight = mostDown / load<i32>(it, DOWN) * 8;
    const rows = members == 1 ? 1 : load<i32>(it, DOWN);
    const columns = members == 1 ? 1 : load<i32>(it, ACROSS);
    for (let row = 0; row < rows; row++) {
      addBlocks(index, blockRow(index, row), x * columns, blockWidth, (y * rows + row) * blockHeight, blockHeight, !isRefinement);
    }
  }
  x = 0;
  y++;
}

/** What came is shown, the rest is missing; a later scan could only refine what is not there. */
function cutScan(): i32 {
  endRow();
  return CUT;
}
