import type { WordsEdit } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { afterRemoval } from '../contract/rejected-words.ts';
import { buildWords, editedParts, type Building, type EditedParts } from './build-words.ts';
import type { CheckParts } from './checks.ts';
import { sameReading, wordEntry } from './word-entries.ts';
import { indexOfNumber } from './word-numbers.ts';

/**
 * The list with an edit made to it. Words that go are only forgotten here: the kernel still finds them, and nobody asks
 * for them. Words that come in are put beside the kernel's list.
 * @returns what is in force now. Or what builds it: where there is no room left beside the list, where a word is to be read
 * another way, and where one goes that others may have been refused for
 * @throws {SafetyError} input-invalid: made for another list, or the kernel has none; limit-exceeded: no memory. Nothing
 * changed then.
 */
export function editWords(edit: WordsEdit, before: CheckParts): EditedParts | Building {
  const { kernel, settings: { hiddenWords } } = before;
  const { words } = hiddenWords;
  if (edit.of !== words.length || !before.kernelWords || kernel === undefined) throw new SafetyError('input-invalid', 'The edit is for another list.');
  const gone = new Set(edit.remove);
  const stays = (_: unknown, index: number): boolean => !gone.has(index);
  const changed = [...words];
  let reread = gone.size > 0 && before.rejected.some(({ why }) => why === 'duplicate');
  for (const { index, word } of edit.change) {
    const old = changed[index];
    reread ||= old === undefined || !sameReading(word, old);
    changed[index] = word;
  }
  const all = [...changed.filter(stays), ...edit.add];
  const staying = all.length - edit.add.length;
  const wanted = { words: all, staying };
  if (reread) return buildWords(before, wanted);

  const every = before.numbers ?? [...words.keys()];
  const numbers = every.filter(stays);
  // Of words that come: as if they stood where the first of them will.
  const from = (every.at(-1) ?? -1) + 1 - staying;
  const numberOf = (index: number): number => numbers[index] ?? from + index;
  const beside = kernel.beside.filter(({ entry }) => indexOfNumber(numbers, entry) >= 0);
  const refused = kernel.putBeside([...beside, ...edit.add.map((word, place) => wordEntry(hiddenWords, word, numberOf(staying + place)))])
    ?.map(({ index, why }) => ({ index: index - beside.length + staying, why }));
  return refused === undefined ? buildWords(before, wanted)
    : editedParts(before, wanted, refused, afterRemoval(before.rejected, edit.remove), numberOf);
}
