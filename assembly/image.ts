// The image kernel's one entry: everything the host may call. Regions, caps and answers: image/memory.ts. No imports, no
// allocation; the state is the file or the picture in force, and `wipe` leaves nothing of it.

/** The map, for the host's views. */
export {
  ABI_VERSION, INPUT, CELLS, OUT,
} from './image/memory';

export { begin, feed } from './image/read';
export { wanted, workDone } from './image/input';
export { frames, height, kind, orientation, width } from './image/head';
export { columns, rows } from './image/turn';
export { beginMean, endMean, meanRows } from './image/mean';
export { cover } from './image/cover';
export { wipe } from './image/wipe';
