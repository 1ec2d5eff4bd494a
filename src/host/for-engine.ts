import type { EngineSettings, WordsEdit } from '../contract/engine.ts';
import type { HiddenWord } from '../contract/settings.ts';

// What the engine does not need stays in the page: a person's notes, and who is exempt, which is told apart here.

const withoutNote = ({ note: _, ...word }: HiddenWord): HiddenWord => word;

/** O(words) */
export function settingsForEngine(settings: EngineSettings): EngineSettings {
  const { hiddenWords } = settings;
  return { ...settings, hiddenWords: { ...hiddenWords, exempt: [], words: hiddenWords.words.map(withoutNote) } };
}

export function editForEngine(edit: WordsEdit): WordsEdit {
  return { ...edit, change: edit.change.map(({ index, word }) => ({ index, word: withoutNote(word) })), add: edit.add.map(withoutNote) };
}
