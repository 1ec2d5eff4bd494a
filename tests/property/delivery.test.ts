import { describe, expect, it } from 'vitest';
import { USUAL_REACH } from '../../src/contract/delivery-table.ts';
import type { Context } from '../../src/contract/message.ts';
import type { Reach, Source } from '../../src/contract/settings.ts';
import { AGES, everyContext, incoming, NOTIFIES, REACHES, SOURCES } from '../fixtures/reach.ts';

// All cases are tried, so nothing is drawn by chance.

type Choices = Readonly<Record<Source, Reach>>;
const CONTEXTS = everyContext();
const CHOICES: readonly Choices[] = REACHES.flatMap((connected) => REACHES.flatMap((mutual) => (
  REACHES.flatMap((strangers) => REACHES.map((groups) => ({ connected, mutual, strangers, groups }))))));

const openness = (context: Context, choices?: Partial<Choices>): number => REACHES.indexOf(incoming(context, choices).delivery);
/** Cases in which the first delivers more than the second; `expect` on each of a million would take minutes. */
const failures: unknown[] = [];
const notMore = (less: number, more: number, named: () => unknown): void => { if (less > more && failures.length < 5) failures.push(named()); };

describe('the delivery table, over every context and every choice', () => {
  it('delivers never more by a stricter choice', () => {
    let compared = 0;
    for (const choices of CHOICES) {
      for (const source of SOURCES) {
        const rank = REACHES.indexOf(choices[source]);
        if (rank === 0) continue;
        const stricter = { ...choices, [source]: REACHES[rank - 1] };
        for (const context of CONTEXTS) {
          compared++;
          notMore(openness(context, stricter), openness(context, choices), () => ({ context, choices, source }));
        }
      }
    }
    expect(failures.splice(0)).toEqual([]);
    expect(compared).toBe(216 * CONTEXTS.length);
  });

  it('delivers to an unknown age never more than to a teen, and to a child neither, with a choice or without', () => {
    for (const context of CONTEXTS.filter(({ me }) => me?.ageBand === 'teen')) {
      for (const choices of [undefined, {}, ...CHOICES]) {
        for (const ageBand of ['unknown', 'child', undefined] as const) {
          notMore(openness({ ...context, me: { ageBand } as Context['me'] & object }, choices), openness(context, choices), () => ({ context, choices, ageBand }));
        }
        notMore(openness(context, choices), openness({ ...context, me: { ageBand: 'adult' } }, choices), () => ({ context, choices, than: 'adult' }));
      }
    }
    expect(failures.splice(0)).toEqual([]);
  });

  it('lets no adult start a chat with a possible minor, whatever was chosen', () => {
    const starts = CONTEXTS.filter(({ relationship, peer, me, conversation }) => (
      relationship === 'stranger' && peer?.ageBand === 'adult' && me?.ageBand !== 'adult' && conversation?.addedBy === undefined));
    expect(starts.length).toBe(2 * 2 * 3);
    for (const context of starts) for (const choices of [undefined, ...CHOICES]) expect(incoming(context, choices)).toMatchObject({ delivery: 'denied', notify: 'none' });
  });

  it('denies the blocked, asks for the restricted, and loses nothing of contacts, of accepted people and of oneself', () => {
    for (const context of CONTEXTS) {
      for (const choices of CHOICES) {
        const { delivery } = incoming(context, choices);
        const adder = context.conversation?.addedBy;
        if (context.relationship === 'blocked' && delivery !== 'denied') failures.push([context, choices]);
        if (context.relationship === 'restricted' && delivery === 'chats') failures.push([context, choices]);
        const near = ['self', 'contact', 'accepted'].includes(context.relationship) && !['stranger', 'restricted', 'blocked'].includes(adder ?? '');
        if (near && delivery !== 'chats') failures.push([context, choices]);
      }
    }
    expect(failures.splice(0).slice(0, 3)).toEqual([]);
  });

  it('makes of a group that somebody unknown added one to a request at every age, and loses nobody one knows in it', () => {
    for (const age of AGES) expect([age, USUAL_REACH[age].groups]).toEqual([age, 'requests']);
    const groups = CONTEXTS.filter(({ conversation }) => ['stranger', 'restricted', 'blocked'].includes(conversation?.addedBy ?? ''));
    let known = 0;
    for (const context of groups) {
      const isKnown = ['contact', 'accepted', 'connected'].includes(context.relationship);
      for (const choices of [undefined, ...CHOICES]) {
        // What was chosen for whom one is connected to still holds; the group's choice takes nobody else away.
        const own = context.relationship === 'connected' ? choices?.connected ?? 'chats' : 'chats';
        const { delivery } = incoming(context, choices);
        if (isKnown) known++;
        if (isKnown && own !== 'denied' && delivery === 'denied') failures.push([context, choices]);
        // Nor does a group bring anybody closer than they come by themselves.
        const { conversation: _, ...direct } = context;
        notMore(REACHES.indexOf(delivery), openness(direct, choices), () => ({ context, choices }));
      }
    }
    expect(failures.splice(0).slice(0, 3)).toEqual([]);
    expect(known).toBe(groups.length * 4 / 9 * 82);
  });

  it('is loud only in chats, and careful with whoever is not in them by themselves', () => {
    for (const context of CONTEXTS) {
      for (const choices of CHOICES) {
        const row = incoming(context, choices);
        if (row.notify !== NOTIFIES[REACHES.indexOf(row.delivery)]) failures.push(['notify', context, choices]);
        if (!row.careful && (row.delivery !== 'chats' || ['stranger', 'restricted', 'blocked'].includes(context.relationship))) failures.push(['careful', context, choices]);
      }
    }
    expect(failures.splice(0).slice(0, 3)).toEqual([]);
  });

  it('takes a choice that is left out for the usual one of the age', () => {
    for (const context of CONTEXTS) expect(incoming(context)).toEqual(incoming(context, USUAL_REACH[context.me?.ageBand ?? 'unknown']));
    for (const age of AGES) for (const source of SOURCES) expect(REACHES.indexOf(USUAL_REACH.child[source])).toBeLessThanOrEqual(REACHES.indexOf(USUAL_REACH[age][source]));
    expect(USUAL_REACH.unknown).toEqual(USUAL_REACH.teen);
  });
});
