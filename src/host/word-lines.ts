import type { ListWord, RejectedReason } from '../contract/engine.ts';
import { LIMITS } from '../contract/limits.ts';
import type { HiddenWordsChange, HiddenWordsReport, ImportOptions, RejectedEntry, RejectedLine } from '../contract/safety.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import type { TriedHit } from '../contract/verdict.ts';
import { readJson, readLines, replaces, writeJson, writeLines, type WordLines } from '../contract/word-files.ts';
import { text as plainText } from './plain.ts';
import { editList } from './edit-list.ts';
import { putWords, type WordTools } from './put-words.ts';
import { freeze } from './screening.ts';
import { addWords, caselessIn, isOver, plainTexts, plainWords, removeWords, type Edited } from './word-edits.ts';

// What a settings screen alone asks for: changes of the list, many words at once, files of them, the try-it box, a list laid open. Loaded with the
// first of these calls, for a chat makes none.

/** Within a turn. */
export async function add(tools: WordTools, words: unknown): Promise<HiddenWordsChange> {
  const list = plainWords(words);
  const { settings, rejected } = await putWords(tools, list, (current) => addWords(current, list, tools.now()));
  return freeze({ settings, rejected });
}

/** Within a turn. */
export async function remove(tools: WordTools, texts: unknown): Promise<HiddenWordsChange & { readonly missing: readonly string[] }> {
  const gone = plainTexts(texts);
  const { settings, rejected, made } = await editList(tools, (current) => removeWords(current, gone, tools.now()));
  return freeze({ settings, rejected, missing: [...made?.missing ?? []] });
}

export async function addText(tools: WordTools, text: string): Promise<HiddenWordsReport<RejectedLine>> {
  return takeLines(tools, readLines(text, true), false);
}

export async function importText(tools: WordTools, text: string, options?: ImportOptions): Promise<HiddenWordsReport<RejectedLine>> {
  return takeLines(tools, readLines(text, false), replaces(options));
}

export async function importJson(tools: WordTools, json: string, options?: ImportOptions): Promise<HiddenWordsReport<RejectedEntry>> {
  return takeLines(tools, readJson(json), replaces(options));
}

export async function exportJson({ desk }: WordTools): Promise<string> {
  return writeJson(desk.current.hiddenWords);
}

export async function exportText({ desk }: WordTools): Promise<string> {
  return writeLines(desk.current.hiddenWords);
}

export async function test({ port, turns, now }: WordTools, text: string): Promise<readonly TriedHit[]> {
  plainText(text, 'text');
  return turns.manage(async () => freeze(await port.tryWords(text, now())));
}

export async function revealList({ port, turns }: WordTools, tag: string): Promise<readonly ListWord[]> {
  plainText(tag, 'tag');
  return turns.manage(async () => freeze(await port.revealList(tag)));
}

function takeLines<Rejected extends RejectedLine | RejectedEntry>(
  tools: WordTools, read: WordLines<Rejected>, replace: boolean,
): Promise<HiddenWordsReport<Rejected>> {
  const { words, places, allow = [] } = read;
  const usable = allow.filter((text): text is string => exceptionRefusal(text) === undefined);
  return tools.turns.manage(async () => {
    const make = (settings: Settings): Edited => {
      const now = tools.now();
      const given = read.plain ? withOptions(settings, words, now) : words;
      const made = replace ? replaceWords(settings, given, now) : addWords(settings, given, now);
      return usable.length === 0 ? made : withAllowed(made, replace ? usable : [...settings.hiddenWords.allow, ...usable]);
    };
    const { settings, added, changed, rejected } = await putWords(tools, words, make);
    const late = rejected.map(({ index, why }) => ({ ...places[index], why }) as Rejected);
    const kept = new Set<unknown>(settings.hiddenWords.allow);
    const cut = allow.flatMap((text, n) => (
      kept.has(text) ? [] : [{ entry: n + 1, of: 'allow', why: exceptionRefusal(text) ?? 'list-full' } as Rejected]));
    const out = new Set(rejected.map(({ index }) => index));
    return freeze({
      settings, added, changed,
      // A stable sort: the exceptions of a file stay behind its words.
      rejected: [...[...read.rejected, ...late].sort((a, b) => placeOf(a) - placeOf(b)), ...cut],
      trimmed: [...read.trimmed].flatMap(([index, line]) => (out.has(index) ? [] : [line])),
    });
  });
}

function placeOf(rejected: RejectedLine | RejectedEntry): number {
  return 'line' in rejected ? rejected.line : rejected.entry;
}

/**
 * A plain text says nothing of options, so it takes those of the word that is there, and how that one matches. Where several
 * entries have the text, the first line stands for the first of them, and so on. O(list + words)
 */
function withOptions({ hiddenWords }: Settings, words: readonly HiddenWord[], now: number): readonly HiddenWord[] {
  const caseless = caselessIn(hiddenWords.locale);
  const there = new Map<string, HiddenWord[]>(words.map((word) => [caseless(word), []]));
  for (const word of hiddenWords.words) if (!isOver(word, now)) there.get(caseless(word))?.push(word);
  // Walked from the end, so that each line takes its entry off in constant time.
  for (const entries of there.values()) entries.reverse();
  return words.map((word) => {
    const entries = there.get(caseless(word)) ?? [];
    return (entries.length > 1 ? entries.pop() : entries[0]) ?? word;
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

/** Why an exception can allow nothing. */
function exceptionRefusal(text: unknown): RejectedReason | undefined {
  if (typeof text !== 'string') return 'not-a-word';
  return text.trim() === '' ? 'empty' : text.length > LIMITS.wordUnits ? 'too-long' : undefined;
}
