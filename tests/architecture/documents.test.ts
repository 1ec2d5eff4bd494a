import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { inRoot } from '../../scripts/build/paths.ts';
import { BUDGETS, brotliBytes, spent } from '../../scripts/sizes/budgets.ts';

const DOCUMENTS = [
  'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'models/scam/card.md', 'models/contact/card.md', 'models/names/card.md', 'models/chain/card.md',
  ...readdirSync(inRoot('docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];
const text = (path: string): string => readFileSync(inRoot(path), 'utf8');

/** Lines that stand for something still to come: a lone name in capitals, or a word for unfinished work. */
function placeholders(document: string): readonly string[] {
  return document.split('\n').filter((line) => /^\s*[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\s*$|\b(TODO|TBD|FIXME|XXX|LOREM)\b/u.test(line));
}

/** Targets of links to files, and paths of the tree in code marks, relative to the document or to the root. */
function named(document: string): { readonly links: readonly string[]; readonly paths: readonly string[] } {
  const links = [...document.matchAll(/\]\(([^)\s#]+)[^)]*\)/gu)].map((match) => match[1] as string).filter((target) => !/^[a-z]+:/u.test(target));
  const paths = [...document.matchAll(/`((?:src|assembly|models|scripts|demo|tests|docs)\/[\w./-]+\.\w+)`/gu)].map((match) => match[1] as string);
  return { links, paths };
}

describe.each(DOCUMENTS)('%s', (path) => {
  it('is finished', () => {
    expect(placeholders(text(path))).toEqual([]);
  });

  it('names files that are there', () => {
    const { links, paths } = named(text(path));
    expect(links.filter((target) => !existsSync(join(dirname(inRoot(path)), target)))).toEqual([]);
    expect(paths.filter((target) => !existsSync(inRoot(target)))).toEqual([]);
  });
});

it('a placeholder, a dead link and a dead path are seen', () => {
  expect(placeholders('fine\nSIZES_TABLE\n`CREATE_GOLDENS=1` TODO: say')).toEqual(['SIZES_TABLE', '`CREATE_GOLDENS=1` TODO: say']);
  expect(named('[a](docs/none.md#x) [b](https://a.example/) `src/none.ts`')).toEqual({ links: ['docs/none.md'], paths: ['src/none.ts'] });
});

it('docs/seal.md prints the hash of the frame form’s script as it is built', () => {
  expect(/'sha256-([\w+/]+=)'/u.exec(text('docs/seal.md'))?.[1]).toBe(FRAME_SCRIPT_SHA256);
});

/** The README's sentence on downloads, number by number in its order, against what `npm run sizes` measures. */
describe('sizes in the README', () => {
  const sentence = /What a phone downloads, after brotli \(`npm run sizes`\): ([^|]*?)notices are on\./u.exec(text('README.md'))?.[1] ?? '';
  const quoted = [...sentence.matchAll(/\d+(?:\.\d+)?/gu)].map((match) => Number(match[0]) * 1_000);
  const measured: readonly (readonly [string, () => number])[] = [
    ['the app’s own start', () => budget('.')],
    ['all before the first verdict', () => budget('first verdict without text models')],
    ['page', () => budget('. and what createSafety loads')],
    ['store', () => budget('./browser')],
    ['worker', () => budget('worker.js with the kernel without models')],
    ['tables', () => brotliBytes('assets/tables.bin')],
    ['scam model', () => brotliBytes('assets/scam.bin')],
  ];

  function budget(what: string): number {
    const found = BUDGETS.find((one) => one.what === what);
    return found === undefined ? NaN : spent(found);
  }

  it('are these seven', () => { expect(quoted.length).toBe(measured.length); });

  it.each(measured.map(([what, bytes], index) => ({ what, bytes, index })))('$what: within 3 %', ({ bytes, index }) => {
    const ratio = (quoted[index] ?? NaN) / bytes();
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.03);
  });
});
