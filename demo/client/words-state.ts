import type { HiddenWord, HiddenWordsReport, ListWord } from 'inward';

/** What the settings page knows about hidden words beside the settings themselves. */
export interface WordsState {
  /** Only words that hold this are listed. */
  filter: string;
  /** How many are listed. */
  shown: number;
  /** The word whose options are open. */
  open: string | undefined;
  /** What became of the words pasted or imported last. */
  report: WordsReport | undefined;
  /** Messages in which a word acted since the page was opened, by its place in the list. */
  counts: ReadonlyMap<number, number>;
  /** Default lists by tag: asked whether to show, or shown. */
  readonly lists: Map<string, 'asked' | readonly ListWord[]>;
  /** How many entries of a default list are shown. */
  listShown: number;
  importMode: 'merge' | 'replace';
}

export interface WordsReport extends Omit<HiddenWordsReport, 'settings'> {
  readonly of: 'paste' | 'file';
}

/** Rows listed at first, and more at each press: a list may hold 100,000. */
export const PAGE_ROWS = 30;

export function createWordsState(): WordsState {
  return {
    filter: '', shown: PAGE_ROWS, open: undefined, report: undefined, counts: new Map(), lists: new Map(), listShown: PAGE_ROWS, importMode: 'merge',
  };
}

/** New options of a word; `undefined` and empty take one away. */
export type WordChange = { readonly [Option in keyof HiddenWord]?: HiddenWord[Option] | undefined };

/** What tells a word of the list from the others. */
export function keyOf({ text, match = 'word' }: HiddenWord): string {
  return `${match} ${text}`;
}
