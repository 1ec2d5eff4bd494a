import { beforeEach, describe, expect, it } from 'vitest';
import type { WordsEdit, WordsEdited } from '../../../src/contract/engine.ts';
import type { HiddenWord, Settings } from '../../../src/contract/settings.ts';
import type { Engine } from '../../../src/worker/engine.ts';
import { itemOf, settingsOf, startEngine, verdictOf, wordsOnly } from './engine-kit.ts';

const NAMES = ['plum', 'pear', 'quince', 'medlar', 'damson'];
const edit = (of: number, more: Partial<WordsEdit>): WordsEdit => ({ of, remove: [], change: [], add: [], ...more });
const words = (...texts: readonly string[]): readonly HiddenWord[] => texts.map((text) => ({ text }));
const settingsWith = (list: readonly HiddenWord[]): Settings => settingsOf({ scam: { enabled: false }, hiddenWords: { words: list } });

describe('an edit of the list in force', () => {
  let engine: Engine;
  beforeEach(async () => { ({ engine } = await startEngine(wordsOnly(...NAMES))); });
  const builds = async (): Promise<number> => (await engine.counters()).tablesLoaded;
  /** Index of the word that each text hides by; -1 for none. */
  async function entries(...texts: readonly string[]): Promise<readonly number[]> {
    const found: number[] = [];
    for (const text of texts) found.push((await verdictOf(engine, { text: `a ${text} here` }, 'contact')).hits[0]?.entry ?? -1);
    return found;
  }

  /** Until the edit is in force. */
  async function made(one: WordsEdit): Promise<WordsEdited> {
    let reply = await engine.editWords(one);
    while (reply.rejected === undefined && reply.building) reply = await engine.editWords(null);
    return reply;
  }

  it('takes words out and in, and hits name the place of a word in the list as it now is', async () => {
    expect(await engine.editWords(edit(5, { remove: [0, 2], add: words('sloe', 'bullace') }))).toEqual({ rejected: [], building: false });
    expect(await entries('plum', 'pear', 'quince', 'medlar', 'damson', 'sloe', 'bullace')).toEqual([-1, 0, -1, 1, 2, 3, 4]);
    await engine.editWords(edit(5, { remove: [1, 3], add: words('cherry') }));
    expect(await entries('pear', 'medlar', 'damson', 'sloe', 'bullace', 'cherry')).toEqual([0, -1, 1, -1, 2, 3]);
  });

  it('lets a word come back that went, from the list and from beside it', async () => {
    await engine.editWords(edit(5, { remove: [0], add: words('sloe') }));
    await engine.editWords(edit(5, { remove: [4] }));
    await engine.editWords(edit(4, { add: words('plum', 'sloe') }));
    expect(await entries('plum', 'sloe', 'damson')).toEqual([4, 5, 3]);
    await engine.editWords(edit(6, { remove: [4, 5] }));
    expect(await entries('plum', 'sloe', 'damson')).toEqual([-1, -1, 3]);
  });

  it('names added words that cannot match and leaves them out', async () => {
    const { rejected } = await engine.editWords(edit(5, { add: words('sloe', '\u200b', 'cherry') }));
    expect(rejected).toEqual([{ index: 1, why: 'empty' }]);
    expect(await entries('sloe', 'cherry')).toEqual([5, 6]);
    await engine.editWords(edit(7, { remove: [5], add: words('bullace') }));
    expect(await entries('sloe', 'cherry', 'bullace')).toEqual([-1, 5, 6]);
  });

  it('does the same with more words than fit beside the list', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `fruit${n}x`);
    const { rejected } = await made(edit(5, { remove: [1], add: words(...many, '\u200b', 'last') }));
    expect(rejected).toEqual([{ index: 5_000, why: 'empty' }]);
    expect(await entries('plum', 'pear', 'damson', 'fruit0x', 'fruit4321x', 'last')).toEqual([0, -1, 3, 4, 4_325, 5_004]);
    await engine.editWords(edit(5_005, { remove: [0], add: words('sloe') }));
    expect(await entries('plum', 'damson', 'fruit0x', 'last', 'sloe')).toEqual([-1, 2, 3, 5_003, 5_004]);
  });

  it('gives a word other options', async () => {
    await made(edit(5, { change: [{ index: 1, word: { text: 'pear', action: 'cover' } }, { index: 3, word: { text: 'medlar', until: 5 } }] }));
    expect(await verdictOf(engine, { text: 'a pear' }, 'contact')).toMatchObject({ delivery: 'chats', notify: 'silent', hits: [{ entry: 1, action: 'cover' }] });
    expect(await entries('medlar', 'damson')).toEqual([-1, 4]);
    const [early] = await engine.screen([{ ...itemOf({ text: 'a medlar' }, 'contact'), now: 4 }]);
    expect(early?.verdict.delivery).toBe('hidden');
  });

  it('made for another list changes nothing', async () => {
    await expect(engine.editWords(edit(4, { remove: [0] }))).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await entries('plum', 'damson')).toEqual([0, 4]);
  });

  it('is forgotten where the settings come anew, be the words the same or others', async () => {
    await engine.editWords(edit(5, { remove: [0], add: words('sloe') }));
    const now = words('pear', 'quince', 'medlar', 'damson', 'sloe');
    await engine.configure({ settings: settingsWith(now), assets: {} });
    expect(await entries('plum', 'pear', 'sloe')).toEqual([-1, 0, 4]);
    await engine.editWords(edit(5, { remove: [0] }));
    await engine.configure({ settings: { ...settingsWith(now.slice(1)), hiddenWords: { ...settingsWith(now.slice(1)).hiddenWords, enabled: false } }, assets: {} });
    expect(await entries('quince')).toEqual([-1]);
    expect(await builds()).toBe(1);
  });

  it('counts in lists that hold words that cannot match', async () => {
    const { engine: other, facts } = await startEngine(wordsOnly('\u200b', 'plum', '\u200b', 'pear'));
    expect(facts.rejected.map(({ index }) => index)).toEqual([0, 2]);
    await other.editWords(edit(4, { remove: [1], add: words('sloe') }));
    const [pear, sloe] = await other.screen([itemOf({ text: 'pear' }), itemOf({ text: 'sloe' })]);
    expect([pear?.verdict.hits[0]?.entry, sloe?.verdict.hits[0]?.entry]).toEqual([2, 3]);
  });
});
