import type { Actions } from '../actions.ts';
import { cardOf, hiddenOf, type Bubble, type Model } from '../model.ts';
import { avatar } from './avatar.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { richText } from './rich-text.ts';

/** Messages with a hidden word. Their text is not in the page before the person presses. */
export function hiddenFolder(model: Model, act: Actions): VNode {
  const hidden = hiddenOf(model);
  return h('section', { class: 'panel hidden-folder', 'aria-labelledby': 'hidden-title', key: 'hidden' },
    h('h2', { id: 'hidden-title', tabindex: -1 }, 'Hidden'),
    h('p', { class: 'lead' }, 'Messages with one of your hidden words wait here. They came in without a sound or a badge, and nobody was told.'),
    hidden.length === 0
      ? h('p', { class: 'empty' }, 'Nothing is hidden.')
      : h('ul', { class: 'hidden-list' }, ...hidden.map((bubble) => h('li', { key: bubble.message.id }, row(model, act, bubble)))));
}

function row(model: Model, act: Actions, bubble: Bubble): VNode {
  const { message, verdict, opened, peer } = bubble;
  const card = cardOf(model, peer);
  const surface = message.text === undefined ? 'caption' : 'text';
  const text = message.text ?? message.surfaces?.caption ?? '';
  const time = new Date(message.sentAt);
  return h('article', { class: 'hidden-row' },
    h('div', { class: 'row' },
      avatar(card),
      h('div', { class: 'grow' },
        h('p', { class: 'name' }, card.name),
        h('p', { class: 'small' }, h('time', { datetime: time.toISOString() }, `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`), ' · one of your hidden words')),
      h('div', { class: 'row' },
        h('button', {
          type: 'button', class: 'quiet', 'aria-expanded': String(opened), onclick: () => { act.toggleOpened(bubble); },
        }, opened ? 'Hide again' : 'Show message'),
        h('button', {
          type: 'button', class: 'quiet', 'aria-label': `Move this message of ${card.name} to the chat`,
          onclick: () => {
            focusSoon('#hidden-title');
            act.release(bubble);
          },
        }, 'Move to chat'),
        bubble.deleting !== true && h('button', {
          key: 'delete', id: `delete-${message.id}`, type: 'button', class: 'quiet', 'aria-label': `Delete this message of ${card.name}`,
          onclick: () => {
            act.askDelete(bubble, true);
            focusSoon(`#keep-${message.id}`);
          },
        }, 'Delete'))),
    bubble.deleting === true && deleteQuestion(act, bubble),
    opened && h('p', { key: 'text', class: 'text', dir: 'auto' }, ...richText(text, verdict?.links.filter((link) => link.surface === surface) ?? [], verdict?.hits.filter((hit) => hit.surface === surface))));
}

/** Opens on the harmless answer; Escape is that answer. */
function deleteQuestion(act: Actions, bubble: Bubble): VNode {
  const { id } = bubble.message;
  const keep = (): void => {
    act.askDelete(bubble, false);
    focusSoon(`#delete-${id}`);
  };
  return h('div', {
    key: 'question', class: 'question', role: 'alertdialog', 'aria-labelledby': `ask-${id}`,
    onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') keep(); },
  },
  h('p', { id: `ask-${id}` }, 'Delete this message for good?'),
  h('div', { class: 'row' },
    h('button', { type: 'button', class: 'quiet', id: `keep-${id}`, onclick: keep }, 'Keep'),
    h('button', {
      type: 'button', class: 'primary',
      onclick: () => {
        focusSoon('#hidden-title');
        return act.deleteMessage(bubble);
      },
    }, 'Delete for good')));
}
