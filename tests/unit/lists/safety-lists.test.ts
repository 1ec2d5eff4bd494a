// Default lists through the whole of Safety in Node, with the files of the package.

import { afterEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety } from '../../../src/node/create-safety.ts';
import { messageOf } from '../contract/samples.ts';

const opened: Safety[] = [];
afterEach(async () => { await Promise.all(opened.splice(0).map((safety) => safety.dispose())); });

async function open(lists: readonly string[]): Promise<Safety> {
  const safety = await createSafety({ settings: parseSettings({ scam: { enabled: false }, requests: { inertLinks: false }, hiddenWords: { lists } }) });
  opened.push(safety);
  return safety;
}
const assetsOf = (safety: Safety): readonly string[] => safety.about().assets.map(({ name }) => name);

describe('default lists in Safety', () => {
  it('are read when they are switched on, and no others', async () => {
    const safety = await open([]);
    expect(assetsOf(safety)).toEqual([]);
    await safety.applySettings(parseSettings({ scam: { enabled: false }, requests: { inertLinks: false }, hiddenWords: { lists: ['sv', 'da'] } }));
    expect(assetsOf(safety)).toEqual(['tables.bin', 'lookalikes.bin', 'common-words.bin', 'simd-words.bin', 'languages.bin', 'words-da.bin', 'words-sv.bin']);
    expect(safety.about().assets.every(({ sha256 }) => /^[0-9a-f]{64}$/u.test(sha256))).toBe(true);
  });

  it('hide, are revealed when asked for, and lose what the person takes out', async () => {
    const safety = await open(['fr']);
    const entries = await safety.hiddenWords.revealList('fr');
    // A phrase may hold another entry.
    const one = entries.find(({ text }) => /^\p{L}+$/u.test(text));
    const delivery = async (): Promise<string> => (
      (await safety.screenMessage(messageOf({ text: `7 ${one?.text ?? ''} 7` }), { relationship: 'contact' })).delivery);
    expect(await delivery()).toBe('hidden');
    await safety.applySettings(parseSettings({ scam: { enabled: false }, hiddenWords: { lists: ['fr'], listRemovals: { fr: [one?.entry] } } }));
    expect(await delivery()).toBe('chats');
    expect((await safety.hiddenWords.revealList('fr')).filter(({ removed }) => removed).map(({ entry }) => entry)).toEqual([one?.entry]);
    await safety.applySettings(parseSettings({ scam: { enabled: false }, hiddenWords: { words: ['plum'] } }));
    await expect(safety.hiddenWords.revealList('fr')).rejects.toMatchObject({ code: 'list-unavailable' });
  });

  it.each(['my', '../tables', 'my-MM', '-', ''])('that the package does not have are named as unavailable: %s', async (tag) => {
    const safety = await open([tag]);
    const verdict = await safety.screenMessage(messageOf({ text: 'plum' }), { relationship: 'contact' });
    expect(verdict).toMatchObject({ delivery: 'chats', degraded: [{ check: 'hidden-words', code: 'list-unavailable' }] });
    expect(assetsOf(safety).filter((name) => name.startsWith('words-'))).toEqual([]);
  });

  it.each([['DA', 'da'], ['da-DK', 'da'], ['da-Latn-dk', 'da']])('are told by their tag in any case, and by a longer one: %s', async (tag, name) => {
    const safety = await open([tag]);
    expect(assetsOf(safety).filter((asset) => asset.startsWith('words-'))).toEqual([`words-${name}.bin`]);
    const entries = await safety.hiddenWords.revealList(tag);
    // Some are everyday words elsewhere, and do not act by themselves.
    const text = entries.slice(0, 30).map((entry) => `7 ${entry.text} 7`).join(', ');
    const verdict = await safety.screenMessage(messageOf({ text }), { relationship: 'contact' });
    expect(verdict).toMatchObject({ delivery: 'hidden', degraded: [] });
    expect(new Set(verdict.hits.map(({ list }) => list))).toEqual(new Set([tag]));
  });
});
