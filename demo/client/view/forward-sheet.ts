import type { Catalogue } from 'inward/ui';
import type { ForwardChoice } from 'inward/ui/forward';
import type { Actions } from '../actions.ts';
import type { ForwardPause, OpenForward } from '../forward-state.ts';
import { cardOf, conversations, type Bubble, type Model } from '../model.ts';
import { h, type Child, type VNode } from './element.ts';

/** To whom a message is passed on, held to the limit of chats; then the package's card, where there is one; then who checks rumours, if that was asked for. */
export function forwardSheet(model: Model, act: Actions): Child {
  const { open } = model.forward;
  if (open === undefined) return undefined;
  return h('dialog', {
    key: 'forward-sheet', class: 'forward-sheet', 'aria-label': 'Forward',
    oncancel: (event: Event) => {
      event.preventDefault();
      act.forward.putAway();
    },
  }, open.checking !== undefined ? checkers(act, open.checking) : open.pause !== undefined ? pauseCard(act, open.pause) : picker(model, act, open));
}

function picker(model: Model, act: Actions, { chosen, mostChats, refused }: OpenForward): VNode {
  return h('div', { key: 'picker' },
    h('h2', { tabindex: -1 }, 'Forward to'),
    h('p', { class: 'small' }, mostChats === 1 ? 'It was passed on many times, so it can go to one chat at a time.' : `Up to ${mostChats} chats at a time.`),
    h('ul', { class: 'forward-chats' }, ...conversations(model, 'chats').map((peer) => h('li', { key: peer }, h('label', {},
      h('input', {
        type: 'checkbox', checked: chosen.includes(peer), disabled: !chosen.includes(peer) && chosen.length >= mostChats,
        onchange: (event: Event) => { act.forward.choose(peer, (event.target as HTMLInputElement).checked); },
      }), cardOf(model, peer).name)))),
    refused.length > 0 && h('div', { key: 'refused', role: 'alert', class: 'degraded' }, ...refused.map((line) => h('p', { key: line }, line))),
    h('div', { class: 'row' }, h('button', { key: 'go', type: 'button', class: 'primary', disabled: chosen.length === 0, onclick: () => act.forward.go() }, 'Send'), cancel(act)));
}

function pauseCard(act: Actions, { catalogue, english, forward }: ForwardPause): VNode {
  return h('div', { key: 'pause' },
    h('inward-forward', { '.catalogue': catalogue, '.forward': forward, 'on:inward-forward': ({ detail }: CustomEvent<ForwardChoice>) => act.forward.pressed(detail) }),
    english !== undefined && h('p', { key: 'english', class: 'small aside', lang: 'en' }, `The card in English: ${english}`),
    h('div', { class: 'row' }, cancel(act)));
}

/** Left at once, by its first button or Escape; the message is not sent by that. */
function checkers(act: Actions, catalogue: Catalogue): VNode {
  return h('div', { key: 'checking' },
    h('h2', { tabindex: -1 }, 'Not sent. Check it first'),
    h('inward-help', { key: 'checkers', topic: 'facts', region: catalogue.lang === 'my' ? 'MM' : '', '.catalogue': catalogue, 'on:inward-exit': () => { act.forward.putAway(); } }));
}

function cancel(act: Actions): VNode {
  return h('button', { key: 'cancel', type: 'button', class: 'quiet', onclick: () => { act.forward.putAway(); } }, 'Cancel');
}

/** Under a message that is all words. */
export function forwardButton(act: Actions, bubble: Bubble): VNode | false {
  return bubble.message.kind === 'text' && h('button', { key: 'forward', type: 'button', class: 'quiet', onclick: () => { act.forward.open(bubble); } }, 'Forward');
}
