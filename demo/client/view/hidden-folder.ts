import type { Actions } from '../actions.ts';
import { hiddenOf, type Bubble, type Model } from '../model.ts';
import { CARDS } from '../personas.ts';
import { avatar } from './avatar.ts';
import { h, type VNode } from './element.ts';
import { richText } from './rich-text.ts';

/** Messages with a hidden word. Their text is not in the page before the person presses. */
export function hiddenFolder(model: Model, act: Actions): VNode {
  const hidden = hiddenOf(model);
  return h('section', { class: 'panel hidden-folder', 'aria-labelledby': 'hidden-title', key: 'hidden' },
    h('h2', { id: 'hidden-title' }, 'Hidden'),
    h('p', { class: 'lead' }, 'Messages with one of your hidden words wait here. They came in without a sound or a badge.'),
    hidden.length === 0
      ? h('p', { class: 'empty' }, 'Nothing is hidden.')
      : h('ul', { class: 'hidden-list' }, ...hidden.map((bubble) => h('li', { key: bubble.message.id }, row(act, bubble)))));
}

function row(act: Actions, bubble: Bubble): VNode {
  const { message, verdict, opened, peer } = bubble;
  const surface = message.text === undefined ? 'caption' : 'text';
  const text = message.text ?? message.surfaces?.caption ?? '';
  const time = new Date(message.sentAt);
  return h('article', { class: 'hidden-row' },
    h('div', { class: 'row' },
      avatar(peer),
      h('div', { class: 'grow' },
        h('p', { class: 'name' }, CARDS[peer].name),
        h('p', { class: 'small' }, h('time', { datetime: time.toISOString() }, `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`), ' · one of your hidden words')),
      h('button', {
        type: 'button', class: 'quiet', 'aria-expanded': String(opened), onclick: () => { act.toggleOpened(bubble); },
      }, opened ? 'Hide again' : 'Show message')),
    opened && h('p', { class: 'text', dir: 'auto' }, ...richText(text, verdict?.links.filter((link) => link.surface === surface) ?? [], verdict?.hits.filter((hit) => hit.surface === surface))));
}
