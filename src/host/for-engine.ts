import type { StateRecord, WordsEdit } from '../contract/engine.ts';
import { scoresScams } from '../contract/required-assets.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';

// What the engine does not need stays in the page: a person's notes, and who is exempt, which is told apart here.

const withoutNote = ({ note: _, ...word }: HiddenWord): HiddenWord => word;

/** O(words) */
export function settingsForEngine(settings: Settings): Settings {
  const { hiddenWords } = settings;
  return { ...settings, hiddenWords: { ...hiddenWords, exempt: [], words: hiddenWords.words.map(withoutNote) } };
}

export function editForEngine(edit: WordsEdit): WordsEdit {
  return { ...edit, change: edit.change.map(({ index, word }) => ({ index, word: withoutNote(word) })), add: edit.add.map(withoutNote) };
}

/** Tables whose records nothing that is switched on needs. */
export function tablesOff(settings: Settings): readonly StateRecord['table'][] {
  return [...(scoresScams(settings) ? [] : ['conversation' as const]), ...(settings.requests.quietFloods ? [] : ['flood' as const])];
}
