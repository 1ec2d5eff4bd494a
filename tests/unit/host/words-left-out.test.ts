import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { openSafety } from './open-safety.ts';

const settingsOf = (text: string | undefined, allow: readonly string[]): Settings => (
  { ...defaultSettings(), hiddenWords: { enabled: true, words: text === undefined ? [] : [{ text }], lists: [], allow } });

// What cannot be taken is named by its place, and the rest is in force: no single entry turns a whole list away.
describe('words given at once', () => {
  it('of more than a list holds names each that is too much by its place, and takes the rest', async () => {
    const { safety } = await openSafety({ settings: settingsOf('old', []) });
    const given = Array.from({ length: LIMITS.words + 2 }, (_, n) => `w${n}.`);
    const full = (...places: readonly number[]) => places.map((index) => ({ index, why: 'list-full' }));
    const { rejected, settings } = await safety.hiddenWords.add(given);
    expect(rejected).toEqual(full(LIMITS.words - 1, LIMITS.words, LIMITS.words + 1));
    expect(settings.hiddenWords.words).toHaveLength(LIMITS.words);
    expect((await safety.hiddenWords.add(['one more', 'old'])).rejected).toEqual([...full(0), { index: 1, why: 'duplicate' }]);
    const lines = await safety.hiddenWords.addText('a\nb');
    expect([lines.added, lines.rejected]).toEqual([0, [{ line: 1, why: 'list-full' }, { line: 2, why: 'list-full' }]]);
  });

  it.each([
    ['one that is no text', ['fine', 7, null, { text: 'canary' }, 'too'], [2, 3, 4], ['fine', 'too']],
    ['nothing but such', [7], [1], ['old']],
    ['no list', 'canary', [1], ['old']],
    ['null', null, [1], ['old']],
    ['none', [], [], ['old']],
  ])('with exceptions of which there is %s are taken all the same, and what is bad is named', async (_name, allow, bad, left) => {
    const { safety } = await openSafety({ settings: settingsOf(undefined, ['old']) });
    const file = JSON.stringify({ 'inward-hidden-words': 1, words: ['a', {}, 'b'], allow });
    const report = await safety.hiddenWords.importJson(file, { mode: 'replace' });
    expect(report.rejected).toEqual([{ entry: 2, of: 'words', why: 'not-a-word' }, ...bad.map((entry) => ({ entry, of: 'allow', why: 'not-a-word' }))]);
    expect(report.settings.hiddenWords).toMatchObject({ words: [{ text: 'a' }, { text: 'b' }], allow: left });
    expect((await safety.hiddenWords.importJson(file)).settings.hiddenWords.allow).toEqual(left);
  });
});
