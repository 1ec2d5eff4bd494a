import { groupRequests, type RequestGroup, type RequestToGroup } from 'inward/requests';
import { contextFor, hiddenOf, isRequest, threadOf, type Bubble, type Model } from './model.ts';
import type { PeerId } from './personas.ts';

/** Everybody of whom a request came in, newest first. Of the samples, those too whose messages all went to Hidden. */
export function requestPeers(model: Model): readonly PeerId[] {
  const hidden = new Set(hiddenOf(model).map(({ peer }) => peer));
  const newest = (peer: PeerId): number => model.bubbles.filter((one) => one.peer === peer).at(-1)?.message.sentAt ?? 0;
  return Object.keys(model.relationships)
    .filter((peer) => peer !== model.me && isRequest(model, peer))
    .filter((peer) => threadOf(model, peer).length > 0 || (hidden.has(peer) && model.people.get(peer)?.sample === true))
    .sort((a, b) => newest(b) - newest(a));
}

/** Requests by why they may be deleted together, newest first in each group. */
export function requestGroups(model: Model): readonly RequestGroup[] {
  return groupRequests(requestPeers(model).map((peer): RequestToGroup => ({
    id: peer, context: contextFor(model, peer), verdicts: model.bubbles.filter((one) => one.peer === peer && !one.mine).flatMap(judged),
  })));
}

/** A notice stands until it is answered, though a later look at the message raises none. */
function judged({ verdict, notices, released }: Bubble): RequestToGroup['verdicts'] {
  if (verdict === undefined || verdict.delivery === 'denied') return [];
  return [{ ...verdict, notices, ...(released === true ? { hits: [] } : {}) }];
}

/** Samples that no list of requests shows, by where they went. */
export function elsewhere(model: Model): { readonly denied: number; readonly chats: readonly string[] } {
  const samples = model.bubbles.filter(({ peer }) => model.people.get(peer)?.sample === true && ['stranger', 'connected'].includes(model.relationships[peer] ?? ''));
  return {
    denied: samples.filter(({ verdict }) => verdict?.delivery === 'denied').length,
    chats: samples.filter(({ verdict }) => verdict?.delivery === 'chats').map(({ peer }) => model.people.get(peer)?.name ?? ''),
  };
}
