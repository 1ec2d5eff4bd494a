// npm run greetings: how many texts of the authored corpus of chain letters are called a wish, by the reader and the tables that ship.

import { FORWARD } from '../../src/contract/forwarding.ts';
import { openNudges } from '../../src/decide/nudges/read.ts';
import { formatTable } from '../../src/node/eval/table.ts';
import { readChainCorpus, type CorpusText } from '../chain/corpus-files.ts';
import { toZawgyi } from '../scam/zawgyi.ts';
import { packGreetings } from './pack.ts';

const read = openNudges(new TextDecoder().decode(packGreetings()));

/** What stands before a letter to pass it off as a wish, by language. */
const WISH: Readonly<Record<string, string>> = {
  'ar': 'عيد مبارك!', 'en': 'Happy Eid!', 'es': '¡Feliz Navidad!', 'hi': 'दीपावली की शुभकामनाएँ!', 'id': 'Selamat Natal!', 'my': 'မင်္ဂလာနှစ်သစ်ပါ။', 'pt-BR': 'Feliz Natal!', 'sw': 'Heri ya mwaka mpya!',
};

/** A wish, and nothing more than one, as `reviewOutgoing` takes it. */
export function isWish(text: string): boolean {
  const found = text.length <= FORWARD.wishUnits ? read(text) : [];
  return found.includes('wish') && !found.includes('more');
}

/** Texts of the corpus as they are counted: `disguised` are letters with a wish before them, of those that are short enough to be one. */
export function wishGroups(): Readonly<Record<'festival wishes' | 'chain letters' | 'disguised' | 'unrelated', readonly CorpusText[]>> {
  const { festival, letters, unrelated } = readChainCorpus();
  const disguised = letters.map((letter) => ({ ...letter, text: `${WISH[letter.lang] ?? ''} ${letter.text}` })).filter(({ text }) => text.length <= FORWARD.wishUnits);
  return { 'festival wishes': festival, 'chain letters': letters, disguised, unrelated };
}

/** `wishes` of `texts`, by language and of all; Burmese converted to Zawgyi beside it. */
export function countWishes(texts: readonly CorpusText[]): readonly string[] {
  const share = (of: readonly string[]): string => `${of.filter(isWish).length} of ${of.length}`;
  const of = (lang: string): readonly string[] => texts.filter((one) => one.lang === lang).map(({ text }) => text);
  return [...LANGS.map((lang) => share(of(lang))), share(of('my').map(toZawgyi)), share(texts.map(({ text }) => text))];
}

const LANGS = Object.keys(WISH);

/** What `npm run greetings` prints. */
export function greetingsTable(): string {
  const groups = Object.entries(wishGroups());
  const columns = groups.map(([, texts]) => countWishes(texts));
  return formatTable(['called a wish', ...groups.map(([name]) => name)], [...LANGS, 'my, Zawgyi', 'all but Zawgyi'].map((row, n) => [row, ...columns.map((column) => column[n] ?? '')]));
}
