import { describe, expect, it } from 'vitest';
import { groupRequests, MANY_LINKS, type RequestToGroup } from '../../../src/contract/group-requests.ts';
import type { Context } from '../../../src/contract/message.ts';
import type { Notice, Verdict } from '../../../src/contract/verdict.ts';

const CALM: Verdict = { delivery: 'requests', notify: 'silent', hits: [], links: [], media: [], notices: [], groups: [], degraded: [] };
const notice = (kind: Notice['kind']): Verdict => ({ ...CALM, notices: [{ id: 'n', kind, level: 'tip', reasons: [], where: [], actions: [] }] });
const links = (count: number): Verdict => ({ ...CALM, links: Array.from({ length: count }, () => ({ surface: 'text', start: 0, end: 1, inert: true, why: ['request'] })) });
const HIT: Verdict['hits'][number] = { surface: 'text', start: 0, end: 1, entry: 0, list: 'mine', action: 'count' };

/** Each sign by itself, in order of the groups. */
const SIGNS: readonly (readonly [group: string, name: string, sign: { readonly context?: Partial<Context>; readonly verdict?: Verdict }])[] = [
  ['like-blocked', 'a name like a blocked one', { verdict: notice('impersonation') }],
  ['spam-like', 'a scam notice', { verdict: notice('scam') }],
  ['spam-like', 'one of a flood', { verdict: { ...CALM, groups: ['flood'] } }],
  ['spam-like', 'limited by the service', { context: { peer: { hint: 'limited' } } }],
  ['spam-like', 'many links', { verdict: links(MANY_LINKS) }],
  ['hidden-words', 'hidden', { verdict: { ...CALM, delivery: 'hidden' } }],
  ['hidden-words', 'a word that counts', { verdict: { ...CALM, hits: [HIT] } }],
  ['added-to-group', 'added by a stranger', { context: { conversation: { kind: 'group', addedBy: 'stranger' } } }],
  ['no-mutuals', 'no shared contact', { context: { peer: { mutualContacts: 0 } } }],
];
const request = (id: string, ...names: readonly string[]): RequestToGroup => {
  const signs = SIGNS.filter(([, name]) => names.includes(name)).map(([, , sign]) => sign);
  const peer = Object.assign({}, ...signs.map(({ context }) => context?.peer)) as Context['peer'];
  return {
    id, context: Object.assign({ relationship: 'stranger' }, ...signs.map(({ context }) => context), peer === undefined ? {} : { peer }) as Context,
    verdicts: [CALM, ...signs.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict])), CALM],
  };
};
const groupOf = (...names: readonly string[]): string => groupRequests([request('r', ...names)]).map(({ group }) => group).join();

describe('groupRequests', () => {
  it.each(SIGNS)('%s: %s', (group, name) => { expect(groupOf(name)).toBe(group); });

  it('every pair of signs stands in the group of the one further up, and in no other', () => {
    SIGNS.forEach(([group, name], n) => { for (const [, later] of SIGNS.slice(n + 1)) expect([name, later, groupOf(name, later)]).toEqual([name, later, group]); });
  });

  it('all others: what is not known is no reason', () => {
    const contexts: readonly Context[] = [
      { relationship: 'stranger' }, { relationship: 'stranger', peer: {} }, { relationship: 'stranger', peer: { mutualContacts: 3 } },
      { relationship: 'stranger', conversation: { kind: 'group', addedBy: 'contact' } }, { relationship: 'stranger', conversation: { kind: 'group' } },
    ];
    for (const context of contexts) expect(groupRequests([{ id: 'r', context, verdicts: [links(MANY_LINKS - 1)] }])).toEqual([{ group: 'others', ids: ['r'] }]);
  });

  it('keeps the order of requests, names every one once, and leaves empty groups out', () => {
    const requests = [request('a'), request('b', 'no shared contact'), request('c', 'a scam notice'), request('d'), request('e', 'one of a flood', 'hidden')];
    expect(groupRequests(requests)).toEqual([
      { group: 'spam-like', ids: ['c', 'e'] }, { group: 'no-mutuals', ids: ['b'] }, { group: 'others', ids: ['a', 'd'] },
    ]);
    expect(groupRequests([])).toEqual([]);
  });

  const copy = (text: string): Verdict => ({ ...CALM, groups: [`copies-${text}`] });
  const brought = (id: string, ...verdicts: readonly Verdict[]): RequestToGroup => ({ ...request(id), verdicts: [CALM, ...verdicts] });

  it('puts near-copies of a text together, a group for each text, the larger first', () => {
    const requests = [brought('a', copy('1')), brought('b', copy('2')), brought('c', copy('2')), brought('d', copy('1'), copy('2')), brought('e', copy('2')), brought('f', copy('3'))];
    expect(groupRequests(requests)).toEqual([{ group: 'same-text', ids: ['b', 'c', 'e'] }, { group: 'same-text', ids: ['a', 'd'] }, { group: 'others', ids: ['f'] }]);
  });

  it('takes one sender who brings a text twice for one, and says nothing of a chain notice alone', () => {
    expect(groupRequests([brought('a', copy('1'), copy('1')), brought('b', notice('chain'))])).toEqual([{ group: 'others', ids: ['a', 'b'] }]);
  });

  it('keeps near-copies together though one of them has a notice about a scam; whoever looks like a blocked person stands apart', () => {
    expect(groupRequests([brought('a', copy('1'), notice('scam')), brought('b', copy('1')), brought('c', copy('1'), notice('impersonation'))])).toEqual([
      { group: 'like-blocked', ids: ['c'] }, { group: 'same-text', ids: ['a', 'b'] },
    ]);
  });
});
