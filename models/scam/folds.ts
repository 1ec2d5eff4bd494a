// Cross-validation by groups: what a row is scored by never saw the row's group.

import type { Row } from './dataset.ts';

export const FOLDS = 5;

/** Fold of each row, 0 to FOLDS - 1: by its text, or, stricter, by the whole file of the corpus it stands in. */
export function foldsOf(rows: readonly Row[], by: 'text' | 'file' = 'text'): Uint8Array {
  return Uint8Array.from(rows, ({ group, file }) => checksum(by === 'file' ? file ?? group : group) % FOLDS);
}

/** FNV-1a over UTF-16 units. */
export function checksum(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  // FNV alone leaves the low bits of names that differ in one digit alike.
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

export function membersOf(folds: Uint8Array, keep: (fold: number) => boolean): readonly number[] {
  return Array.from(folds, (_, i) => i).filter((i) => keep(folds[i] as number));
}
