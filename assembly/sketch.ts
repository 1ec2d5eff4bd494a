// The sketch kernel's one entry: everything the host may call. Regions and limits: sketch/memory.ts. No imports, no allocation. The state is
// the tables, the key, the entries and the text in force, of which `wipe` leaves nothing.

/** The map, for the host's views. */
export { ABI_VERSION, INPUT, TABLES, KEY, SKETCH, ID, NEAR } from './sketch/memory';

export { loadTables } from './normalise/tables';
export { setKey } from './sketch/siphash';
export { identify } from './sketch/identify';
export { sketch } from './sketch/least';
export { clear, move, put } from './sketch/entries';
export { lookup } from './sketch/lookup';
export { wipe } from './sketch/wipe';
