import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { SafetyEvent } from '../../../src/contract/safety.ts';
import type { HiddenWord, Settings } from '../../../src/contract/settings.ts';
import { message, openSafety, settle, STRANGER, T0 } from './open-safety.ts';

const settingsOf = (words: readonly HiddenWord[], more: Partial<Settings['hiddenWords']> = {}): Settings => (
  { ...defaultSettings(), hiddenWords: { enabled: true, words, lists: [], allow: [], ...more } });
const CONTACT = { relationship: 'contact' } as const;

describe('the first word', () => {
  it('is refused where its tables cannot be had, changes nothing, and is taken when they can', async () => {
    let offline = true;
    const { safety, port } = await openSafety({
      assets: { load: (name) => (offline && name === 'lookalikes.bin' ? Promise.reject(new SafetyError('asset-unavailable', name)) : Promise.resolve(new ArrayBuffer(8))) },
    });
    await expect(safety.hiddenWords.add(['plum'])).rejects.toMatchObject({ code: 'asset-unavailable' });
    expect([safety.settings, port.engine.settings?.hiddenWords.words]).toEqual([defaultSettings(), []]);
    expect(await safety.screenMessage(message('a plum'), CONTACT)).toMatchObject({ delivery: 'chats', degraded: [] });
    offline = false;
    expect((await safety.hiddenWords.add(['plum'])).rejected).toEqual([]);
    expect(await safety.screenMessage(message('a plum'), CONTACT)).toMatchObject({ delivery: 'hidden', degraded: [] });
  });
});

describe('what a word does', () => {
  it('hides, covers or counts, and the strongest decides', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'hide' }, { text: 'cover', action: 'cover' }, { text: 'count', action: 'count' }]) });
    const picture = { attachments: [{ id: 'p', kind: 'image' as const }] };
    expect(await safety.screenMessage(message('hide', picture), CONTACT)).toMatchObject({ delivery: 'hidden', notify: 'none', hits: [{ action: 'hide' }], media: [{ state: 'covered', why: ['hidden-word'] }] });
    expect(await safety.screenMessage(message('cover', picture), CONTACT)).toMatchObject({ delivery: 'chats', notify: 'silent', hits: [{ action: 'cover' }], media: [{ state: 'covered', why: ['hidden-word'] }] });
    expect(await safety.screenMessage(message('count', picture), CONTACT)).toMatchObject({ delivery: 'chats', notify: 'normal', hits: [{ action: 'count' }], media: [{ state: 'clear', why: [] }] });
  });

  it('where and until when, by the clock of the call', async () => {
    const { safety, clock } = await openSafety({ settings: settingsOf([{ text: 'ask', where: 'requests' }, { text: 'talk', where: 'chats' }, { text: 'short', until: T0 + 10 }]) });
    const delivery = async (text: string, context: typeof CONTACT | typeof STRANGER): Promise<string> => (await safety.screenMessage(message(text), context)).delivery;
    expect([await delivery('ask', STRANGER), await delivery('ask', CONTACT)]).toEqual(['hidden', 'chats']);
    expect([await delivery('talk', STRANGER), await delivery('talk', CONTACT)]).toEqual(['requests', 'hidden']);
    clock.now = T0 + 9;
    expect(await delivery('short', CONTACT)).toBe('hidden');
    clock.now = T0 + 10;
    expect(await delivery('short', CONTACT)).toBe('chats');
    await safety.hiddenWords.remove(['nothing']);
    expect(safety.settings.hiddenWords.words.map(({ text }) => text)).toEqual(['ask', 'talk']);
  });

  it('without telling the engine notes, or who is exempt', async () => {
    const noted = (name: string, count: number): readonly HiddenWord[] => Array.from({ length: count }, (_, n) => ({ text: `${name}${n}`, note: 'canary' }));
    const opened = await openSafety({ settings: settingsOf(noted('a', 3), { exempt: ['canary'] }) });
    const sent: string[] = [];
    const editWords = opened.port.editWords.bind(opened.port);
    opened.port.editWords = (edit) => { sent.push(JSON.stringify(edit)); return editWords(edit); };
    const engine = (): string => JSON.stringify(opened.port.engine.settings);
    expect(engine()).toContain('a2');
    await opened.safety.hiddenWords.add(noted('b', 2_000));
    expect(engine()).toContain('b1999');
    await opened.safety.hiddenWords.add([...noted('c', 2), { text: 'a1', note: 'canary', action: 'cover' }]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('c1');
    expect(`${engine()}${sent[0]}`).not.toContain('canary');
    opened.port.kill();
    await opened.safety.screenMessage(message('x'), CONTACT);
    expect(engine()).toContain('c1');
    expect(engine()).not.toContain('canary');
    expect(JSON.stringify(opened.safety.settings).split('canary')).toHaveLength(2_007);
  });

  it('but not to what goes out', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'odd' }]) });
    const delivery = async (relationship: 'self' | 'contact' | 'stranger', direction: 'incoming' | 'outgoing'): Promise<string> => (
      (await safety.screenMessage(message('odd', { direction }), { relationship })).delivery);
    expect([await delivery('contact', 'outgoing'), await delivery('stranger', 'outgoing'), await delivery('self', 'outgoing')]).toEqual(['chats', 'chats', 'chats']);
    // The direction says who wrote it: what comes in as one's own, from another device, is searched as a contact's.
    expect([await delivery('self', 'incoming'), await delivery('contact', 'incoming')]).toEqual(['hidden', 'hidden']);
  });

  it('but not to people who are exempt, who stay in the page', async () => {
    const { safety, port } = await openSafety({ settings: settingsOf([{ text: 'odd' }], { exempt: ['friend', 'c7'] }) });
    const screen = (more: object): Promise<{ readonly delivery: string }> => safety.screenMessage(message('odd', more), CONTACT);
    expect((await screen({ senderId: 'friend' })).delivery).toBe('chats');
    expect((await screen({ conversationId: 'c7' })).delivery).toBe('chats');
    expect((await screen({ conversationId: 'c7', senderId: 'other' })).delivery).toBe('hidden');
    expect((await screen({})).delivery).toBe('hidden');
    expect(JSON.stringify(port.sent)).not.toMatch(/friend|"peer"|senderId/u);
  });
});

