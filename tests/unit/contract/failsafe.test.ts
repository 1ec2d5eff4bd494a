import { describe, expect, it } from 'vitest';
import { failsafeVerdict } from '../../../src/contract/failsafe.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { Context, Entity, Message } from '../../../src/contract/message.ts';
import { from, messageOf } from './samples.ts';

describe('failsafeVerdict', () => {
  const message = messageOf({
    text: 'see example.com', attachments: [{ id: 'a1', kind: 'image', fileName: 'plum' }],
  });

  it('covers media and deadens links in requests', () => {
    expect(failsafeVerdict(message, from('stranger'))).toEqual({
      delivery: 'requests', notify: 'silent', hits: [], groups: [], notices: [],
      links: [{ surface: 'text', start: 0, end: 15, inert: true, why: ['request'] }],
      media: [{ id: 'a1', state: 'covered', why: ['request'] }],
      degraded: [{ check: 'hidden-words', code: 'worker-failed' }, { check: 'scam', code: 'worker-failed' }, { check: 'contact', code: 'worker-failed' }],
    });
  });

  it('leaves contacts alone and says what did not run', () => {
    const verdict = failsafeVerdict(message, from('contact'), [{ check: 'scam', code: 'deadline' }]);
    expect(verdict).toMatchObject({
      delivery: 'chats', notify: 'normal', links: [], media: [{ state: 'clear' }], degraded: [{ check: 'scam', code: 'deadline' }],
    });
  });

  it('denies the blocked and keeps the own', () => {
    expect(failsafeVerdict(message, from('blocked'))).toMatchObject({ delivery: 'denied', notify: 'none' });
    expect(failsafeVerdict({ ...message, direction: 'outgoing' }, from('stranger'))).toMatchObject({ delivery: 'chats', links: [] });
  });

  it.each([undefined, null, 7, 'text', [], {}, { text: 9, attachments: 'x', surfaces: 3, entities: {} }, { attachments: [null, {}] },
    { surfaces: { pollOptions: [3, null] }, entities: [null, { start: -1, end: 1e9, href: 1 }] }])(
    'takes malformed input %j for a first message of a stranger to nobody knows whom', (bad) => {
      const verdict = failsafeVerdict(bad as unknown as Message, bad as unknown as Context);
      expect(verdict).toMatchObject({ delivery: 'denied', notify: 'none', hits: [], links: [] });
      expect(failsafeVerdict(bad as unknown as Message, bad as unknown as Context, [], { requests: { from: { strangers: 'requests' } } })).toMatchObject({ delivery: 'requests', notify: 'silent' });
    });

  it('survives getters that throw', () => {
    const trap = new Proxy({}, { get() { throw new Error('canary'); } });
    expect(failsafeVerdict(trap as Message, trap as Context).delivery).toBe('denied');
  });

  it('says that there are more attachments than it lists', () => {
    const files = (count: number): Message => messageOf({ attachments: Array.from({ length: count }, (_, n) => ({ id: `a${n}`, kind: 'image' })) });
    const verdict = failsafeVerdict(files(LIMITS.attachments + 1), from('stranger'));
    expect(verdict.media.map(({ id, state }) => `${id} ${state}`)).toEqual(Array.from({ length: LIMITS.attachments }, (_, n) => `a${n} covered`));
    expect(verdict.degraded).toContainEqual({ check: 'media', code: 'limit-exceeded' });
    expect(failsafeVerdict(files(LIMITS.attachments), from('stranger'), []).degraded).toEqual([]);
  });

  it.each([
    'see https://a.example/x', 'www.b.example', 'c.org. Really', 'at 10:30', 'mail d@e.example', 'ดูที่f.comนะ', 'a (dot) com', 'a dot com', 'a . com', 'a[.]co', 'call 030 12 34 56 78',
  ])('takes all of a text for a link rather than too little: %s', (text) => {
    expect(failsafeVerdict(messageOf({ text }), from('stranger')).links).toEqual([{ surface: 'text', start: 0, end: text.length, inert: true, why: ['request'] }]);
  });

  it('leaves a text alone in which nothing looks like a link', () => {
    expect(failsafeVerdict(messageOf({ text: 'hello there. ok... yes: no/ "quoted." fine? 12 or 2024' }), from('stranger')).links).toEqual([]);
  });

  it('makes the whole text inert where a link is marked up in it, wherever that says it stands', () => {
    const judge = (relationship: 'stranger' | 'contact', ...entities: readonly Entity[]): readonly unknown[] => {
      const { links, degraded } = failsafeVerdict(messageOf({ text: 'press here', entities, surfaces: { caption: 'or a.co' } }), from(relationship), []);
      return [...links.map(({ surface, start, end }) => [surface, start, end]), ...degraded];
    };
    const at = (start: number, end: number): Entity => ({ start, end, href: 'x' });
    expect(judge('stranger')).toEqual([['caption', 0, 7]]);
    for (const entity of [at(6, 10), at(-1, 3), at(2.5, 99), at(3, 3), at(5, 3), at(NaN, 3)]) {
      expect(judge('stranger', entity)).toEqual([['text', 0, 10], ['caption', 0, 7]]);
      expect(judge('contact', entity)).toEqual([]);
    }
    const many = Array.from({ length: LIMITS.entities + 1 }, () => at(0, 1));
    expect(judge('stranger', ...many)).toEqual([['text', 0, 10], ['caption', 0, 7], { check: 'links', code: 'limit-exceeded' }]);
  });

  it('says that there are more surfaces than it looked at', () => {
    const poll = (count: number): Message => messageOf({ text: '', surfaces: { pollOptions: Array.from({ length: count }, () => 'a.co') } });
    expect(failsafeVerdict(poll(LIMITS.surfaces + 1), from('stranger'), []).degraded).toEqual([{ check: 'links', code: 'limit-exceeded' }]);
    expect(failsafeVerdict(poll(LIMITS.surfaces), from('stranger'), []).degraded).toEqual([]);
  });

  it('has one range a surface, however long it is', () => {
    const long = 'a.co '.repeat(100_000);
    expect(failsafeVerdict(messageOf({ text: long }), from('stranger')).links).toEqual([{ surface: 'text', start: 0, end: long.length, inert: true, why: ['request'] }]);
  });
});
