import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { deliver } from '../../../src/contract/delivery.ts';
import { isSafetyError } from '../../../src/contract/errors.ts';
import { parseSettings } from '../../../src/contract/parse-settings.ts';
import { assetsFor, checksFor } from '../../../src/contract/required-assets.ts';
import type { Settings } from '../../../src/contract/settings.ts';

/** Up to version 2 every stranger was a request. */
const ALL_ASK = { connected: 'chats', mutual: 'requests', strangers: 'requests', groups: 'requests' };

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
    expect(parseSettings({ schemaVersion: 3 })).toEqual(defaultSettings());
    expect(parseSettings(JSON.parse(JSON.stringify(defaultSettings())))).toEqual(defaultSettings());
  });

  it('fills missing fields, takes a bare word, drops unknown fields', () => {
    const settings = parseSettings({
      schemaVersion: 3, hiddenWords: { words: ['plum', { text: 'pear', match: 'prefix', colour: 'green' }] }, later: true, scam: { enabled: false, x: 1 },
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
    ['an unknown action', { hiddenWords: { words: [{ text: 'canary-plum', action: 'canary-plum' }] } }, 'hiddenWords.words[0].action'],
    ['an unknown place', { hiddenWords: { words: [{ text: 'canary-plum', where: 'canary-plum' }] } }, 'hiddenWords.words[0].where'],
    ['an end that is no time', { hiddenWords: { words: [{ text: 'canary-plum', until: '2030' }] } }, 'hiddenWords.words[0].until'],
    ['an end that is no number', { hiddenWords: { words: [{ text: 'canary-plum', until: NaN }] } }, 'hiddenWords.words[0].until'],
    ['a note that is no text', { hiddenWords: { words: [{ text: 'canary-plum', note: 7 }] } }, 'hiddenWords.words[0].note'],
    ['removals that are no lists', { hiddenWords: { listRemovals: { 'canary-plum': 'all' } } }, 'hiddenWords.listRemovals'],
    ['a removal that is no number', { hiddenWords: { listRemovals: { 'canary-plum': ['x'] } } }, 'hiddenWords.listRemovals'],
    ['people that are no list', { hiddenWords: { exempt: 'canary-plum' } }, 'hiddenWords.exempt'],
    ['a rule for accents of another kind', { hiddenWords: { accents: 'canary-plum' } }, 'hiddenWords.accents'],
    ['a language that is no tag', { hiddenWords: { locale: 'canary plum' } }, 'hiddenWords.locale'],
    ['a language with an empty part', { hiddenWords: { locale: 'tr--x' } }, 'hiddenWords.locale'],
    ['no language', { hiddenWords: { locale: '' } }, 'hiddenWords.locale'],
    ['a language that is a list', { hiddenWords: { locale: ['tr'] } }, 'hiddenWords.locale'],
    ['a switch that is a string', { scam: { enabled: 'canary-plum' } }, 'scam.enabled'],
    ['a block list that is one', { blocked: ['canary-plum'] }, 'blocked'],
    ['another such switch', { blocked: { enabled: 'canary-plum' } }, 'blocked.enabled'],
    ['requests that are no fields', { requests: 7 }, 'requests'],
    ['sources that are no fields', { schemaVersion: 3, requests: { from: 'canary-plum' } }, 'requests.from'],
    ['a place nobody can reach', { schemaVersion: 3, requests: { from: { strangers: 'canary-plum' } } }, 'requests.from.strangers'],
    ['a delivery that is no choice', { requests: { from: { groups: 'hidden' } } }, 'requests.from.groups'],
    ['a switch for floods that is none', { requests: { quietFloods: 'canary-plum' } }, 'requests.quietFloods'],
    ['a switch for nudges that is none', { outgoing: { nudges: 'canary-plum' } }, 'outgoing.nudges'],
    ['notices of another kind', { notices: 'canary-plum' }, 'notices'],
  ])('refuses %s by field and without its content', (_name, stored, field) => {
    const failure = failureOf(stored);
    expect(failure.code).toBe('settings-invalid');
    expect(failure.message).toContain(`"${field}"`);
    expect(failure.message).not.toContain('canary-plum');
  });

  it('tells of what it drops, by place and without its content', () => {
    const told: string[] = [];
    const settings = parseSettings({
      schemaVersion: 2, hiddenWord: { words: ['canary'] }, notices: 'off', scam: { enabled: true, level: 'canary' },
      hiddenWords: { words: ['plum', { text: 'pear', mach: 'canary', match: 'prefix', until: undefined }], lists: ['en'], listRemovals: { en: [7] }, Allow: [['canary']] },
    }, (field) => told.push(field));
    expect(told).toEqual(['hiddenWord', 'scam.level', 'hiddenWords.words.1.mach', 'hiddenWords.Allow']);
    expect(settings.hiddenWords.words).toEqual([{ text: 'plum' }, { text: 'pear', match: 'prefix' }]);
  });

  it('tells of nothing where it drops nothing', () => {
    const told: string[] = [];
    for (const stored of [undefined, {}, defaultSettings(), JSON.parse(readFileSync(new URL('./fixtures/settings-1.json', import.meta.url), 'utf8'))]) {
      parseSettings(stored, (field) => told.push(field));
    }
    expect(told).toEqual([]);
  });

  it('migrates version 1: every field of it keeps its meaning', () => {
    const old = JSON.parse(readFileSync(new URL('./fixtures/settings-1.json', import.meta.url), 'utf8')) as Record<string, unknown>;
    expect(parseSettings(old)).toEqual({ ...old, schemaVersion: 3, blocked: { enabled: true }, impersonation: { enabled: true }, contact: { enabled: true }, chain: { enabled: true }, requests: { inertLinks: false, coverMedia: true, quietFloods: true, from: ALL_ASK }, outgoing: { nudges: true } });
    expect(old['schemaVersion']).toBe(1);
    const { schemaVersion: _, ...without } = old;
    expect(parseSettings(without)).toEqual(parseSettings(old));
  });

  it('migrates version 2: strangers stay requests, also for a possible minor, until the person says otherwise', () => {
    const old = JSON.parse(readFileSync(new URL('./fixtures/settings-2.json', import.meta.url), 'utf8')) as Record<string, object>;
    const settings = parseSettings(old);
    expect(settings).toEqual({ ...old, schemaVersion: 3, blocked: { enabled: true }, impersonation: { enabled: true }, contact: { enabled: true }, chain: { enabled: true }, requests: { ...old['requests'], quietFloods: true, from: ALL_ASK }, outgoing: { nudges: true } });
    expect(deliver({ relationship: 'stranger', me: { ageBand: 'teen' } }, { direction: 'incoming' }, settings).delivery).toBe('requests');
    expect(parseSettings({ schemaVersion: 2, requests: {} }).requests.from).toEqual(ALL_ASK);
  });

  it('reads every field of version 3 back', () => {
    const settings: Settings = {
      ...defaultSettings(),
      requests: { inertLinks: false, coverMedia: false, quietFloods: false, from: { connected: 'requests', mutual: 'chats', groups: 'denied' } },
      hiddenWords: {
        enabled: true, lists: ['en'], listRemovals: { en: [7, 4_000_000_000] }, allow: [], exempt: ['u1'], oneSpace: false, accents: 'fold', locale: 'az-Latn-AZ',
        words: [{ text: 'plum', match: 'prefix', action: 'cover', where: 'requests', until: 5.5, note: 'n', accents: 'exact' }, { text: '#tag', action: 'count' }],
      },
    };
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('takes any well-formed language tag as it is', () => {
    // RFC 5646: language, script, region, variant, extension, private use, grandfathered.
    for (const locale of ['tr', 'TR-tr', 'my', 'zh-cmn-Hans-CN', 'es-419', 'de-1996', 'en-US-u-ca-buddhist-nu-thai', 'x-whatever-1', 'i-klingon', 'en-GB-oed', 'und']) {
      expect(parseSettings({ hiddenWords: { locale } }).hiddenWords.locale).toBe(locale);
    }
    expect(parseSettings({}).hiddenWords).not.toHaveProperty('locale');
  });

  it('refuses a newer version with its own code', () => {
    expect(failureOf({ schemaVersion: 4, hiddenWords: { words: ['canary-plum'] } }).code).toBe('settings-too-new');
  });

  it('keeps words over a limit: the engine names them and runs the rest', () => {
    const long = 'x'.repeat(1_000);
    expect(parseSettings({ hiddenWords: { words: [long, ''] } }).hiddenWords.words).toEqual([{ text: long }, { text: '' }]);
  });
});

describe('assetsFor and checksFor', () => {
  const settings = defaultSettings();
  const words = { ...settings.hiddenWords, words: [{ text: 'plum' }] };
  const WORD_TABLES = ['tables.bin', 'simd-words.bin', 'lookalikes.bin', 'common-words.bin'];
  it.each([
    ['default', settings, ['tables.bin', 'simd.bin', 'scam.bin'], ['scam', 'contact', 'chain']],
    ['observe', { ...settings, notices: 'observe' as const }, ['tables.bin', 'simd.bin', 'scam.bin'], ['scam', 'contact', 'chain']],
    ['everything off', { ...settings, notices: 'off' as const }, [], []],
    ['words only', { ...settings, scam: { enabled: false }, hiddenWords: words }, WORD_TABLES, ['hidden-words', 'contact', 'chain']],
    ['words switched off', { ...settings, scam: { enabled: false }, hiddenWords: { ...words, enabled: false } }, [], ['contact', 'chain']],
    ['a list only', { ...settings, scam: { enabled: false }, hiddenWords: { ...settings.hiddenWords, lists: ['en', 'xx', 'en'] } }, [...WORD_TABLES, 'languages.bin', 'words-en.bin', 'words-xx.bin'], ['hidden-words', 'contact', 'chain']],
    ['lists switched off', { ...settings, scam: { enabled: false }, hiddenWords: { ...settings.hiddenWords, enabled: false, lists: ['en'] } }, [], ['contact', 'chain']],
    ['nobody judged', { ...settings, scam: { enabled: false }, contact: { enabled: false }, chain: { enabled: false } }, [], []],
    ['a blocked name', { ...settings, scam: { enabled: false }, names: { blocked: ['Annika Lopez'] } }, ['tables.bin', 'simd-words.bin', 'lookalikes.bin'], ['names', 'contact', 'chain']],
    ['both', { ...settings, hiddenWords: words }, WORD_TABLES.map((name) => (name === 'simd-words.bin' ? 'simd.bin' : name)).concat('scam.bin'), ['hidden-words', 'scam', 'contact', 'chain']],
  ])('%s', (_name, given, assets, checks) => {
    expect(assetsFor(given)).toEqual(assets);
    expect(checksFor(given)).toEqual(checks);
  });
});
