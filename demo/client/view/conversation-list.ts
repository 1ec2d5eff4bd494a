import type { Actions } from '../actions.ts';
import { conversations, isCovered, relationshipOf, threadOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { conversationEntry } from './conversation-entry.ts';
import { h, type VNode } from './element.ts';

export function conversationList(model: Model, act: Actions): VNode {
  return h('section', { class: 'list', 'aria-labelledby': 'list-title', key: 'list-chats' },
    h('h2', { id: 'list-title', tabindex: -1 }, 'Chats'),
    h('ul', {}, ...conversations(model, 'chats').map((peer) => h('li', { key: peer }, entry(model, act, peer)))));
}

function entry(model: Model, act: Actions, peer: PeerId): VNode {
  const last = threadOf(model, peer).at(-1);
  const text = last?.message.text ?? last?.message.surfaces?.caption ?? 'Picture';
  const preview = relationshipOf(model, peer) === 'blocked' ? 'Blocked' : last === undefined ? 'Say hello' : isCovered(last) ? 'Covered message' : text;
  return conversationEntry(model, act, peer, preview.slice(0, 80), 'badge');
}
