import type { RejectedWord } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWord } from '../contract/settings.ts';
import type { SurfaceText } from '../contract/surfaces.ts';
import type { Hit } from '../contract/verdict.ts';
import { foldPlainly } from './fold.ts';

type Entry = { readonly index: number; readonly match: NonNullable<HiddenWord['match']>; readonly word: HiddenWord };

/** The person's words, folded plainly. Looked up by every length that occurs, so a text costs O(units × lengths). */
export class PlainWords {
  readonly rejected: readonly RejectedWord[];
  readonly #entries = new Map<string, Entry[]>();
  readonly #lengths: readonly number[];

  constructor(words: readonly HiddenWord[]) {
    const rejected: RejectedWord[] = [];
    let count = 0;
    words.forEach((word, index) => {
      const { text, match = 'word' } = word;
      const why = text.length > LIMITS.wordUnits ? 'too-long' : count >= LIMITS.words ? 'list-full' : undefined;
      const folded = why === undefined ? trimSpaces(foldPlainly(text).text) : '';
      const same = this.#entries.get(folded) ?? [];
      if (why !== undefined) rejected.push({ index, why });
      else if (folded === '') rejected.push({ index, why: 'empty' });
      else if (same.some((entry) => entry.match === match)) rejected.push({ index, why: 'duplicate' });
      else {
        this.#entries.set(folded, [...same, { index, match, word }]);
        count++;
      }
    });
    this.rejected = rejected;
    this.#lengths = [...new Set([...this.#entries.keys()].map((key) => key.length))].sort((a, b) => b - a);
  }

  /** Leftmost, then longest of those that act, not overlapping, up to `LIMITS.hits`. `capped`: there are more. */
  find(
    surface: SurfaceText, acts: (word: HiddenWord) => boolean = () => true,
  ): { readonly hits: readonly Hit[]; readonly capped: boolean } {
    const { text, origin } = foldPlainly(surface.text);
    const hits: Hit[] = [];
    for (let at = 0; at < text.length;) {
      const match = this.#matchAt(text, at, acts);
      if (match === undefined) {
        at++;
        continue;
      }
      if (hits.length === LIMITS.hits) return { hits, capped: true };
      const { entry: { index: entry, word: { action = 'hide' } }, length } = match;
      const start = origin[at] as number;
      hits.push({ surface: surface.name, start, end: (origin[at + length - 1] as number) + 1, entry, list: 'mine', action });
      at += length;
    }
    return { hits, capped: false };
  }

  /** The longest that stands here; of those with one text the first. */
  #matchAt(
    text: string, start: number, acts: (word: HiddenWord) => boolean,
  ): { readonly entry: Entry; readonly length: number } | undefined {
    for (const length of this.#lengths) {
      const end = start + length;
      if (end > text.length) continue;
      const entry = this.#entries.get(text.slice(start, end))?.find(({ match, word }) => (
        (match === 'anywhere' || !joins(text, start)) && (match !== 'word' || !joins(text, end)) && acts(word)
      ));
      if (entry !== undefined) return { entry, length };
    }
    return undefined;
  }
}

/** Both sides of `at` are letters of one word. Scripts written without spaces (Thai and on) have no such places here. */
function joins(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at));
}

function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;
  return unit >= 0xaa && unit < 0xe00 && unit !== 0xab && unit !== 0xb7 && unit !== 0xbb && unit !== 0xd7 && unit !== 0xf7;
}

function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(start, end);
}
