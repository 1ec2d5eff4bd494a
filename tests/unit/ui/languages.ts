import { LANGUAGES } from '../../../scripts/build/catalogues.ts';
import type { Catalogue } from '../../../src/ui/catalogue.ts';

type Module = Readonly<Record<string, Catalogue>>;

function ofLanguage(lang: string, module: Module): Catalogue {
  const found = module[lang];
  if (found === undefined) throw new Error(`${lang} has no catalogue`);
  return found;
}

/** Every language that has a file, as it is built. */
export const CATALOGUES = await Promise.all(LANGUAGES.map(async (lang) => ofLanguage(lang, await import(`../../../src/ui/catalogues/${lang}.ts`) as Module)));
export const NOTICE_CATALOGUES = await Promise.all(LANGUAGES.map(async (lang) => ofLanguage(lang, await import(`../../../src/ui/catalogues/notices/${lang}.ts`) as Module)));
export const REPORT_CATALOGUES = await Promise.all(LANGUAGES.map(async (lang) => ofLanguage(lang, await import(`../../../src/ui/catalogues/report/${lang}.ts`) as Module)));
export const FORWARD_CATALOGUES = await Promise.all(LANGUAGES.map(async (lang) => ofLanguage(lang, await import(`../../../src/ui/catalogues/forward/${lang}.ts`) as Module)));

const SCRIPT: Readonly<Record<string, RegExp>> = { my: /\p{Script=Myanmar}/u, ar: /\p{Script=Arabic}/u, hi: /\p{Script=Devanagari}/u };

/** A letter of the script a language is written in. */
export function scriptOf(lang: string): RegExp { return SCRIPT[lang] ?? /\p{Script=Latin}/u; }