it('a message that the engine could not judge is judged fail-safe, alone', async () => {
  const { safety } = await openSafety({ settings: settingsOf([{ text: 'odd' }]) });
  const verdicts = await safety.screenMessages(['odd', 'BROKEN', 'TIP'].map((text) => ({ message: message(text), context: STRANGER })));
  expect(verdicts.map(({ delivery, degraded }) => [delivery, degraded])).toEqual([
    ['hidden', []], ['requests', [{ check: 'hidden-words', code: 'worker-failed' }, { check: 'scam', code: 'worker-failed' }, { check: 'contact', code: 'worker-failed' }, { check: 'chain', code: 'worker-failed' }]], ['requests', []],
  ]);
});

describe('one edit', () => {
  it('names by index what is no word, and quotes nothing of it', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'old' }]) });
    for (const [words, place] of [
      [['a', 7], 'words[1]'], [['a', 'b', { text: 'canary', match: 'fuzzy' }], 'words[2]'], [[null], 'words[0]'], ['canary', 'words'], [undefined, 'words'],
    ] as const) {
      const error: unknown = await safety.hiddenWords.add(words as never).then(() => undefined, (caught: unknown) => caught);
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toContain(`"${place}"`);
      expect(String(error)).not.toContain('canary');
    }
    await expect(safety.hiddenWords.add(Array.from({ length: LIMITS.wordsAtOnce + 1 }, () => 'x'))).rejects.toThrow(RangeError);
    await expect(safety.hiddenWords.remove(['a', 7] as never)).rejects.toThrow('"texts[1]"');
    expect(safety.settings).toEqual(settingsOf([{ text: 'old' }]));
  });

  it.each([3, 1_500])('that removes names what was not there, in a list of %i', async (length) => {
    const words = Array.from({ length }, (_, n): HiddenWord => ({ text: `w${n}` }));
    const { safety } = await openSafety({ settings: settingsOf([...words, { text: 'w0', match: 'prefix' }]) });
    const removed = await safety.hiddenWords.remove(['nope', 'w0', 'W1', 'nope']);
    expect(removed).toMatchObject({ missing: ['nope', 'W1'], rejected: [] });
    expect(removed.settings.hiddenWords.words).toEqual(words.slice(1));
    expect(Object.isFrozen(removed.missing)).toBe(true);
    expect((await safety.hiddenWords.remove([])).missing).toEqual([]);
  });
});

