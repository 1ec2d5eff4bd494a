import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSafety, parseSettings } from '../../../src/node/index.ts';

// The tables of README and docs/hidden-words.md that say of a spelling whether it is found.

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const DOC = read('docs/hidden-words.md');

/** Rows of the first table below a heading whose head is `head`. */
function rowsOf(page: string, heading: string, head: string): readonly (readonly string[])[] {
  const lines = page.slice(page.indexOf(`\n${heading}\n`)).split('\n');
  const from = lines.indexOf(head);
  expect(from).toBeGreaterThan(0);
  const rows = lines.slice(from + 2);
  return rows.slice(0, rows.findIndex((line) => !line.startsWith('|'))).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** `KIR where nothing near …` and `cikis (typed …)` are explained; the spelling is what stands before. */
const spellings = (cell: string): readonly string[] => (
  cell.replace(/\([^)]*\)/gu, '').split(/[,;]/u).map((part) => part.replace(/ where .*/u, '').replaceAll('`', '').trim()));

async function finder(word: string, locale?: string): Promise<(text: string) => Promise<boolean>> {
  const safety = await createSafety({ settings: parseSettings({ notices: 'off', hiddenWords: { words: [word], ...(locale === undefined ? {} : { locale }) } }) });
  return async (text) => (await safety.hiddenWords.test(text)).length > 0;
}

describe('docs/hidden-words.md', () => {
  const head = '| listed | found | left alone |';
  it.each([
    ...rowsOf(DOC, '### Hashtags', head).map((row) => [undefined, ...row] as const),
    ...rowsOf(DOC, '## Turkish and Azerbaijani', head).map((row) => ['tr', ...row] as const),
  ])('is right with locale %s about %s: %s; not %s', async (locale, listed = '', found = '', left = '') => {
    const finds = await finder(listed.replaceAll('`', ''), locale);
    expect(spellings(found).length + spellings(left).length).toBeGreaterThan(2);
    for (const text of spellings(found)) expect(await finds(text), text).toBe(true);
    for (const text of spellings(left)) expect(await finds(text), text).toBe(false);
  });

  it('has both tables', () => {
    expect([rowsOf(DOC, '### Hashtags', head).length, rowsOf(DOC, '## Turkish and Azerbaijani', head).length]).toEqual([2, 3]);
  });
});

describe('README.md', () => {
  const examples = rowsOf(read('README.md'), '## Hidden words', '| it is found as | for example |')
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/gu)].map((match) => match[1] as string));

  it('is right about the spellings of its word that it prints', async () => {
    const finds = await finder('marzipan');
    expect(examples.length).toBeGreaterThanOrEqual(10);
    for (const text of examples) expect(await finds(text.includes('%') ? `see https://example.org/${text}` : `some ${text} now`), text).toBe(true);
  });
});
