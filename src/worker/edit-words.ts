import type { RejectedWord, WordsEdit } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { LIMITS } from '../contract/limits.ts';
import { afterRemoval } from '../contract/rejected-words.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import type { CheckParts } from './checks.ts';
import { sameReading, wordEntries } from './word-entries.ts';

export interface EditedParts {
  readonly parts: CheckParts;
  /** By place among the added words. */
  readonly rejected: readonly RejectedWord[];
}

/**
 * The list with an edit made to it. Words that go are only forgotten here: the kernel still finds them, and nobody asks
 * for them. Words that come in are put beside the kernel's list. It is built anew where there is no room left, where a
 * word is to be read another way, and where one comes back that stands beside the list still; twice where it refuses words.
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
    reread ||= old === undefined || !sameReading(word, old);
    changed[index] = word;
  }
  const staying = changed.filter(stays);
  const settingsWith = (more: readonly HiddenWord[]): Settings => (
    { ...before.settings, hiddenWords: { ...before.settings.hiddenWords, words: [...staying, ...more] } });

  const beside = reread ? undefined : addBeside();
  if (beside !== undefined) return beside;
  const all = build(settingsWith(edit.add));
  const rejected = all.rejected.filter(({ index }) => index >= staying.length)
    .map(({ index, why }) => ({ index: index - staying.length, why }));
  return { rejected, parts: rejected.length === 0 ? all : build(settingsWith(added(rejected).map(({ word }) => word))) };

  /** The added words that were not refused, each with its place among all. */
  function added(refused: readonly RejectedWord[]): readonly { readonly word: HiddenWord; readonly place: number }[] {
    const out = new Set(refused.map(({ index }) => index));
    return edit.add.map((word, place) => ({ word, place })).filter(({ place }) => !out.has(place));
  }

  function addBeside(): EditedParts | undefined {
    const { kernel, settings: { hiddenWords } } = before;
    if (!before.kernelWords || kernel === undefined) return undefined;
    const numbers = before.numbers ?? [...words.keys()];
    const first = (numbers.at(-1) ?? -1) + 1;
    if (first + edit.add.length > LIMITS.words) return undefined;
    // Read as the list is.
    const { entries } = wordEntries({ ...hiddenWords, words: edit.add, allow: [] });
    const refused = entries.length === 0 ? [] : kernel.addWords(entries.map((entry) => ({ ...entry, entry: first + entry.entry })));
    if (refused === undefined || (refused.some(({ why }) => why === 'duplicate') && first > numbers.length)) return undefined;
    const taken = added(refused);
    return {
      rejected: refused,
      parts: {
        ...before, rejected: afterRemoval(before.rejected, edit.remove), settings: settingsWith(taken.map(({ word }) => word)),
        numbers: [...numbers.filter(stays), ...taken.map(({ place }) => first + place)],
      },
    };
  }
}
