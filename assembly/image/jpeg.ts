// JPEG (ITU-T T.81), its markers: what stands before a scan, which scans are read, when there is enough. Only scans that
// hold DC values are decoded; the others are passed over.

import { colourCells } from './colour';
import { readExif } from './exif';
import { isWhole, readFrame, startFrame } from './frame';
import { orientation } from './head';
import { readHuffman, startHuffman } from './huffman';
import { be16, end, hasFf, have, isLast, pos, setPos, skip } from './input';
import { CUT, DAMAGED, GO, GRID, NEED, UNSUPPORTED } from './memory';
import { readQuantisation } from './quantisation';
import { inScan, readScan, restartEvery, startScans, stepScan } from './scan';
import { turnCells } from './turn';

let cells: i32 = 0;
/** A JFIF header means YCbCr; without one, Adobe's segment may say RGB. */
let isJfif: bool = false;
let isRgb: bool = false;

export function startJpeg(longSide: i32): void {
  cells = longSide;
  isJfif = isRgb = false;
  startFrame();
  startScans();
  startHuffman();
}

export function stepJpeg(): i32 {
  if (inScan) {
    const answer = stepScan();
    return answer == CUT || answer == GO && isWhole() ? finish() : answer;
  }
  if (!findMarker()) return ended();
  const marker = <i32>load<u8>(pos + 1);
  if (marker == 0xd9) return finish();
  if (marker == 0xd8) {
    skip(2);
    return GO;
  }
  const bytes = <usize>be16(pos + 2) + 2;
  if (!have(4) || !have(bytes)) return ended();
  const at = pos + 4;
  skip(bytes);
  return bytes < 4 ? DAMAGED : readSegment(marker, at, pos);
}

/** There is no more in INPUT. */
function ended(): i32 {
  return isLast() ? finish() : NEED;
}

function readSegment(marker: i32, at: usize, limit: usize): i32 {
  const bytes = limit - at;
  if (marker == 0xdb) return readQuantisation(at, limit);
  if (marker == 0xc4) return readHuffman(at, limit);
  if (marker == 0xda) return readScan(at, limit);
  if (marker == 0xdd) {
    if (bytes < 2) return DAMAGED;
    restartEvery(be16(at));
  } else if (marker == 0xe0) {
    isJfif = isJfif || bytes >= 5 && load<u32>(at) == 0x4649464a;
  } else if (marker == 0xe1) {
    if (bytes >= 14 && load<u32>(at) == 0x66697845) readExif(at + 6, limit);
  } else if (marker == 0xee) {
    if (bytes >= 12 && load<u32>(at) == 0x626f6441) isRgb = load<u8>(at + 11) == 0;
  } else if (marker >= 0xc0 && marker < 0xd0 && marker != 0xc8) {
    return marker > 0xc2 ? UNSUPPORTED : readFrame(marker == 0xc2, at, limit, cells);
  }
  return GO;
}

/** Goes to the next marker that stands for itself: none of those within a scan's bits. @returns whether there is one in INPUT */
function findMarker(): bool {
  let at = pos;
  while (true) {
    // The mark behind the last byte ends both.
    while (!hasFf(at)) at += 8;
    while (load<u8>(at) != 0xff) at++;
    if (at + 2 > end) break;
    const marker = load<u8>(at + 1);
    if (marker != 0 && marker != 0xff && (marker & 0xf8) != 0xd0) {
      setPos(at);
      return true;
    }
    at += marker == 0xff ? 1 : 2;
  }
  setPos(min(at, end));
  return false;
}

function finish(): i32 {
  turnCells(orientation);
  return colourCells(isRgb && !isJfif) ? GRID : CUT;
}
