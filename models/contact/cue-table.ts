// The parts of text cues as `cues.bin` carries them: the table that the kernel looks concepts up in, of its own, small and without a model.
//
// u32 magic 'CUE1' | u32 slots | u16 prints[slots] | u8 owners[slots] | u8 prefixes[slots / 8], little endian, as in assembly/score/model.ts.

import type { FormTable } from '../build/pack.ts';
import { formTable, type Form } from '../scam/concept-table.ts';
import type { CuePart } from './cue-forms.ts';

export const CUE_HEADER_BYTES = 8;
const MAGIC = 0x31455543;
/** Some four times as many as parts: a strange word then rarely meets a fingerprint. */
export const CUE_SLOTS = 1 << 15;
/** The parts of all languages stand under one number, which no language of the scam model has: one walk over a text finds them all. */
export const CUE_LANGUAGE = 0;

/** @throws {RangeError} more parts than slots to find them in */
export function cueTable(parts: readonly CuePart[], slots = CUE_SLOTS): FormTable {
  return formTable(parts.map(({ owner, stream, open }): Form => ({ language: CUE_LANGUAGE, concept: owner, stream, open })), slots);
}

/** The same bytes on every machine. */
export function packCues(parts: readonly CuePart[], slots = CUE_SLOTS): Uint8Array {
  const { prints, owners, prefixes } = cueTable(parts, slots);
  const out = new Uint8Array(CUE_HEADER_BYTES + slots * 3 + slots / 8);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, slots, true);
  prints.forEach((print, slot) => { view.setUint16(CUE_HEADER_BYTES + slot * 2, print, true); });
  out.set(owners, CUE_HEADER_BYTES + slots * 2);
  out.set(prefixes, CUE_HEADER_BYTES + slots * 3);
  return out;
}
