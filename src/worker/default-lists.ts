import { isWholeAsset, readAssetHead } from '../contract/asset-header.ts';
import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import type { ListWord } from '../contract/engine.ts';
import { hashOf } from '../contract/list-hash.ts';
import { listAsset } from '../contract/required-assets.ts';
import type { HiddenWordsSettings } from '../contract/settings.ts';
import type { Hit } from '../contract/verdict.ts';
import type { TextKernel, WordEntry } from '../text/text-kernel.ts';
import { countLanguages, readLanguages, type LanguageTable } from './languages.ts';

/** From here on, up to the allow list, a kernel's entries are words of default lists. */
const LIST_FROM = 0x4000_0000;
/** Numbers of one list in the kernel. */
const LIST_SPAN = 1 << 20;
/** The kernel's list numbers before these, and the last: only there two default lists may shadow each other's words. */
const FIRST_LIST = 2;
const LAST_LIST = 63;
/** Undoes scripts/build/lists/pack.ts. */
const VEIL = 0xa5;

interface ListEntry {
  readonly text: string;
  /** Names the entry in every version. */
  readonly entry: number;
  /** Languages of whose everyday words it is one. */
  readonly elsewhere: readonly string[];
}

/** The default lists in force, with what they take to act only in text that may be of their language. */
export interface DefaultLists {
  readonly lists: ReadonlyMap<string, readonly ListEntry[]>;
  readonly languages: LanguageTable | undefined;
}

/** Lists named by the settings, from the assets or as they were; one that is in neither, or not whole, is left out. */
export function openLists(
  { lists: tags }: HiddenWordsSettings, assets: Readonly<Record<string, ArrayBuffer>>, before: DefaultLists | undefined,
): DefaultLists {
  const lists = new Map<string, readonly ListEntry[]>();
  for (const tag of tags) {
    const list = before?.lists.get(tag) ?? readList(assets[listAsset(tag)]);
    if (list !== undefined) lists.set(tag, list);
  }
  return { lists, languages: before?.languages ?? readLanguages(assets['languages.bin']) };
}

/** For the kernel's list: entries that the person did not take out. */
export function listEntries({ lists }: DefaultLists, { listRemovals }: HiddenWordsSettings): readonly WordEntry[] {
  return [...lists].flatMap(([tag, list], place) => {
    const removed = new Set(listRemovals?.[tag]);
    return list.flatMap(({ text, entry }, n): readonly WordEntry[] => (removed.has(entry) ? []
      : [{ text, entry: LIST_FROM + place * LIST_SPAN + n, list: Math.min(FIRST_LIST + place, LAST_LIST) }]));
  });
}

/**
 * Names the list and entry of a kernel's hit in the message that is read; `undefined` for a hit of another kind, and for
 * a word that is everyday in the language this message looks to be of: one language's word does not hide another's.
 */
export function listNamer({ lists, languages }: DefaultLists, kernel: TextKernel): (number: number) => Pick<Hit, 'list' | 'entry'> | undefined {
  const inOrder = [...lists];
  let reading = -1;
  let seen: (tag: string) => number = () => 0;
  return (number) => {
    const [tag, list] = inOrder[(number - LIST_FROM) / LIST_SPAN | 0] ?? [];
    const found = number < LIST_FROM ? undefined : list?.[number % LIST_SPAN];
    if (tag === undefined || found === undefined) return undefined;
    if (found.elsewhere.length > 0) {
      if (reading !== kernel.textCopies) {
        seen = countLanguages(kernel, languages);
        reading = kernel.textCopies;
      }
      if (!found.elsewhere.every((other) => speaks(seen(languageOf(tag)), seen(other), other))) return undefined;
    }
    return { list: tag, entry: found.entry };
  };
}

/** Without a sign of either language the list's own counts; but a word that is everyday English is taken for English. */
function speaks(own: number, other: number, tag: string): boolean {
  return tag === 'en' ? own > other : own >= other;
}

/** Filipino is listed as `fil`, its function words as `tl`. */
function languageOf(tag: string): string {
  return tag === 'fil' ? 'tl' : tag.split('-')[0] as string;
}

/** Every entry of a list in force, for the person who asked to see them. */
export function revealedList({ lists }: DefaultLists, { listRemovals }: HiddenWordsSettings, tag: string): readonly ListWord[] | undefined {
  return lists.get(tag)?.map(({ text, entry }) => ({ entry, text, removed: listRemovals?.[tag]?.includes(entry) === true }));
}

function readList(bytes: ArrayBuffer | undefined): readonly ListEntry[] | undefined {
  const head = bytes && readAssetHead(bytes);
  if (bytes === undefined || head?.kind !== 'WL' || !isWholeAsset(bytes, head)) return undefined;
  const text = new TextDecoder().decode(new Uint8Array(bytes, ASSET_HEADER_BYTES).map((byte) => byte ^ VEIL));
  return text.split('\n').map((line) => {
    const [word = '', elsewhere] = line.split('\t');
    return { text: word, entry: hashOf(word), elsewhere: elsewhere?.split(' ') ?? [] };
  });
}
