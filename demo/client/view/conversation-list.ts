import type { Persona } from '../../wire.ts';
import type { Actions } from '../actions.ts';
import { conversations, isCovered, threadOf, unreadOf, type Model } from '../model.ts';
import { CARDS } from '../personas.ts';
import { avatar } from './avatar.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

export function conversationList(model: Model, act: Actions, folder: 'chats' | 'requests'): VNode {
  const peers = conversations(model, folder);
  return h('section', { class: 'list', 'aria-labelledby': 'list-title', key: `list-${folder}` },
    h('h2', { id: 'list-title', tabindex: -1 }, folder === 'chats' ? 'Chats' : 'Message requests'),
    folder === 'requests' && h('p', { class: 'small' }, 'From people who are not in your contacts. They came in silently.'),
    peers.length === 0
      ? h('p', { class: 'empty' }, 'No requests. Open the stranger and send a sample.')
      : h('ul', {}, ...peers.map((peer) => h('li', { key: peer }, entry(model, act, folder, peer)))));
}

function entry(model: Model, act: Actions, folder: 'chats' | 'requests', peer: Persona): VNode {
  const unread = unreadOf(model, peer);
  const last = threadOf(model, peer).at(-1);
  // A request shows no text before it is opened.
  const preview = folder === 'requests' ? 'Wants to chat' : last === undefined ? 'Say hello' : isCovered(last) ? 'Covered message' : last.message.text ?? 'Picture';
  return h('button', {
    type: 'button', class: 'entry', 'aria-current': model.peer === peer ? 'true' : false,
    onclick: () => {
      act.open(peer);
      focusThread();
    },
  },
  avatar(peer),
  h('span', { class: 'grow' },
    h('span', { class: 'name' }, CARDS[peer].name),
    h('span', { class: 'small preview' }, h('bdi', {}, preview.slice(0, 80)))),
  unread > 0 && h('span', { class: folder === 'chats' ? 'badge' : 'badge calm' }, String(unread), h('span', { class: 'sr-only' }, ' new')));
}
