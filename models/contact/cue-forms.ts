// What the forms of text cues are for a program: parts, each a run of folded words with an owner. Cues as sums of parts: src/contract/text-cues.ts.

import { CUES, OWNERS_A_CUE, UNLESS } from '../../src/contract/text-cues.ts';
import { formOf } from '../scam/concept-table.ts';
import { CUE_TAGS, PAIRS_MOST, readCues, type CueLine, type CueTag } from './cue-files.ts';

/**
 * Which pairs a language has, so that half a pair of one never meets half of another's. Three scripts borrow the place of a language
 * in Latin letters: of their own they share no words, and names of apps are the same in both.
 */
const PAIR_PLACE: Readonly<Record<CueTag, number>> = { 'en': 0, 'es': 1, 'pt': 2, 'fr': 3, 'de': 4, 'hi': 5, 'hi-Latn': 5, 'id': 6, 'ar': 3, 'my': 0 };

export interface CuePart {
  /** `OWNERS_A_CUE` × place in CUES + part of the cue. */
  readonly owner: number;
  /** Folded; words parted by one space. */
  readonly stream: string;
  /** Any unit may follow. */
  readonly open: boolean;
}

/**
 * Parts of all languages together, each once: a text's language is not asked, for short chat does not tell it and people mix.
 * @param fold what the kernel makes of a text (`FeatureKernel.fold`)
 */
export function cueParts(fold: (text: string) => string, tags: readonly CueTag[] = CUE_TAGS): readonly CuePart[] {
  const parts = new Map<string, CuePart>();
  for (const tag of tags) {
    const pairs: Record<string, number> = {};
    for (const line of readCues(tag)) {
      for (const [owner, form] of ownedForms(line, pairs, PAIR_PLACE[tag] * PAIRS_MOST)) {
        const part = { owner, ...formOf(form, fold) };
        if (part.stream !== '') parts.set(JSON.stringify(part), part);
      }
    }
  }
  return [...parts.values()];
}

function ownedForms({ cue, kind, forms, others }: CueLine, pairs: Record<string, number>, before: number): readonly (readonly [number, string])[] {
  const place = CUES.findIndex((one) => one === cue);
  if (place < 0) throw new RangeError(`${cue} is no cue.`);
  const base = place * OWNERS_A_CUE;
  if (kind !== 'pair') return forms.map((form) => [base + (kind === 'unless' ? UNLESS : 0), form] as const);
  const nth = pairs[cue] = (pairs[cue] ?? 0) + 1;
  const first = base + (before + nth) * 2 - 1;
  return [...forms.map((form) => [first, form] as const), ...others.map((form) => [first + 1, form] as const)];
}
