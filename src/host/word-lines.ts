import type { RejectedReason } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWordsReport, ImportOptions, RejectedLine } from '../contract/safety.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import { readJson, readLines, replaces, writeJson, writeLines, type WordLines } from '../contract/word-files.ts';
import { putWords, type WordTools } from './put-words.ts';
import { freeze } from './screening.ts';
import { addWords, type Edited } from './word-edits.ts';

// Many words at once, and files of them. Loaded with the first of these calls: few people make one.

export async function addText(tools: WordTools, text: string): Promise<HiddenWordsReport> {
  return takeLines(tools, readLines(text, true), false);
}

export async function importText(tools: WordTools, text: string, options?: ImportOptions): Promise<HiddenWordsReport> {
  return takeLines(tools, readLines(text, false), replaces(options));
}

export async function importJson(tools: WordTools, json: string, options?: ImportOptions): Promise<HiddenWordsReport> {
  return takeLines(tools, readJson(json), replaces(options));
}

export async function exportJson({ desk }: WordTools): Promise<string> {
  return writeJson(desk.current.hiddenWords);
}

export async function exportText({ desk }: WordTools): Promise<string> {
  return writeLines(desk.current.hiddenWords);
}

function takeLines(tools: WordTools, read: WordLines, replace: boolean): Promise<HiddenWordsReport> {
  const { words, lines, allow } = read;
  return tools.turns.manage(async () => {
    const make = (settings: Settings): Edited => {
      const made = replace ? replaceWords(settings, words, tools.now()) : addWords(settings, words, tools.now());
      return allow === undefined ? made : withAllowed(made, replace ? allow : [...settings.hiddenWords.allow, ...allow]);
    };
    const { settings, added, changed, rejected } = await putWords(tools, words, make);
    const late = rejected.map(({ index, why }): RejectedLine => ({ line: lines[index] ?? 0, why }));
    // Exceptions stand behind the words of a file.
    const kept = new Set(settings.hiddenWords.allow);
    const before = words.length + read.rejected.length + 1;
    const cut = (allow ?? []).flatMap((text, n): RejectedLine[] => (
      kept.has(text) ? [] : [{ line: before + n, why: exceptionRefusal(text) ?? 'list-full' }]));
    return freeze({ settings, added, changed, rejected: [...read.rejected, ...late, ...cut].sort((a, b) => a.line - b.line) });
  });
}

function replaceWords(settings: Settings, words: readonly HiddenWord[], now: number): Edited {
  const { hiddenWords } = settings;
  const made = addWords({ ...settings, hiddenWords: { ...hiddenWords, words: [] } }, words, now);
  return { ...made, edit: { ...made.edit, of: hiddenWords.words.length, remove: [...hiddenWords.words.keys()] } };
}

function withAllowed(made: Edited, given: readonly string[]): Edited {
  const { settings } = made;
  const allow = [...new Set(given)].filter((text) => exceptionRefusal(text) === undefined).slice(0, LIMITS.words);
  return { ...made, whole: true, settings: { ...settings, hiddenWords: { ...settings.hiddenWords, allow } } };
}

/** Why an exception can allow nothing. */
function exceptionRefusal(text: string): RejectedReason | undefined {
  return text.trim() === '' ? 'empty' : text.length > LIMITS.wordUnits ? 'too-long' : undefined;
}
