import { expect, it } from 'vitest';
import { asksTwice, requestFacts, type RequestStep } from '../../../src/contract/request-friction.ts';
import type { Context } from '../../../src/contract/message.ts';
import { reviewContext } from '../../../src/contract/outgoing.ts';
import type { Notice } from '../../../src/contract/verdict.ts';

const context = (hint?: 'limited', encrypted?: boolean): Context => ({
  relationship: 'stranger', peer: hint === undefined ? {} : { hint }, conversation: { kind: 'direct', ...(encrypted === undefined ? {} : { encrypted }) },
});
const NOTICE: Notice = { id: 'n', kind: 'scam', level: 'tip', reasons: [], where: [], actions: [] };

it('every case: the facts that stand on the card, and the steps that take a second press', () => {
  const cases = (['limited', undefined] as const).flatMap((hint) => ([false, true, undefined] as const).flatMap((encrypted) => [[], [NOTICE]].map((notices) => {
    const steps = (['accept', 'reveal'] as readonly RequestStep[]).filter((step) => asksTwice(step, context(hint, encrypted), notices));
    return `${hint ?? '-'} ${String(encrypted ?? '-')} ${String(notices.length)}: ${requestFacts(context(hint, encrypted)).join('+') || '-'}; ${steps.join('+') || '-'}`;
  })));
  expect(cases).toEqual([
    'limited false 0: limited+not-encrypted; accept+reveal', 'limited false 1: limited+not-encrypted; accept+reveal',
    'limited true 0: limited; accept+reveal', 'limited true 1: limited; accept+reveal',
    'limited - 0: limited; accept+reveal', 'limited - 1: limited; accept+reveal',
    '- false 0: not-encrypted; -', '- false 1: not-encrypted; accept+reveal',
    '- true 0: -; -', '- true 1: -; accept+reveal',
    '- - 0: -; -', '- - 1: -; accept+reveal',
  ]);
});

it('a context that is missing, or says something else, is no fact', () => {
  for (const bad of [undefined, null, {}, { peer: { hint: 'fine' }, conversation: { encrypted: 'no' } }]) {
    expect(requestFacts((bad ?? undefined) as unknown as Context)).toEqual([]);
    expect(asksTwice('accept', (bad ?? undefined) as unknown as Context)).toBe(false);
  }
});

it('whom the service has limited is shown help before a first message, and nowhere else', () => {
  const me = { ageBand: 'adult', hint: 'limited' } as const;
  for (const relationship of ['stranger', 'request', 'restricted', 'blocked'] as const) expect(reviewContext({ relationship, me })).toEqual({ allowed: true, why: [], nudges: ['limited'], degraded: [] });
  for (const relationship of ['self', 'contact', 'accepted', 'connected'] as const) expect(reviewContext({ relationship, me }).nudges).toEqual([]);
  expect(reviewContext({ relationship: 'stranger', me, conversation: { kind: 'group' } }).nudges).toEqual([]);
  expect(reviewContext({ relationship: 'stranger', peer: { hint: 'limited' } }).nudges).toEqual([]);
});
