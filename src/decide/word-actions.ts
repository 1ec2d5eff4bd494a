import type { DeliveryRow } from '../contract/delivery-table.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWord, HiddenWordsSettings, WordAction } from '../contract/settings.ts';
import type { Delivery, Hit, Notify } from '../contract/verdict.ts';

interface ActionRow {
  readonly action: WordAction;
  /** Where the message goes; without it, where it would go anyway. */
  readonly delivery?: Delivery;
  /** How loud it may be at most. A covered message must not read itself out in a notification. */
  readonly notify?: Notify;
  /** Its pictures are covered with its text. */
  readonly coversMedia: boolean;
}

/** What a hidden word does to its message. The strongest action of all hits decides; strongest first. */
export const WORD_ACTIONS: readonly ActionRow[] = [
  { action: 'hide',  delivery: 'hidden', notify: 'none',   coversMedia: true },
  { action: 'cover',                     notify: 'silent', coversMedia: true },
  { action: 'count',                                       coversMedia: false },
];

export interface WordsJudgement {
  readonly delivery: Delivery;
  readonly notify: Notify;
  readonly coversMedia: boolean;
}

/** The row of the table for these actions, over that of the sender. What is denied stays denied. O(actions). */
export function actOn(actions: readonly WordAction[], { delivery, notify }: DeliveryRow): WordsJudgement {
  const row = WORD_ACTIONS.find(({ action }) => actions.includes(action));
  if (row === undefined || delivery === 'denied') return { delivery, notify, coversMedia: false };
  return {
    delivery: row.delivery ?? delivery, coversMedia: row.coversMedia,
    notify: notify === 'normal' || row.notify === 'none' ? row.notify ?? notify : notify,
  };
}

/** Where and when a message stands: what a word's `where` and `until` are compared with. */
export interface WordScope {
  /** Where it would go without a word. `undefined`: anywhere. */
  readonly delivery: Delivery | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A word acts before its end, and where it is meant to; what is neither chats nor requests counts as a request. */
export function isActing({ where = 'all', until = Infinity }: HiddenWord, { delivery, now }: WordScope): boolean {
  return now < until && (where === 'all' || delivery === undefined || (where === 'chats') === (delivery === 'chats'));
}

/**
 * Whether a word of these could do more there than count. Asked where it is not known which of them stand in a message: one
 * that only covers hides it then, for no hit would say what to cover. O(words)
 */
export function mayHide({ words, lists }: HiddenWordsSettings, scope: WordScope): boolean {
  return lists.length > 0 || words.some((word) => word.action !== 'count' && isActing(word, scope));
}

/** As many hits as a verdict lists; where there are more, the strongest: a host covers a message by one that says so. */
export function hitsToList(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length <= LIMITS.hits) return hits;
  return WORD_ACTIONS.flatMap(({ action }) => hits.filter((hit) => hit.action === action)).slice(0, LIMITS.hits);
}
