import { LIMITS } from '../contract/limits.ts';
import type { HiddenWordsChange, HiddenWordsReport, ImportOptions, RejectedLine } from '../contract/safety.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import type { WordLines } from '../contract/word-files.ts';
import { editList } from './edit-list.ts';
import { loadPart } from './load-part.ts';
import type { RestartablePort } from './port.ts';
import { freeze } from './screening.ts';
import type { SettingsDesk } from './settings-desk.ts';
import type { Turns } from './turns.ts';
import { addWords, plainTexts, plainWords, removeWords, type Edited } from './word-edits.ts';

/** What the methods of `Safety['hiddenWords']` that edit the list work on. Their code is loaded with the first of them. */
export interface WordTools {
  readonly desk: SettingsDesk;
  readonly port: RestartablePort;
  readonly turns: Turns;
  readonly now: () => number;
}

export function add(tools: WordTools, words: unknown): Promise<HiddenWordsChange> {
  const list = plainWords(words);
  return tools.turns.manage(async () => {
    const { settings, rejected } = await put(tools, list, (current) => addWords(current, list, tools.now()));
    return freeze({ settings, rejected });
  });
}

export function remove({ desk, port, turns, now }: WordTools, texts: unknown): Promise<HiddenWordsChange> {
  const gone = plainTexts(texts);
  return turns.manage(() => editList(desk, port, (settings) => removeWords(settings, gone, now())));
}

export async function addText(tools: WordTools, text: string): Promise<HiddenWordsReport> {
  const { readLines } = await files();
  return takeLines(tools, readLines(text, true), false);
}

export async function importText(tools: WordTools, text: string, options?: ImportOptions): Promise<HiddenWordsReport> {
  const { readLines, replaces } = await files();
  return takeLines(tools, readLines(text, false), replaces(options));
}

export async function importJson(tools: WordTools, json: string, options?: ImportOptions): Promise<HiddenWordsReport> {
  const { readJson, replaces } = await files();
  return takeLines(tools, readJson(json), replaces(options));
}

export async function exportJson({ desk }: WordTools): Promise<string> {
  return (await files()).writeJson(desk.current.hiddenWords);
}

export async function exportText({ desk }: WordTools): Promise<string> {
  return (await files()).writeLines(desk.current.hiddenWords);
}

/** Who types one word in does not pay for whole files of them. */
function files(): Promise<typeof import('../contract/word-files.ts')> {
  return loadPart(() => import('../contract/word-files.ts'));
}

interface Put extends HiddenWordsChange {
  readonly added: number;
  readonly changed: number;
}

/** One edit, with what the engine refused named by place among the words given. */
async function put(tools: WordTools, words: readonly HiddenWord[], make: (settings: Settings) => Edited): Promise<Put> {
  let done: Edited | undefined;
  const reply = await editList(tools.desk, tools.port, (settings) => (done = make(settings)));
  const late = reply.rejected.map(({ index, why }) => ({ index: done?.places[index] ?? words.length, why }));
  return {
    settings: reply.settings, rejected: [...done?.rejected ?? [], ...late].sort((a, b) => a.index - b.index),
    added: (done?.places.length ?? 0) - late.length, changed: done?.edit.change.length ?? 0,
  };
}

function takeLines(tools: WordTools, read: WordLines, replace: boolean): Promise<HiddenWordsReport> {
  const { words, lines, allow } = read;
  return tools.turns.manage(async () => {
    const make = (settings: Settings): Edited => {
      const made = replace ? replaceWords(settings, words, tools.now()) : addWords(settings, words, tools.now());
      return allow === undefined ? made : withAllowed(made, replace ? allow : [...settings.hiddenWords.allow, ...allow]);
    };
    const { settings, added, changed, rejected } = await put(tools, words, make);
    const late = rejected.map(({ index, why }): RejectedLine => ({ line: lines[index] ?? 0, why }));
    return freeze({ settings, added, changed, rejected: [...read.rejected, ...late].sort((a, b) => a.line - b.line) });
  });
}

function replaceWords(settings: Settings, words: readonly HiddenWord[], now: number): Edited {
  const { hiddenWords } = settings;
  const made = addWords({ ...settings, hiddenWords: { ...hiddenWords, words: [] } }, words, now);
  return { ...made, edit: { ...made.edit, of: hiddenWords.words.length, remove: [...hiddenWords.words.keys()] } };
}

function withAllowed(made: Edited, given: readonly string[]): Edited {
  const { settings } = made;
  const allow = [...new Set(given)].slice(0, LIMITS.words);
  return { ...made, whole: true, settings: { ...settings, hiddenWords: { ...settings.hiddenWords, allow } } };
}
