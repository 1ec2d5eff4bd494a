import type { RejectedWord, WordsEdit } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import { afterRemoval } from '../contract/rejected-words.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import type { WordEntry } from '../text/text-kernel.ts';
import type { CheckParts } from './checks.ts';
import { wordEntries } from './word-entries.ts';

export interface EditedParts {
  readonly parts: CheckParts;
  /** By place among the added words. */
  readonly rejected: readonly RejectedWord[];
}

/**
 * The list with an edit made to it. Words that go are only forgotten here: the kernel still finds them, and nobody asks
 * for them. Words that come in are put beside the kernel's list. It is built anew where there is no room left, where a
 * word is to be read another way, and where one comes back that the kernel still holds.
 * @param build makes the checks for settings, from what is in force
 * @throws {SafetyError} input-invalid: made for another list; limit-exceeded: no memory. Nothing changed then.
 */
export function editWords(edit: WordsEdit, before: CheckParts, build: (settings: Settings) => CheckParts): EditedParts {
  const { words } = before.settings.hiddenWords;
  if (edit.of !== words.length) throw new SafetyError('input-invalid', 'The edit was made for another list.');
  const gone = new Set(edit.remove);
  const stays = (_: unknown, index: number): boolean => !gone.has(index);
  const changed = [...words];
  let reread = false;
  for (const { index, word } of edit.change) {
    const old = changed[index];
    reread ||= word.accents !== old?.accents || word.locale !== old?.locale;
    changed[index] = word;
  }
  const staying = changed.filter(stays);
  const settingsWith = (added: readonly HiddenWord[]): Settings => (
    { ...before.settings, hiddenWords: { ...before.settings.hiddenWords, words: [...staying, ...added] } });

  const beside = reread ? undefined : addBeside();
  if (beside !== undefined) return beside;
  const rebuilt = build(settingsWith(edit.add));
  const late = rebuilt.rejected.filter(({ index }) => index >= staying.length);
  const rejected = late.map(({ index, why }) => ({ index: index - staying.length, why }));
  if (rejected.length === 0) return { parts: rebuilt, rejected };
  const numbers = [...staying.keys()];
  const early = rebuilt.rejected.filter((word) => !late.includes(word));
  return { rejected, parts: withAdded(rebuilt, numbers, staying.length, early, rejected) };

  /** Read as the list is. */
  function entriesFrom(added: readonly HiddenWord[], first: number): readonly WordEntry[] {
    const { entries } = wordEntries({ ...before.settings.hiddenWords, words: added, allow: [] });
    return entries.map((entry) => ({ ...entry, entry: first + entry.entry }));
  }

  function addBeside(): EditedParts | undefined {
    const { kernel } = before;
    if (!before.kernelWords || kernel === undefined) return undefined;
    const numbers = before.numbers ?? [...words.keys()];
    const first = (numbers.at(-1) ?? -1) + 1;
    if (first + edit.add.length > LIMITS.words) return undefined;
    const refused = edit.add.length === 0 ? [] : kernel.addWords(entriesFrom(edit.add, first));
    if (refused === undefined || (refused.some(({ why }) => why === 'duplicate') && first > numbers.length)) return undefined;
    const left = afterRemoval(before.rejected, edit.remove);
    return { rejected: refused, parts: withAdded(before, numbers.filter(stays), first, left, refused) };
  }

  /** The added words that were not refused have the numbers from `first` on. */
  function withAdded(
    parts: CheckParts, numbers: readonly number[], first: number, left: readonly RejectedWord[],
    refused: readonly RejectedWord[],
  ): CheckParts {
    const out = new Set(refused.map(({ index }) => index));
    const places = [...edit.add.keys()].filter((place) => !out.has(place));
    return {
      ...parts, rejected: left, numbers: [...numbers, ...places.map((place) => first + place)],
      settings: settingsWith(places.map((place) => edit.add[place] as HiddenWord)),
    };
  }
}
