import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import type { ListWord } from '../contract/engine.ts';
import { hashOf } from '../contract/list-hash.ts';
import { listAssets } from '../contract/required-assets.ts';
import type { HiddenWordsSettings } from '../contract/settings.ts';
import type { Hit } from '../contract/verdict.ts';
import type { TextKernel, WordEntry } from '../text/text-kernel.ts';
import { readLanguages, spoken, tokensIn, type LanguageTable } from './languages.ts';
import { hasTwoI } from './word-entries.ts';

/** From here on, up to the allow list, a kernel's entries are words of default lists. */
const LIST_FROM = 0x4000_0000;
/** The first of the kernel's list numbers for them, and how many: lists that share one shadow each other's words. */
const FIRST_LIST = 2;
const LISTS = 62;
/** Undoes scripts/build/lists/pack.ts. */
const VEIL = 0xa5;

interface ListEntry {
  readonly tag: string;
  readonly text: string;
  /** Names the entry in every version. */
  readonly entry: number;
  /** Languages of whose everyday words it is one, with spaces between. */
  readonly elsewhere: string;
}

/** The default lists in force, with what they take to act only in text that may be of their language. */
export interface DefaultLists {
  readonly entries: readonly ListEntry[];
  readonly languages: LanguageTable | undefined;
}

/** Lists named by the settings, from the assets, whose digests the page checked, or as they were. */
export function openLists(
  { lists }: HiddenWordsSettings, assets: Readonly<Record<string, ArrayBuffer>>, before: DefaultLists | undefined,
): DefaultLists {
  return {
    entries: [...new Set(lists)].flatMap((tag) => {
      const kept = before?.entries.filter((entry) => entry.tag === tag) ?? [];
      return kept.length > 0 ? kept : readList(tag, listAssets(tag).map((name) => assets[name]).find((bytes) => (bytes?.byteLength ?? 0) > ASSET_HEADER_BYTES));
    }),
    languages: before?.languages ?? readLanguages(assets['languages.bin']),
  };
}

/** A list that the package does not have comes without a byte. */
function readList(tag: string, bytes = new ArrayBuffer(0)): readonly ListEntry[] {
  if (bytes.byteLength === 0) return [];
  const lines = new TextDecoder().decode(new Uint8Array(bytes, ASSET_HEADER_BYTES).map((byte) => byte ^ VEIL)).split('\n');
  return lines.map((line) => {
    const [text = '', elsewhere = ''] = line.split('\t');
    return { tag, text, entry: hashOf(text), elsewhere };
  });
}

/** For the kernel's list: entries that the person did not take out. A Turkish list is read as the settings say, another never so. */
export function listEntries({ entries }: DefaultLists, { lists, listRemovals, locale = '' }: HiddenWordsSettings): readonly WordEntry[] {
  return entries.flatMap(({ tag, text, entry }, n) => (listRemovals?.[tag]?.includes(entry) === true ? []
    : [{ text, entry: LIST_FROM + n, list: FIRST_LIST + lists.indexOf(tag) % LISTS, turkish: hasTwoI(locale) && hasTwoI(tag) }]));
}

/**
 * Names the list and entry of a kernel's hit in the message that is read; `undefined` for a hit of another kind, and for
 * a word that is everyday in the language this message looks to be of: one language's word does not hide another's.
 */
export function listNamer({ entries, languages }: DefaultLists, kernel: TextKernel): (number: number) => Pick<Hit, 'list' | 'entry'> | undefined {
  // A message that repeats a word is asked once about it.
  const answers = new Map<ListEntry, boolean>();
  let message = 0;
  return (number) => {
    const found = entries[number - LIST_FROM];
    if (found === undefined) return undefined;
    if (message !== kernel.counts.textCopies) {
      message = kernel.counts.textCopies;
      answers.clear();
    }
    const means = answers.get(found) ?? mayMean(found, kernel, languages);
    answers.set(found, means);
    return means ? { list: found.tag, entry: found.entry } : undefined;
  };
}

/** Without a sign of either language the list's own counts; but a word that is everyday English is taken for English. */
function mayMean({ tag, elsewhere }: ListEntry, kernel: TextKernel, languages: LanguageTable | undefined): boolean {
  if (elsewhere === '' || languages === undefined) return true;
  const tokens = tokensIn(kernel);
  const own = spoken(languages, tag.toLowerCase().split('-')[0] as string, tokens);
  return elsewhere.split(' ').every((other) => own >= spoken(languages, other, tokens) + (other === 'en' ? 1 : 0));
}

/** Every entry of a list in force, for the person who asked to see them. */
export function revealedList({ entries }: DefaultLists, { listRemovals }: HiddenWordsSettings, tag: string): readonly ListWord[] | undefined {
  const words = entries.filter((entry) => entry.tag === tag)
    .map(({ text, entry }) => ({ entry, text, removed: listRemovals?.[tag]?.includes(entry) === true }));
  return words.length > 0 ? words : undefined;
}
