import type { Actions } from '../actions.ts';
import { cardOf, unreadOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { avatar } from './avatar.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

/** A row of a list of conversations: opens it and takes the keyboard there. */
export function conversationEntry(model: Model, act: Actions, peer: PeerId, preview: string, badge: string): VNode {
  const card = cardOf(model, peer);
  const unread = unreadOf(model, peer);
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
    h('span', { class: 'small preview' }, h('bdi', {}, preview))),
  unread > 0 && h('span', { class: badge }, String(unread), h('span', { class: 'sr-only' }, ' new')));
}
