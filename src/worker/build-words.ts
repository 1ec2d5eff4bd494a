import type { RejectedWord } from '../contract/engine.ts';
import type { HiddenWord } from '../contract/settings.ts';
import type { TextKernel } from '../text/text-kernel.ts';
import type { CheckParts } from './checks.ts';
import { listEntries } from './default-lists.ts';
import { refusals, wordEntries } from './word-entries.ts';

export interface EditedParts {
  readonly parts: CheckParts;
  /** By place among the added words. */
  readonly rejected: readonly RejectedWord[];
}

/** A list that is built anew, a slice with each `next`. At the end it is in force; what comes back is to be, too. */
export type Building = Generator<undefined, EditedParts | undefined>;

/** What the list is to become. */
export interface WordsWanted {
  /** Those that stay and, from `staying` on, those that come: refused, they are not in the list. */
  readonly words: readonly HiddenWord[];
  readonly staying: number;
}

/**
 * Builds the list with all that stands beside it. Without `wanted` the words keep their numbers, and the list may be edited
 * meanwhile; with it, it must not be. @throws {SafetyError} limit-exceeded: no memory. The old list stays in force.
 */
export function* buildWords(before: CheckParts, wanted?: WordsWanted): Building {
  const { lists, settings: { hiddenWords } } = before;
  const { words } = wanted ?? hiddenWords;
  const entries = wordEntries({ ...hiddenWords, words }, lists && listEntries(lists, hiddenWords), wanted === undefined ? before.numbers : undefined);
  const answers = yield* (before.kernel as TextKernel).wordSlices(entries, wanted?.staying ?? words.length);
  const refused = refusals(entries, answers, words.length);
  return wanted && editedParts(before, wanted, refused, refused.filter(({ index }) => index < wanted.staying), (index) => index);
}

/**
 * The list as it is wanted, without what was refused of the words that come.
 * @param rejected those that stay and cannot match
 * @param numberOf the kernel's number of each word wanted
 */
export function editedParts(
  before: CheckParts, { words, staying }: WordsWanted, refused: readonly RejectedWord[], rejected: readonly RejectedWord[],
  numberOf: (index: number) => number,
): EditedParts {
  const { settings } = before;
  const late = refused.filter(({ index }) => index >= staying);
  const out = new Set(late.map(({ index }) => index));
  const kept = [...words.keys()].filter((index) => !out.has(index));
  const taken = kept.map((index) => words[index] as HiddenWord);
  return {
    rejected: late.map(({ index, why }) => ({ index: index - staying, why })),
    parts: { ...before, rejected, numbers: kept.map(numberOf), settings: { ...settings, hiddenWords: { ...settings.hiddenWords, words: taken } } },
  };
}
