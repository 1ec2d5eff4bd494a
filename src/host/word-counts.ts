import type { WordCount } from '../contract/safety.ts';
import type { HiddenWord } from '../contract/settings.ts';
import type { Hit } from '../contract/verdict.ts';

export interface WordCounts {
  /** @param message tells it from all others. @returns how many words were counted; 0 where it was counted before */
  take(message: string, hits: readonly Hit[]): number;
  read(): readonly WordCount[];
  /** What tells messages apart; with `all`, the counts too. */
  forget(all: boolean): void;
}

/** Messages remembered as counted; past it all are forgotten, and one screened again may count again. */
const SEEN_MAX = 10_000;

/** In how many live messages each of the person's words stood. By the word itself, for its place in the list changes. */
export function createWordCounts(words: () => readonly HiddenWord[]): WordCounts {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  return {
    take(message, hits) {
      const mine = hits.filter(({ list }) => list === 'mine');
      if (mine.length === 0 || seen.has(message)) return 0;
      if (seen.size >= SEEN_MAX) seen.clear();
      seen.add(message);
      const found = new Set(mine.map(({ entry }) => keyOf(words()[entry])));
      for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
      return found.size;
    },
    read: () => words().flatMap((word, entry) => {
      const messages = counts.get(keyOf(word));
      return messages === undefined ? [] : [{ entry, messages }];
    }),
    forget(all) {
      seen.clear();
      if (all) counts.clear();
    },
  };
}

function keyOf(word: HiddenWord | undefined): string {
  return `${word?.match ?? 'word'} ${word?.text}`;
}
