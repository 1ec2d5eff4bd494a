import type { HiddenWordsChange } from '../contract/safety.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import { editList } from './edit-list.ts';
import type { RestartablePort } from './port.ts';
import type { SettingsDesk } from './desk.ts';
import type { Turns } from './turns.ts';
import type { Edited } from './word-edits.ts';

/** What the methods of `Safety['hiddenWords']` work on. */
export interface WordTools {
  readonly desk: SettingsDesk;
  readonly port: RestartablePort;
  readonly turns: Turns;
  readonly now: () => number;
}

export interface Put extends HiddenWordsChange {
  readonly added: number;
  /** Were there and took other options. */
  readonly changed: number;
}

/** One edit that adds, within a turn; what the engine refused is named by place among the words given. */
export async function putWords(tools: WordTools, words: readonly HiddenWord[], make: (settings: Settings) => Edited): Promise<Put> {
  const { settings, rejected, made } = await editList(tools, make);
  const late = rejected.map(({ index, why }) => ({ index: made?.places[index] ?? words.length, why }));
  return {
    settings, rejected: [...made?.rejected ?? [], ...late].sort((a, b) => a.index - b.index),
    added: (made?.places.length ?? 0) - late.length, changed: made?.edit.change.length ?? 0,
  };
}
