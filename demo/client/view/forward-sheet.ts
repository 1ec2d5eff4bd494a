import type { ForwardChoice } from 'inward/ui/forward';
import type { Actions } from '../actions.ts';
import { cardOf, conversations, type Bubble, type Model } from '../model.ts';
import { h, type Child, type VNode } from './element.ts';

/** To whom a message is passed on, held to the limit of chats; then the package's card, where there is one. */
export function forwardSheet(model: Model, act: Actions): Child {
  const { open } = model.forward;
  if (open === undefined) return undefined;
  const { chosen, mostChats, pause } = open;
  const cancel = h('button', { key: 'cancel', type: 'button', class: 'quiet', onclick: () => { act.forward.putAway(); } }, 'Cancel');
  return h('dialog', {
    key: 'forward-sheet', class: 'forward-sheet', 'aria-label': 'Forward',
    oncancel: (event: Event) => {
      event.preventDefault();
      act.forward.putAway();
    },
  }, pause === undefined
    ? h('div', { key: 'picker' },
      h('h2', { tabindex: -1 }, 'Forward to'),
      h('p', { class: 'small' }, mostChats === 1 ? 'It was passed on many times, so it can go to one chat at a time.' : `Up to ${mostChats} chats at a time.`),
      h('ul', { class: 'forward-chats' }, ...conversations(model, 'chats').map((peer) => h('li', { key: peer }, h('label', {},
        h('input', {
          type: 'checkbox', checked: chosen.includes(peer), disabled: !chosen.includes(peer) && chosen.length >= mostChats,
          onchange: (event: Event) => { act.forward.choose(peer, (event.target as HTMLInputElement).checked); },
        }), cardOf(model, peer).name)))),
      h('div', { class: 'row' }, h('button', { key: 'go', type: 'button', class: 'primary', disabled: chosen.length === 0, onclick: () => act.forward.go() }, 'Send'), cancel))
    : h('div', { key: 'pause' },
      h('inward-forward', { '.catalogue': pause.catalogue, '.forward': pause.forward, 'on:inward-forward': ({ detail }: CustomEvent<ForwardChoice>) => act.forward.pressed(detail) }),
      h('div', { class: 'row' }, cancel)));
}

/** Under a message that is all words. */
export function forwardButton(act: Actions, bubble: Bubble): VNode | false {
  return bubble.message.kind === 'text' && h('button', { key: 'forward', type: 'button', class: 'quiet', onclick: () => { act.forward.open(bubble); } }, 'Forward');
}
