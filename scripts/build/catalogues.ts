import { readdirSync, readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/lib/compile-module.js';
import { parse, type Token } from '@messageformat/parser';
import { BUILD, generatedBy, inRoot, writeFile } from './paths.ts';

/** The library's `plural` is typed as whatever its forms are; ours are strings. */
const COUNTS = 'type Counts = Readonly<Record<string, (places: { readonly count: number }) => unknown>>;';
const FOLDER = inRoot('src/ui/catalogues');

/** A language as its translator edits it: texts of ICU MessageFormat by code. */
export interface CatalogueFile {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly digits?: string;
  readonly review: 'source' | 'awaiting' | 'reviewed';
  readonly messages: Readonly<Record<string, string>>;
  readonly notices: Readonly<Record<string, string>>;
  readonly reports: Readonly<Record<string, string>>;
  readonly forwards: Readonly<Record<string, string>>;
}

/** Languages with a file, English first. */
export const LANGUAGES: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
  .sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));

export function readCatalogue(lang: string): CatalogueFile {
  return JSON.parse(readFileSync(`${FOLDER}/${lang}.json`, 'utf8')) as CatalogueFile;
}

/**
 * Writes `build/catalogue-<tag>.gen.ts`, and with it `notices-<tag>`, `report-<tag>` and `forward-<tag>`: texts as strings with their places, and those with plurals as functions, with
 * the plural rule of the language (CLDR) in them. So there is no parser in what ships. What counts stands in the first file, with the one function it needs; what a report counts, with the report's texts.
 */
export function buildCatalogues(): void {
  for (const lang of LANGUAGES) {
    const { messages, notices, reports, forwards, ...head } = readCatalogue(lang);
    const { imports, counts } = compiled(lang, { ...messages, ...notices });
    const generated = generatedBy(`scripts/build/catalogues.ts from src/ui/catalogues/${lang}.json`).trimEnd();
    writeFile(`${BUILD}/catalogue-${lang}.gen.ts`, [
      generated, ...imports, "import type { Catalogue } from '../src/ui/catalogue.ts';", '',
      COUNTS, `const COUNTS = (${counts} satisfies Counts) as NonNullable<Catalogue['counts']>;`,
      `const CATALOGUE: Catalogue = { ${JSON.stringify(head).slice(1, -1)}, messages: ${compiled(lang, messages).texts}, counts: COUNTS };`, `export { CATALOGUE as ${lang} };`, '',
    ].join('\n'));
    writeFile(`${BUILD}/notices-${lang}.gen.ts`, [
      generated, "import type { Catalogue, NoticeMessages } from '../src/ui/catalogue.ts';", `import { ${lang} as BASE } from './catalogue-${lang}.gen.ts';`, '',
      `const NOTICES: NoticeMessages = ${compiled(lang, notices).texts};`,
      'const CATALOGUE: Catalogue = { ...BASE, messages: { ...BASE.messages, ...NOTICES } };', `export { CATALOGUE as ${lang} };`, '',
    ].join('\n'));
    writeFile(`${BUILD}/forward-${lang}.gen.ts`, [
      generated, "import type { Catalogue } from '../src/ui/catalogue.ts';", "import type { ForwardMessages } from '../src/ui/forward/forward-words.ts';", `import { ${lang} as BASE } from './catalogue-${lang}.gen.ts';`, '',
      `const FORWARDS: ForwardMessages = ${compiled(lang, forwards).texts};`,
      'const CATALOGUE: Catalogue = { ...BASE, messages: { ...BASE.messages, ...FORWARDS } };', `export { CATALOGUE as ${lang} };`, '',
    ].join('\n'));
    const report = compiled(lang, reports);
    writeFile(`${BUILD}/report-${lang}.gen.ts`, [
      generated, ...report.imports, "import type { Catalogue } from '../src/ui/catalogue.ts';", "import type { ReportMessages } from '../src/ui/report/report-words.ts';",
      `import { ${lang} as BASE } from './catalogue-${lang}.gen.ts';`, '',
      COUNTS, `const COUNTS = (${report.counts} satisfies Counts) as NonNullable<Catalogue['counts']>;`,
      `const REPORTS: ReportMessages = ${report.texts};`,
      'const CATALOGUE: Catalogue = { ...BASE, messages: { ...BASE.messages, ...REPORTS }, counts: { ...BASE.counts, ...COUNTS } };', `export { CATALOGUE as ${lang} };`, '',
    ].join('\n'));
  }
}

interface Compiled {
  readonly imports: readonly string[];
  /** Source of an object of strings. */
  readonly texts: string;
  /** Source of an object of functions. */
  readonly counts: string;
}

/** @throws {Error} a text that is no MessageFormat, with its code, or a plural form that the language has not. */
export function compiled(lang: string, messages: Readonly<Record<string, string>>): Compiled {
  const plain: Record<string, string> = {};
  const counted: Record<string, string> = {};
  for (const [key, text] of Object.entries(messages)) {
    const tokens = tokensOf(lang, key, text);
    if (tokens.every(({ type }) => type === 'content' || type === 'argument')) plain[key] = tokens.map(withPlace).join('');
    else counted[key] = text;
  }
  if (Object.keys(counted).length === 0) return { imports: [], texts: JSON.stringify(plain, null, 1), counts: '{}' };
  const code = compileModule(new MessageFormat(lang), counted);
  const [imports = '', counts = ''] = code.split('export default ');
  return { imports: imports.trim().split('\n'), texts: JSON.stringify(plain, null, 1), counts: counts.trim().replace(/;$/u, '') };
}

function tokensOf(lang: string, key: string, text: string): readonly Token[] {
  try {
    return parse(text, { cardinal: [...new Intl.PluralRules(lang).resolvedOptions().pluralCategories], strict: true });
  } catch (error) {
    throw new Error(`${lang} ${key}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A token of a text without plurals, as the elements' `fill` reads it. */
function withPlace(token: Token): string {
  if (token.type === 'content') return token.value;
  return token.type === 'argument' ? `{${token.arg}}` : '';
}
