// The finder as an oracle: strings instead of hashes, every start against every part that begins alike. The shipped pass has to find the same.

import { cuesOf, type Cue, type CueRow } from '../../src/contract/text-cues.ts';
import type { CuePart } from './cue-forms.ts';

/** As assembly/features/units.ts has them, and models/scam/concept-table.ts: signs and spaces, and the stops of scripts whose ranges hold them. */
const OTHERS = /(?:[^0-9A-Za-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff]|[\u00d7\u00f7\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u30fb])+/gu;
const APART = /[\u0e01-\u0e4e\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;

/** Parts by their first two units: nothing but speed. */
export type CueIndex = ReadonlyMap<string, readonly CuePart[]>;

export function indexParts(parts: readonly CuePart[]): CueIndex {
  const index = new Map<string, CuePart[]>();
  for (const part of parts) {
    const key = part.stream.slice(0, 2);
    const there = index.get(key);
    if (there === undefined) index.set(key, [part]);
    else there.push(part);
  }
  return index;
}

/** @param folded what the kernel makes of a text (`FeatureKernel.fold`). Places are units of that, its runs of other signs one space. */
export function partsIn(folded: string, index: CueIndex): readonly CueRow[] {
  const stream = ` ${folded.replace(OTHERS, ' ').trim()} `;
  const rows: CueRow[] = [];
  for (let start = 1; start < stream.length; start++) {
    if (stream[start] === ' ' || (stream[start - 1] !== ' ' && !APART.test(stream[start] ?? ''))) continue;
    for (const { owner, stream: form, open } of index.get(stream.slice(start, start + 2)) ?? []) {
      const end = start + form.length;
      if (stream.startsWith(form, start) && (open || stream[end] === ' ')) rows.push({ owner, start, end });
    }
  }
  return rows;
}

export function findCues(folded: string, index: CueIndex): readonly Cue[] {
  return cuesOf(partsIn(folded, index));
}
