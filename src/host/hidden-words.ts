import type { HiddenWords } from '../contract/safety.ts';
import { editList } from './edit-list.ts';
import { loadPart } from './load-part.ts';
import { text as plainText } from './plain.ts';
import { putWords, type WordTools } from './put-words.ts';
import { freeze } from './screening.ts';
import type { WordCounts } from './word-counts.ts';
import { addWords, plainTexts, plainWords, removeWords } from './word-edits.ts';

type Lines = typeof import('./word-lines.ts');

/** `Safety['hiddenWords']`. What takes many words at once, or files of them, is loaded when it is first called. */
export function createHiddenWords(tools: WordTools, counts: WordCounts): HiddenWords {
  const { desk, port, turns, now } = tools;
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
      return turns.manage(() => editList(tools, (settings) => removeWords(settings, gone, now())));
    },
    test: async (text: string) => {
      plainText(text, 'text');
      return turns.manage(async () => freeze(await port.tryWords(text, now())));
    },
    counts: () => freeze(counts.read()),
    revealList: async (tag: string) => {
      plainText(tag, 'tag');
      return turns.manage(async () => freeze(await port.revealList(tag)));
    },
    addText: later('addText'),
    importText: later('importText'),
    importJson: later('importJson'),
    exportJson: later('exportJson'),
    exportText: later('exportText'),
  });
}
