import type { RejectedReason, RejectedWord, WordsEdit } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import { readWord } from '../contract/parse-settings.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import { list, outOfRange, text, wrongType } from './plain.ts';

/** An edit of the person's list: what becomes of the settings, and the same as the engine is told it. */
export interface Edited {
  readonly settings: Settings;
  readonly edit: WordsEdit;
  /** Place in the given words of each that was put at the end. */
  readonly places: readonly number[];
  /** By place in the given words. */
  readonly rejected: readonly RejectedWord[];
  /** Texts to take out that no entry has. */
  readonly missing?: ReadonlySet<string>;
  /** More than words changed: the engine gets the settings anew. */
  readonly whole?: boolean;
}

/**
 * Puts words at the end of the list, gives those that are there, in whatever case, their new options, and takes out what has
 * expired. What can be told here is told here; what folds to nothing or to a word already there, only the engine knows.
 * O(list + words).
 */
export function addWords(settings: Settings, words: readonly HiddenWord[], now: number): Edited {
  const { words: list, locale } = settings.hiddenWords;
  const caseless = caselessIn(locale);
  const identity = (word: HiddenWord): string => (word.match ?? 'word') + caseless(word);
  const wanted = new Set(words.map(caseless));
  const remove: number[] = [];
  /** Where a word stands in the list, or that it is to be added. */
  const there = new Map<string, number>();
  list.forEach((word, index) => {
    if (isOver(word, now)) remove.push(index);
    else if (wanted.has(caseless(word)) && !there.has(identity(word))) there.set(identity(word), index);
  });
  const change = new Map<number, WordsEdit['change'][number]>();
  const add: HiddenWord[] = [];
  const places: number[] = [];
  const rejected: RejectedWord[] = [];
  const room = LIMITS.words - list.length + remove.length;
  words.forEach((word, index) => {
    const at = there.get(identity(word));
    const old = list[at ?? -1];
    const why = refusal(word, now) ?? (at === undefined ? (add.length < room ? undefined : 'list-full')
      : old === undefined || optionsOf(old) === optionsOf(word) ? 'duplicate' : undefined);
    if (why !== undefined) rejected.push({ index, why });
    else if (at !== undefined && old !== undefined) change.set(at, { index: at, word: { ...word, text: old.text } });
    else {
      there.set(identity(word), -1);
      places.push(index);
      add.push(word);
    }
  });
  return edited(settings, { of: list.length, remove, change: [...change.values()], add }, places, rejected);
}

/** Takes out every entry with one of these texts, and what has expired. O(list) */
export function removeWords(settings: Settings, texts: ReadonlySet<string>, now: number): Edited {
  const list = settings.hiddenWords.words;
  const missing = new Set(texts);
  const remove = list.flatMap((word, index) => (missing.delete(word.text) || texts.has(word.text) || isOver(word, now) ? [index] : []));
  return { ...edited(settings, { of: list.length, remove, change: [], add: [] }, [], []), missing };
}

/** @throws {TypeError} an entry is neither a string nor a `HiddenWord`, by its index. {RangeError} more than `LIMITS.wordsAtOnce`. */
export function plainWords(words: unknown): readonly HiddenWord[] {
  if (Array.isArray(words) && words.length > LIMITS.wordsAtOnce) throw outOfRange('words');
  return list((word, at) => {
    try {
      return readWord(word, at);
    } catch {
      throw wrongType(at);
    }
  }, LIMITS.wordsAtOnce)(words, 'words') as readonly HiddenWord[];
}

/** @throws {TypeError} */
export function plainTexts(texts: unknown): ReadonlySet<string> {
  return new Set(list(text, Infinity)(texts, 'texts') as string[]);
}

/** Case makes no other word, but where I and i are two letters; what else folds to the same, the engine knows. */
export function caselessIn(locale = ''): (word: HiddenWord) => string {
  return ({ text }) => (/^(tr|az)\b/iu.test(locale) ? text : text.toLowerCase());
}

function edited(settings: Settings, edit: WordsEdit, places: readonly number[], rejected: readonly RejectedWord[]): Edited {
  const changed = [...settings.hiddenWords.words];
  for (const { index, word } of edit.change) changed[index] = word;
  const gone = new Set(edit.remove);
  const words = [...changed.filter((_, index) => !gone.has(index)), ...edit.add];
  return { settings: { ...settings, hiddenWords: { ...settings.hiddenWords, words } }, edit, places, rejected };
}

function refusal(word: HiddenWord, now: number): RejectedReason | undefined {
  const { text, note = '' } = word;
  if (text.trim() === '') return 'empty';
  if (text.length > LIMITS.wordUnits) return 'too-long';
  if (note.length > LIMITS.noteUnits) return 'note-too-long';
  return isOver(word, now) ? 'expired' : undefined;
}

export function isOver({ until = Infinity }: HiddenWord, now: number): boolean {
  return until <= now;
}

/** All that a word says beside its text and how it matches. */
function optionsOf({ action = 'hide', where = 'all', until, note, accents }: HiddenWord): string {
  return JSON.stringify([action, where, until, note, accents]);
}
