// Leaves nothing of a file or picture in memory.

import { forgetRow } from './cells';
import { forgetColours } from './colour';
import { restartBits } from './decode';
import { startHead } from './head';
import { startInput } from './input';
import { startJpeg } from './jpeg';
import { forgetMean } from './mean';
import { INPUT, KIND_UNKNOWN, MEMORY_END } from './memory';
import { forgetCells } from './turn';

/** Zeroes every region. About 30 µs. */
export function wipe(): void {
  memory.fill(INPUT, 0, MEMORY_END - INPUT);
  startHead(KIND_UNKNOWN);
  startInput(0);
  startJpeg(1);
  restartBits();
  forgetRow();
  forgetColours();
  forgetMean();
  forgetCells();
}
