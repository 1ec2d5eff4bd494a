import { describe, expect, it } from 'vitest';
import { checkContext, checkMessage } from '../../../src/contract/check-input.ts';
import { from, messageOf } from './samples.ts';

describe('checkMessage', () => {
  it('accepts the documented forms', () => {
    checkMessage(messageOf());
    checkMessage(messageOf({ text: 'x'.repeat(1_000_000), revision: 3, forwardHops: 2, replyTo: { id: 'm0', fromMe: true } }));
    checkMessage(messageOf({ text: '\ud800', kind: 'poll', surfaces: { pollOptions: ['a'] }, attachments: [{ id: 'a', kind: 'image' }], entities: [{ start: 0, end: 1, href: 'x' }] }));
  });

  it.each([
    ['null', null, TypeError], ['a string', 'canary', TypeError], ['a list', [], TypeError],
    ['no id', { ...messageOf(), id: undefined }, TypeError],
    ['a long id', messageOf({ id: 'canary'.repeat(100) }), RangeError],
    ['another kind', { ...messageOf(), kind: 'canary' }, TypeError],
    ['no direction', { ...messageOf(), direction: 'canary' }, TypeError],
    ['text that is a number', { ...messageOf(), text: 5 }, TypeError],
    ['a time that is no number', messageOf({ sentAt: Number.NaN }), RangeError],
    ['half a revision', messageOf({ revision: 0.5 }), RangeError],
    ['a revision below 0', messageOf({ revision: -1 }), RangeError],
    ['a caption that is an object', { ...messageOf(), surfaces: { caption: {} } }, TypeError],
    ['a poll option that is null', { ...messageOf(), surfaces: { pollOptions: ['canary', null] } }, TypeError],
    ['an entity without target', { ...messageOf(), entities: [{ start: 0, end: 1 }] }, TypeError],
    ['attachments that are an object', { ...messageOf(), attachments: {} }, TypeError],
  ])('refuses %s and quotes nothing', (_name, bad, kind) => {
    let caught: unknown;
    try {
      checkMessage(bad);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(kind);
    expect((caught as Error).message).not.toContain('canary');
  });
});

describe('checkContext', () => {
  it('accepts the alias and refuses other words', () => {
    checkContext(from('request'));
    for (const bad of [null, {}, { relationship: 'friend' }, { relationship: 'contact', peer: 'x' }]) {
      expect(() => { checkContext(bad); }).toThrow(TypeError);
    }
  });
});
