import type { HiddenWordsSettings } from '../contract/settings.ts';
import { isActing, WORD_ACTIONS, type WordScope } from '../decide/word-actions.ts';
import { PlainWords } from '../fallback/match.ts';
import type { PlainReader, ReadResult } from './checks.ts';
import type { ReadSurfaces } from './surfaces.ts';

/** The person's words and those they allow all the same, read without the kernel: for engines without WebAssembly. */
export function readerWithoutKernel(settings: HiddenWordsSettings): PlainReader {
  const words = new PlainWords(settings.words);
  const allow = new PlainWords(settings.allow.map((text) => ({ text })));
  return { rejected: words.rejected, read: (list, scope) => readPlainly(words, allow, list, scope) };
}

function readPlainly(words: PlainWords, allow: PlainWords, list: ReadSurfaces, scope: WordScope): ReadResult {
  // One action after the other: a long word that is only counted must not stand over a short one that hides.
  const found = WORD_ACTIONS.flatMap(({ action }) => list.surfaces.map((surface) => (
    words.find(surface, (word) => (word.action ?? 'hide') === action && isActing(word, scope)))));
  const hits = found.flatMap((surface) => surface.hits);
  const capped = found.some((surface) => surface.capped);
  const allowed = hits.length === 0 ? [] : list.surfaces.flatMap((surface) => allow.find(surface).hits);
  return { hits, allowed, capped, full: capped, degraded: list.cut || capped ? [{ check: 'hidden-words', code: 'limit-exceeded' }] : [] };
}
