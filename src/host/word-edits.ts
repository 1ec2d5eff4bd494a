import type { RejectedReason, RejectedWord, WordsEdit } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import { readWord } from '../contract/parse-settings.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import { list, text } from './plain.ts';

/** An edit of the person's list: what becomes of the settings, and the same as the engine is told it. */
export interface Edited {
  readonly settings: Settings;
  readonly edit: WordsEdit;
  /** Place in the given words of each that was put at the end. */
  readonly places: readonly number[];
  /** By place in the given words. */
  readonly rejected: readonly RejectedWord[];
  /** More than words changed: the engine gets the settings anew. */
  readonly whole?: boolean;
}

/**
 * Puts words at the end of the list, gives those that are there, in whatever case, their new options, and takes out what has
 * expired. What can be told here is told here; what folds to nothing or to a word already there, only the engine knows.
 * O(list + words).
 */
export function addWords(settings: Settings, words: readonly HiddenWord[], now: number): Edited {
  const list = settings.hiddenWords.words;
  const wanted = new Set(words.map(({ text }) => text.toLowerCase()));
  const remove: number[] = [];
  /** Where a word stands in the list, or that it is to be added. */
  const there = new Map<string, number>();
  list.forEach((word, index) => {
    if (isOver(word, now)) remove.push(index);
    else if (wanted.has(word.text.toLowerCase()) && !there.has(identity(word))) there.set(identity(word), index);
  });
  const change = new Map<number, HiddenWord>();
  const add: HiddenWord[] = [];
  const places: number[] = [];
  const rejected: RejectedWord[] = [];
  const room = LIMITS.words - list.length + remove.length;
  words.forEach((word, index) => {
    const at = there.get(identity(word));
    let why = refusal(word, now);
    if (why === undefined && at !== undefined) {
      const old = list[at];
      if (old === undefined || sameWord(old, word)) why = 'duplicate';
      else change.set(at, { ...word, text: old.text });
    } else if (why === undefined && add.length >= room) why = 'list-full';
    else if (why === undefined) {
      there.set(identity(word), -1);
      places.push(index);
      add.push(word);
    }
    if (why !== undefined) rejected.push({ index, why });
  });
  return edited(settings, { of: list.length, remove, change: [...change].map(([index, word]) => ({ index, word })), add }, places, rejected);
}

/** Takes out every entry with one of these texts, and what has expired. O(list) */
export function removeWords(settings: Settings, texts: ReadonlySet<string>, now: number): Edited {
  const list = settings.hiddenWords.words;
  const remove = list.flatMap((word, index) => (texts.has(word.text) || isOver(word, now) ? [index] : []));
  return edited(settings, { of: list.length, remove, change: [], add: [] }, [], []);
}

/** @throws {TypeError} an entry is neither a string nor a `HiddenWord`. {RangeError} more than `LIMITS.words`. */
export function plainWords(words: unknown): readonly HiddenWord[] {
  if (Array.isArray(words) && words.length > LIMITS.words) throw new RangeError(`"words" has more than ${LIMITS.words} entries.`);
  try {
    return (words as readonly unknown[]).map((word) => readWord(word, 'word'));
  } catch {
    throw new TypeError('"words" is not a list of strings and { text, match?, … }.');
  }
}

/** @throws {TypeError} */
export function plainTexts(texts: unknown): ReadonlySet<string> {
  return new Set(list(text, Infinity)(texts, 'texts') as string[]);
}

function edited(settings: Settings, edit: WordsEdit, places: readonly number[], rejected: readonly RejectedWord[]): Edited {
  const changed = [...settings.hiddenWords.words];
  for (const { index, word } of edit.change) changed[index] = word;
  const gone = new Set(edit.remove);
  const words = [...changed.filter((_, index) => !gone.has(index)), ...edit.add];
  return { settings: { ...settings, hiddenWords: { ...settings.hiddenWords, words } }, edit, places, rejected };
}

function refusal({ text, note = '', ...word }: HiddenWord, now: number): RejectedReason | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > LIMITS.wordUnits) return 'too-long';
  if (note.length > LIMITS.noteUnits) return 'note-too-long';
  return isOver({ text, ...word }, now) ? 'expired' : undefined;
}

function isOver({ until = Infinity }: HiddenWord, now: number): boolean {
  return until <= now;
}

/** Case makes no other word; what else folds to the same, the engine knows. */
function identity({ match = 'word', text }: HiddenWord): string {
  return match + text.toLowerCase();
}

function sameWord(a: HiddenWord, b: HiddenWord): boolean {
  return (a.action ?? 'hide') === (b.action ?? 'hide') && (a.where ?? 'all') === (b.where ?? 'all')
    && a.until === b.until && a.note === b.note && a.accents === b.accents;
}
