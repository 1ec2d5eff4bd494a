import { describe, expect, it } from 'vitest';
import { isSafetyError } from '../../../src/contract/errors.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { HiddenWord, HiddenWordsSettings } from '../../../src/contract/settings.ts';
import { readJson, readLines, replaces, writeJson, writeLines } from '../../../src/contract/word-files.ts';

const WORDS: readonly HiddenWord[] = [
  { text: 'plum' }, { text: 'pear tart', match: 'prefix', action: 'cover', where: 'chats', until: 9, note: 'say "no", twice\n', accents: 'exact' },
  { text: 'ပန်းသီး' }, { text: '🍎' }, { text: '#tag, "quoted"' },
];
const SETTINGS: HiddenWordsSettings = { enabled: true, words: WORDS, lists: [], allow: ['plum, pie'] };

describe('words as JSON', () => {
  it('come back as they went', () => {
    const json = writeJson(SETTINGS);
    expect(JSON.parse(json)).toEqual({ 'inward-hidden-words': 1, words: WORDS, allow: ['plum, pie'] });
    const places = [1, 2, 3, 4, 5].map((entry) => ({ entry, of: 'words' }));
    const all = { words: WORDS, places, rejected: [], trimmed: new Map(), plain: false, allow: ['plum, pie'] };
    expect(readJson(json)).toEqual(all);
    expect(readJson(`\uFEFF${json}`)).toEqual(all);
    expect(readJson(writeJson({ ...SETTINGS, words: [], allow: [] }))).toEqual({ ...all, words: [], places: [], allow: [] });
  });

  it('name by its place what is no word, and keep the rest', () => {
    const file = { 'inward-hidden-words': 1, words: ['a', 7, { text: 'b', action: 'shout' }, null, { text: 'c', colour: 1 }], later: true };
    expect(readJson(JSON.stringify(file))).toMatchObject({
      words: [{ text: 'a' }, { text: 'c' }], places: [{ entry: 1, of: 'words' }, { entry: 5, of: 'words' }],
      rejected: [2, 3, 4].map((entry) => ({ entry, of: 'words', why: 'not-a-word' })),
    });
  });

  it.each([
    ['no JSON', '{ "inward-hidden-words": 1, "words": ["canary"', 'input-invalid'],
    ['nothing', 'null', 'input-invalid'],
    ['a list', '["canary"]', 'input-invalid'],
    ['no mark', '{ "words": ["canary"] }', 'input-invalid'],
    ['a mark that is no version', '{ "inward-hidden-words": "canary", "words": [] }', 'input-invalid'],
    ['words that are no list', '{ "inward-hidden-words": 1, "words": "canary" }', 'input-invalid'],
    ['a newer version', '{ "inward-hidden-words": 2, "canary": [] }', 'settings-too-new'],
  ])('of %s are refused with a code, and nothing is quoted', (_name, json, code) => {
    let failure: unknown;
    try {
      readJson(json);
    } catch (error) {
      failure = error;
    }
    expect(isSafetyError(failure) && failure.code).toBe(code);
    expect(String(failure)).not.toContain('canary');
  });
});

describe('words as text', () => {
  it('are one a line, whatever ends a line, and a comma belongs to its word', () => {
    expect(readLines('\uFEFFplum\r\n\n  pear, tart \rfig\u2028lime', false)).toEqual({
      words: [{ text: 'plum' }, { text: 'pear, tart' }, { text: 'fig' }, { text: 'lime' }], places: [1, 3, 4, 5].map((line) => ({ line })),
      rejected: [], trimmed: new Map(), plain: true,
    });
  });

  it('pasted are parted by commas and semicolons of several scripts too', () => {
    expect(readLines('a, b،c、d，e\n,, ,\nf; g；h؛i', true)).toMatchObject({
      words: [...'abcdefghi'].map((text) => ({ text })), places: [1, 1, 1, 1, 1, 3, 3, 3, 3].map((line) => ({ line })), rejected: [],
    });
  });

  it('say by line what was taken off, and what is only punctuation', () => {
    const read = readLines('- plum\npear\n-----\n"fig!"\n•\n3) lime.\tgreen', false);
    expect(read.words.map(({ text }) => text)).toEqual(['plum', 'pear', 'fig!', 'lime']);
    expect(read.rejected).toEqual([{ line: 3, why: 'only-punctuation' }, { line: 5, why: 'only-punctuation' }]);
    expect([...read.trimmed]).toEqual([
      [0, { line: 1, what: ['bullet'] }], [2, { line: 4, what: ['quotes'] }], [3, { line: 6, what: ['bullet', 'column', 'punctuation'] }],
    ]);
  });

  it('go out one a line and come back', () => {
    const text = writeLines(SETTINGS);
    expect(text.split('\n')).toEqual(['plum', 'pear tart', 'ပန်းသီး', '🍎', '#tag, "quoted"', '']);
    expect(readLines(text, false).words).toEqual(WORDS.map((word) => ({ text: word.text })));
    expect(readLines(writeLines({ ...SETTINGS, words: [{ text: 'two\nlines' }] }), false).words).toEqual([{ text: 'two lines' }]);
  });

  it('of the wrong type or length are refused', () => {
    expect(() => readLines(7 as never, true)).toThrow(TypeError);
    expect(() => readJson(null as never)).toThrow(TypeError);
    expect(() => readLines('x'.repeat(LIMITS.importUnits + 1), true)).toThrow(RangeError);
    expect(() => replaces({ mode: 'canary' } as never)).toThrow(TypeError);
    expect([replaces(undefined), replaces({}), replaces({ mode: 'merge' }), replaces({ mode: 'replace' })]).toEqual([false, false, false, true]);
  });
});
