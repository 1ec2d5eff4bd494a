// Default lists through the whole of Safety in Node, with the files of the package.

import { afterEach, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety } from '../../../src/node/create-safety.ts';
import { messageOf } from '../contract/samples.ts';

const opened: Safety[] = [];
afterEach(async () => { await Promise.all(opened.splice(0).map((safety) => safety.dispose())); });

async function open(lists: readonly string[]): Promise<Safety> {
  const safety = await createSafety({ settings: parseSettings({ scam: { enabled: false }, hiddenWords: { lists } }) });
  opened.push(safety);
  return safety;
}
const assetsOf = (safety: Safety): readonly string[] => safety.about().assets.map(({ name }) => name);

describe('default lists in Safety', () => {
  it('are read when they are switched on, and no others', async () => {
    const safety = await open([]);
    expect(assetsOf(safety)).toEqual([]);
    await safety.applySettings(parseSettings({ scam: { enabled: false }, hiddenWords: { lists: ['sv', 'da'] } }));
    expect(assetsOf(safety)).toEqual(['tables.bin', 'lookalikes.bin', 'common-words.bin', 'languages.bin', 'words-da.bin', 'words-sv.bin']);
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

  it.each(['my', '../tables', 'EN'])('that the package does not have are named as unavailable: %s', async (tag) => {
    const safety = await open([tag]);
    const verdict = await safety.screenMessage(messageOf({ text: 'plum' }), { relationship: 'contact' });
    expect(verdict).toMatchObject({ delivery: 'chats', degraded: [{ check: 'hidden-words', code: 'list-unavailable' }] });
    expect(assetsOf(safety).filter((name) => name.startsWith('words-'))).toEqual([]);
  });
});
