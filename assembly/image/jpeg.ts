// JPEG (ITU-T T.81), its markers: what stands before a scan, which scans are read, when there is enough. Only scans that
// hold DC values are decoded; the others are passed over.

import { colourCells } from './colour';
import { readExif } from './exif';
import { isNamedRgb, isWhole, readFrame, startFrame } from './frame';
import { orientation } from './head';
import { readHuffman, startHuffman } from './huffman';
import { be16, end, have, isLast, pos, setPos, skip } from './input';
import { CUT, DAMAGED, GO, GRID, NEED, UNSUPPORTED } from './memory';
import { readQuantisation, startQuantisation } from './quantisation';
import { inScan, readScan, restartEvery, startScans, stepScan } from './scan';
import { turnCells } from './turn';

let cells: i32 = 0;
/** A JFIF header means YCbCr; else Adobe's segment says what the colours are; else the components' numbers do. */
let isJfif: bool = false;
let hasAdobe: bool = false;
let isAdobeRgb: bool = false;
let hasExif: bool = false;

export function startJpeg(longSide: i32): void {
  cells = longSide;
  isJfif = hasAdobe = isAdobeRgb = hasExif = false;
  startFrame();
  startScans();
  startHuffman();
  startQuantisation();
}

export function stepJpeg(): i32 {
  if (inScan) {
    const answer = stepScan();
    return answer == GO && isWhole() ? finish() : answer;
  }
  if (!findMarker()) return isLast() ? finish() : NEED;
  const marker = <i32>load<u8>(pos + 1);
  if (marker == 0xd9) return finish();
  if (marker == 0xd8 || marker == 0x01) {
    skip(2);
    return GO;
  }
  if (!have(4)) return isLast() ? finish() : NEED;
  const bytes = <usize>be16(pos + 2);
  if (bytes < 2) return DAMAGED;
  if (!isRead(marker)) {
    skip(2 + bytes);
    return GO;
  }
  if (!have(2 + bytes)) return isLast() ? finish() : NEED;
  const at = pos + 4;
  const limit = pos + 2 + bytes;
  skip(2 + bytes);
  return readSegment(marker, at, limit);
}

/** DHT, SOF, DQT, SOS, DRI; JFIF, EXIF and Adobe's segment. */
function isRead(marker: i32): bool {
  return marker >= 0xc0 && marker <= 0xcf || marker >= 0xda && marker <= 0xdd || marker == 0xe0 || marker == 0xe1 || marker == 0xee;
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
    if (!hasExif && bytes >= 14 && load<u32>(at) == 0x66697845) {
      hasExif = true;
      readExif(at + 6, limit);
    }
  } else if (marker == 0xee) {
    if (bytes >= 12 && load<u32>(at) == 0x626f6441) {
      hasAdobe = true;
      isAdobeRgb = load<u8>(at + 11) == 0;
    }
  } else if (marker <= 0xc2) {
    return readFrame(marker == 0xc2, at, limit, cells);
  } else if (marker < 0xd0 && marker != 0xc8) {
    return UNSUPPORTED;
  }
  return GO;
}

/** Goes to the next marker that stands for itself: none of those within a scan's bits. @returns whether there is one in INPUT */
function findMarker(): bool {
  let at = pos;
  while (true) {
    if (ASC_FEATURE_SIMD) while (at + 16 <= end && !v128.any_true(i8x16.eq(v128.load(at), i8x16.splat(-1)))) at += 16;
    while (at < end && load<u8>(at) != 0xff) at++;
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
  const isRgb = !isJfif && (isAdobeRgb || !hasAdobe && isNamedRgb());
  turnCells(orientation());
  return colourCells(isRgb) ? GRID : CUT;
}
