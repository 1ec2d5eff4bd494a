// The lists that ship. Their words stand in no message of an assertion: numbers, tags and digests only.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { WORD_ASSETS } from '../../../build/word-assets.gen.ts';
import { DEFAULT_LISTS } from '../../../src/lists.ts';
import { makeLists, type DefaultLists } from '../../../scripts/build/lists.ts';
import { readAssetHead } from '../../../src/contract/asset-header.ts';
import { hashOf } from '../../../src/contract/list-hash.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { settingsOf, startEngine, verdictOf } from '../worker/engine-kit.ts';

const NAUGHTY = readdirSync(new URL('../../../node_modules/naughty-words', import.meta.url)).filter((name) => /^[a-z]{2,3}(-.*)?\.json$/u.test(name));

let made: DefaultLists;
beforeAll(async () => { made = await makeLists(); });

describe('the default lists', () => {
  it('are made anew byte for byte, and are the files that are pinned', () => {
    const digests = made.files.map(([name, bytes]) => ({ name, byteLength: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
    expect(WORD_ASSETS.slice(11)).toEqual(digests.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it('are as many as the sources give: one a language of naughty-words, and those that cuss adds', () => {
    const tags = made.lists.map(({ tag }) => tag);
    expect(NAUGHTY).toHaveLength(28);
    expect(tags).toHaveLength(30);
    expect(tags).toEqual(expect.arrayContaining(['ar-latn', 'en', 'fr-ca', 'pt-pt', 'zh']));
    // No list with a licence that lets it be shipped is known (docs/default-lists.md).
    expect(tags).not.toContain('my');
  });

  it('are offered by name', () => { expect(DEFAULT_LISTS).toEqual(made.lists.map(({ tag }) => tag)); });

  it('keep most of what the sources give', () => {
    const entries = Object.fromEntries(made.lists.map(({ tag, texts }) => [tag, texts.length]));
    expect(entries['en']).toBeGreaterThan(1_400);
    expect(entries['it']).toBeGreaterThan(800);
    expect(made.lists.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(5_500);
    for (const { texts, dropped } of made.lists) {
      expect(texts.length).toBeGreaterThan(Object.values(dropped).reduce((sum, count) => sum + count, 0));
      expect(texts.filter((text) => text.length > LIMITS.wordUnits)).toHaveLength(0);
      expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
    }
  });

  it('are in docs/default-lists.md with the number of their entries', () => {
    const page = readFileSync(new URL('../../../docs/default-lists.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| [^|]+ \| (\d+) \|/gmu)].map(([, tag, entries]) => [tag, Number(entries)]);
    expect(rows).toEqual(made.lists.map(({ tag, texts }) => [tag, texts.length]));
  });

  it('cannot be read by opening the file', () => {
    for (const [name, bytes] of made.files) {
      const legible = /[A-Za-z]{6,}/u.test(String.fromCharCode(...bytes.subarray(32)));
      expect([name, legible]).toEqual([name, false]);
      expect(readAssetHead(new Uint8Array(bytes).buffer)).toMatchObject({ kind: name === 'languages.bin' ? 'LG' : 'WL', payloadBytes: bytes.length - 32 });
    }
  });

  it('hide every entry and name it, but for words that are everyday English where nothing tells the language', async () => {
    const assets = Object.fromEntries(made.files.map(([name, bytes]) => [name, new Uint8Array(bytes).buffer]));
    for (const { tag, texts } of made.lists) {
      const settings = settingsOf({ scam: { enabled: false }, hiddenWords: { lists: [tag] } });
      const { engine, facts } = await startEngine(settings, { ...await wordTables(settings), ...assets });
      const revealed = await engine.revealList(tag);
      const english = everydayEnglish(made, tag);
      const missed: number[] = [];
      for (const [place, text] of texts.entries()) {
        const { delivery, hits } = await verdictOf(engine, { text: `7 + ${text} + 7` });
        const named = hits.some((hit) => hit.list === tag && hit.entry === revealed[place]?.entry);
        if (delivery !== (english.has(place) ? 'requests' : 'hidden') || named === english.has(place)) missed.push(place);
      }
      expect([tag, facts.rejected.length, missed]).toEqual([tag, 0, []]);
      expect((await verdictOf(engine, { text: '7 + 7' })).delivery).toBe('requests');
    }
  });
});

/** Places of entries that are everyday English (layout: scripts/build/lists/pack.ts). */
function everydayEnglish({ files }: DefaultLists, tag: string): ReadonlySet<number> {
  const bytes = files.find(([name]) => name === `words-${tag}.bin`)?.[1] ?? new Uint8Array();
  const lines = new TextDecoder().decode(bytes.subarray(32).map((byte) => byte ^ 0xa5)).split('\n');
  return new Set([...lines.keys()].filter((place) => lines[place]?.split('\t')[1]?.split(' ').includes('en')));
}

async function wordTables(settings: ReturnType<typeof settingsOf>): Promise<Record<string, ArrayBuffer>> {
  const { assetsFor } = await import('../../../src/contract/required-assets.ts');
  const names = assetsFor(settings).filter((name) => !/^(words-|languages)/u.test(name));
  return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(new URL(`../../../build/${name}`, import.meta.url))).buffer]));
}
