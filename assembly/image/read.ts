// A file, piece by piece: what it is, how big it says it is, and of a JPEG the grid.

import { startBoxes, stepBoxes } from './boxes';
import { startGif, stepGif } from './gif';
import { isTooBig, kind, startHead } from './head';
import { isOverworked, openPiece, spend, startInput } from './input';
import { startJpeg, stepJpeg } from './jpeg';
import {
  FILE_BYTES_MAX, GO, KIND_GIF, KIND_JPEG, KIND_MP4, KIND_PNG, KIND_UNKNOWN, KIND_WEBP, NEED, PIXELS, TOO_BIG, UNKNOWN,
  VIDEO, WORK,
} from './memory';
import { startPng, stepPng } from './png';
import { sniff } from './sniff';
import { startWebp, stepWebp } from './webp';

let told: bool = false;

/**
 * A new file. @param fileBytes of it @param cells on the grid's long side, 1 to CELLS_MAX
 * @returns NEED, or TOO_BIG
 */
export function begin(fileBytes: i32, cells: i32): i32 {
  told = false;
  startHead(KIND_UNKNOWN);
  startInput(fileBytes);
  startJpeg(cells);
  return <u32>fileBytes > <u32>FILE_BYTES_MAX ? TOO_BIG : NEED;
}

/**
 * The next piece, from the offset `wanted` and as much of it as INPUT holds. Linear in the bytes.
 * @returns NEED for another piece, else the end: GRID, PIXELS, VIDEO, or a refusal
 */
export function feed(bytes: i32): i32 {
  openPiece(bytes);
  let answer = GO;
  while (answer == GO) {
    spend(1);
    answer = isOverworked() ? WORK : told ? step() : tell();
  }
  return answer == PIXELS && isTooBig() ? TOO_BIG : answer;
}

function tell(): i32 {
  const answer = sniff();
  if (answer != GO) return answer;
  told = true;
  const it = kind;
  if (it == KIND_UNKNOWN) return UNKNOWN;
  // Their own reader looks into them.
  if (it >= KIND_MP4) return VIDEO;
  if (it == KIND_PNG) startPng();
  else if (it == KIND_GIF) startGif();
  else if (it == KIND_WEBP) startWebp();
  else startBoxes();
  return GO;
}

function step(): i32 {
  const it = kind;
  if (it == KIND_JPEG) return stepJpeg();
  if (it == KIND_PNG) return stepPng();
  if (it == KIND_GIF) return stepGif();
  if (it == KIND_WEBP) return stepWebp();
  return stepBoxes();
}
