import type { Context } from './message.ts';
import type { NoticeKind, Verdict } from './verdict.ts';

/** One request: who asks, and the verdicts of what they sent, in any order. */
export interface RequestToGroup {
  /** Of the thread. */
  readonly id: string;
  readonly context: Context;
  readonly verdicts: readonly Verdict[];
}

/** Why requests stand together. Codes are only ever added; the words live in catalogues. */
export type RequestGroupCode =
  /** The name or picture looks like that of somebody the person blocked. */
  | 'like-blocked'
  /** Near-copies of one text came from at least two of them. A group for each text. */
  | 'same-text'
  /** A notice about a scam, one of many who wrote at once, limited by the service, or many links. */
  | 'spam-like'
  /** One of the person's hidden words stands in it. */
  | 'hidden-words'
  /** Somebody unknown added the person to a group. */
  | 'added-to-group'
  /** They share no contact. Where the app does not know, it is not said. */
  | 'no-mutuals'
  | 'others';

export interface RequestGroup {
  readonly group: RequestGroupCode;
  /** Ids, in the order given. */
  readonly ids: readonly string[];
}

/** Links of one message from which on it counts as many. Our choice, not a measurement. */
export const MANY_LINKS = 4;

type Sure = (request: RequestToGroup) => boolean;
const some = (judge: (verdict: Verdict) => boolean): Sure => ({ verdicts }) => verdicts.some(judge);
const notice = (...kinds: readonly NoticeKind[]): Sure => some(({ notices }) => notices.some(({ kind }) => kinds.includes(kind)));

/** In this order: a request stands in the first group that it belongs to, and so in exactly one. */
const GROUPS: readonly (readonly [RequestGroupCode, ...Sure[]])[] = [
  ['like-blocked', notice('impersonation')],
  ['same-text'],
  ['spam-like', notice('scam'), some(({ groups }) => groups.includes('flood')), ({ context }) => context.peer?.hint === 'limited',
    some(({ links }) => links.length >= MANY_LINKS)],
  ['hidden-words', some(({ delivery, hits }) => delivery === 'hidden' || hits.length > 0)],
  ['added-to-group', ({ context: { conversation } }) => (
    conversation?.kind === 'group' && ['stranger', 'request', 'restricted', 'blocked'].includes(conversation.addedBy ?? ''))],
  ['no-mutuals', ({ context }) => context.peer?.mutualContacts === 0],
  ['others', () => true],
];

/** Groups that are not empty, those to look at first in front; of `same-text` one for each text, the largest first. Pure; O(requests). */
export function groupRequests(requests: readonly RequestToGroup[]): readonly RequestGroup[] {
  const senders = new Map<string, number>();
  for (const request of requests) for (const text of textsOf(request)) senders.set(text, (senders.get(text) ?? 0) + 1);
  const found = new Map<string, { readonly group: RequestGroupCode; readonly ids: string[] }>();
  for (const request of requests) {
    const shared = textsOf(request).find((text) => (senders.get(text) ?? 0) > 1);
    const [group = 'others'] = GROUPS.find(([code, ...sure]) => (code === 'same-text' ? shared !== undefined : sure.some((is) => is(request)))) ?? [];
    const key = group === 'same-text' ? shared ?? group : group;
    const held = found.get(key);
    if (held) held.ids.push(request.id);
    else found.set(key, { group, ids: [request.id] });
  }
  const place = (code: RequestGroupCode): number => GROUPS.findIndex(([group]) => group === code);
  return [...found.values()].sort((a, b) => place(a.group) - place(b.group) || b.ids.length - a.ids.length);
}

/** Names of the long texts of a request, each once: a near-copy has the same name. */
function textsOf({ verdicts }: RequestToGroup): readonly string[] {
  return [...new Set(verdicts.flatMap(({ groups }) => groups.filter((group) => group.startsWith('copies-'))))];
}
