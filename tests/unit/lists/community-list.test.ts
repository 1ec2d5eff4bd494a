import { beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, verdictOf } from '../worker/engine-kit.ts';
import { compile, engineWith } from './list-kit.ts';

const TAG = 'qaa';
const FILE = '# Stand-ins for a list.\nzwetschge\n\n  Quince jam  \n# pear\nkid plum\n';

let assets: Record<string, ArrayBuffer>;
beforeAll(async () => { assets = await compile({ [`${TAG}.txt`]: FILE, 'README.md': 'not a list' }); });

describe('a community list', () => {
  it('is compiled like the others and hides', async () => {
    const { engine } = await engineWith(assets, { lists: [TAG] });
    expect((await engine.revealList(TAG)).map(({ text, removed }) => [text, removed])).toEqual([['quince jam', false], ['zwetschge', false]]);
    expect(await verdictOf(engine, { text: 'a zwetschge, a pear' })).toMatchObject({
      delivery: 'hidden', degraded: [], hits: [{ surface: 'text', start: 2, end: 11, list: TAG, action: 'hide' }],
    });
    expect(await verdictOf(engine, { text: 'QUINCE JAM!' })).toMatchObject({ delivery: 'hidden', hits: [{ start: 0, end: 10 }] });
    expect(await verdictOf(engine, { text: 'zwetschgen, quince and jam' })).toMatchObject({ delivery: 'requests', hits: [] });
  });

  it('stands beside the person’s own words, and the allow list wins over it', async () => {
    const { engine, facts } = await engineWith(assets, { words: ['zwetschge', '', 'apple'], lists: [TAG], allow: ['quince jam tart'] });
    expect(facts.rejected).toEqual([{ index: 1, why: 'empty' }]);
    expect((await verdictOf(engine, { text: 'zwetschge' })).hits.map(({ list, entry }) => [list, typeof entry])).toEqual(expect.arrayContaining([['mine', 'number'], [TAG, 'number']]));
    expect(await verdictOf(engine, { text: 'an apple' })).toMatchObject({ hits: [{ list: 'mine', entry: 2 }] });
    expect(await verdictOf(engine, { text: 'quince jam tart' })).toMatchObject({ delivery: 'requests', hits: [] });
  });

  it('loses the entries that the person took out, and they stay out by their number', async () => {
    const { engine } = await engineWith(assets, { lists: [TAG] });
    const { hits } = await verdictOf(engine, { text: 'zwetschge' });
    const entry = hits[0]?.entry ?? -1;
    const without = { scam: { enabled: false }, hiddenWords: { lists: [TAG], listRemovals: { [TAG]: [entry] } } };
    await engine.configure({ settings: settingsOf(without), assets: {} });
    expect(await verdictOf(engine, { text: 'zwetschge' })).toMatchObject({ delivery: 'requests', hits: [] });
    expect((await verdictOf(engine, { text: 'quince jam' })).delivery).toBe('hidden');
    expect((await engine.revealList(TAG)).map(({ text, removed }) => [text, removed])).toEqual([['quince jam', false], ['zwetschge', true]]);
    // A later version of the list has other entries around it.
    const later = await engineWith(await compile({ [`${TAG}.txt`]: 'aprikose\nzwetschge\nzitrone\n' }), without.hiddenWords);
    expect((await verdictOf(later.engine, { text: 'zwetschge' })).hits).toEqual([]);
    expect((await verdictOf(later.engine, { text: 'zitrone' })).hits).toHaveLength(1);
  });

  it('adds to the list of its language where there is one', async () => {
    const more = await compile({ 'en.txt': 'plumplum\n' });
    const { engine } = await engineWith(more, { lists: ['en'] });
    expect((await verdictOf(engine, { text: 'plumplum' })).hits).toMatchObject([{ list: 'en' }]);
    expect((await engine.revealList('en')).length).toBeGreaterThan(1_400);
  });

  it('is named for its language', async () => {
    await expect(compile({ 'My list.txt': 'plum' })).rejects.toThrow('language tag');
  });
});

describe('a list', () => {
  it('that is not there is named as unavailable, and the rest works', async () => {
    for (const [given, tag] of [[assets, 'my'], [{}, TAG]] as const) {
      const { engine } = await engineWith(given, { words: ['apple'], lists: [tag] });
      expect(await verdictOf(engine, { text: 'zwetschge apple' })).toMatchObject({
        hits: [{ list: 'mine' }], degraded: [{ check: 'hidden-words', code: 'list-unavailable' }],
      });
      await expect(engine.revealList(tag)).rejects.toMatchObject({ code: 'list-unavailable' });
    }
  });

  it('that is switched off is gone, and nobody can read it', async () => {
    const { engine } = await engineWith(assets, { words: ['apple'], lists: [TAG] });
    await engine.configure({ settings: settingsOf({ scam: { enabled: false }, hiddenWords: { words: ['apple'] } }), assets: {} });
    expect(await verdictOf(engine, { text: 'zwetschge' })).toMatchObject({ delivery: 'requests', hits: [], degraded: [] });
    await expect(engine.revealList(TAG)).rejects.toMatchObject({ code: 'list-unavailable' });
  });
});
