import { SafetyError } from '../contract/errors.ts';
import type { KernelExports } from './kernel.ts';

/** Tables that only hidden words need: what a character may be read as, and which words are everyday English. */
export interface WordTables {
  readonly readings?: Uint8Array;
  readonly commonWords?: Uint8Array;
}

/**
 * Copies `lookalikes.bin` and `common-words.bin`, with their asset headers, where the kernel unpacks them.
 * @throws {SafetyError} asset-mismatch: another version's file; asset-integrity: a damaged one
 */
export function loadWordTables(kernel: KernelExports, { readings, commonWords }: WordTables): void {
  if (readings !== undefined) {
    // At the end of its region: the kernel unpacks it to the start.
    const at = kernel.READINGS.value + (kernel.READINGS_BYTES.value - readings.length & ~15);
    load(kernel, readings, at, kernel.READINGS_BYTES.value, 'lookalikes.bin', () => kernel.loadReadings(readings.length));
  }
  if (commonWords !== undefined) {
    load(kernel, commonWords, kernel.COMMON.value, kernel.COMMON_BYTES.value, 'common-words.bin', () => kernel.loadCommonWords(commonWords.length));
  }
}

function load(kernel: KernelExports, bytes: Uint8Array, at: number, room: number, name: string, take: () => number): void {
  const fits = bytes.length <= room;
  if (fits) new Uint8Array(kernel.memory.buffer).set(bytes, at);
  const answer = fits ? take() : 2;
  if (answer === 1) throw new SafetyError('asset-mismatch', `${name} is of another version than the kernel.`);
  if (answer !== 0) throw new SafetyError('asset-integrity', `${name} is damaged.`);
}