describe('counts', () => {
  it('are by word and message, live ones only, and keep to their word when the list changes', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'first', action: 'count' }, { text: 'second', action: 'count' }, { text: 'hides' }]) });
    const events: SafetyEvent[] = [];
    safety.subscribe((event) => { if (event.kind === 'counted') events.push(event); });
    const second = message('second');
    await safety.screenMessage(second, CONTACT);
    await safety.screenMessage(second, CONTACT);
    await safety.screenMessage(message('second'), CONTACT);
    await safety.screenMessage(message('nothing'), CONTACT);
    await safety.screenMessage(message('hides'), CONTACT);
    await safety.screenMessages([{ message: message('first'), context: CONTACT }], { mode: 'history' });
    expect(safety.hiddenWords.counts()).toEqual([{ entry: 1, messages: 2 }, { entry: 2, messages: 1 }]);
    expect(events).toEqual([{ kind: 'counted', words: 1 }, { kind: 'counted', words: 1 }]);
    await safety.hiddenWords.remove(['first']);
    expect(safety.hiddenWords.counts()).toEqual([{ entry: 0, messages: 2 }, { entry: 1, messages: 1 }]);
    await safety.forget({ everything: true });
    await safety.hiddenWords.add(['second']);
    expect(safety.hiddenWords.counts()).toEqual([]);
  });
});

