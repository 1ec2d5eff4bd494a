import type { HiddenWords } from '../contract/safety.ts';
import { loadPart } from './load-part.ts';
import type { WordTools } from './put-words.ts';
import { freeze } from './screening.ts';
import type { WordCounts } from './word-counts.ts';

type Lines = typeof import('./word-lines.ts');

/** `Safety['hiddenWords']`. What only a settings screen calls is loaded when it is first called. */
export function createHiddenWords(tools: WordTools, counts: WordCounts): HiddenWords {
  const { desk, turns } = tools;
  const later = <K extends keyof Lines>(name: K) => async (...args: readonly unknown[]): Promise<never> => {
    const lines = await loadPart(() => import('./word-lines.ts'));
    return (lines[name] as (...all: readonly unknown[]) => Promise<never>)(tools, ...args);
  };
  // Loaded within the turn: a message handed in after a change of the list waits for it, also for the first.
  const inTurn = <K extends keyof Lines>(name: K) => (...args: readonly unknown[]): Promise<never> => turns.manage(() => later(name)(...args));
  return Object.freeze({
    get rejected() { return desk.reply.rejected; },
    add: inTurn('add'),
    remove: inTurn('remove'),
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
