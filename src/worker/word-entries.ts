import type { RejectedWord } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWord, HiddenWordsSettings } from '../contract/settings.ts';
import type { WordEntry } from '../text/text-kernel.ts';
import type { Entries } from '../text/word-list.ts';

/** From here on entries are words of the allow list. */
export const ALLOW_FROM = 0x8000_0000;
const MINE = 0;
const ALLOWED = 1;
/** Words that act only somewhere or for a time: none may stand in for the same word without a limit. */
const LIMITED = 63;
/** Whether i and ı are two letters in a language (Unicode SpecialCasing.txt). */
export const hasTwoI = (tag: string | undefined): boolean => /^(tr|az)\b/i.test(tag ?? '');

export interface WordEntries extends Entries {
  /** What the list has no room for. */
  readonly full: readonly RejectedWord[];
}

/**
 * The person's words, then the allow list, then default lists: one pass finds all.
 * @param listed entries of default lists
 * @param numbers of the words; without it, their indices
 */
export function wordEntries(settings: HiddenWordsSettings, listed: readonly WordEntry[] = [], numbers?: readonly number[]): WordEntries {
  const { words, allow } = settings;
  const mine = Math.min(words.length, LIMITS.words);
  const allowed = allow.slice(0, LIMITS.words).map((text, n): WordEntry => (
    { text, turkish: hasTwoI(settings.locale), entry: ALLOW_FROM + n, list: ALLOWED }));
  const others = [...allowed, ...listed];
  return {
    length: mine + others.length,
    at: (n) => (n < mine ? wordEntry(settings, words[n] as HiddenWord, numbers?.[n] ?? n) : others[n - mine]),
    full: words.slice(mine).map((_, n) => ({ index: mine + n, why: 'list-full' })),
  };
}

/** A word read as its list is. @param entry its number */
export function wordEntry({ accents = 'auto', locale }: HiddenWordsSettings, word: HiddenWord, entry: number): WordEntry {
  return { accents, turkish: hasTwoI(locale), ...word, entry, list: isLimited(word) ? LIMITED : MINE };
}

/** Of the kernel's answers those about the person's words: an allowed word that cannot match allows nothing. */
export function refusals({ full }: WordEntries, answers: readonly RejectedWord[], words: number): readonly RejectedWord[] {
  return [...answers.filter(({ index }) => index < words), ...full];
}

/** The same words and allow list in the same order, the same lists, and read the same way: the kernel's list can stay. */
export function sameWords(a: HiddenWordsSettings, b: HiddenWordsSettings): boolean {
  return a.words.length === b.words.length && allButWords(a) === allButWords(b) && a.words.every((word, n) => sameReading(word, b.words[n]));
}

const allButWords = (settings: HiddenWordsSettings): string => JSON.stringify({ ...settings, words: undefined, exempt: undefined });

const isLimited = ({ until, where = 'all' }: HiddenWord): boolean => until !== undefined || where !== 'all';

/** What a word does may differ; what it matches may not. */
export function sameReading(a: HiddenWord, b: HiddenWord | undefined): boolean {
  return a.text === b?.text && a.match === b.match && a.accents === b.accents && isLimited(a) === isLimited(b);
}
