import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { isSafetyError } from '../../../src/contract/errors.ts';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import { assetsFor, checksFor } from '../../../src/contract/required-assets.ts';

function failureOf(stored: unknown): { code: string; message: string } {
  try {
    parseSettings(stored);
  } catch (error) {
    if (isSafetyError(error)) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('parseSettings', () => {
  it('gives the default for nothing, and reads back what it gave', () => {
    expect(parseSettings(undefined)).toEqual(defaultSettings());
    expect(parseSettings(null)).toEqual(defaultSettings());
    expect(parseSettings({})).toEqual(defaultSettings());
    expect(parseSettings(JSON.parse(JSON.stringify(defaultSettings())))).toEqual(defaultSettings());
  });

  it('fills missing fields, takes a bare word, drops unknown fields', () => {
    const settings = parseSettings({
      hiddenWords: { words: ['plum', { text: 'pear', match: 'prefix', colour: 'green' }] }, later: true, scam: { enabled: false, x: 1 },
    });
    expect(settings).toEqual({
      ...defaultSettings(), scam: { enabled: false },
      hiddenWords: { enabled: true, words: [{ text: 'plum' }, { text: 'pear', match: 'prefix' }], lists: [], allow: [] },
    });
  });

  it.each([
    ['a string', 'schemaVersion 2', 'settings'],
    ['a list', [], 'settings'],
    ['a version that is no number', { schemaVersion: '1' }, 'schemaVersion'],
    ['version 0', { schemaVersion: 0 }, 'schemaVersion'],
    ['words that are no list', { hiddenWords: { words: 'plum' } }, 'hiddenWords.words'],
    ['a word without text', { hiddenWords: { words: [{ text: 'ok' }, { word: 'canary-plum' }] } }, 'hiddenWords.words[1].text'],
    ['an unknown match', { hiddenWords: { words: [{ text: 'canary-plum', match: 'fuzzy' }] } }, 'hiddenWords.words[0].match'],
    ['a list tag that is a number', { hiddenWords: { lists: [7] } }, 'hiddenWords.lists[0]'],
    ['an allow entry that is null', { hiddenWords: { allow: [null] } }, 'hiddenWords.allow[0]'],
    ['a switch that is a string', { scam: { enabled: 'canary-plum' } }, 'scam.enabled'],
    ['notices of another kind', { notices: 'canary-plum' }, 'notices'],
  ])('refuses %s by field and without its content', (_name, stored, field) => {
    const failure = failureOf(stored);
    expect(failure.code).toBe('settings-invalid');
    expect(failure.message).toContain(`"${field}"`);
    expect(failure.message).not.toContain('canary-plum');
  });

  it('refuses a newer version with its own code', () => {
    expect(failureOf({ schemaVersion: 3, hiddenWords: { words: ['canary-plum'] } }).code).toBe('settings-too-new');
  });

  it('keeps words over a limit: the engine names them and runs the rest', () => {
    const long = 'x'.repeat(1_000);
    expect(parseSettings({ hiddenWords: { words: [long, ''] } }).hiddenWords.words).toEqual([{ text: long }, { text: '' }]);
  });
});

describe('assetsFor and checksFor', () => {
  const settings = defaultSettings();
  const words = { ...settings.hiddenWords, words: [{ text: 'plum' }] };
  it.each([
    ['default', settings, ['tables.bin', 'scam.bin'], ['scam']],
    ['observe', { ...settings, notices: 'observe' as const }, ['tables.bin', 'scam.bin'], ['scam']],
    ['everything off', { ...settings, notices: 'off' as const }, [], []],
    ['words only', { ...settings, scam: { enabled: false }, hiddenWords: words }, ['tables.bin'], ['hidden-words']],
    ['words switched off', { ...settings, scam: { enabled: false }, hiddenWords: { ...words, enabled: false } }, [], []],
    ['a list only', { ...settings, scam: { enabled: false }, hiddenWords: { ...settings.hiddenWords, lists: ['en'] } }, [], ['hidden-words']],
    ['both', { ...settings, hiddenWords: words }, ['tables.bin', 'scam.bin'], ['hidden-words', 'scam']],
  ])('%s', (_name, given, assets, checks) => {
    expect(assetsFor(given)).toEqual(assets);
    expect(checksFor(given)).toEqual(checks);
  });
});
