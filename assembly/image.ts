// The image kernel's one entry: everything the host may call. Regions, caps and answers: image/memory.ts. No imports, no
// allocation; the state is the file or the picture in force, and `wipe` leaves nothing of it.

import { ABI_VERSION } from './image/memory';

export function abiVersion(): i32 {
  return ABI_VERSION;
}

/** The map and the caps, for the host. */
export {
  INPUT, INPUT_BYTES, CELLS, OUT, FILE_BYTES_MAX, PIXELS_MAX, SIDE_MAX, FRAMES_MAX,
} from './image/memory';

export { begin, feed } from './image/read';
export { wanted, workDone } from './image/input';
export { frames, height, kind, orientation, width } from './image/head';
export { columns, rows } from './image/turn';
export { beginMean, endMean, meanRows } from './image/mean';
export { cover } from './image/cover';
export { wipe } from './image/wipe';
