import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../../src/contract/capabilities.ts';
import { USUAL_REACH } from '../../../src/contract/delivery-table.ts';
import type { Context } from '../../../src/contract/message.ts';
import { mayNudge, reviewContext } from '../../../src/contract/outgoing.ts';
import type { RELATIONSHIPS } from '../../fixtures/reach.ts';
import { AGES, contextOf, everyContext, incoming } from '../../fixtures/reach.ts';

const direct = (relationship: (typeof RELATIONSHIPS)[number], me: (typeof AGES)[number], peer: (typeof AGES)[number]): Context => (
  contextOf(relationship, 0, { kind: 'direct' }, me, peer));

describe('reviewContext', () => {
  it('over every pair of ages, to somebody one is not connected to', () => {
    const lines = AGES.map((me) => `${me}: ${AGES.map((peer) => `${peer} ${reviewContext(direct('stranger', me, peer)).why.join() || 'ok'}`).join(', ')}`);
    expect(lines).toEqual([
      'adult: adult ok, teen minor-not-connected, child minor-not-connected, unknown ok',
      'teen: adult ok, teen ok, child ok, unknown ok',
      'child: adult child-not-connected, teen ok, child ok, unknown child-not-connected',
      'unknown: adult ok, teen minor-not-connected, child minor-not-connected, unknown ok',
    ]);
  });

  it('lets everybody write to whom they are connected to, to themselves and in groups', () => {
    for (const context of everyContext()) {
      const near = !['stranger', 'restricted', 'blocked'].includes(context.relationship) || (context.conversation?.kind === 'group' && context.conversation.memberCount !== 2);
      if (near) expect(reviewContext(context)).toEqual({ allowed: true, why: [], nudges: [], degraded: [] });
      else expect(reviewContext(context)).toEqual(reviewContext(direct('stranger', context.me?.ageBand ?? 'unknown', context.peer?.ageBand ?? 'unknown')));
    }
  });

  it('takes a group of two for a chat', () => {
    const group = (memberCount?: number): Context => ({ ...direct('stranger', 'adult', 'child'), conversation: { kind: 'group', ...(memberCount === undefined ? {} : { memberCount }) } });
    for (const memberCount of [0, 1, 2]) expect([memberCount, reviewContext(group(memberCount)).why]).toEqual([memberCount, ['minor-not-connected']]);
    for (const memberCount of [3, 50, undefined]) expect([memberCount, reviewContext(group(memberCount)).why]).toEqual([memberCount, []]);
    expect(reviewContext({ ...group(2), relationship: 'accepted' }).allowed).toBe(true);
    expect(reviewContext({ relationship: 'stranger', me: { ageBand: 'adult', hint: 'limited' }, conversation: { kind: 'group', memberCount: 2 } }).nudges).toEqual(['limited']);
  });

  it('takes what it cannot read for a stranger of an unknown age', () => {
    for (const bad of [undefined, null, 7, {}, { me: null, peer: 'x' }, { relationship: 'friend', conversation: 3 }]) {
      expect(reviewContext(bad as unknown as Context)).toEqual({ allowed: true, why: [], nudges: [], degraded: [] });
    }
    expect(reviewContext({ peer: { ageBand: 'teen' } } as Context).allowed).toBe(false);
  });

  it('lets no adult send what the device of the minor would deny as an adult’s', () => {
    for (const me of AGES) {
      for (const peer of AGES) {
        const denied = me === 'adult' && ['teen', 'child'].includes(peer);
        if (denied) expect(incoming(direct('stranger', peer, me), { strangers: 'chats' }).delivery).toBe('denied');
        expect(reviewContext(direct('stranger', me, peer)).allowed || me !== 'adult' || denied).toBe(true);
      }
    }
  });
});

describe('the capabilities', () => {
  it('say of first messages what the check before sending does', () => {
    for (const me of AGES) {
      const allowed = (peer: (typeof AGES)[number]): boolean => reviewContext(direct('stranger', me, peer)).allowed;
      expect(CAPABILITIES['write-first-to-adults'][me] !== 'never').toBe(allowed('adult') && allowed('unknown'));
      expect(CAPABILITIES['write-first-to-minors'][me] !== 'never').toBe(allowed('teen') && allowed('child'));
    }
  });

  it('say of being reached what the delivery table does', () => {
    const grants = { chats: 'on', requests: 'on', denied: 'choice' } as const;
    for (const me of AGES) {
      const adult = incoming(direct('stranger', me, 'adult'), { strangers: 'chats', mutual: 'chats' }).delivery;
      expect(CAPABILITIES['reached-by-adults'][me]).toBe(adult === 'denied' ? 'never' : 'on');
      expect(CAPABILITIES['reached-by-strangers'][me]).toBe(grants[USUAL_REACH[me].strangers]);
      expect(CAPABILITIES['added-by-strangers'][me]).toBe(grants[USUAL_REACH[me].groups]);
    }
  });

  it('start nobody with a shared location or public details, and give a child no more than a teen, a teen no more than an adult but in whom they write to', () => {
    const rank = ['never', 'choice', 'on'];
    for (const [name, grants] of Object.entries(CAPABILITIES)) {
      if (['share-location', 'public-details'].includes(name)) for (const age of AGES) expect(grants[age]).not.toBe('on');
      if (name === 'write-first-to-minors') continue;
      const [child, teen, unknown, adult] = [grants.child, grants.teen, grants.unknown, grants.adult].map((grant) => rank.indexOf(grant)) as [number, number, number, number];
      expect(child, name).toBeLessThanOrEqual(teen);
      expect(teen, name).toBeLessThanOrEqual(adult);
      expect(unknown, name).toBe(teen);
    }
  });
});

describe('mayNudge', () => {
  it('is for all but adults, to people they are not connected to, in groups too', () => {
    for (const context of everyContext()) {
      const unconnected = ['stranger', 'restricted', 'blocked'].includes(context.relationship);
      expect(mayNudge(context)).toBe(unconnected && context.me?.ageBand !== 'adult');
    }
    expect(mayNudge(undefined)).toBe(true);
    expect(mayNudge({ relationship: 'request' })).toBe(true);
  });
});
