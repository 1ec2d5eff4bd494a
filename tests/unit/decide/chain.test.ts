import { describe, expect, it } from 'vitest';
import { mayBeChain } from '../../../src/contract/chain.ts';
import { deliver } from '../../../src/contract/delivery.ts';
import type { Message } from '../../../src/contract/message.ts';
import { CHAIN_RULE, chainFound, countSources, type Arrival } from '../../../src/decide/chain.ts';

const HOUR = 3_600_000;
const NOW = 100 * CHAIN_RULE.windowMs;
const direct = (name: string, hoursAgo = 0): Arrival => ({ conversation: name, sender: name, at: NOW - hoursAgo * HOUR });
const inGroup = (group: string, sender: string, hoursAgo = 0): Arrival => ({ conversation: group, sender, at: NOW - hoursAgo * HOUR });

describe('how many sides brought a text', () => {
  it.each<readonly [string, readonly Arrival[], number]>([
    ['three people', [direct('a'), direct('b'), direct('c')], 3],
    ['one person three times', [direct('a'), direct('a', 1), direct('a', 2)], 1],
    ['three members of a group', [inGroup('g', 'a'), inGroup('g', 'b'), inGroup('g', 'c')], 1],
    ['three groups', [inGroup('g', 'a'), inGroup('h', 'b'), inGroup('i', 'c')], 3],
    ['one person in three groups', [inGroup('g', 'a'), inGroup('h', 'a'), inGroup('i', 'a')], 1],
    ['three people, and one sender who posts in the groups of all of them', [inGroup('g', 'a'), inGroup('h', 'b'), inGroup('i', 'c'), ...['g', 'h', 'i'].map((group) => inGroup(group, 'eager'))], 3],
    ['two people, and one sender in both their groups and a third', [inGroup('g', 'a'), inGroup('h', 'b'), ...['g', 'h', 'i'].map((group) => inGroup(group, 'eager'))], 2],
    ['two groups that a third message connects', [inGroup('g', 'a'), inGroup('h', 'b'), inGroup('g', 'b')], 1],
    ['somebody who also writes in a group, and two others', [{ conversation: 'd', sender: 'a', at: NOW }, inGroup('g', 'a'), direct('b'), direct('c')], 3],
    ['a conversation and a sender of one name', [inGroup('x', 'y'), inGroup('y', 'z'), direct('w')], 3],
    ['nobody', [], 0],
  ])('%s', (_, arrivals, sides) => {
    expect(countSources(arrivals, NOW)).toBe(sides);
    expect(countSources([...arrivals].reverse(), NOW)).toBe(sides);
  });

  it('counts a day, and no more', () => {
    expect(countSources([direct('a', 24), direct('b', 12), direct('c')], NOW)).toBe(3);
    expect(countSources([direct('a', 25), direct('b', 12), direct('c')], NOW)).toBe(2);
  });

  it('counts a day after a message that was fetched late, but not both days together', () => {
    expect(countSources([direct('a', 24), direct('b', 12), direct('c')], NOW - 24 * HOUR)).toBe(3);
    expect(countSources([direct('a', 40), direct('b', 20), direct('c')], NOW - 20 * HOUR)).toBe(2);
  });
});

describe('the rule', () => {
  it.each([
    [2, 4, undefined], [0, 0, undefined], [3, 0, 'copies'], [0, 5, 'hops'], [3, 5, 'copies'], [1, 200, 'hops'],
  ] as const)('%i sides and %i hops: %s', (sources, hops, because) => {
    expect(chainFound(sources, hops, false)?.because).toBe(because);
  });

  it('says nothing of hops beyond where the counter ends, and that a stranger sent it', () => {
    expect(chainFound(1, 200, true)).toEqual({ kind: 'chain', because: 'hops', sources: 1, hops: 5, mass: true });
  });

  const long = 'x'.repeat(60);
  it.each([
    ['a long text of a stranger', { direction: 'incoming', text: long }, 'stranger', true],
    ['a short one', { direction: 'incoming', text: long.slice(1) }, 'stranger', false],
    ['one of a contact', { direction: 'incoming', text: long }, 'contact', false],
    ['one that a contact forwarded', { direction: 'incoming', text: long, forwardHops: 1 }, 'contact', true],
    ['one of the person', { direction: 'outgoing', text: long, forwardHops: 3 }, 'stranger', false],
    ['one of somebody blocked', { direction: 'incoming', text: long }, 'blocked', false],
    ['one of oneself', { direction: 'incoming', text: long, forwardHops: 3 }, 'self', false],
    ['a picture', { direction: 'incoming' }, 'stranger', false],
    ['a short one that was passed on four times', { direction: 'incoming', text: 'hi', forwardHops: 4 }, 'contact', false],
    ['a short one that was passed on five times', { direction: 'incoming', text: 'hi', forwardHops: 5 }, 'contact', true],
    ['a picture that was passed on often', { direction: 'incoming', forwardHops: 9 }, 'contact', true],
  ] as const)('looks at %s: %#', (_, given, relationship, looks) => {
    const context = { relationship, me: { ageBand: 'adult' } } as const;
    const item = (mode: 'live' | 'history'): Parameters<typeof mayBeChain>[0] => ({ message: given as unknown as Message, context, mode, row: deliver(context, given) });
    expect(mayBeChain(item('live'))).toBe(looks);
    expect(mayBeChain(item('history'))).toBe(false);
  });

  it('does not look at what is denied, which nobody sees', () => {
    const context = { relationship: 'stranger', me: { ageBand: 'teen' } } as const;
    const given = { direction: 'incoming', text: long } as Message;
    expect(mayBeChain({ message: given, context, mode: 'live', row: deliver(context, given) })).toBe(false);
  });
});
