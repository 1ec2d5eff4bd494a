import type { Notice } from 'inward';
import type { Actions } from '../actions.ts';
import type { Bubble, Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';
import { noticeCopy } from './notice-copy.ts';

/**
 * What was seen, then the next step, then what one can do. Actions that this page cannot really do (reporting,
 * restricting) are left out.
 */
export function noticeCard(model: Model, act: Actions, bubble: Bubble, notice: Notice): VNode {
  const copy = noticeCopy(notice);
  const id = `notice-${bubble.message.id}`;
  const more = model.learnMore.has(notice.id);
  const may = new Set(notice.actions);
  const blocked = model.relationships[bubble.peer] === 'blocked';
  /** The pressed button goes with the card. */
  const leave = (done: Promise<void>): Promise<void> => {
    focusThread();
    return done;
  };
  return h('section', { key: `n-${notice.id}`, class: `notice ${notice.level}`, 'aria-labelledby': id },
    h('h3', { id }, copy.title),
    h('ul', {}, ...copy.facts.map((fact) => h('li', {}, fact))),
    h('p', { class: 'step' }, copy.step),
    h('div', { class: 'row' },
      may.has('block') && !blocked && h('button', { type: 'button', class: 'primary', onclick: () => leave(act.relate(bubble.peer, 'blocked')) }, 'Block'),
      may.has('learn-more') && h('button', { type: 'button', class: 'quiet', 'aria-expanded': String(more), onclick: () => { act.toggleLearnMore(notice.id); } }, 'How this trick works'),
      h('button', { type: 'button', class: 'quiet', onclick: () => leave(act.answer(bubble, notice, 'trusted')) }, 'I know this person'),
      may.has('dismiss') && h('button', { type: 'button', class: 'quiet', onclick: () => leave(act.answer(bubble, notice, 'dismissed')) }, 'Not helpful')),
    more && h('p', { class: 'more' }, copy.more),
    h('p', { class: 'small' }, 'Worked out on this device. Nobody was told.'));
}
