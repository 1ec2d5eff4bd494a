import type { Actions } from '../actions.ts';
import { cardOf, conversations, isCovered, relationshipOf, threadOf, unreadOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { avatar } from './avatar.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

export function conversationList(model: Model, act: Actions): VNode {
  return h('section', { class: 'list', 'aria-labelledby': 'list-title', key: 'list-chats' },
    h('h2', { id: 'list-title', tabindex: -1 }, 'Chats'),
    h('ul', {}, ...conversations(model, 'chats').map((peer) => h('li', { key: peer }, entry(model, act, peer)))));
}

function entry(model: Model, act: Actions, peer: PeerId): VNode {
  const card = cardOf(model, peer);
  const unread = unreadOf(model, peer);
  const last = threadOf(model, peer).at(-1);
  const text = last?.message.text ?? last?.message.surfaces?.caption ?? 'Picture';
  const preview = relationshipOf(model, peer) === 'blocked' ? 'Blocked' : last === undefined ? 'Say hello' : isCovered(last) ? 'Covered message' : text;
  return h('button', {
    type: 'button', class: 'entry', 'aria-current': model.peer === peer ? 'true' : false,
    onclick: () => {
      act.open(peer);
      focusThread();
    },
  },
  avatar(card),
  h('span', { class: 'grow' },
    h('span', { class: 'name' }, card.name),
    h('span', { class: 'small preview' }, h('bdi', {}, preview.slice(0, 80)))),
  unread > 0 && h('span', { class: 'badge' }, String(unread), h('span', { class: 'sr-only' }, ' new')));
}
