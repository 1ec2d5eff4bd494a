import type { RejectedWord } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWord, HiddenWordsSettings } from '../contract/settings.ts';
import type { WordEntry } from '../text/text-kernel.ts';

/** From here on entries are words of the allow list. */
export const ALLOW_FROM = 0x8000_0000;
const MINE = 0;
const ALLOWED = 1;
/** Words that act only somewhere or for a time: none may stand in for the same word without a limit. */
const LIMITED = 63;
/** Languages in which i and ı are two letters (Unicode SpecialCasing.txt). */
export const TWO_I = /^(tr|az)\b/i;

export interface WordEntries {
  readonly entries: readonly WordEntry[];
  /** What the list has no room for. */
  readonly full: readonly RejectedWord[];
}

/**
 * The person's words by their index in the settings, then the allow list, then default lists: one pass finds all.
 * @param listed entries of default lists
 */
export function wordEntries({ words, allow, accents = 'auto', locale = '' }: HiddenWordsSettings, listed: readonly WordEntry[] = []): WordEntries {
  const turkish = TWO_I.test(locale);
  const entries: WordEntry[] = words.slice(0, LIMITS.words).map((word, entry) => ({
    accents, turkish, ...word, entry, list: isLimited(word) ? LIMITED : MINE,
  }));
  allow.slice(0, LIMITS.words).forEach((text, n) => entries.push({ text, turkish, entry: ALLOW_FROM + n, list: ALLOWED }));
  const full = words.slice(LIMITS.words).map((_, n) => ({ index: LIMITS.words + n, why: 'list-full' as const }));
  entries.push(...listed);
  return { entries, full };
}

/** Keeps the answers that are about the person's words; an allowed word that cannot match allows nothing. */
export function rejectedWords(rejected: readonly RejectedWord[], words: number): readonly RejectedWord[] {
  return rejected.filter(({ index }) => index < words);
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
