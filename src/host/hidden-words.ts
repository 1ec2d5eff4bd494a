import type { HiddenWords } from '../contract/safety.ts';
import { editList } from './edit-list.ts';
import { loadPart } from './load-part.ts';
import { putWords, type WordTools } from './put-words.ts';
import { freeze } from './screening.ts';
import type { WordCounts } from './word-counts.ts';
import { addWords, plainTexts, plainWords, removeWords } from './word-edits.ts';

type Lines = typeof import('./word-lines.ts');

/** `Safety['hiddenWords']`. What only a settings screen calls is loaded when it is first called. */
export function createHiddenWords(tools: WordTools, counts: WordCounts): HiddenWords {
  const { desk, turns, now } = tools;
  const later = <K extends keyof Lines>(name: K) => async (...args: readonly unknown[]): Promise<never> => {
    const lines = await loadPart(() => import('./word-lines.ts'));
    return (lines[name] as (...all: readonly unknown[]) => Promise<never>)(tools, ...args);
  };
  return Object.freeze({
    get rejected() { return desk.reply.rejected; },
    add: async (words: unknown) => {
      const list = plainWords(words);
      return turns.manage(async () => {
        const { settings, rejected } = await putWords(tools, list, (current) => addWords(current, list, now()));
        return freeze({ settings, rejected });
      });
    },
    remove: async (texts: unknown) => {
      const gone = plainTexts(texts);
      return turns.manage(async () => {
        const { settings, rejected, made } = await editList(tools, (current) => removeWords(current, gone, now()));
        return freeze({ settings, rejected, missing: [...made?.missing ?? []] });
      });
    },
    counts: () => freeze(counts.read()),
    test: later('test'),
    revealList: later('revealList'),
    addText: later('addText'),
    importText: later('importText'),
    importJson: later('importJson'),
    exportJson: later('exportJson'),
    exportText: later('exportText'),
  });
}
