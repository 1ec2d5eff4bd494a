import type { RejectedWord } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import { parseSettings } from '../contract/parse-settings.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';

export interface Added {
  readonly settings: Settings;
  /** Words put at the end of the list. */
  readonly added: number;
  /** Place in the given list of each word put at the end. */
  readonly places: readonly number[];
  readonly rejected: readonly RejectedWord[];
}

/**
 * Puts words at the end of the list. What can be told here is told here; what folds to nothing or to a word already
 * there, only the engine knows. @throws {TypeError} not a list of words. {RangeError} more than `LIMITS.words` at once.
 */
export function addWords(settings: Settings, words: readonly HiddenWord[]): Added {
  const list = [...settings.hiddenWords.words];
  const seen = new Set(list.map(identity));
  const rejected: RejectedWord[] = [];
  const places: number[] = [];
  words.forEach((word, index) => {
    const why = refusal(word, seen, list.length);
    if (why !== undefined) {
      rejected.push({ index, why });
      return;
    }
    seen.add(identity(word));
    places.push(index);
    list.push(word);
  });
  return { settings: withWords(settings, list), added: places.length, places, rejected };
}

export function removeWords(settings: Settings, texts: ReadonlySet<string>): Settings {
  return withWords(settings, settings.hiddenWords.words.filter((word) => !texts.has(word.text)));
}

/** @throws {TypeError} an entry is neither a string nor `{ text, match? }`. */
export function plainWords(words: unknown): readonly HiddenWord[] {
  if (!Array.isArray(words)) throw new TypeError('"words" is not a list.');
  if (words.length > LIMITS.words) throw new RangeError(`"words" has more than ${LIMITS.words} entries.`);
  try {
    return parseSettings({ hiddenWords: { words } }).hiddenWords.words;
  } catch {
    throw new TypeError('"words" holds an entry that is neither a string nor { text, match? }.');
  }
}

function refusal(word: HiddenWord, seen: ReadonlySet<string>, length: number): RejectedWord['why'] | undefined {
  if (word.text.trim() === '') return 'empty';
  if (word.text.length > LIMITS.wordUnits) return 'too-long';
  if (seen.has(identity(word))) return 'duplicate';
  return length >= LIMITS.words ? 'list-full' : undefined;
}

function identity(word: HiddenWord): string {
  return `${word.match ?? 'word'} ${word.text}`;
}

function withWords(settings: Settings, words: readonly HiddenWord[]): Settings {
  return { ...settings, hiddenWords: { ...settings.hiddenWords, words } };
}
