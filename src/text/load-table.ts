import { COMMON, COMMON_BYTES, CUES, CUES_BYTES, READINGS, READINGS_BYTES, TABLES, TABLES_BYTES } from '../../build/regions.gen.ts';
import { SafetyError } from '../contract/errors.ts';
import type { KernelExports } from './kernel.ts';

export type TableName = 'tables.bin' | 'lookalikes.bin' | 'common-words.bin' | 'cues.bin';

/** Where the kernel takes each table, with its asset header, and what it answers: 0 taken, 1 another version's, else damaged. */
function placeOf(kernel: KernelExports, name: TableName, bytes: number): readonly [at: number, room: number, answer: (bytes: number) => number] {
  if (name === 'tables.bin') return [TABLES, TABLES_BYTES, kernel.loadTables];
  if (name === 'common-words.bin') return [COMMON, COMMON_BYTES, kernel.loadCommonWords];
  // Of one size always, and of no version of its own: the kernel reads it where it lies.
  if (name === 'cues.bin') return [CUES, CUES_BYTES, () => 0];
  // At the end of its region: the kernel unpacks it to the start.
  const room = READINGS_BYTES;
  return [READINGS + (room - bytes & ~15), room, kernel.loadReadings];
}

/**
 * Copies a table into the kernel, which takes it.
 * @throws {SafetyError} asset-mismatch: another version's file; asset-integrity: a damaged one
 */
export function loadTable(kernel: KernelExports, name: TableName, table: Uint8Array): void {
  const { length } = table;
  const [at, room, load] = placeOf(kernel, name, length);
  const fits = length <= room;
  if (fits) new Uint8Array(kernel.memory.buffer).set(table, at);
  const answer = fits ? load(length) : 2;
  if (answer === 1) throw new SafetyError('asset-mismatch', `${name} is of another version.`);
  if (answer !== 0) throw new SafetyError('asset-integrity', `${name} is damaged.`);
}
