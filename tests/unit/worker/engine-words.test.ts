import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { itemOf, settingsOf, startEngine, verdictOf, wordsOnly } from './engine-kit.ts';

describe('hidden words in the engine', () => {
  it('hides without a sound and names the ranges', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const verdict = await verdictOf(engine, { text: 'a PLÜM pie' }, 'contact');
    expect(verdict).toEqual({
      delivery: 'hidden', notify: 'none', links: [], media: [], notices: [], groups: [], degraded: [],
      hits: [{ surface: 'text', start: 2, end: 6, entry: 0, list: 'mine', action: 'hide' }],
    });
    expect(await verdictOf(engine, { text: 'a pear pie' }, 'contact')).toMatchObject({ delivery: 'chats', notify: 'normal', hits: [] });
  });

  it('names every surface', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const verdict = await verdictOf(engine, {
      text: 'plum', surfaces: {
        displayName: 'plum', groupName: 'plum', quoted: 'plum', caption: 'plum', fileName: 'plum', linkTitle: 'plum',
        linkDescription: 'plum', pollOptions: ['pear', 'x plum'],
      },
      attachments: [{ id: 'a0', kind: 'image' }, { id: 'a1', kind: 'file', fileName: 'plum.txt' }],
    });
    expect(verdict.hits.map((hit) => [hit.surface, hit.start, hit.end])).toEqual([
      ['text', 0, 4], ['caption', 0, 4], ['displayName', 0, 4], ['groupName', 0, 4], ['quoted', 0, 4], ['fileName', 0, 4],
      ['linkTitle', 0, 4], ['linkDescription', 0, 4], ['pollOptions.1', 2, 6], ['attachments.1', 0, 4],
    ]);
    expect(verdict.media).toEqual([
      { id: 'a0', state: 'covered', why: ['request', 'hidden-word'] }, { id: 'a1', state: 'covered', why: ['request', 'hidden-word'] },
    ]);
  });

  it('exempts the quoted words of one\'s own and what one writes', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const quoted = { text: 'yes', surfaces: { quoted: 'plum?' } };
    expect((await verdictOf(engine, { ...quoted, replyTo: { id: 'm0' } }, 'contact')).delivery).toBe('hidden');
    expect((await verdictOf(engine, { ...quoted, replyTo: { id: 'm0', fromMe: true } }, 'contact')).delivery).toBe('chats');
    expect(await verdictOf(engine, { text: 'plum https://a.example/x', direction: 'outgoing' }, 'stranger'))
      .toMatchObject({ delivery: 'chats', notify: 'none', hits: [], links: [], notices: [] });
  });

  it('leaves denied denied', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    expect(await verdictOf(engine, { text: 'plum' }, 'blocked')).toMatchObject({ delivery: 'denied', notify: 'none' });
  });

  it('lets an allowed phrase win over the word it covers', async () => {
    const { engine } = await startEngine(settingsOf({
      scam: { enabled: false }, hiddenWords: { words: ['plum', { text: 'berry', match: 'anywhere' }], allow: ['plum pie', 'strawberry', 'x'.repeat(500)] },
    }));
    expect((await verdictOf(engine, { text: 'a plum pie' })).delivery).toBe('requests');
    expect((await verdictOf(engine, { text: 'a strawberry' })).delivery).toBe('requests');
    expect((await verdictOf(engine, { text: 'a strawberry, a raspberry' })).hits.map(({ start, end }) => [start, end])).toEqual([[20, 25]]);
    expect((await verdictOf(engine, { text: 'plum, a plum pie' })).hits).toHaveLength(1);
  });

  it('lets no number of allowed phrases carry a hidden word through', async () => {
    const { engine } = await startEngine(settingsOf({ scam: { enabled: false }, hiddenWords: { words: ['plum', 'rotten'], allow: ['plum pie'] } }));
    const pies = 'plum pie '.repeat(200);
    for (const text of [`${pies}rotten`, pies]) {
      expect(await verdictOf(engine, { text, attachments: [{ id: 'a', kind: 'image' }] }, 'contact')).toMatchObject({
        delivery: 'hidden', notify: 'none', hits: [], media: [{ state: 'covered' }], degraded: [{ check: 'hidden-words', code: 'limit-exceeded' }],
      });
    }
    expect(await verdictOf(engine, { text: pies }, 'blocked')).toMatchObject({ delivery: 'denied' });
    expect(await verdictOf(engine, { text: 'plum pie '.repeat(128) }, 'contact')).toMatchObject({ delivery: 'chats', hits: [], degraded: [] });
    expect((await verdictOf(engine, { text: `${'plum pie '.repeat(100)}rotten` }, 'contact')).hits).toHaveLength(1);
  });

  it('names words that cannot match, and default lists that do not exist', async () => {
    const { facts, engine } = await startEngine(settingsOf({
      scam: { enabled: false }, hiddenWords: { words: ['plum', '', 'Plum', 'x'.repeat(LIMITS.wordUnits + 1), '\u200b'], lists: ['xx', 'yy'], allow: [''] },
    }));
    expect(facts.rejected).toEqual([{ index: 1, why: 'empty' }, { index: 2, why: 'duplicate' }, { index: 3, why: 'too-long' }, { index: 4, why: 'empty' }]);
    expect(await verdictOf(engine, { text: 'plum' })).toMatchObject({
      delivery: 'hidden', degraded: [{ check: 'hidden-words', code: 'list-unavailable' }],
    });
  });

  it('tries words out as typed', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    expect(await engine.tryWords('x plum', 0)).toEqual([{ surface: 'text', start: 2, end: 6, entry: 0, list: 'mine', action: 'hide', how: [] }]);
    await engine.configure({ settings: settingsOf({ scam: { enabled: false }, hiddenWords: { enabled: false, words: ['plum'] } }), assets: {} });
    expect(await engine.tryWords('x plum', 0)).toEqual([]);
  });

  it('screens a thousand in one call, each by itself', async () => {
    const { engine } = await startEngine(wordsOnly('plum'));
    const replies = await engine.screen(Array.from({ length: 1_000 }, (_, n) => itemOf({ id: `m${n}`, text: n % 3 === 0 ? 'plum' : 'pear' })));
    expect(replies.map((reply) => reply?.verdict.delivery)).toEqual(Array.from({ length: 1_000 }, (_, n) => (n % 3 === 0 ? 'hidden' : 'requests')));
  });
});
