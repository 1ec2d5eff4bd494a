import type { Catalogue } from 'inward/ui';

const PLAIN = 'abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ';
const MARKED = 'áƀçđéƒǧĥíĵķļɱñóþŕšŧúṽŵýžÁƁÇĐÉƑǦĤÍĴĶĻṀÑÓÞŔŠŦÚṼŴÝŽ';

/**
 * English made strange: accents, a third longer, in brackets. What shows without brackets was not in a catalogue or was cut off; what
 * breaks is too narrow for other languages. Places (`{from}`) stay as they are. For the gallery and tests; no entry of the package.
 */
export function pseudoLocale(english: Catalogue): Catalogue {
  const messages = Object.fromEntries(Object.entries<string | undefined>(english.messages).map(([key, text]) => [key, text === undefined ? text : strange(text)]));
  const counts = Object.fromEntries(Object.entries(english.counts ?? {}).map(([key, say]) => [key, (places: { readonly count: number }): string => strange(say(places))]));
  return { ...english, lang: 'en-XA', messages: messages as unknown as Catalogue['messages'], counts };
}

export function strange(text: string): string {
  const marked = text.split(/(\{\w+\})/u).map((part) => (part.startsWith('{') ? part : [...part].map((letter) => [...MARKED][PLAIN.indexOf(letter)] ?? letter).join(''))).join('');
  return `⟦${marked}${' ~'.repeat(Math.ceil(text.length * 0.15))}⟧`;
}
