import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Relationship } from '../../../src/contract/message.ts';
import { AGES, contextOf, type Conversation, incoming, REACHES } from '../../fixtures/reach.ts';

const PATH = new URL('./fixtures/delivery-table.txt', import.meta.url);

const SENDERS: readonly (readonly [string, Relationship, number])[] = [
  ['self', 'self', 0], ['contact', 'contact', 0], ['accepted', 'accepted', 0], ['connected', 'connected', 0],
  ['stranger, mutual', 'stranger', 1], ['stranger', 'stranger', 0], ['restricted', 'restricted', 0], ['blocked', 'blocked', 0],
];
const PLACES: readonly (readonly [string, Conversation])[] = [
  ['direct', { kind: 'direct' }], ['group of a contact', { kind: 'group', addedBy: 'contact' }], ['group of a stranger', { kind: 'group', addedBy: 'stranger' }],
];

/** Every relationship, both ages and every choice, to be read by people. */
function table(): string {
  const lines = [
    'Where an incoming message goes. chats: with a sound; requests: silent, links inert, media covered; denied: nothing is shown.',
    'Columns: age of the person / age of the sender. "?" is an age that is not known.', '',
  ];
  for (const choice of ['left out', ...REACHES]) {
    lines.push(`## Choice for connected, mutual, strangers and groups: ${choice}${choice === 'left out' ? ' (as is usual for the age)' : ''}`);
    const ages = AGES.flatMap((me) => AGES.map((peer) => [me, peer] as const));
    const short = (age: string): string => (age === 'unknown' ? '?' : age);
    lines.push(['sender'.padEnd(18), 'where'.padEnd(20), ...ages.map(([me, peer]) => `${short(me)}/${short(peer)}`.padEnd(12))].join(' ').trimEnd());
    for (const [name, relationship, mutual] of SENDERS) {
      for (const [place, conversation] of PLACES) {
        const cells = ages.map(([me, peer]) => {
          const context = contextOf(relationship, mutual, conversation, me, peer);
          const from = REACHES.find((one) => one === choice);
          return incoming(context, from === undefined ? undefined : { connected: from, mutual: from, strangers: from, groups: from }).delivery.padEnd(12);
        });
        lines.push([name.padEnd(18), place.padEnd(20), ...cells].join(' ').trimEnd());
      }
    }
    lines.push('');
  }
  return lines.join('\n');
}

it('the whole delivery table is as it was read and approved', () => {
  const now = table();
  if (process.env['CREATE_GOLDENS'] === '1') writeFileSync(PATH, now);
  expect(existsSync(PATH)).toBe(true);
  expect(now).toBe(readFileSync(PATH, 'utf8'));
});
