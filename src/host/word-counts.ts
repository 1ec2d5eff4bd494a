import type { WordCount } from '../contract/safety.ts';
import type { HiddenWord } from '../contract/settings.ts';
import type { Hit } from '../contract/verdict.ts';

export interface WordCounts {
  /** @returns how many words were counted; 0 where this message was counted before */
  take(conversationId: string, id: string, hits: readonly Hit[]): number;
  read(): readonly WordCount[];
  /** What tells a message was counted; without an id, all of it and the counts. */
  forget(conversationId?: string): void;
}

/** Messages remembered as counted; past it all are forgotten, and one screened again may count again. */
const SEEN_MAX = 10_000;

/** In how many live messages each of the person's words stood. By the word itself, for its place in the list changes. */
export function createWordCounts(words: () => readonly HiddenWord[]): WordCounts {
  const counts = new Map<string, number>();
  const seen = new Map<string, Set<string>>();
  let size = 0;
  return {
    take(conversationId, id, hits) {
      const ids = seen.get(conversationId) ?? new Set();
      if (hits.length === 0 || ids.has(id)) return 0;
      if (++size > SEEN_MAX) {
        seen.clear();
        size = 0;
      }
      seen.set(conversationId, ids.add(id));
      const found = new Set(hits.map(({ entry, list }) => (list === 'mine' ? keyOf(words()[entry]) : '')));
      found.delete('');
      for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
      return found.size;
    },
    read: () => words().flatMap((word, entry) => {
      const messages = counts.get(keyOf(word));
      return messages === undefined ? [] : [{ entry, messages }];
    }),
    forget(conversationId) {
      if (conversationId !== undefined) seen.delete(conversationId);
      else {
        seen.clear();
        counts.clear();
      }
    },
  };
}

function keyOf(word: HiddenWord | undefined): string {
  return word === undefined ? '' : `${word.match ?? 'word'} ${word.text}`;
}
