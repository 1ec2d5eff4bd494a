import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { richText } from './rich-text.ts';

/** Type, and see what would hide the message. The text goes to the sealed worker and nowhere else. */
export function tryIt(model: Model, act: Actions): VNode {
  const { tryText, tryHits } = model;
  return h('div', { class: 'try-it' },
    h('label', { for: 'try-text', class: 'name' }, 'Try it'),
    h('textarea', {
      id: 'try-text', rows: 2, dir: 'auto', value: tryText, autocomplete: 'off', placeholder: 'Type a message to see what would hide it',
      oninput: (event: InputEvent) => act.tryWords((event.target as HTMLTextAreaElement).value),
    }),
    h('output', { for: 'try-text', 'aria-label': 'Result' },
      tryText !== '' && h('p', { class: 'text', dir: 'auto' }, ...richText(tryText, [], tryHits)),
      h('p', { class: 'small' }, tryText === '' ? 'Hits are marked as you type.' : tryHits.length === 0 ? 'This would not be hidden.' : 'This would go to Hidden.')));
}
