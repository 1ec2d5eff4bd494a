import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { HiddenWord, Settings } from '../../../src/contract/settings.ts';
import { addWords, removeWords, type Edited } from '../../../src/host/word-edits.ts';

const withWords = (words: readonly HiddenWord[]): Settings => ({ ...defaultSettings(), hiddenWords: { ...defaultSettings().hiddenWords, words } });
const NOW = 1_000;

/** What an engine makes of the edit alone must be what the settings say. */
function applied(before: readonly HiddenWord[], { edit, settings }: Edited): readonly HiddenWord[] {
  expect(edit.of).toBe(before.length);
  const changed = before.map((word, index) => edit.change.find((one) => one.index === index)?.word ?? word);
  const words = [...changed.filter((_, index) => !edit.remove.includes(index)), ...edit.add];
  expect(settings.hiddenWords.words).toEqual(words);
  return words;
}

describe('addWords', () => {
  it('puts new words at the end, gives those there their new options, names the rest', () => {
    const before = [{ text: 'a' }, { text: 'b', match: 'prefix' as const }, { text: 'c', note: 'x' }];
    const given: readonly HiddenWord[] = [
      { text: 'a' }, { text: 'a', match: 'word' }, { text: 'b' }, { text: 'b', match: 'prefix', action: 'cover' }, { text: 'c', note: 'y' },
      { text: 'd', until: NOW }, { text: 'e', until: NOW + 1 }, { text: ' ' }, { text: 'e' }, { text: 'f', note: 'n'.repeat(LIMITS.noteUnits + 1) },
    ];
    const made = addWords(withWords(before), given, NOW);
    expect(applied(before, made)).toEqual([
      { text: 'a' }, { text: 'b', match: 'prefix', action: 'cover' }, { text: 'c', note: 'y' }, { text: 'b' }, { text: 'e', until: NOW + 1 },
    ]);
    expect(made.places).toEqual([2, 6]);
    expect(made.rejected).toEqual([
      { index: 0, why: 'duplicate' }, { index: 1, why: 'duplicate' }, { index: 5, why: 'expired' }, { index: 7, why: 'empty' },
      { index: 8, why: 'duplicate' }, { index: 9, why: 'note-too-long' },
    ]);
  });

  it('knows a word in any case, and leaves it its own', () => {
    const before = [{ text: 'Plum' }, { text: 'pear', match: 'prefix' as const }, { text: 'ПЛОД' }];
    const made = addWords(withWords(before), [{ text: 'PLUM', action: 'cover' }, { text: 'Pear' }, { text: 'плод' }, { text: 'pEAR' }], NOW);
    expect(applied(before, made)).toEqual([{ text: 'Plum', action: 'cover' }, { text: 'pear', match: 'prefix' }, { text: 'ПЛОД' }, { text: 'Pear' }]);
    expect(made.rejected).toEqual([{ index: 2, why: 'duplicate' }, { index: 3, why: 'duplicate' }]);
  });

  it('leaves case to the engine where I and i are two letters', () => {
    const turkish = withWords([{ text: 'kir' }]);
    const made = addWords({ ...turkish, hiddenWords: { ...turkish.hiddenWords, locale: 'tr-TR' } }, [{ text: 'KIR', action: 'cover' }, { text: 'kir' }], NOW);
    expect(made.settings.hiddenWords.words).toEqual([{ text: 'kir' }, { text: 'KIR', action: 'cover' }]);
    expect(made.rejected).toEqual([{ index: 1, why: 'duplicate' }]);
  });

  it('takes out what has expired, not a moment early, and lets it come again', () => {
    const before = [{ text: 'a', until: NOW }, { text: 'b', until: NOW + 1 }, { text: 'c' }];
    const made = addWords(withWords(before), [{ text: 'a' }], NOW);
    expect(applied(before, made)).toEqual([{ text: 'b', until: NOW + 1 }, { text: 'c' }, { text: 'a' }]);
  });

  it('keeps to the limit, counting what goes', () => {
    const before = Array.from({ length: LIMITS.words - 1 }, (_, n): HiddenWord => (n === 5 ? { text: `w${n}`, until: 1 } : { text: `w${n}` }));
    const made = addWords(withWords(before), ['x', 'y', 'z'].map((text) => ({ text })), NOW);
    expect(made.settings.hiddenWords.words).toHaveLength(LIMITS.words);
    expect(made.rejected).toEqual([{ index: 2, why: 'list-full' }]);
    expect(made.edit.remove).toEqual([5]);
  });
});

describe('removeWords', () => {
  it('takes out every entry with the text, whatever its options, and what has expired', () => {
    const before = [{ text: 'a' }, { text: 'b' }, { text: 'a', match: 'anywhere' as const }, { text: 'c', until: 1 }, { text: 'A' }];
    const made = removeWords(withWords(before), new Set(['a', 'nine']), NOW);
    expect(applied(before, made)).toEqual([{ text: 'b' }, { text: 'A' }]);
  });
});