describe('many words at once', () => {
  it('are taken from what is pasted, and every line that is not says why', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'old' }]) });
    const report = await safety.hiddenWords.addText(`one, two\n\nold\n${'x'.repeat(129)}, \u200b\ntwo,three`);
    expect(report.settings.hiddenWords.words.map(({ text }) => text)).toEqual(['old', 'one', 'two', 'three']);
    expect(report).toMatchObject({ added: 3, changed: 0 });
    expect(report.rejected).toEqual([
      { line: 3, why: 'duplicate' }, { line: 4, why: 'too-long' }, { line: 4, why: 'empty' }, { line: 5, why: 'duplicate' },
    ]);
    expect(Object.isFrozen(report.rejected)).toBe(true);
  });

  it('leave the options of a word that is there, however it matches', async () => {
    const words: readonly HiddenWord[] = [
      { text: 'Foot', match: 'prefix', action: 'cover' }, { text: 'foot', note: 'n' }, { text: 'tuba', where: 'requests' }, { text: 'old', until: T0 },
    ];
    const { safety } = await openSafety({ settings: settingsOf(words) });
    const merged = await safety.hiddenWords.addText('foot, lute\nTUBA\nold');
    expect(merged).toMatchObject({ added: 2, changed: 0, rejected: [{ line: 1, why: 'duplicate' }, { line: 2, why: 'duplicate' }] });
    expect(safety.settings.hiddenWords.words).toEqual([...words.slice(0, 3), { text: 'lute' }, { text: 'old' }]);
    expect(await safety.hiddenWords.importText('tuba\nlute', {})).toMatchObject({ added: 0, changed: 0 });
    // An entry says all of its options, so what it leaves out is as usual again.
    expect(await safety.hiddenWords.importJson('{ "inward-hidden-words": 1, "words": ["tuba"] }')).toMatchObject({ added: 0, changed: 1, rejected: [] });
    expect(safety.settings.hiddenWords.words[2]).toEqual({ text: 'tuba' });
  });

  it('in place of all others leave the options of those that stay, line by line', async () => {
    const words: readonly HiddenWord[] = [{ text: 'foot', match: 'prefix', action: 'cover' }, { text: 'foot', note: 'n' }, { text: 'gone' }, { text: 'tuba', where: 'requests' }];
    const { safety } = await openSafety({ settings: settingsOf(words) });
    const text = (await safety.hiddenWords.exportText()).replace('gone\n', 'lute\n');
    expect(await safety.hiddenWords.importText(text, { mode: 'replace' })).toMatchObject({ added: 4, changed: 0, rejected: [] });
    expect(safety.settings.hiddenWords.words).toEqual([words[0], words[1], { text: 'lute' }, words[3]]);
    expect((await safety.hiddenWords.importText('foot\nfoot\nfoot', { mode: 'replace' })).rejected).toEqual([{ line: 3, why: 'duplicate' }]);
    expect(safety.settings.hiddenWords.words).toEqual([words[0], words[1]]);
  });

  it('are taken without what stood around them, which the report says of those that were taken', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'old' }]) });
    const report = await safety.hiddenWords.addText('- lute\n=====\n"tuba"; old!\nlute.');
    expect(report.rejected).toEqual([{ line: 2, why: 'only-punctuation' }, { line: 3, why: 'duplicate' }, { line: 4, why: 'duplicate' }]);
    expect(report.trimmed).toEqual([{ line: 1, what: ['bullet'] }, { line: 3, what: ['quotes'] }]);
    expect(report.settings.hiddenWords.words.map(({ text }) => text)).toEqual(['old', 'lute', 'tuba']);
    expect(Object.isFrozen(report.trimmed[0]?.what)).toBe(true);
  });

  it('go out as a file and come back into another list, with their options and exceptions', async () => {
    const words: readonly HiddenWord[] = [{ text: 'a', action: 'cover', note: 'n' }, { text: 'b', until: T0 + 5 }];
    const from = await openSafety({ settings: settingsOf(words, { allow: ['a b'] }) });
    const json = await from.safety.hiddenWords.exportJson();
    expect(await from.safety.hiddenWords.exportText()).toBe('a\nb\n');

    const merged = await openSafety({ settings: settingsOf([{ text: 'a' }, { text: 'z' }], { allow: ['z z'] }) });
    expect(await merged.safety.hiddenWords.importJson(json)).toMatchObject({ added: 1, changed: 1, rejected: [] });
    expect(merged.safety.settings.hiddenWords).toMatchObject({ words: [words[0], { text: 'z' }, words[1]], allow: ['z z', 'a b'] });

    const replaced = await openSafety({ settings: settingsOf([{ text: 'a' }, { text: 'z' }], { allow: ['z z'] }) });
    expect(await replaced.safety.hiddenWords.importJson(json, { mode: 'replace' })).toMatchObject({ added: 2, changed: 0, rejected: [] });
    expect(replaced.safety.settings.hiddenWords).toMatchObject({ words, allow: ['a b'] });

    const late = await openSafety({ settings: settingsOf([]), clock: { now: T0 + 5 } });
    expect((await late.safety.hiddenWords.importJson(json)).rejected).toEqual([{ entry: 2, of: 'words', why: 'expired' }]);
    expect(await late.safety.hiddenWords.importText('c, d\ne', { mode: 'replace' })).toMatchObject({ added: 2 });
    expect(late.safety.settings.hiddenWords).toMatchObject({ words: [{ text: 'c, d' }, { text: 'e' }], allow: ['a b'] });
  });

  it('names words and exceptions of a file that are not taken, by their place in its lists', async () => {
    const room = LIMITS.words - 1;
    const { safety } = await openSafety({ settings: { ...defaultSettings(), hiddenWords: { enabled: true, words: [], lists: [], allow: Array.from({ length: room }, (_, n) => `a${n}`) } } });
    const file = JSON.stringify({ 'inward-hidden-words': 1, words: ['b', 7], allow: ['a5', '', 'first', 'x'.repeat(LIMITS.wordUnits + 1), 'second'] });
    const { rejected, settings } = await safety.hiddenWords.importJson(file);
    expect(rejected).toEqual([
      { entry: 2, of: 'words', why: 'not-a-word' }, { entry: 2, of: 'allow', why: 'empty' }, { entry: 4, of: 'allow', why: 'too-long' },
      { entry: 5, of: 'allow', why: 'list-full' },
    ]);
    expect(settings.hiddenWords.allow.slice(-2)).toEqual([`a${room - 1}`, 'first']);
  });

  it('that are no words change nothing and quote nothing', async () => {
    const { safety } = await openSafety({ settings: settingsOf([{ text: 'old' }]) });
    const { hiddenWords } = safety;
    for (const attempt of [
      () => hiddenWords.importJson('{ "words": ["canary"] }'), () => hiddenWords.importJson('{ "inward-hidden-words": 9, "words": ["canary"] }'),
      () => hiddenWords.addText(7 as never), () => hiddenWords.importText('canary', { mode: 'canary' } as never),
      () => hiddenWords.revealList('canary'), () => hiddenWords.revealList(7 as never),
    ]) {
      const error: unknown = await attempt().then(() => undefined, (caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain('canary');
    }
    expect(safety.settings).toEqual(settingsOf([{ text: 'old' }]));
  });

  it('from two tabs are all kept', async () => {
    const a = await openSafety({ settings: settingsOf([]) });
    const b = await openSafety({ store: a.store });
    await Promise.all([a.safety.hiddenWords.addText('a\nb'), b.safety.hiddenWords.addText('c\nd')]);
    await settle();
    for (const { safety } of [a, b]) expect(safety.settings.hiddenWords.words.map(({ text }) => text).sort()).toEqual([...'abcd']);
  });
});
