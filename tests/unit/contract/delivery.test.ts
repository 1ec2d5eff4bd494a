import { describe, expect, it } from 'vitest';
import { deliver } from '../../../src/contract/delivery.ts';
import type { Context } from '../../../src/contract/message.ts';
import { from, messageOf } from './samples.ts';

const ROWS: readonly [Context['relationship'], string, string, boolean, boolean | 'hijacked'][] = [
  ['self', 'chats', 'normal', false, false],
  ['contact', 'chats', 'normal', false, 'hijacked'],
  ['connected', 'chats', 'normal', false, false],
  ['accepted', 'chats', 'normal', false, true],
  ['stranger', 'requests', 'silent', true, true],
  ['request', 'requests', 'silent', true, true],
  ['restricted', 'requests', 'silent', true, true],
  ['blocked', 'denied', 'none', true, false],
];

describe('deliver, to an adult who chose nothing', () => {
  it.each(ROWS)('%s → %s, %s', (relationship, delivery, notify, careful, mayNotice) => {
    expect(deliver(from(relationship), messageOf())).toEqual({ delivery, notify, careful, mayNotice, isStranger: relationship === 'stranger' || relationship === 'request' });
  });

  const group = (addedBy?: Context['relationship']): Partial<Context> => (
    { conversation: { kind: 'group', ...(addedBy === undefined ? {} : { addedBy }) } }
  );

  it('makes a group one was added to by a stranger a request, whoever writes in it', () => {
    for (const addedBy of ['stranger', 'request', 'restricted', 'blocked'] as const) {
      expect(deliver(from('contact', group(addedBy)), messageOf())).toMatchObject({ delivery: 'requests', notify: 'silent', careful: true, mayNotice: 'hijacked' });
      expect(deliver(from('accepted', group(addedBy)), messageOf())).toMatchObject({ delivery: 'requests', mayNotice: true });
      expect(deliver(from('blocked', group(addedBy)), messageOf())).toMatchObject({ delivery: 'denied' });
      expect(deliver(from('self', group(addedBy)), messageOf())).toMatchObject({ delivery: 'chats' });
    }
  });

  it('loses no contact in a group that a stranger added one to: a request at every age, also where such groups are denied', () => {
    for (const ageBand of ['adult', 'teen', 'child', 'unknown'] as const) {
      for (const relationship of ['contact', 'accepted', 'connected'] as const) {
        for (const from_ of [undefined, { groups: 'denied' }, { groups: 'chats' }] as const) {
          const { delivery } = deliver(from(relationship, { ...group('stranger'), me: { ageBand } }), messageOf(), from_ && { requests: { from: from_ } });
          expect([ageBand, relationship, from_?.groups, delivery]).toEqual([ageBand, relationship, from_?.groups, from_?.groups === 'chats' ? 'chats' : 'requests']);
        }
      }
      expect(deliver(from('stranger', { ...group('stranger'), me: { ageBand }, peer: { ageBand: 'adult' } }), messageOf()).delivery).toBe(ageBand === 'adult' ? 'requests' : 'denied');
      expect(deliver(from('stranger', { ...group('stranger'), me: { ageBand } }), messageOf(), { requests: { from: { groups: 'denied' } } }).delivery).toBe('denied');
    }
  });

  it('takes a group of two for a chat: who adds somebody and leaves opens no way to them', () => {
    const pair = (memberCount?: number): Context => from('stranger', { me: { ageBand: 'child' }, peer: { ageBand: 'adult' }, conversation: { kind: 'group', addedBy: 'contact', ...(memberCount === undefined ? {} : { memberCount }) } });
    expect([2, 3, undefined].map((memberCount) => deliver(pair(memberCount), messageOf()).delivery)).toEqual(['denied', 'requests', 'requests']);
  });

  it('leaves other groups to the sender, and an unknown adder changes nothing', () => {
    expect(deliver(from('contact', group('contact')), messageOf()).delivery).toBe('chats');
    expect(deliver(from('contact', group()), messageOf()).delivery).toBe('chats');
    expect(deliver(from('contact', { conversation: { kind: 'direct', addedBy: 'stranger' } }), messageOf()).delivery).toBe('chats');
    expect(deliver(from('stranger', group('contact')), messageOf()).delivery).toBe('requests');
  });

  it('keeps what the person wrote in chats and announces nothing', () => {
    expect(deliver(from('blocked'), messageOf({ direction: 'outgoing' }))).toMatchObject({ delivery: 'chats', notify: 'none', mayNotice: false });
  });

  it('takes whatever it cannot read for a stranger', () => {
    for (const context of [undefined, null, 7, 'x', {}, { relationship: 'friend' }, { relationship: 'toString' }, { relationship: 7 }, { relationship: ['self'] }, { me: 7, peer: null }, { me: { ageBand: 'toString' } }]) {
      expect(deliver(context as unknown as Context, messageOf())).toEqual(deliver(from('stranger', { me: {} }), messageOf()));
    }
  });
});
