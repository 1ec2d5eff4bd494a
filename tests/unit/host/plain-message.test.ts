import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { plainContext, plainMessage } from '../../../src/host/plain-message.ts';
import { message } from './open-safety.ts';

function caught(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('plainMessage', () => {
  it('copies the documented forms and nothing else', () => {
    const full = message('x'.repeat(1_000_000), {
      senderId: 's1', revision: 3, forwardHops: 2, replyTo: { id: 'm0', fromMe: true }, kind: 'poll',
      surfaces: { pollOptions: ['a'], caption: '\ud800' }, attachments: [{ id: 'a', kind: 'image', byteLength: 4 }],
      entities: [{ start: 0, end: 1, href: 'x' }],
    });
    expect(plainMessage({ ...full, extra: () => 1, surfaces: { ...full.surfaces, extra: Symbol('x') } })).toEqual(full);
    expect(Object.keys(plainMessage(message(''))).sort()).toEqual(Object.keys(message('')).sort());
  });

  it('reads every field once', () => {
    const reads: string[] = [];
    plainMessage(new Proxy(message('a', { surfaces: { caption: 'b' } }), {
      get(target, name) {
        reads.push(String(name));
        return Reflect.get(target, name) as unknown;
      },
    }));
    expect(new Set(reads).size).toBe(reads.length);
  });

  it('cuts lists one past their limit', () => {
    const long = plainMessage(message('', { entities: new Array(5_000).fill({ start: 0, end: 1, href: 'x' }) }));
    expect(long.entities).toHaveLength(LIMITS.entities + 1);
  });

  it.each([
    ['null', null, TypeError], ['a string', 'canary', TypeError], ['a list', [], TypeError],
    ['no id', { ...message(''), id: undefined }, TypeError],
    ['a long id', message('', { id: 'canary'.repeat(100) }), RangeError],
    ['another kind', { ...message(''), kind: 'canary' }, TypeError],
    ['no direction', { ...message(''), direction: 'canary' }, TypeError],
    ['text that is a number', { ...message(''), text: 5 }, TypeError],
    ['text that is null', { ...message(''), text: null }, TypeError],
    ['a time that is no number', message('', { sentAt: NaN }), RangeError],
    ['half a revision', message('', { revision: 0.5 }), RangeError],
    ['a revision below 0', message('', { revision: -1 }), RangeError],
    ['a caption that is an object', { ...message(''), surfaces: { caption: {} } }, TypeError],
    ['a poll option that is null', { ...message(''), surfaces: { pollOptions: ['canary', null] } }, TypeError],
    ['an entity without target', { ...message(''), entities: [{ start: 0, end: 1 }] }, TypeError],
    ['attachments that are an object', { ...message(''), attachments: {} }, TypeError],
    ['an attachment with a long id', message('', { attachments: [{ id: 'canary'.repeat(100), kind: 'image' }] }), RangeError],
  ])('refuses %s and quotes nothing', (_name, bad, kind) => {
    const error = caught(() => plainMessage(bad));
    expect(error).toBeInstanceOf(kind);
    expect(error.message).not.toContain('canary');
  });
});

describe('plainContext', () => {
  it('accepts the alias, drops what it does not know, and refuses other words', () => {
    expect(plainContext({ relationship: 'request', peer: { name: 'x', fn: () => 1 } })).toEqual({ relationship: 'request', peer: { name: 'x' } });
    for (const bad of [null, {}, { relationship: 'friend' }, { relationship: 'contact', peer: 'x' }, { relationship: 'toString' }]) {
      expect(caught(() => plainContext(bad))).toBeInstanceOf(TypeError);
    }
  });
});
