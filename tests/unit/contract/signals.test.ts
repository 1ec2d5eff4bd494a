import { expect, it } from 'vitest';
import { DELIVERY } from '../../../src/contract/delivery-table.ts';
import type { Context, Relationship } from '../../../src/contract/message.ts';
import { signalsFor } from '../../../src/contract/signals.ts';
import type { Delivery } from '../../../src/contract/verdict.ts';
import { everyContext, incoming } from '../../fixtures/reach.ts';

const DELIVERIES: readonly Delivery[] = ['chats', 'requests', 'hidden', 'denied'];
const RELATIONSHIPS = [...Object.keys(DELIVERY), 'request'] as readonly (Relationship | 'request')[];

/** d delivered, r read, t typing, p presence; a dot: not told. */
const written = (context: Context | undefined, delivery?: Delivery): string => {
  const { delivered, read, typing, presence } = signalsFor(context, delivery);
  return [delivered, read, typing, presence].map((is, n) => (is ? 'drtp'.charAt(n) : '.')).join('');
};

it('what a sender may be told, over every relationship and delivery', () => {
  expect(RELATIONSHIPS.map((relationship) => `${relationship}: ${DELIVERIES.map((delivery) => written({ relationship }, delivery)).join(' ')}`)).toEqual([
    // chats requests hidden denied
    'self: drtp d... d.tp ....',
    'contact: drtp d... d.tp ....',
    'connected: drtp d... d.tp ....',
    'accepted: drtp d... d.tp ....',
    'stranger: d... d... d... ....',
    'restricted: d... d... d... ....',
    'blocked: .... .... .... ....',
    'request: d... d... d... ....',
  ]);
});

it('without a delivery, as a message in this context would go, whatever it is', () => {
  for (const context of everyContext()) {
    for (const from of [undefined, { strangers: 'requests', groups: 'denied' }, { strangers: 'denied', connected: 'requests' }] as const) {
      expect([context, signalsFor(context, undefined, from && { requests: { from } })]).toEqual([context, signalsFor(context, incoming(context, from).delivery)]);
    }
  }
  const group = { kind: 'group', addedBy: 'stranger' } as const;
  expect(written({ relationship: 'contact', conversation: group })).toBe('d...');
  expect(written({ relationship: 'stranger', me: { ageBand: 'teen' }, peer: { ageBand: 'adult' } })).toBe('....');
});

it('somebody restricted sees what somebody sees whose request was not opened: the one cannot be told from the other', () => {
  const me = { ageBand: 'adult' } as const;
  for (const delivery of [...DELIVERIES, undefined]) {
    const restricted = signalsFor({ relationship: 'restricted', me }, delivery);
    expect(restricted).toEqual(signalsFor({ relationship: 'stranger', me }, delivery));
    expect(restricted).not.toMatchObject({ read: true });
    expect([restricted.typing, restricted.presence]).toEqual([false, false]);
  }
});

it('nothing stricter tells more, and what was hidden was not read', () => {
  const told = (context: Context, delivery: Delivery): readonly boolean[] => Object.values(signalsFor(context, delivery));
  for (const relationship of RELATIONSHIPS) {
    expect(signalsFor({ relationship }, 'hidden').read).toBe(false);
    for (const stricter of DELIVERIES) {
      told({ relationship }, stricter).forEach((is, n) => { expect(is && told({ relationship }, 'chats')[n] !== true).toBe(false); });
    }
  }
});

it('whoever cannot be read is a stranger', () => {
  for (const bad of [undefined, null, {}, { relationship: 'friend' }, 7]) expect([written(bad as unknown as Context, 'chats'), written(bad as unknown as Context)]).toEqual(['d...', '....']);
});
